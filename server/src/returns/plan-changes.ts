/** Turns changes as typed into the rows to store, by reading what is there now. Writes nothing. */
import type { Trx } from '@inclusion/db/open'
import { applyChange } from '@inclusion/shared/figure-changes'
import { emptyFigure, isAnswered } from '@inclusion/shared/figures'
import { readLocator, type FigureLocator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import { findCountRows } from '../setting-reports/attendance-store.ts'
import { planAttendance } from './plan-attendance.ts'
import { record, settle, type Plan, type Planned, type Step, type Stored } from './plan.ts'
import { refuseCounts } from './refuse-counts.ts'
import { figureOf } from './store.ts'

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
    settled: new Set(),
  }
  for (const change of planned.changes) {
    const place = readLocator(change.locator)
    if (place.kind === 'figure') planFigure({ plan, planned, stored, change, place })
    else planAttendance({ plan, planned, stored, change, place })
  }
  refuseCounts(plan, stored, planned)
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
    ...(ofReport ? await findCountRows(trx, returnId) : { sessions: [], pupils: [] }),
  }
}

function planFigure({ plan, planned, stored, change, place }: Step<FigureLocator>): void {
  const definition = planned.definitions.get(place.indicator)!
  const row = stored.points.get(change.locator)
  const before = row ? figureOf(row) : emptyFigure
  if (change.missing && before.text !== null && change.text !== '') {
    const message = 'There are words here. Clear them first, if there is nothing to say.'
    throw new Problem('invalid-request', { errors: [{ field: change.locator, message }] })
  }
  const { figure, drafts } = applyChange(definition, before, change)
  if (settle({ plan, stored, change, drafts, row, before, after: figure })) return
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
    // What is copied beside a figure that somebody gave says nothing of where the figure is from.
    provenance: row && provenance === 'prefill' && isAnswered(before) ? row.provenance : provenance,
    onBehalf: planned.onBehalf ? 1 : 0,
    revision,
    changedBy: personId,
    changedAt: at,
  })
  const { value, numerator, denominator, people, missing } = figure
  const told = [value, numerator, denominator, people, missing]
  record({ plan, planned, stored, change, drafts, row, numbers: told })
}
