import { useQueries, useQuery } from '@tanstack/react-query'
import { periodLabel } from '@inclusion/shared/periods'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { differencesOf } from './edition-differences.ts'
import { editionQuery, editionsQuery } from './queries.ts'

type Line = { id: string; name: string; from: string; words: string }

/** The check across published editions, the latest at the top: what each changed of it. */
export function CheckHistory({ code, shown }: { code: string; shown: string }) {
  const { data: lines = [] } = useQuery(editionsQuery)
  const published = lines.filter(({ status }) => status === 'published')
  const editions = useQueries({ queries: published.map(({ id }) => editionQuery(id)) }).flatMap(
    ({ data }) => data ?? [],
  )
  if (published.length < 2 || editions.length < published.length) return null
  const rows = editions
    .filter(({ checks }) => checks.some((check) => check.code === code))
    .map((edition): Line => {
      const ground = editions.find(({ id }) => id === edition.basedOn)
      const changed = ground && differencesOf(ground, edition).find((each) => each.code === code)
      const words = ground ? (changed?.changes.join(' ') ?? 'As before.') : 'The first edition.'
      return { id: edition.id, name: edition.name, from: periodLabel(edition.effectiveFrom), words }
    })
  return (
    <Table
      caption="This check across editions"
      captionSize="m"
      columns={columnsFor(code, shown)}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

const columnsFor = (code: string, shown: string): Column<Line>[] => [
  {
    header: 'Edition',
    cell: ({ id, name }) => (id === shown ? name : <Link href={paths.check(code, id)}>{name}</Link>),
  },
  { header: 'For returns from', cell: ({ from }) => from },
  { header: 'What it changed', cell: ({ words }) => words },
]
