import { explanationReasons, type ExplanationReason, type Finding } from '@inclusion/shared/standards/finding'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { SeverityTag } from '../ui/severity-tag.tsx'
import { Tag } from '../ui/tag.tsx'

/** What the checks said, each with its explanation and the check it comes from. */
export function FindingLines({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <ul className="govuk-list app-list-lines govuk-!-margin-bottom-4">
      {findings.map((finding) => (
        <li key={`${finding.check} ${finding.locator} ${finding.part}`}>
          <FindingLine {...finding} />
        </li>
      ))}
    </ul>
  )
}

function FindingLine({ severity, message, check, explanation }: Finding) {
  return (
    <>
      {explanation ? <Tag colour="green">Explained</Tag> : <SeverityTag severity={severity} />} {message}{' '}
      <Link href={paths.check(check)}>Check {check}</Link>
      {explanation && (
        <p className="govuk-!-margin-top-1 govuk-!-margin-bottom-0">
          <strong>
            {explanationReasons[explanation.reason as ExplanationReason] ?? explanation.reason}:
          </strong>{' '}
          {explanation.text}
        </p>
      )}
    </>
  )
}
