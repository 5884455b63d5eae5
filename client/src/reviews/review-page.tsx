import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { Locator } from '@inclusion/shared/locators'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { faultOf, hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { returnQuery } from '../returns/queries.ts'
import { paths } from '../routing/paths.ts'
import { ScoreList } from '../standards/score-list.tsx'
import { BackLink } from '../ui/back-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Changes } from './changes.tsx'
import { Decision } from './decision.tsx'
import { FigureCards } from './figure-cards.tsx'
import { ReopeningRequest } from './reopening-request.tsx'
import { ReviewContext, type Opening } from './review-context.ts'
import { ReviewSummary } from './review-summary.tsx'
import { TakeReturn } from './take-return.tsx'
import { useKept } from '../drafts/use-kept.ts'
import { VersionsTable } from './versions-table.tsx'
import { WhyThought } from './why-thought.tsx'

export function ReviewPage() {
  const { returnId = '' } = useParams({ strict: false })
  const { data: view } = useSuspenseQuery(returnQuery(returnId))
  const { outcome, ...told } = useOutcome()
  const prepared = useMemo(() => prepareInput(view.checkInput), [view.checkInput])
  const [opening, forget] = useOpening(view)
  const decided = useMemo(() => decidedIn(view), [view])
  return (
    <ReviewContext
      value={{
        view,
        prepared,
        opening,
        ...decided,
        onFaults: told.onFaults,
        faultOf: (field) => faultOf(outcome, field),
      }}
    >
      <Page
        title={view.authority.name}
        caption={`Review of ${view.programme.name}, ${view.period.label}`}
        before={<BackLink href={paths.reviews()}>Review queue</BackLink>}
        hasErrors={hasErrors(outcome)}
      >
        <OutcomeNotice {...outcome} />
        <ReopeningRequest />
        {view.actions.take === null && <TakeReturn {...told} />}
        {view.actions['decide-figures'] === null && (
          <p className="govuk-body">
            <Link href="#decision">Go to your decision</Link>
          </p>
        )}
        <WhyThought />
        <Changes view={view} />
        <ReviewSummary view={view} />
        <ScoreList returnId={view.id} />
        <FigureCards />
        <Decision {...told} onSent={forget} />
        <VersionsTable versions={view.versions} />
      </Page>
    </ReviewContext>
  )
}

/** What was decided on each figure of the latest version, and what stands in the way of accepting it. */
function decidedIn({ decisions, inTheWay, versions }: ReturnView) {
  const latest = versions.at(-1)?.version
  const last = new Map(
    decisions.filter(({ version }) => version === latest).map((each) => [each.locator, each]),
  )
  const doubts = new Map(inTheWay.map(({ locator, doubt }) => [locator, doubt]))
  return {
    decisionOf: (locator: Locator) => last.get(locator),
    doubtOf: (locator: Locator) => doubts.get(locator),
  }
}

/** The figures that this person chooses to open again; at first those that the borough named. */
function useOpening({ id, actions, reopening }: ReturnView): [Opening | null, () => void] {
  const named = reopening?.outcome === null ? reopening.locators : []
  const [chosen, keep, forget] = useKept<readonly Locator[]>(`open again ${id}`, named)
  if (actions.reopen !== null) return [null, forget]
  const choose = (locator: Locator) => keep([...chosen, locator])
  const drop = (locator: Locator) => keep(chosen.filter((other) => other !== locator))
  return [{ chosen, choose, drop }, forget]
}
