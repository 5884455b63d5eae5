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
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Changes } from './changes.tsx'
import { Decision } from './decision.tsx'
import { FigureCards } from './figure-cards.tsx'
import { ReviewContext, type Asking } from './review-context.ts'
import { ReviewSummary } from './review-summary.tsx'
import { TakeReturn } from './take-return.tsx'
import { useKept } from './use-kept.ts'
import { VersionsTable } from './versions-table.tsx'

export function ReviewPage() {
  const { returnId = '' } = useParams({ strict: false })
  const { data: view } = useSuspenseQuery(returnQuery(returnId))
  const { outcome, ...told } = useOutcome()
  const prepared = useMemo(() => prepareInput(view.checkInput), [view.checkInput])
  const [asking, forget] = useAsking(view)
  return (
    <ReviewContext value={{ view, prepared, asking, faultOf: (field) => faultOf(outcome, field) }}>
      <Page
        title={view.authority.name}
        caption={`Review of ${view.programme.name}, ${view.period.label}`}
        before={<BackLink href={paths.reviews()}>Review queue</BackLink>}
        hasErrors={hasErrors(outcome)}
      >
        <OutcomeNotice {...outcome} />
        {view.reopenRequest && (
          <InsetText>
            {view.authority.name} asks for this return to be opened again: “{view.reopenRequest}”
          </InsetText>
        )}
        {view.actions.take === null && <TakeReturn {...told} />}
        {asking?.mode === 'ask' && (
          <p className="govuk-body">
            <Link href="#decision">Go to your decision</Link>
          </p>
        )}
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

/** What this person collects on the return: questions while it is theirs, figures to open once accepted. */
function useAsking({ id, actions }: ReturnView): [Asking | null, () => void] {
  const [questions, keep, forget] = useKept<Record<Locator, string>>(`questions ${id}`, {})
  const mode = actions['request-changes'] === null ? 'ask' : actions.reopen === null ? 'reopen' : null
  if (mode === null) return [null, forget]
  const write = (locator: Locator, question: string) => keep({ ...questions, [locator]: question })
  const drop = (locator: Locator) => {
    const { [locator]: _, ...others } = questions
    keep(others)
  }
  return [{ mode, questions, write, drop }, forget]
}
