import { useSuspenseQuery } from '@tanstack/react-query'
import { problems } from '@inclusion/shared/problems'
import { useRouteParam } from '../routing/use-route-param.ts'
import { Page } from '../ui/page.tsx'
import { NewCheck } from './new-check.tsx'
import { editionQuery } from './queries.ts'

export function AddCheckPage() {
  const { data: edition } = useSuspenseQuery(editionQuery(useRouteParam('standardId')))
  const refusal = edition.actions.edit
  if (refusal === null) return <NewCheck edition={edition} />
  return (
    <Page title="Add a check" caption={edition.name} width="two-thirds">
      <p className="govuk-body">{problems[refusal].title}</p>
    </Page>
  )
}
