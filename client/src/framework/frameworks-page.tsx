import type { AmendmentLine } from '@inclusion/server/amendments/view'
import type { FrameworkReference } from '@inclusion/server/framework/view'
import { useSuspenseQuery } from '@tanstack/react-query'
import { AmendmentTag } from '../amendments/amendment-tag.tsx'
import { amendmentsQuery, referenceQuery } from '../amendments/queries.ts'
import { standingWords } from '../amendments/standing-words.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'

const underWay: Column<AmendmentLine>[] = [
  { header: 'Amendment', cell: ({ id, name }) => <Link href={staffPaths.amendment(id)}>{name}</Link> },
  { header: 'Programme', cell: ({ programme }) => programme.name },
  { header: 'What is in it', cell: ({ contains }) => contains.join(', ') || 'Nothing yet' },
  { header: 'Status', cell: ({ status }) => <AmendmentTag status={status} /> },
  { header: 'Last', cell: standingWords },
]

const over: Column<AmendmentLine>[] = [
  { header: 'Amendment', cell: ({ id, name }) => <Link href={staffPaths.amendment(id)}>{name}</Link> },
  { header: 'Programme', cell: ({ programme }) => programme.name },
  { header: 'What was in it', cell: ({ contains }) => contains.join(', ') || 'Nothing' },
  { header: 'Who and when', cell: standingWords },
]

const isOpen = ({ status }: AmendmentLine) => status === 'draft' || status === 'proposed'

/** What programmes ask, and every amendment to it: drafted, proposed, published. */
export function FrameworksPage() {
  const { data: reference } = useSuspenseQuery(referenceQuery)
  const { data: amendments } = useSuspenseQuery(amendmentsQuery)
  return (
    <Page title="Framework">
      <p className="govuk-body govuk-!-width-two-thirds">
        What each programme asks of boroughs, and when. One person drafts an amendment and proposes it,
        another publishes it, and from its period on returns ask what it says. What was asked before stays as
        it was.
      </p>
      <Programmes reference={reference} />
      <Table
        stacks
        caption="Amendments under way"
        captionSize="m"
        columns={underWay}
        rows={amendments.filter(isOpen)}
        rowKey={({ id }) => id}
        empty="Nothing is drafted just now."
      />
      <Table
        stacks
        caption="Published amendments"
        captionSize="m"
        columns={over}
        rows={amendments.filter(({ status }) => status === 'published')}
        rowKey={({ id }) => id}
        empty="Nothing was amended on these pages yet."
      />
    </Page>
  )
}

function Programmes({ reference }: { reference: FrameworkReference }) {
  const mayBegin = reference.mayPropose || reference.programmes.some(({ mayEdit }) => mayEdit)
  return (
    <>
      <h2 className="govuk-heading-m">Programmes</h2>
      <ul className="govuk-list">
        {reference.programmes.map(({ code, name }) => (
          <li key={code}>
            <Link href={staffPaths.frameworkOf(code)}>{name}</Link>
          </li>
        ))}
      </ul>
      {mayBegin && <ButtonLink href={staffPaths.beginAmendment()}>Change the framework</ButtonLink>}
    </>
  )
}
