/** The whole collection of a programme and a year: authorities by period, in a fixed number of queries. */
import {
  isAmong,
  timelinessOf,
  type StandingName,
  type Timeliness,
} from '@inclusion/shared/collection/timeliness'
import { windowState, type WindowState } from '@inclusion/shared/collection/windows'
import { periodLabel, periodOf, yearLabel, type PeriodId } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { Progress } from '@inclusion/shared/progress'
import type { ReturnStatus } from '@inclusion/shared/returns'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { londonDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { extendedFrom } from '../returns/due.ts'
import { findProgress } from './progress.ts'
import {
  findGrants,
  findReminded,
  findStandings,
  findWindows,
  listProgrammes,
  type StandingRow,
  type StoredWindow,
} from './store.ts'

export type CollectionCell = {
  returnId: string
  status: ReturnStatus
  timeliness: Timeliness
  dueOn: string
  /** The day in London of its first submission. */
  filedOn: string | null
  /** The due day that an extension moved; null without one. */
  extendedFrom: string | null
  /** Null once it is filed: nothing of it is blank then. */
  progress: Progress | null
  remindedOn: string | null
}

export type CollectionTotals = {
  asked: number
  onTime: number
  late: number
  outstanding: number
  overdue: number
}

export type CollectionPeriod = {
  id: PeriodId
  label: string
  opensOn: string
  dueOn: string
  state: WindowState
  totals: CollectionTotals
}

export type CollectionRow = {
  gssCode: string
  name: string
  /** One for each period, in order; null where no return is asked for. */
  cells: (CollectionCell | null)[]
}

export type CollectionView = {
  programme: { code: string; name: string }
  programmes: { code: string; name: string }[]
  year: string
  years: string[]
  periods: CollectionPeriod[]
  rows: CollectionRow[]
  /** How many authorities are like that; no more than `mostRows` are listed. */
  matching: number
  mayManage: boolean
}

/** What is listed at once: three times as many as there are authorities in London. */
export const mostRows = 100

type Wanted = {
  programme?: string | undefined
  year?: string | undefined
  status?: ReturnStatus | StandingName | undefined
}

/** Throws `not-found` for a programme or year that is none, or none of the actor's. */
export async function viewCollection(
  context: Context,
  actor: Actor,
  wanted: Wanted,
): Promise<CollectionView> {
  const { db } = context
  const on = today(context)
  const { programme, programmes } = await chooseProgramme(context, actor, wanted.programme)
  const windows = await findWindows(db, programme.code)
  const years = [...new Set(windows.map(({ periodId }) => yearOf(periodId)))].toReversed()
  const year = wanted.year ?? latestBegun(windows, on) ?? years[0]
  if (year === undefined || !years.includes(year)) throw new Problem('not-found')
  const ofYear = windows.filter(({ periodId }) => yearOf(periodId) === year)
  const periodIds = ofYear.map(({ periodId }) => periodId)
  const may = mayOn(actor, 'collection.see', programme.code)
  const grants = (await findGrants(db, programme.code)).filter(({ gssCode }) => may(gssCode))
  const standings = (await findStandings(db, programme.code, periodIds)).filter(({ gssCode }) => may(gssCode))
  const judged = standings.map((row) => judgedOn(row, on))
  const byGrant = Map.groupBy(judged, ({ row }) => row.grantId)
  const isFuture = ofYear.some(({ opensOn }) => opensOn > on)
  const matching = grants.filter(({ id }) => {
    const own = byGrant.get(id) ?? []
    return wanted.status === undefined
      ? isFuture || own.length > 0
      : own.some((each) => isAmong(each, wanted.status!))
  })
  const listed = matching.slice(0, mostRows)
  const cells = await cellsOf(
    context,
    listed.flatMap(({ id }) => byGrant.get(id) ?? []),
  )
  return {
    programme,
    programmes,
    year,
    years,
    periods: ofYear.map((window) => periodView(window, judged, on)),
    rows: listed.map(({ id, gssCode, name }) => ({
      gssCode,
      name,
      cells: periodIds.map((periodId) => cells.get(`${id} ${periodId}`) ?? null),
    })),
    matching: matching.length,
    mayManage: allowedOn(actor, 'collection.manage', { programme: programme.code }),
  }
}

/** The programme asked for among those the actor sees, or the first of them. */
export async function chooseProgramme({ db }: Context, actor: Actor, wanted: string | undefined) {
  const programmes = (await listProgrammes(db)).filter(({ code }) =>
    allowedOn(actor, 'collection.see', { programme: code }),
  )
  const programme = wanted ? programmes.find(({ code }) => code === wanted) : programmes[0]
  if (!programme) throw new Problem('not-found')
  return { programme, programmes }
}

/** Asked of many authorities: those whose scope is all of them answer once. */
function mayOn(actor: Actor, capability: 'collection.see', programme: string): (gssCode: string) => boolean {
  if (allowedOn(actor, capability, { programme })) return () => true
  return (gssCode) => allowedOn(actor, capability, { programme, gssCode })
}

const yearOf = (periodId: PeriodId): string => yearLabel(periodOf(periodId).year)

/** The year of the latest window that has opened. */
function latestBegun(windows: readonly StoredWindow[], on: string): string | undefined {
  const begun = windows.findLast(({ opensOn }) => opensOn <= on)
  return begun && yearOf(begun.periodId)
}

type Judged = { row: StandingRow; status: ReturnStatus; timeliness: Timeliness; isExtended: boolean }

const judgedOn = (row: StandingRow, on: string): Judged => ({
  row,
  status: row.status,
  timeliness: timelinessOf(row, on),
  isExtended: extendedFrom(row) !== null,
})

const isOpen = ({ timeliness }: Judged): boolean => ['outstanding', 'overdue'].includes(timeliness.kind)

function periodView(window: StoredWindow, judged: readonly Judged[], on: string): CollectionPeriod {
  const { periodId, opensOn, dueOn } = window
  const own = judged.filter(({ row }) => row.periodId === periodId)
  const count = (kind: Timeliness['kind']) => own.filter(({ timeliness }) => timeliness.kind === kind).length
  const outstanding = own.filter(isOpen).length
  return {
    id: periodId,
    label: periodLabel(periodId),
    opensOn,
    dueOn,
    state: windowState(window, { on, outstanding }),
    totals: {
      asked: own.length,
      onTime: count('on-time'),
      late: count('late'),
      outstanding,
      overdue: count('overdue'),
    },
  }
}

async function cellsOf({ db }: Context, judged: readonly Judged[]): Promise<Map<string, CollectionCell>> {
  const open = judged.filter(isOpen).map(({ row }) => row)
  const progress = await findProgress(db, open)
  const reminded = await findReminded(
    db,
    open.map(({ id }) => id),
  )
  return new Map(
    judged.map(({ row, timeliness }) => [
      `${row.grantId} ${row.periodId}`,
      {
        returnId: row.id,
        status: row.status,
        timeliness,
        dueOn: row.dueOn,
        filedOn: row.filedAt === null ? null : londonDate(row.filedAt),
        extendedFrom: extendedFrom(row),
        progress: progress.get(row.id) ?? null,
        remindedOn: reminded.get(row.id) ?? null,
      },
    ]),
  )
}
