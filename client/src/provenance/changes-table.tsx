import type { FigureChanged, FigureProvenance } from '@inclusion/server/provenance/figure-provenance'
import { shortMoment } from '@inclusion/shared/time'
import { Table, type Column } from '../ui/table.tsx'
import { becameWords, changeWords, fileWords } from './source-words.ts'

const columnsOf = (figure: FigureProvenance): Column<FigureChanged>[] => [
  { header: 'When', cell: ({ at }) => shortMoment(at) },
  { header: 'Became', cell: (change) => becameWords(figure, change) },
  { header: 'By', cell: ({ by }) => by ?? 'The service' },
  { header: 'How', cell: (change) => <How {...change} /> },
]

/** Each change that was saved, latest first. Of words it is kept that they changed, and not what they were. */
export function ChangesTable({ figure }: { figure: FigureProvenance }) {
  const { changes } = figure
  if (changes.length === 0) return null
  return (
    <Table
      caption="Every change of it"
      captionSize="m"
      columns={columnsOf(figure)}
      rows={changes}
      rowKey={({ revision }) => String(revision)}
    />
  )
}

function How({ provenance, onBehalf, after, file }: FigureChanged) {
  return (
    <>
      {changeWords(provenance, { counted: after.counted, onBehalf })}
      {file && <div className="app-reason">{fileWords(file)}</div>}
    </>
  )
}
