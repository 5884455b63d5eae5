/**
 * The history of one figure: who changed it from what to what, when, how it came in, and what it was in each version.
 * Read from the audit trail, which keeps the numbers of every figure saved and never a text. What a figure was before
 * a change is what the change before it left.
 */
import type { Db } from '@inclusion/db/open'
import { numberParts, pupilParts, sessionParts, type EntryPart } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { attendanceLocator, readLocator, type Locator } from '@inclusion/shared/locators'
import { academicYearsOf, type PeriodId } from '@inclusion/shared/periods'
import type { Context } from '../context.ts'
import { definitionsOf } from '../framework/store.ts'
import { carriedSince } from './carried-since.ts'
import { namesOf } from './store.ts'
import { findVersions, type StoredVersion } from './versions.ts'

/** What a figure, or a setting's counts, said in numbers. Of a text nothing is kept but that it changed. */
export type HeldNumbers = {
  numbers: { [Part in EntryPart]?: number | null | undefined }
  missing: 'z' | 'x' | null
  /** A setting's counts: counted from its register in the browser, not typed. */
  counted: boolean
  /** Whether an entry stood there too that could not be read as a figure. */
  unreadable: boolean
}

type GivenBy = 'typed' | 'pasted' | 'file' | 'api' | 'prefill'

export type FigureEvent = {
  /** Of the audit trail. */
  position: number
  at: string
  by: string | null
  revision: number
  /** What it was: nothing but nulls before its first change; null where that is not on record. */
  before: HeldNumbers | null
  after: HeldNumbers
  /** How it came in; null for changes saved before that was kept. */
  provenance: GivenBy | 'carried' | null
  /** Entered by the borough in the place of a setting without a head. */
  onBehalf: boolean
}

export type FigureFiling = {
  version: number
  reference: string
  submittedAt: string
  sentBy: string | null
  certifiedBy: string | null
  /** What the version holds; null where it holds nothing of this figure. */
  held: HeldNumbers | null
}

export type FigureHistory = {
  returnId: string
  locator: Locator
  /** Latest first. */
  changes: FigureEvent[]
  /** First to last. */
  filings: FigureFiling[]
  /** Of a figure that is worked out: the counts it is worked out from, which have histories of their own. */
  workedOutFrom: Locator[]
}

/** More changes than anybody makes to one figure of one return. */
const most = 500

/** The history of a figure, of whoever may see it: the caller judges. */
export async function viewFigureHistory(
  { db }: Context,
  { returnId, periodId, locator }: { returnId: string; periodId: PeriodId; locator: Locator },
): Promise<FigureHistory> {
  const [found, versions, definitions] = await Promise.all([
    findLines(db, returnId, locator),
    findVersions(db, returnId),
    definitionsOf(db, returnId),
  ])
  const since = await carriedSince(db, { returnId, periodId, locator, definitions })
  const lines = found.map((line, index) => asCarried(line, found[index - 1], since))
  const people = [
    ...lines.map(({ personId }) => personId),
    ...versions.flatMap(({ sentBy, certifiedBy }) => [sentBy, certifiedBy]),
  ]
  const names = await namesOf(db, people)
  const nameOf = (personId: string | null) => (personId === null ? null : (names[personId] ?? null))
  return {
    returnId,
    locator,
    changes: eventsOf(lines, locator, nameOf).toReversed(),
    filings: versions.map((version) => filingOf(version, locator, nameOf)),
    workedOutFrom: countsBehind(definitions, { locator, periodId }),
  }
}

type Line = {
  position: number
  at: string
  personId: string | null
  revision: number
  numbers: (number | string | null)[]
  provenance: FigureEvent['provenance']
  onBehalf: boolean
}

/** The acts that change figures; others name them too. */
const saves = ['return.save-figures', 'setting-report.save-figures']

/** The lines of the trail that name the figure, first to last. */
async function findLines(db: Db, returnId: string, locator: Locator): Promise<Line[]> {
  const rows = await db
    .selectFrom('audit_subjects as of_return')
    .innerJoin('audit_subjects as of_figure', 'of_figure.position', 'of_return.position')
    .innerJoin('audit_events', 'audit_events.position', 'of_return.position')
    .select(['audit_events.position', 'at', 'audit_events.personId', 'detail'])
    .where('of_return.key', '=', `return:${returnId}`)
    .where('of_figure.key', '=', `figure:${locator}`)
    .where('action', 'in', saves)
    .orderBy('audit_events.position', 'desc')
    .limit(most)
    .execute()
  return rows.toReversed().flatMap(({ detail, ...row }) => {
    const { figures = [], provenance = null, onBehalf = false } = JSON.parse(detail) as Saved
    const found = figures.filter(([name]) => name === locator)
    return found.map(([, revision, ...numbers]) => ({ ...row, revision, numbers, provenance, onBehalf }))
  })
}

