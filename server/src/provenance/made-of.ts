/** The figures that one is made of, carried from or copied from: each has a provenance of its own. */
import type { Db } from '@inclusion/db/open'
import { totalSessions } from '@inclusion/shared/attendance/counts'
import { figureWords, isCarried } from '@inclusion/shared/figure-words'
import { isAnswered } from '@inclusion/shared/figures'
import type { Derivation, IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { attendanceLocator, figureLocator, readLocator, type Locator } from '@inclusion/shared/locators'
import { periodLabel } from '@inclusion/shared/periods'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import { acceptedVersion } from './accepted-version.ts'
import type { BaselineUsed, PartOfFigure } from './figure-provenance.ts'
import type { Standing } from './standing.ts'
import { wordsIn } from './words.ts'

/** A figure of the same return. */
function partOf({ head, checkInput }: Standing, locator: Locator): PartOfFigure {
  return {
    returnId: head.id,
    locator,
    name: placeName(prepareInput(checkInput), locator),
    period: periodLabel(head.periodId),
    shown: wordsIn(checkInput, locator),
    version: null,
  }
}

/** What each setting gave, and what the authority gave for those in none. */
export function fromSettings(standing: Standing, definition: IndicatorDefinition): PartOfFigure[] {
  const { indicator } = definition
  return standing.reports.map(({ urn }) => partOf(standing, figureLocator(indicator, { urn })))
}

/** The counts of a setting that its figure is worked out from, those that were given. */
export function fromCounts(
  standing: Standing,
  urn: string,
  { cohort, numerator, denominator }: Extract<Derivation, { kind: 'attendance' }>,
): PartOfFigure[] {
  const counts = standing.checkInput.attendance.find((each) => each.urn === urn && each.cohort === cohort)
  if (!counts) return []
  const usesSessions = numerator === 'attended' || denominator === 'possible'
  const usesPupils = numerator !== 'attended' || denominator !== 'possible'
  return [
    ...(usesSessions && totalSessions(counts, 'possible') !== null ? counts.sessions : []).map(
      ({ academicYear }) => attendanceLocator(urn, cohort, academicYear),
    ),
    ...(usesPupils ? [attendanceLocator(urn, cohort)] : []),
  ].map((locator) => partOf(standing, locator))
}

/** The settings that are compared with their baselines: those that gave the figure compared. */
export function fromCompared(standing: Standing, of: string): PartOfFigure[] {
  const { figures } = standing.checkInput
  return standing.reports
    .map(({ urn }) => figureLocator(of, { urn }))
    .filter((locator) => isAnswered(figures[locator]))
    .map((locator) => partOf(standing, locator))
}

/** The baselines that they are compared with: on record, or given with this report. */
export function baselinesOf({ checkInput, baselines, reports }: Standing, of: string): BaselineUsed[] {
  const definition = checkInput.asked.find(({ indicator }) => indicator === of)
  const named = new Map(reports.map(({ urn, setting }) => [urn, setting]))
  return baselines.flatMap(({ indicator, urn, source, windowStartsOn, windowEndsBefore, ...pair }) =>
    definition && indicator === of && urn !== null && named.has(urn)
      ? [
          {
            name: named.get(urn)!,
            shown: figureWords(definition, pair),
            source,
            from: windowStartsOn,
            until: windowEndsBefore,
          },
        ]
      : [],
  )
}

/** The figure of the accepted return before this one, that was carried or copied; none where there is no such return. */
export async function fromLast(db: Db, standing: Standing, locator: Locator): Promise<PartOfFigure[]> {
  const { lastFiled, checkInput } = standing
  const last = checkInput.history[0]
  if (!lastFiled || !last || last.periodId !== lastFiled.periodId) return []
  return [
    {
      returnId: lastFiled.returnId,
      locator,
      name: placeName(prepareInput(checkInput), locator),
      period: periodLabel(last.periodId),
      shown: wordsIn({ asked: checkInput.asked, figures: last.figures, attendance: [] }, locator),
      version: await acceptedVersion(db, lastFiled.returnId),
    },
  ]
}

/** What a figure is carried from; null for one that is not. */
export function carriedFrom({ checkInput }: Standing, definition: IndicatorDefinition, locator: Locator) {
  const { derivation } = definition
  const place = readLocator(locator)
  const isTotal = place.kind === 'figure' && place.urn === null && place.dimension === null
  if (!isTotal || derivation?.kind !== 'carried' || !isCarried(definition, checkInput)) return null
  return figureLocator(derivation.from)
}
