import { useNavigate } from '@tanstack/react-router'
import { useState, type DragEvent, type FormEvent } from 'react'
import { paths } from '../routing/paths.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Page } from '../ui/page.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { digestOf, isJson, isReceiptCode, tidyCode } from './receipt-codes.ts'

export function ReceiptCheckPage() {
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [attempt, setAttempt] = useState(0)
  const check = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    const tidy = tidyCode(code)
    if (isReceiptCode(tidy)) void navigate({ href: paths.receipt(tidy) })
    else setFault('Enter a receipt like IR-7F3A-9C21-04BE-55D0, or a SHA-256 of 64 digits and letters')
  }
  return (
    <Page title="Check a receipt" width="two-thirds" hasErrors={fault !== undefined}>
      {fault && <ErrorSummary key={attempt} errors={[{ field: 'code', message: fault }]} />}
      <p className="govuk-body">
        See whether a return was filed, when, and whether a file is exactly what was filed. Neither figures
        nor names are shown.
      </p>
      <form noValidate onSubmit={check}>
        <TextInput
          id="code"
          label="Receipt or SHA-256"
          hint="For example, IR-7F3A-9C21-04BE-55D0"
          value={code}
          onChange={setCode}
          error={fault}
        />
        <Button>Check</Button>
      </form>
      <FileCheck
        onDigest={(digest) => void navigate({ href: paths.receipt(digest), state: { isFileRead: true } })}
      />
    </Page>
  )
}

/** A filed return as a file: its digest is worked out here, and only the digest is sent. */
function FileCheck({ onDigest }: { onDigest: (digest: string) => void }) {
  const [fault, setFault] = useState<string | undefined>()
  const read = async (file: File | undefined) => {
    if (!file) return
    const bytes = await file.arrayBuffer()
    if (isJson(bytes)) onDigest(await digestOf(bytes))
    else
      setFault(
        `“${file.name}” is not the JSON file of a return. Choose the file that was downloaded from the receipt, or type the code that stands on it.`,
      )
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void read(event.dataTransfer.files[0])
  }
  return (
    <div
      className={`govuk-form-group app-drop${fault ? ' govuk-form-group--error' : ''}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <label className="govuk-label govuk-label--m" htmlFor="file">
        Or check a file
      </label>
      <div className="govuk-hint" id="file-hint">
        Choose or drop the JSON file of a return. It stays on this computer.
      </div>
      {fault && (
        <p className="govuk-error-message" id="file-error" role="alert">
          <span className="govuk-visually-hidden">Error:</span> {fault}
        </p>
      )}
      <input
        className="govuk-file-upload"
        id="file"
        type="file"
        accept="application/json,.json"
        aria-describedby={fault ? 'file-hint file-error' : 'file-hint'}
        onChange={(event) => void read(event.target.files?.[0])}
      />
    </div>
  )
}
