import type { BaselineUsed, FigureSource, PartOfFigure } from '@inclusion/server/provenance/figure-provenance'
import { shortDate } from '@inclusion/shared/time'
import { provenancePaths } from '../routing/provenance-paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { madeOfWords } from './source-words.ts'

const name: Column<PartOfFigure> = {
  header: 'Figure',
  cell: ({ returnId, locator, name: words }) => (
    <Link href={provenancePaths.figure(returnId, locator)} about="where it comes from">
      {words}
    </Link>
  ),
}
const amount: Column<PartOfFigure> = { header: 'What it says', cell: ({ shown }) => shown ?? 'Not given yet' }
const before: Column<PartOfFigure>[] = [
  { header: 'Period', cell: ({ period }) => period },
  { header: 'Version', numeric: true, cell: ({ version }) => version ?? '–' },
]

/** The figures that this one is made of, each one click from its own provenance. */
export function MadeOf({ source, returnId }: { source: FigureSource | null; returnId: string }) {
  if (!source || source.madeOf.length + source.baselines.length === 0) return null
  const isOwn = source.madeOf.every((part) => part.returnId === returnId)
  return (
    <>
      <Table
        caption={madeOfWords[source.kind]}
        captionSize="m"
        columns={isOwn ? [name, amount] : [name, amount, ...before]}
        rows={source.madeOf}
        rowKey={({ returnId: of, locator }) => `${of} ${locator}`}
        empty="Nothing that it is worked out from has been given yet."
      />
      {source.baselines.length > 0 && (
        <Table
          caption="Held against these baselines"
          captionSize="m"
          columns={baselines}
          rows={source.baselines}
          rowKey={({ name: setting }) => setting}
        />
      )}
    </>
  )
}

const baselines: Column<BaselineUsed>[] = [
  { header: 'Setting', cell: ({ name: setting }) => setting },
  { header: 'Baseline', cell: ({ shown }) => shown ?? 'Blank' },
  { header: 'Its window', cell: ({ from, until }) => `${shortDate(from)} until before ${shortDate(until)}` },
  { header: 'Source', cell: ({ source }) => source },
]
