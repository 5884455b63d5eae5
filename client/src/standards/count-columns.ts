import type { Counts } from '@inclusion/server/standards/compare'
import type { Column } from '../ui/table.tsx'

const number = (count: number): string => count.toLocaleString('en-GB')

/** In how many returns something was found by each edition, newly, no more, or with another severity. */
export const countColumns = <Row extends Counts>(): Column<Row>[] => [
  { header: 'Own edition', cell: ({ present }) => number(present), numeric: true },
  { header: 'This draft', cell: ({ draft }) => number(draft), numeric: true },
  { header: 'Newly', cell: ({ added }) => number(added), numeric: true },
  { header: 'No more', cell: ({ gone }) => number(gone), numeric: true },
  { header: 'Other severity', cell: ({ moved }) => number(moved), numeric: true },
]
