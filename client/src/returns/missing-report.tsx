import { useState, type FormEvent } from 'react'
import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import type { ExplanationReason } from '@inclusion/shared/standards/finding'
import { api, call, once } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { reasonOptions } from './grid/explain-form.tsx'
import { useAct } from './use-act.ts'

/** Why a setting gives no report this time, as the borough lead records it; and the way to take that back. */
export function MissingReport({ view, report }: { view: ReturnView; report: ReportLine }) {
  const { urn, missingReason } = report
  const { busy, problem, attempt, run } = useAct(view.id)
  const record = (reason: ExplanationReason | null, text: string) => {
    const param = { returnId: view.id, urn }
    const json = { reason, text }
    void run((key) =>
      call(api.returns[':returnId'].settings[':urn'].missing.$put({ param, json }, once(key))),
    )
  }
  return (
    <Details summary={missingReason ? 'Change the reason for no report' : 'Record why there is no report'}>
      {problem && <ProblemNotice key={attempt} problem={problem} />}
      <ReasonFields report={report} busy={busy} onSave={record} />
      {missingReason && (
        <button type="button" className="app-link-button" onClick={() => record(null, '')}>
          Take the reason back: a report will come
        </button>
      )}
    </Details>
  )
}

type ReasonFieldsProps = {
  report: ReportLine
  busy: boolean
  onSave: (reason: ExplanationReason, text: string) => void
}

function ReasonFields({
  report: { urn, name, missingReason, missingText },
  busy,
  onSave,
}: ReasonFieldsProps) {
  const [reason, setReason] = useState(missingReason ?? '')
  const [text, setText] = useState(missingText ?? '')
  const [fault, setFault] = useState<string | undefined>()
  const save = (event: FormEvent) => {
    event.preventDefault()
    setFault(reason === '' ? 'Choose the reason that fits best' : undefined)
    if (reason !== '') onSave(reason as ExplanationReason, text)
  }
  return (
    <form noValidate onSubmit={save}>
      <Select
        {...{ id: `missing-${urn}`, label: `Why ${name} gives no report this time`, options: reasonOptions }}
        value={reason}
        onChange={setReason}
        error={fault}
      />
      <Textarea
        {...{
          id: `missing-text-${urn}`,
          label: 'What it leaves out, and whether a report will follow',
          rows: 3,
        }}
        value={text}
        onChange={setText}
      />
      <Button look="secondary" busy={busy}>
        Save the reason
      </Button>
    </form>
  )
}
