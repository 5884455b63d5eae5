import { useSuspenseQuery } from '@tanstack/react-query'
import { problems } from '@inclusion/shared/problems'
import { NotFoundPage } from '../routing/not-found-page.tsx'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { CheckEditor } from './check-editor.tsx'
import { editionQuery } from './queries.ts'

export function EditCheckPage() {
  const standardId = useRouteParam('standardId')
  const code = useRouteParam('code')
  const { data: edition } = useSuspenseQuery(editionQuery(standardId))
  const check = edition.checks.find((each) => each.code === code)
  if (!check) return <NotFoundPage />
  const refusal = edition.actions.edit
  if (refusal === null) return <CheckEditor key={code} edition={edition} check={check} />
  return (
    <Page title={check.title} caption={`Check ${code}, ${edition.name}`} width="two-thirds">
      <p className="govuk-body">{problems[refusal].title}</p>
      <p className="govuk-body">
        <Link href={paths.check(code, edition.id)}>Read this check</Link>
      </p>
    </Page>
  )
}