/** As a save notes it. */
type Saved = {
  figures?: [Locator, number, ...(number | string | null)[]][]
  provenance?: GivenBy
  onBehalf?: boolean
}

/**
 * A level that was carried already cannot be given as anything else: whoever saves it with others did not type it.
 * Where only what stands beside it was changed, that was given as the save says.
 */
function asCarried(line: Line, earlier: Line | undefined, since: number | null): Line {
  const [value] = line.numbers
  const isCarried = since !== null && line.position > since && typeof value === 'number'
  return isCarried && value !== earlier?.numbers[0] ? { ...line, provenance: 'carried' } : line
}

type NameOf = (personId: string | null) => string | null

function eventsOf(lines: readonly Line[], locator: Locator, nameOf: NameOf): FigureEvent[] {
  return lines.map(({ numbers, personId, ...line }, index) => {
    const earlier = lines[index - 1]
    const isNext = earlier?.revision === line.revision - 1
    const before = isNext
      ? heldOf(locator, earlier.numbers)
      : line.revision === 1
        ? heldOf(locator, [])
        : null
    return { ...line, by: nameOf(personId), before, after: heldOf(locator, numbers) }
  })
}

/** The parts of a figure, or of counts, in the order the trail keeps them. */
function partsOf(locator: Locator): readonly EntryPart[] {
  const place = readLocator(locator)
  if (place.kind === 'figure') return numberParts
  return place.academicYear === null ? pupilParts : sessionParts
}

function heldOf(locator: Locator, numbers: readonly (number | string | null)[]): HeldNumbers {
  const parts = partsOf(locator)
  const rest = numbers.slice(parts.length)
  return {
    numbers: Object.fromEntries(
      parts.map((part, index) => [part, typeof numbers[index] === 'number' ? numbers[index] : null]),
    ),
    missing: rest.find((mark) => mark === 'z' || mark === 'x') ?? null,
    counted: rest.includes('register'),
    unreadable: rest.includes('unreadable'),
  }
}

function filingOf(version: StoredVersion, locator: Locator, nameOf: NameOf): FigureFiling {
  return {
    version: version.version,
    reference: version.reference,
    submittedAt: version.submittedAt,
    sentBy: nameOf(version.sentBy),
    certifiedBy: nameOf(version.certifiedBy),
    held: heldIn(version, locator),
  }
}

/** An entry that cannot be read keeps a return from being filed. */
const readable = { unreadable: false }

function heldIn({ content }: StoredVersion, locator: Locator): HeldNumbers | null {
  const place = readLocator(locator)
  const parts = partsOf(locator)
  const pick = (given: object) => {
    const known = given as Partial<Record<EntryPart, number | null>>
    return Object.fromEntries(parts.map((part) => [part, known[part] ?? null]))
  }
  if (place.kind === 'figure') {
    const figure = content.figures[locator]
    return figure ? { ...readable, numbers: pick(figure), missing: figure.missing, counted: false } : null
  }
  const counts = content.attendance.find(({ urn, cohort }) => urn === place.urn && cohort === place.cohort)
  const given =
    place.academicYear === null
      ? counts
      : counts?.sessions.find(({ academicYear }) => academicYear === place.academicYear)
  return given
    ? { ...readable, numbers: pick(given), missing: null, counted: given.counted !== undefined }
    : null
}

/** The counts that a setting's figure is worked out from; none of a figure that somebody gives. */
function countsBehind(
  definitions: readonly IndicatorDefinition[],
  { locator, periodId }: { locator: Locator; periodId: PeriodId },
): Locator[] {
  const place = readLocator(locator)
  if (place.kind !== 'figure' || place.urn === null) return []
  const { urn, indicator } = place
  const derivation = definitions.find((definition) => definition.indicator === indicator)?.derivation
  if (derivation?.kind !== 'attendance') return []
  const { cohort } = derivation
  return [
    attendanceLocator(urn, cohort),
    ...academicYearsOf(periodId).map((year) => attendanceLocator(urn, cohort, year)),
  ]
}
