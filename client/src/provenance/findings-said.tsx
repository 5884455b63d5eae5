import type { FigureProvenance, FindingSeen } from '@inclusion/server/provenance/figure-provenance'
import { shortDate, shortMoment } from '@inclusion/shared/time'
import { explanationReasons, type ExplanationReason } from '@inclusion/shared/standards/finding'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { SeverityTag } from '../ui/severity-tag.tsx'
import { Tag } from '../ui/tag.tsx'

/** What the checks say of the figure as it stands, with who explained it; and explanations that no finding carries any more. */
export function FindingsSaid({ figure: { findings, explanations } }: { figure: FigureProvenance }) {
  const inForce = new Set(
    findings.flatMap(({ check, explanation }) => (explanation ? [check + explanation.text] : [])),
  )
  const lapsed = explanations.filter(({ check, text }) => !inForce.has(check + text))
  return (
    <section aria-labelledby="findings" className="govuk-!-margin-bottom-6">
      <h2 className="govuk-heading-m" id="findings">
        What the checks say
      </h2>
      {findings.length === 0 && <p className="govuk-body">No check says anything of this figure.</p>}
      <FindingLines findings={findings} />
      {lapsed.map(({ check, text, by, at }) => (
        <p key={check + text} className="govuk-body">
          Explained by {by}, {shortMoment(at)}, of figures that have changed since (check {check}): {text}
        </p>
      ))}
    </section>
  )
}

/** Findings one under the other: first those on the figure itself. */
export function FindingLines({ findings }: { findings: readonly FindingSeen[] }) {
  if (findings.length === 0) return null
  return (
    <ul className="app-findings">
      {findings
        .toSorted((left, right) => Number(right.isOwn) - Number(left.isOwn))
        .map((finding) => (
          <li
            key={`${finding.check} ${finding.message}`}
            className={`app-finding app-finding--${finding.explanation || finding.waiver ? 'note' : finding.severity}`}
          >
            <FindingLine {...finding} />
          </li>
        ))}
    </ul>
  )
}

function FindingLine({ check, edition, severity, message, explanation, waiver, isOwn }: FindingSeen) {
  return (
    <>
      <p className="app-finding__words">
        <SaidTag {...{ severity, explanation, waiver }} /> {message}
        {!isOwn && ' (It stands at another figure, and read this one.)'}
      </p>
      {explanation && (
        <p className="app-finding__words">
          <strong>Explained:</strong> {reasonOf(explanation.reason)}. {explanation.text}
        </p>
      )}
      {waiver && (
        <p className="app-finding__words">
          <strong>Waived until {shortDate(waiver.until)}:</strong> {waiver.reason}
        </p>
      )}
      <p className="app-finding__links">
        <Link href={paths.check(check, edition)} about={`of ${message}`}>
          Check {check}
        </Link>
      </p>
    </>
  )
}

function SaidTag({
  severity,
  explanation,
  waiver,
}: Pick<FindingSeen, 'severity' | 'explanation' | 'waiver'>) {
  if (waiver) return <Tag colour="teal">Waived</Tag>
  return explanation ? <Tag colour="green">Explained</Tag> : <SeverityTag severity={severity} />
}

const reasonOf = (reason: string): string => explanationReasons[reason as ExplanationReason] ?? reason
