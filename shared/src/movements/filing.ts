/** One side of a comparison: what was filed, or stands, at one time, and what must be known to hold it against another. */
import { isAnswered, type Figures } from '../figures.ts'
import type { Locator } from '../locators.ts'
import type { PeriodId } from '../periods.ts'
import type { Part } from '../settings/reporting.ts'
import type { LocalDate } from '../time.ts'

export type Filing = {
  /** The period it is of: two filings of one period are the same figures, given anew. */
  periodId: PeriodId
  /** As a sentence says it: "last quarter", "in the version before". */
  when: string
  figures: Figures
  /** The edition of each indicator's definition that was asked. */
  definitions: Readonly<Record<string, number>>
  /** The settings of which a report was due, whether it came or not. */
  settings: readonly FiledSetting[]
  /** The figures as they were accepted first, and the day on which others last took their place; null where none did. */
  corrected: Corrected | null
  /** Figures of which the borough says, in an explanation, that they include some of an earlier period. */
  backdated: readonly Locator[]
}

export type Corrected = {
  on: LocalDate
  figures: Figures
  /** By figure: the day on which what stands now took its place, where that was another. */
  since?: Readonly<Record<Locator, LocalDate>>
}

/** `parts`: its parts in the grant as they are on record now, as far as it was open; left out where unknown. */
export type FiledSetting = { urn: string; name: string; parts?: readonly FiledPart[] }

export type FiledPart = Omit<Part, 'urn'>

/** The figures that say anything, without what stands beside them: accepted figures are kept without it. */
export function numbersAndWords(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([locator, figure]) =>
      isAnswered(figure) ? [[locator, { ...figure, note: null, evidence: null }] as const] : [],
    ),
  )
}
