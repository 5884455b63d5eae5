/** What a save is to write, and what is stored before it. */
import { isDeepStrictEqual } from 'node:util'
import type { Drafts } from '@inclusion/shared/figure-changes'
import type { EntryPart, FigureChange } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { PeriodId } from '@inclusion/shared/periods'
import type { PupilRow, SessionRow } from '../setting-reports/attendance-store.ts'
import type { DataPoint } from './store.ts'

export type Planned = {
  returnId: string
  periodId: PeriodId
  changes: FigureChange[]
  definitions: Map<string, IndicatorDefinition>
  provenance: 'typed' | 'pasted' | 'file' | 'api' | 'prefill'
  onBehalf: boolean
  personId: string
  at: string
}

/** One line of the figure's history in the audit: numbers, and words of ours for what is none, never a text. */
type Trail = [locator: string, revision: number, ...numbers: (number | string | null)[]]

export type Plan = {
  points: DataPoint[]
  sessions: SessionRow[]
  pupils: PupilRow[]
  drafts: { returnId: string; locator: string; part: string; entered: string }[]
  clearedDrafts: string[]
  revisions: Record<string, number>
  /** What is stored now, by locator; a figure never saved has revision 0. */
  current: Map<string, { revision: number; changedBy: string | null; changedAt: string | null }>
  trail: Trail[]
  /** Changes that came late to find the figure as they want it: nothing of them is stored. */
  settled: Set<string>
}

export type Stored = {
  points: Map<string, DataPoint>
  sessions: SessionRow[]
  pupils: PupilRow[]
  drafts: { locator: string; part: string; entered: string }[]
}

export type Step<Place> = { plan: Plan; planned: Planned; stored: Stored; change: FigureChange; place: Place }

type Settling = Pick<Recorded, 'plan' | 'stored' | 'change' | 'drafts' | 'row'> & {
  before: object
  after: object
}

/**
 * Whether a change of an older revision finds the figure as it would leave it: a repeat whose key is forgotten,
 * or two people who typed the same. There is nothing to choose then, and nothing to store.
 */
export function settle({ plan, stored, change, drafts, row, before, after }: Settling): boolean {
  const { locator, revision } = change
  if (!row || row.revision === revision || !isDeepStrictEqual(before, after)) return false
  const kept = new Map(
    stored.drafts.filter((draft) => draft.locator === locator).map(({ part, entered }) => [part, entered]),
  )
  const holds = Object.entries(drafts).every(
    ([part, entered]) => (entered || null) === (kept.get(part) ?? null),
  )
  if (!holds) return false
  plan.settled.add(locator)
  plan.revisions[locator] = row.revision
  return true
}

type Recorded = {
  plan: Plan
  planned: Planned
  stored: Stored
  change: FigureChange
  drafts: Drafts
  row: { revision: number; changedBy: string; changedAt: string } | undefined
}

/**
 * Drafts are written anew for the figure: those it keeps, those it gains, less those that now read. The trail is
 * told `numbers`, and whether an entry stands beside them that cannot be read, which would look like none.
 */
export function record({
  plan,
  planned,
  stored,
  change: { locator, revision },
  drafts,
  row,
  numbers,
}: Recorded & { numbers: (number | string | null)[] }): void {
  const { returnId } = planned
  plan.revisions[locator] = revision + 1
  plan.current.set(locator, {
    revision: row?.revision ?? 0,
    changedBy: row?.changedBy ?? null,
    changedAt: row?.changedAt ?? null,
  })
  const kept = stored.drafts.filter((draft) => draft.locator === locator)
  if (kept.length > 0) plan.clearedDrafts.push(locator)
  const after: Record<string, string | null | undefined> = Object.fromEntries(
    kept.map(({ part, entered }) => [part, entered]),
  )
  for (const part of Object.keys(drafts) as EntryPart[]) after[part] = drafts[part]
  const standing = Object.entries(after).flatMap(([part, entered]) =>
    entered ? [{ returnId, locator, part, entered }] : [],
  )
  plan.drafts.push(...standing)
  plan.trail.push([locator, revision + 1, ...numbers, ...(standing.length > 0 ? ['unreadable'] : [])])
}
