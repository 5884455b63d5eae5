/** Turns changes as typed into the rows to store, by reading what is there now. Writes nothing. */
import type { Trx } from '@inclusion/db/open'
import { applyChange, applyCounts, type Drafts } from '@inclusion/shared/figure-changes'
import {
  emptyFigure,
  pupilParts,
  sessionParts,
  type EntryPart,
  type FigureChange,
} from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type AttendanceLocator, type FigureLocator } from '@inclusion/shared/locators'
import { periodOf, academicYearsOf, previousPeriod } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { AttendanceCountRow, AttendancePupilRow } from '@inclusion/db/tables/setting-reports'
import type { Selectable } from 'kysely'
import { figureOf, type DataPoint } from './store.ts'

export type Planned = {
  returnId: string
  changes: FigureChange[]
  definitions: Map<string, IndicatorDefinition>
  provenance: 'typed' | 'pasted' | 'file' | 'api'
  onBehalf: boolean
  personId: string
  at: string
}

/** One line of the figure's history in the audit: numbers only, never a text. */
type Trail = [locator: string, revision: number, ...numbers: (number | string | null)[]]

export type Plan = {
  points: DataPoint[]
  sessions: Omit<Selectable<AttendanceCountRow>, 'byCode'>[]
  pupils: Omit<
    Selectable<AttendancePupilRow>,
    'dispersion' | 'windowStartsOn' | 'windowEndsBefore' | 'windowKind' | 'source'
  >[]
  drafts: { returnId: string; locator: string; part: string; entered: string }[]
  clearedDrafts: string[]
  revisions: Record<string, number>
  /** What is stored now, by locator; a figure never saved has revision 0. */
  current: Map<string, { revision: number; changedBy: string | null; changedAt: string | null }>
  trail: Trail[]
}

type Stored = {
  points: Map<string, DataPoint>
  sessions: Selectable<AttendanceCountRow>[]
  pupils: Selectable<AttendancePupilRow>[]
  drafts: { locator: string; part: string; entered: string }[]
}

export async function planChanges(trx: Trx, planned: Planned): Promise<Plan> {
  const stored = await findStored(trx, planned)
  const plan: Plan = {
    points: [],
    sessions: [],
    pupils: [],
    drafts: [],
    clearedDrafts: [],
    revisions: {},
    current: new Map(),
    trail: [],
  }
  for (const change of planned.changes) {
    const place = readLocator(change.locator)
    if (place.kind === 'figure') planFigure({ plan, planned, stored, change, place })
    else planAttendance({ plan, planned, stored, change, place })
  }
  return plan
}

const fewFigures = 20

async function findStored(trx: Trx, { returnId, changes }: Planned): Promise<Stored> {
  const locators = changes.map(({ locator }) => locator)
  let pointQuery = trx.selectFrom('data_points').selectAll().where('returnId', '=', returnId)
  let draftQuery = trx
    .selectFrom('draft_texts')
    .select(['locator', 'part', 'entered'])
    .where('returnId', '=', returnId)
  // A whole return is read whole: naming each of its figures costs more than reading the few others.
  if (locators.length <= fewFigures) {
    pointQuery = pointQuery.where('locator', 'in', locators)
    draftQuery = draftQuery.where('locator', 'in', locators)
  }
  const points = await pointQuery.execute()
  const drafts = await draftQuery.execute()
  const ofReport = locators.some((locator) => readLocator(locator).kind === 'attendance')
  return {
    points: new Map(points.map((point) => [point.locator, point])),
    drafts,
    sessions: ofReport
      ? await trx.selectFrom('attendance_counts').selectAll().where('returnId', '=', returnId).execute()
      : [],
    pupils: ofReport
      ? await trx.selectFrom('attendance_pupils').selectAll().where('returnId', '=', returnId).execute()
      : [],
  }
}

type Step<Place> = { plan: Plan; planned: Planned; stored: Stored; change: FigureChange; place: Place }

