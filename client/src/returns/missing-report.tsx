import { useState, type FormEvent } from 'react'
import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import type { ExplanationReason } from '@inclusion/shared/standards/finding'
import { api, call, once } from '../api.ts'
import { KeptWords } from '../drafts/kept-words.tsx'
import { useKept, type Kept } from '../drafts/use-kept.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { reasonOptions } from './grid/explain-fields.tsx'
import { useAct } from './use-act.ts'

type Why = { reason: string; text: string }

/** Why a setting gives no report this time, as the borough lead records it; and the way to take that back. */
export function MissingReport({ view, report }: { view: ReturnView; report: ReportLine }) {
  const { urn, missingReason, missingText } = report
  const saved: Why = { reason: missingReason ?? '', text: missingText ?? '' }
  const kept = useKept(`no report ${view.id} ${urn}`, saved)
  const [, , forget, isFound] = kept
  const { busy, problem, attempt, run } = useAct(view.id)
  const record = async (reason: ExplanationReason | null, text: string) => {
    const param = { returnId: view.id, urn }
    const json = { reason, text }
    const missing = api.returns[':returnId'].settings[':urn'].missing
    if (await run((key) => call(missing.$put({ param, json }, once(key))))) forget()
  }
  return (
    <Details
      summary={missingReason ? 'Change the reason for no report' : 'Record why there is no report'}
      open={isFound}
    >
      {problem && <ProblemNotice key={attempt} problem={problem} />}
      <ReasonFields {...{ report, busy, kept }} onSave={(...why) => void record(...why)} />
      {missingReason && (
        <button type="button" className="app-link-button" onClick={() => void record(null, '')}>
          Take the reason back: a report will come
        </button>
      )}
    </Details>
  )
}

type ReasonFieldsProps = {
  report: ReportLine
  busy: boolean
  kept: Kept<Why>
  onSave: (reason: ExplanationReason, text: string) => void
}

function ReasonFields({ report: { urn, name }, busy, kept, onSave }: ReasonFieldsProps) {
  const [{ reason, text }, change, forget, isFound] = kept
  const [fault, setFault] = useState<string | undefined>()
  const save = (event: FormEvent) => {
    event.preventDefault()
    setFault(reason === '' ? 'Choose the reason that fits best' : undefined)
    if (reason !== '') onSave(reason as ExplanationReason, text)
  }
  return (
    <form noValidate onSubmit={save}>
      <KeptWords {...{ isFound, about: name }} onDiscard={forget} />
      <Select
        {...{ id: `missing-${urn}`, label: `Why ${name} gives no report this time`, options: reasonOptions }}
        value={reason}
        onChange={(value) => change({ reason: value, text })}
        error={fault}
      />
      <Textarea
        {...{
          id: `missing-text-${urn}`,
          label: 'What it leaves out, and whether a report will follow',
          rows: 3,
        }}
        value={text}
        onChange={(value) => change({ reason, text: value })}
      />
      <Button look="secondary" busy={busy}>
        Save the reason
      </Button>
    </form>
  )
}
