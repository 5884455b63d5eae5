import type { FigureInVersion, ReviewSeen } from '@inclusion/server/provenance/figure-provenance'
import { decisionNames } from '@inclusion/shared/figure-decisions'
import { shortMoment } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { Timeline, type TimelineEvent } from '../ui/timeline.tsx'
import { FindingLines } from './findings-said.tsx'

/** The figure in each version that was filed, latest first: what it said, what was found, who judged it and how. */
export function VersionsTimeline({ versions }: { versions: readonly FigureInVersion[] }) {
  return (
    <section aria-labelledby="versions">
      <h2 className="govuk-heading-m" id="versions">
        In each version that was filed
      </h2>
      {versions.length === 0 && <p className="govuk-body">The return has not been filed yet.</p>}
      <Timeline events={versions.toReversed().map(toldOf)} />
    </section>
  )
}

function toldOf(filed: FigureInVersion): TimelineEvent {
  const { version, shown, isUnchanged, certifiedBy, submittedAt } = filed
  return {
    id: String(version),
    title: `Version ${version}: ${shown ?? 'blank'}${isUnchanged ? ', as before' : ''}`,
    by: certifiedBy,
    at: submittedAt,
    when: shortMoment(submittedAt),
    detail: <InVersion {...filed} />,
  }
}

function InVersion({
  sentBy,
  certifiedBy,
  reference,
  definitionEdition,
  standard,
  ...judged
}: FigureInVersion) {
  const { findings, reviews, decisions, isAccepted } = judged
  return (
    <>
      <p className="govuk-body">
        {sentBy !== null && sentBy !== certifiedBy && `Sent by ${sentBy}. `}
        Signed by {certifiedBy}. <Link href={paths.receipt(reference)}>Receipt {reference}</Link>. Checked
        against {standard.name}
        {definitionEdition !== null && `, edition ${definitionEdition} of its definition`}.
        {isAccepted && ' This version is what totals and charts read.'}
      </p>
      <FindingLines findings={findings} />
      {decisions.map(({ decision, note, by, at }) => (
        <p key={at} className="govuk-body">
          {decisionNames[decision]} by {by}, {shortMoment(at)}
          {note === null ? '.' : `: ${note}`}
        </p>
      ))}
      {reviews.map((review) => (
        <p key={review.begunAt} className="govuk-body">
          {reviewWords(review)}
        </p>
      ))}
    </>
  )
}

const outcomes = {
  accepted: 'The return was accepted',
  'changes-requested': 'Changes were requested in the return',
  reopened: 'The return was opened again',
} as const

function reviewWords({ by, begunAt, outcome, endedAt }: ReviewSeen): string {
  if (outcome === null || endedAt === null) return `In review with ${by} since ${shortMoment(begunAt)}.`
  return `${outcomes[outcome]} by ${by}, ${shortMoment(endedAt)}.`
}
