import type {
  DecisionSeen,
  FigureInVersion,
  ReviewSeen,
} from '@inclusion/server/provenance/figure-provenance'
import { decisionNames, isAcceptance } from '@inclusion/shared/figure-decisions'
import { inSentence } from '@inclusion/shared/standards/words'
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
        Certified by {certifiedBy}. <Link href={paths.receipt(reference)}>Receipt {reference}</Link>. Checked
        against {standard.name} of the standard
        {definitionEdition !== null && `, counted by edition ${definitionEdition} of its definition`}.
        {isAccepted && ' This version is what totals and charts read.'}
      </p>
      <FindingLines findings={findings} />
      {[...decisions.map(decided), ...reviews.map(reviewed)]
        .toSorted((left, right) => left.at.localeCompare(right.at))
        .map(({ at, words }) => (
          <p key={at + words} className="govuk-body">
            {words}
          </p>
        ))}
    </>
  )
}

type Told = { at: string; words: string }

/** Of the figure itself. */
function decided({ decision, note, by, at }: DecisionSeen): Told {
  const end = note === null ? '.' : `: ${note}`
  const what = isAcceptance(decision)
    ? `Figure ${inSentence(decisionNames[decision])}`
    : decisionNames[decision]
  return { at, words: `${what} by ${by}, ${shortMoment(at)}${end}` }
}

const outcomes = {
  accepted: 'Return accepted',
  'changes-requested': 'Changes of the return requested',
  reopened: 'Return opened again',
} as const

/** Of the return that it stands in. */
function reviewed({ by, begunAt, outcome, endedAt }: ReviewSeen): Told {
  if (outcome === null || endedAt === null)
    return { at: begunAt, words: `In review with ${by} since ${shortMoment(begunAt)}.` }
  return { at: endedAt, words: `${outcomes[outcome]} by ${by}, ${shortMoment(endedAt)}.` }
}
