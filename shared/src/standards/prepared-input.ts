/**
 * What the kinds of check read: the input indexed once, part by part and only when asked for, so that
 * a part that fails to load fails the checks that need it and no others.
 */
import type { Attendance } from '../attendance/counts.ts'
import type { Figure, Figures, NumberPart } from '../figures.ts'
import { isPair, type IndicatorDefinition, type Measure } from '../framework/indicators.ts'
import { attendanceLocator, figureLocator, readLocator, type FigureLocator } from '../locators.ts'
import { previousPeriod } from '../periods.ts'
import type { CheckInput, LoadedPart, PastPeriod } from './check-input.ts'
import type { FindingInput } from './finding.ts'

/** What one check says of one figure, before its code and severity are put on it. */
export type Fault = {
  locator: string | null
  part: string | null
  inputs: FindingInput[]
  message: string
  fix: string
}

/** One figure of this return beside its definition. */
export type Cell = Omit<FigureLocator, 'kind'> & {
  locator: string
  definition: IndicatorDefinition
  figure: Figure
  /** Worked out by the service: what is wrong with it stands at what it was worked out from. */
  isDerived: boolean
}

export type PreparedInput = {
  input: CheckInput
  /** The definitions asked, by indicator. */
  definitions: () => ReadonlyMap<string, IndicatorDefinition>
  /** Locators that hold an entry which cannot be read: check 3.6 alone speaks of them. */
  drafted: () => ReadonlySet<string>
  /** This return's figures and attendance; a part whose entry cannot be read is blank. */
  figures: () => Figures
  attendance: () => readonly Attendance[]
  cells: () => readonly Cell[]
  /** The accepted return of the period just before this one, or null. */
  last: () => PastPeriod | null
  settingNames: () => ReadonlyMap<string, string>
}

/** Indexes an input. Cost grows linearly with its figures. */
export function prepareInput(given: CheckInput): PreparedInput {
  const input = withoutFailed(given)
  const definitions = once(() => new Map(input.asked.map((definition) => [definition.indicator, definition])))
  const drafted = once(() => new Set<string>(input.drafts.map(({ locator }) => locator)))
  const figures = once(() => readableFigures(input))
  const attendance = once(() => readableAttendance(input))
  return {
    input,
    definitions,
    drafted,
    figures,
    attendance,
    cells: once(() => cellsOf(figures(), definitions(), attendance())),
    last: once(() => {
      const [latest] = input.history
      return latest?.periodId === previousPeriod(input.periodId) ? latest : null
    }),
    settingNames: once(() => new Map(input.settings.map(({ urn, name }) => [urn, name]))),
  }
}

/** A check asked for a part of its input that could not be loaded. Its name says which, for the log. */
export class PartNotLoaded extends Error {
  constructor(part: LoadedPart) {
    super(`${part} could not be loaded`)
    this.name = `PartNotLoaded (${part})`
  }
}

/** An input of which a part that failed to load throws as soon as a check reads it. */
function withoutFailed(input: CheckInput): CheckInput {
  if (input.failed.length === 0) return input
  const guarded = { ...input }
  for (const part of input.failed) {
    Object.defineProperty(guarded, part, {
      get() {
        throw new PartNotLoaded(part)
      },
    })
  }
  return guarded
}

/** Makes a value when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function readableFigures({ figures, drafts }: CheckInput): Figures {
  const readable = { ...figures }
  for (const { locator, part } of drafts) {
    const figure = readable[locator]
    if (figure) readable[locator] = { ...figure, [part]: null }
  }
  return readable
}

function readableAttendance({ attendance, drafts }: CheckInput): readonly Attendance[] {
  const unreadable = new Map<string, Record<string, null>>()
  for (const { locator, part } of drafts) {
    unreadable.set(locator, { ...unreadable.get(locator), [part]: null })
  }
  if (unreadable.size === 0) return attendance
  return attendance.map((counts) => ({
    ...counts,
    ...unreadable.get(attendanceLocator(counts.urn, counts.cohort)),
    sessions: counts.sessions.map((year) => ({
      ...year,
      ...unreadable.get(attendanceLocator(counts.urn, counts.cohort, year.academicYear)),
    })),
  }))
}

function cellsOf(
  figures: Figures,
  definitions: ReadonlyMap<string, IndicatorDefinition>,
  attendance: readonly Attendance[],
): Cell[] {
  const reported = new Set(attendance.map(({ urn, cohort }) => `${urn} ${cohort}`))
  const isDerived = ({ derivation }: IndicatorDefinition, urn: string | null): boolean => {
    if (derivation?.kind === 'attendance') return urn !== null && reported.has(`${urn} ${derivation.cohort}`)
    return derivation?.kind === 'settings-above-baseline'
  }
  return Object.entries(figures).flatMap(([locator, figure]) => {
    const place = readLocator(locator)
    const definition = place.kind === 'figure' ? definitions.get(place.indicator) : undefined
    if (place.kind !== 'figure' || !definition) return []
    return [{ ...place, locator, definition, figure, isDerived: isDerived(definition, place.urn) }]
  })
}

/** Whether a part counts things, so that it must be whole and not negative. */
export function isCounted(measure: Measure, part: NumberPart): boolean {
  if (part === 'people') return true
  if (part === 'value') return measure === 'count'
  return measure !== 'mean' || part === 'denominator'
}

export const isWholeCount = (number: number): boolean => Number.isInteger(number) && number >= 0

/** A part that can be reckoned with: null when it is blank, cannot be read, or is no count where one is due. */
export function soundPart(
  { measure }: IndicatorDefinition,
  figure: Figure | undefined,
  part: NumberPart,
): number | null {
  const number = figure?.[part] ?? null
  if (number === null || !Number.isFinite(number)) return null
  return isCounted(measure, part) && !isWholeCount(number) ? null : number
}

/** The parts that carry a measure: its value, or the halves of its pair. */
export function mainParts(measure: Measure): readonly NumberPart[] {
  if (measure === 'text') return []
  return isPair(measure) ? ['numerator', 'denominator'] : ['value']
}

/** Whether a figure is given with numbers, all that its measure takes, and each can be reckoned with. */
export function isNumbered(definition: IndicatorDefinition, figure: Figure | undefined): boolean {
  const parts = mainParts(definition.measure)
  return parts.length > 0 && parts.every((part) => soundPart(definition, figure, part) !== null)
}

/** Whether two sums differ by more than the arithmetic of decimals can explain. */
export const differs = (left: number, right: number): boolean => Math.abs(left - right) > 1e-6

/** The locator of the total that a category belongs to. */
export const totalOf = ({ indicator, urn }: Pick<Cell, 'indicator' | 'urn'>): string =>
  figureLocator(indicator, { urn })
