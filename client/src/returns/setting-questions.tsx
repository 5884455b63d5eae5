import { useMemo } from 'react'
import type { QueryView } from '@inclusion/server/reviews/queries'
import type { ReturnView } from '@inclusion/server/returns/view'
import { settingOf } from '@inclusion/shared/locators'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import { Details } from '../ui/details.tsx'
import { QuestionThread } from './grid/question-thread.tsx'
import { isLead } from './report-line.ts'
import { useThreads } from './use-threads.ts'

type SettingQuestionsProps = { view: ReturnView; urn: string }

/** The borough's questions to one setting, with what was answered; those that are closed are folded away. */
export function SettingQuestions({ view, urn }: SettingQuestionsProps) {
  const asked = view.queries.filter(
    ({ askedOf, locator }) => askedOf === 'setting' && settingOf(locator) === urn,
  )
  const closed = asked.filter(({ status }) => status === 'closed')
  return (
    <>
      <NamedThreads view={view} queries={asked.filter(({ status }) => status !== 'closed')} />
      {closed.length > 0 && (
        <Details summary={closed.length === 1 ? '1 closed question' : `${closed.length} closed questions`}>
          <NamedThreads view={view} queries={closed} />
        </Details>
      )}
    </>
  )
}

type NamedThreadsProps = { view: ReturnView; queries: readonly QueryView[] }

function NamedThreads({ view, queries }: NamedThreadsProps) {
  const prepared = useMemo(() => prepareInput(view.checkInput), [view.checkInput])
  const threads = useThreads(view.id, 'borough')
  return queries.map((query) => (
    <div key={query.id}>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{placeName(prepared, query.locator)}</h3>
      <QuestionThread query={query} threads={isLead(view) ? threads : undefined} />
    </div>
  ))
}
