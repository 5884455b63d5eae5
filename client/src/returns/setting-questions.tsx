import { useMemo } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import { settingOf } from '@inclusion/shared/locators'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import { QuestionThread } from './grid/question-thread.tsx'
import { isLead } from './report-standing.ts'
import { useThreads } from './use-threads.ts'

/** The borough's questions to one setting, with what was answered; closed ones are in the history alone. */
export function SettingQuestions({ view, urn }: { view: ReturnView; urn: string }) {
  const prepared = useMemo(() => prepareInput(view.checkInput), [view.checkInput])
  const threads = useThreads(view.id, 'borough')
  const asked = view.queries.filter(
    ({ askedOf, status, locator }) =>
      askedOf === 'setting' && status !== 'closed' && settingOf(locator) === urn,
  )
  return asked.map((query) => (
    <div key={query.id}>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{placeName(prepared, query.locator)}</h3>
      <QuestionThread query={query} threads={isLead(view) ? threads : undefined} />
    </div>
  ))
}