function planFigure({ plan, planned, stored, change, place }: Step<FigureLocator>): void {
  const definition = planned.definitions.get(place.indicator)!
  const row = stored.points.get(change.locator)
  const before = row ? figureOf(row) : emptyFigure
  if (change.missing && before.text !== null && change.text !== '') {
    const message = 'There are words here. Clear them first, if there is nothing to say.'
    throw new Problem('invalid-request', { errors: [{ field: change.locator, message }] })
  }
  const { figure, drafts } = applyChange(definition, before, change)
  const revision = change.revision + 1
  const { evidence, ...numbers } = figure
  const { returnId, provenance, personId, at } = planned
  plan.points.push({
    returnId,
    locator: change.locator,
    indicator: place.indicator,
    urn: place.urn,
    category: place.dimension ? `${place.dimension}:${place.category}` : null,
    ...numbers,
    evidence: evidence ? JSON.stringify(evidence) : null,
    provenance,
    onBehalf: planned.onBehalf ? 1 : 0,
    revision,
    changedBy: personId,
    changedAt: at,
  })
  const { value, numerator, denominator, people, missing } = figure
  plan.trail.push([change.locator, revision, value, numerator, denominator, people, missing])
  record({ plan, planned, stored, change, drafts, row })
}

function planAttendance(step: Step<AttendanceLocator>): void {
  const { plan, planned, stored, change, place } = step
  refuseForeignParts(planned, change, place)
  const { urn, cohort, academicYear } = place
  const key = { returnId: planned.returnId, urn, cohort }
  const mark = { revision: change.revision + 1, changedBy: planned.personId, changedAt: planned.at }
  if (academicYear === null) {
    const row = stored.pupils.find((pupils) => pupils.urn === urn && pupils.cohort === cohort)
    const { enrolments = null, persistent = null, severe = null } = row ?? {}
    const { figure, drafts } = applyCounts({ enrolments, persistent, severe }, change)
    plan.pupils.push({ ...key, ...figure, ...mark })
    plan.trail.push([change.locator, mark.revision, figure.enrolments, figure.persistent, figure.severe])
    return record({ plan, planned, stored, change, drafts, row })
  }
  const row = stored.sessions.find(
    (counts) => counts.urn === urn && counts.cohort === cohort && counts.academicYear === academicYear,
  )
  const { possible = null, attended = null, authorised = null, unauthorised = null } = row ?? {}
  const { figure, drafts } = applyCounts({ possible, attended, authorised, unauthorised }, change)
  plan.sessions.push({ ...key, academicYear, ...figure, source: 'typed', ...mark })
  plan.trail.push([
    change.locator,
    mark.revision,
    figure.possible,
    figure.attended,
    figure.authorised,
    figure.unauthorised,
  ])
  record({ plan, planned, stored, change, drafts, row })
}

/** Sessions belong to an academic year that the period touches, pupils to the period; nothing else fits. */
function refuseForeignParts(
  { returnId }: Planned,
  { locator, entries, ...rest }: FigureChange,
  place: AttendanceLocator,
): void {
  const parts: readonly string[] = place.academicYear === null ? pupilParts : sessionParts
  const strange = Object.keys(entries ?? {}).find((part) => !parts.includes(part))
  const period = periodOf(returnId.split('-').slice(2).join('-'))
  const before = place.cohort === 'baseline' ? academicYearsOf(previousPeriod(period.id)) : []
  const years = [...new Set([...before, ...academicYearsOf(period.id)])]
  const otherYear = place.academicYear !== null && !years.includes(place.academicYear)
  const more = Object.keys(rest).some((member) => member !== 'revision')
  if (strange === undefined && !otherYear && !more) return
  const message = otherYear
    ? `Give the sessions in the academic year they lie in: ${years.join(' or ')}.`
    : `Only ${parts.join(', ')} can be given here.`
  throw new Problem('invalid-request', { errors: [{ field: locator, message }] })
}

type Recorded = {
  plan: Plan
  planned: Planned
  stored: Stored
  change: FigureChange
  drafts: Drafts
  row: { revision: number; changedBy: string; changedAt: string } | undefined
}

/** Drafts are written anew for the figure: those it keeps, those it gains, less those that now read. */
function record({ plan, planned, stored, change: { locator, revision }, drafts, row }: Recorded): void {
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
  for (const [part, entered] of Object.entries(after)) {
    if (entered) plan.drafts.push({ returnId, locator, part, entered })
  }
}
