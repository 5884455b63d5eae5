import { staffPaths } from '../routing/staff-paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { AmendmentClosed } from './amendment-frame.tsx'
import { AmountsForm } from './amounts-form.tsx'
import { awardRows } from './drafted-amounts.ts'
import { datesOf, yearsToAward } from './periods-of.ts'
import { useAmendment, useGround, useReference } from './use-amendment.ts'

const title = 'Amounts'

/** What each borough is awarded, and the tier that follows. */
export function AmountsPage() {
  const amendment = useAmendment()
  const framework = useGround(amendment)
  const { authorities } = useReference()
  const { id, name, actions, content } = amendment
  if (actions.edit !== null) return <AmendmentClosed title={title} amendment={amendment} />
  const dates = datesOf(amendment, framework)
  const rows = awardRows(content, framework, authorities)
  if (dates === null || rows.length === 0)
    return (
      <Page
        title={title}
        caption={name}
        before={<BackLink href={staffPaths.amendment(id)}>{name}</BackLink>}
        width="two-thirds"
      >
        <p className="govuk-body">
          <Link href={staffPaths.amendmentBoroughs(id)}>Choose first which boroughs have a grant</Link>.
        </p>
      </Page>
    )
  return <AmountsForm opened={amendment} rows={rows} years={yearsToAward(dates, framework)} />
}
