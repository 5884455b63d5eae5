import { useSuspenseQuery } from '@tanstack/react-query'
import type { EditionView } from '@inclusion/server/standards/view'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { differencesOf, type Difference } from './edition-differences.ts'
import { editionQuery } from './queries.ts'

/** What an edition changes against the one it is based on. */
export function EditionChanges({ edition, basedOn }: { edition: EditionView; basedOn: string }) {
  const { data: ground } = useSuspenseQuery(editionQuery(basedOn))
  const mayEdit = edition.actions.edit === null
  const columns: Column<Difference>[] = [
    {
      header: 'Check',
      cell: ({ code, title }) => (
        <>
          {code}{' '}
          <Link href={mayEdit ? paths.editCheck(edition.id, code) : paths.check(code, edition.id)}>
            {title}
          </Link>
        </>
      ),
    },
    {
      header: `Against ${ground.name}`,
      cell: ({ changes }) => changes.map((change) => <div key={change}>{change}</div>),
    },
  ]
  return (
    <Table
      caption="What it changes"
      captionSize="m"
      columns={columns}
      rows={differencesOf(ground, edition)}
      rowKey={({ code }) => code}
      empty={`Nothing yet: it is the same as ${ground.name}.`}
    />
  )
}
