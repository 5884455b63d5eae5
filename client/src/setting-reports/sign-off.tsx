import { useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { api, call, once } from '../api.ts'
import type { Saver } from '../returns/entry/saver.ts'
import type { SortedFindings } from '../returns/sections.ts'
import { useAct } from '../returns/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Checkboxes } from '../ui/checkboxes.tsx'
import { ErrorSummary, type FieldError } from '../ui/error-summary.tsx'
import { focusHeading } from '../ui/focus-field.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'

const noFaults = { faults: [], tries: 0 }
const undeclared = { field: 'declaration', message: 'Confirm this before you sign off' }

type SignOffProps = { view: ReportView; sorted: SortedFindings; saver: Saver }

/** The declaration and the button that signs the report off; it says what is still in the way. */
export function SignOff({ view, sorted, saver }: SignOffProps) {
  const { returnId, urn, onBehalf, mayEdit } = view
  const { busy, problem, attempt, run } = useAct(returnId)
  const [declared, setDeclared] = useState<'yes'[]>([])
  const [{ faults, tries }, setFaults] = useState<{ faults: FieldError[]; tries: number }>(noFaults)
  if (!mayEdit) return null
  const sign = async () => {
    setFaults({ faults: declared.length === 0 ? [undeclared] : [], tries: tries + 1 })
    if (declared.length === 0) return
    const param = { returnId, urn }
    const isSigned = await run(async (key) => {
      await saver.settled()
      await call(api.settingReports[':returnId'][':urn']['sign-off'].$post({ param }, once(key)))
    })
    // The button that was pressed is gone.
    if (isSigned) focusHeading()
  }
  return (
    <section aria-label="Sign off">
      {problem && <ProblemNotice key={attempt} problem={problem} fieldId={() => undefined} />}
      <ErrorSummary key={tries} errors={faults} />
      <Checkboxes
        id={undeclared.field}
        label="Sign off"
        labelSize="m"
        values={declared}
        onChange={setDeclared}
        error={faults[0]?.message}
        choices={[
          {
            value: 'yes',
            label: onBehalf
              ? 'These figures are what the setting gave me, and right to the best of my knowledge.'
              : 'These figures come from our register and records, and are right to the best of my knowledge.',
          },
        ]}
      />
      <Button busy={busy} onClick={() => void sign()} unavailable={whyNot(sorted)}>
        Sign off this report
      </Button>
    </section>
  )
}

/** What stands in the way of a signature: what is certainly wrong, and what is blank. */
function whyNot({ toFix, blank }: Pick<SortedFindings, 'toFix' | 'blank'>): string | null {
  const parts = [
    toFix.length > 0 && `${toFix.length} to fix`,
    blank.length > 0 && `${blank.length} not given yet`,
  ].filter(Boolean)
  return parts.length === 0 ? null : `${parts.join(', ')}: see the list at the top.`
}
