import type { Locator } from '@inclusion/shared/locators'
import { explanationReasons, type ExplanationReason, type Finding } from '@inclusion/shared/standards/finding'
import { findingsId } from '../field-ids.ts'
import { SeverityTag } from '../../ui/severity-tag.tsx'
import { ExplainForm } from './explain-form.tsx'
import { useGrid } from './grid-context.ts'

/** What the checks say of one figure, beside it, and the form to explain it right there. */
export function FindingNotes({ locator, findings }: { locator: Locator; findings: readonly Finding[] }) {
  return (
    <ul className="app-findings" id={findingsId(locator)}>
      {findings.map((finding) => (
        <li
          key={`${finding.check} ${finding.part}`}
          className={`app-finding app-finding--${finding.severity}`}
        >
          <FindingNote finding={finding} />
        </li>
      ))}
    </ul>
  )
}

/** One finding: what is wrong, what to do, and the explanation when it has one or asks for one. */
function FindingNote({ finding }: { finding: Finding }) {
  const { explain } = useGrid()
  const { severity, message, fix, explanation } = finding
  return (
    <>
      <p className="app-finding__words">
        {explanation === null && <SeverityTag severity={severity} />} {message} {explanation === null && fix}
      </p>
      {explanation && <ExplanationWords {...explanation} />}
      {severity === 'explain' && explain && (
        <ExplainForm
          key={explanation?.text}
          finding={finding}
          onExplain={(given) => explain(finding, given)}
        />
      )}
    </>
  )
}

export function ExplanationWords({ reason, text }: { reason: string; text: string }) {
  const name = explanationReasons[reason as ExplanationReason] ?? reason
  return (
    <p className="app-finding__words">
      <strong>Explained: {name}.</strong> {text}
    </p>
  )
}
