import type { ReturnView } from '@inclusion/server/returns/view'
import { answersOf } from './answers.ts'
import { FindingList } from './grid/finding-notes.tsx'
import { useExplain } from './use-explain.ts'

/** Where a finding leads that is about no figure: to this part of the return's page. */
export const wholeReturnId = 'whole-return'

/** What the checks say of the return as a whole, with the form to explain it. */
export function WholeReturn({ view }: { view: ReturnView }) {
  const explain = useExplain(view.id)
  const findings = view.findings.filter(({ locator }) => locator === null)
  if (findings.length === 0) return null
  return (
    <section aria-labelledby={wholeReturnId}>
      <h2 className="govuk-heading-m" id={wholeReturnId} tabIndex={-1}>
        About the return as a whole
      </h2>
      <FindingList
        findings={findings}
        answers={answersOf(view)}
        explain={view.mayEdit ? explain : undefined}
      />
    </section>
  )
}
