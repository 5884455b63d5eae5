import type { LocalDate } from '@inclusion/shared/time'
import type { Column } from '../layout.ts'
import type { HeadingCell } from './heading-cells.ts'

type Headed = { cell: HeadingCell; day: LocalDate | null }

/** One column for a day holds both sessions; of two that do not say, the first is the morning's. */
function sessionsOf(columns: readonly HeadingCell[]): Column['session'][] | null {
  const silent = columns.filter(({ session }) => session === null)
  if (silent.length === 0) return columns.map(({ session }) => session)
  if (silent.length < columns.length) return null
  if (columns.length === 1) return ['both']
  return columns.length === 2 ? ['am', 'pm'] : null
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

const unclear = (heading: string) =>
  `More than two columns are headed “${heading}”, and they do not say AM or PM. ` +
  'Choose which of them are no columns of marks.'

/** The columns of marks of a pupil row or of a week's days, each with its session, or why not. */
export function dayColumns(headed: readonly Headed[]): { columns: Column[]; why: string | null } {
  const columns: Column[] = []
  let why: string | null = null
  for (const group of grouped(headed, ({ cell, day }) => day ?? `weekday ${cell.weekday}`)) {
    const sessions = sessionsOf(group.map(({ cell }) => cell))
    if (!sessions) why ??= unclear(group[0]?.cell.heading ?? '')
    for (const [at, { cell, day }] of group.entries()) {
      const { index, heading, weekday } = cell
      columns.push({
        index,
        heading,
        role: 'marks',
        day,
        session: sessions?.[at] ?? null,
        weekday: day === null ? weekday : null,
      })
    }
  }
  return { columns, why }
}
