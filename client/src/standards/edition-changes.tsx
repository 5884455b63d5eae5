import { useSuspenseQuery } from '@tanstack/react-query'
import type { EditionView } from '@inclusion/server/standards/view'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { differencesOf, type Difference } from './edition-differences.ts'
import { editionQuery } from './queries.ts'

/** What an edition changes against the one it is based on. */
export function EditionChanges({ edition, basedOn }: { edition: EditionView; basedOn: string }) {
  const { data: ground } = useSuspenseQuery(editionQuery(basedOn))
  return (
    <Table
      caption="What it changes"
      captionSize="m"
      columns={columnsFor(edition, ground.name)}
      rows={differencesOf(ground, edition)}
      rowKey={({ code }) => code}
      empty={`Nothing yet: it is the same as ${ground.name}.`}
    />
  )
}

function columnsFor({ id, actions }: EditionView, ground: string): Column<Difference>[] {
  const mayEdit = actions.edit === null
  return [
    {
      header: 'Check',
      cell: ({ code, title }) => (
        <>
          {code} <Link href={mayEdit ? staffPaths.editCheck(id, code) : paths.check(code, id)}>{title}</Link>
        </>
      ),
    },
    {
      header: `Against ${ground}`,
      cell: ({ changes }) => changes.map((change) => <div key={change}>{change}</div>),
    },
  ]
}
