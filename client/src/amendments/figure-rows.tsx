import type { PeriodId } from '@inclusion/shared/periods'
import { periodLabel } from '@inclusion/shared/periods'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { Tag, type TagColour } from '../ui/tag.tsx'
import { endFigure, leaveAlone, moveFigure, type ContentChange } from './content-changes.ts'
import type { FigureLine } from './figure-lines.ts'
import type { Saving } from './use-saving.ts'

type FigureRowsProps = { lines: readonly FigureLine[]; saving: Saving; from: PeriodId }

/** The figures, section by section, each with what can be done with it. */
export function FigureRows({ lines, saving, from }: FigureRowsProps) {
  const sections = [...Map.groupBy(lines, ({ section }) => section)]
  const columns = columnsOf(saving, from)
  if (lines.length === 0) return <p className="govuk-body">Nothing is asked yet.</p>
  return sections.map(([name, rows]) => (
    <Table
      key={name}
      caption={name || 'In no section'}
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
    />
  ))
}

const tags: Record<FigureLine['what'], { colour: TagColour; words: string } | null> = {
  new: { colour: 'green', words: 'New' },
  changed: { colour: 'yellow', words: 'Changed' },
  ended: { colour: 'grey', words: 'No longer asked' },
  same: null,
}

const columnsOf = (saving: Saving, from: PeriodId): Column<FigureLine>[] => [
  {
    header: 'Figure',
    cell: ({ code, label, what }) =>
      what === 'ended' ? (
        label
      ) : (
        <>
          <Link href={staffPaths.amendmentFigure(saving.ground.id, code)}>{label || code}</Link>
          <span className="app-grid__small">{code}</span>
        </>
      ),
  },
  {
    header: 'In this draft',
    cell: ({ what, words }) => {
      const tag = tags[what]
      if (tag === null) return 'As it is'
      return (
        <>
          <Tag colour={tag.colour}>{tag.words}</Tag>
          <span className="app-grid__small">{words}</span>
        </>
      )
    },
  },
  { header: 'What to do', cell: (line) => <FigureActs line={line} saving={saving} from={from} /> },
]

function FigureActs({ line, saving, from }: { line: FigureLine; saving: Saving; from: PeriodId }) {
  const { code, label, what } = line
  const act = (words: string, change: ContentChange, done: string) => (
    <button
      key={words}
      type="button"
      className="app-link-button"
      onClick={() => saving.save({ change, done })}
    >
      {words}
      <span className="govuk-visually-hidden"> {label}</span>
    </button>
  )
  if (what === 'same')
    return act(
      'Stop asking it',
      endFigure(code, from),
      `${label} is no longer asked from ${periodLabel(from)}.`,
    )
  if (what !== 'new') return act('Leave it as it is', leaveAlone(code), `${label} stays as it is.`)
  return (
    <span className="app-acts">
      {act('Move up', moveFigure(code, -1), `${label} is moved up.`)}
      {act('Move down', moveFigure(code, 1), `${label} is moved down.`)}
      {act('Take it out', leaveAlone(code), `${label} is taken out.`)}
    </span>
  )
}
