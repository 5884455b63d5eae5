/** What boroughs are awarded, as typed in pounds, and what is saved of it in pence. Pure. */
import type { FrameworkGrant, FrameworkView } from '@inclusion/server/framework/view'
import type { AmendmentContent, DraftAward } from '@inclusion/shared/framework/amendment'
import { tierOf, type Tier, type TierThreshold } from '@inclusion/shared/framework/tiers'
import { entryText, readEntry } from '@inclusion/shared/figures'
import { awardField } from './fault-places.ts'
import { numberKey as amountKey, type Numbers } from './number-sheet.ts'

export type DraftedAmounts = {
  /** Pounds as typed, by `borough year`; empty where nobody knows yet. */
  pounds: Numbers
  /** Years that have award lines in the draft, be their amounts known or not. */
  years: string[]
  decision: string
  assumption: string
}

/** One borough with a grant: the years that are on record already cannot be typed. */
export type AwardRow = { gssCode: string; name: string; known: FrameworkGrant['awards'] }

/** Boroughs whose grant begins, and those whose grant goes on. */
export function awardRows(
  { grants, endedGrants }: AmendmentContent,
  framework: FrameworkView | null,
  authorities: readonly { gssCode: string; name: string }[],
): AwardRow[] {
  const ended = new Set(endedGrants.map(({ gssCode }) => gssCode))
  const going = (framework?.grants ?? []).filter(
    ({ endsBefore, gssCode }) => endsBefore === null && !ended.has(gssCode),
  )
  const beginning = grants.map(({ gssCode }) => ({
    gssCode,
    name: authorities.find((each) => each.gssCode === gssCode)?.name ?? gssCode,
    known: [],
  }))
  return [
    ...beginning,
    ...going.map(({ gssCode, name, awards }) => ({ gssCode, name, known: awards })),
  ].toSorted((left, right) => left.name.localeCompare(right.name))
}

/** Before anything is saved, the decision that the draft itself records is proposed. */
export function draftAmounts({ awards, decisions }: AmendmentContent): DraftedAmounts {
  const [first] = awards
  return {
    pounds: Object.fromEntries(
      awards.map(({ gssCode, financialYear, pence }) => [
        amountKey(gssCode, financialYear),
        entryText(pence, 'money'),
      ]),
    ),
    years: [...new Set(awards.map(({ financialYear }) => financialYear))],
    decision: (first ? first.decision : decisions[0]?.reference) ?? '',
    assumption: first?.assumption ?? '',
  }
}

/** Null where it is empty, undefined where it is no amount. */
export function readPounds(text: string | undefined): number | null | undefined {
  const entry = readEntry(text ?? '', 'money')
  if (entry.kind === 'blank') return null
  return entry.kind === 'number' && entry.number >= 0 ? entry.number : undefined
}

const isKnown = ({ known }: AwardRow, year: string): boolean =>
  known.some(({ financialYear, pence }) => financialYear === year && pence !== null)

/** The award lines: of a year that somebody typed an amount for, or that is drafted, every borough has one. */
export function readAmounts(
  { pounds, years: drafted, decision, assumption }: DraftedAmounts,
  rows: readonly AwardRow[],
  years: readonly string[],
): DraftAward[] {
  const amountOf = (row: AwardRow, year: string) => readPounds(pounds[amountKey(row.gssCode, year)])
  const typed = years.filter(
    (year) => drafted.includes(year) || rows.some((row) => amountOf(row, year) != null),
  )
  return rows.flatMap((row) =>
    typed
      .filter((year) => !isKnown(row, year))
      .map((year) => ({
        gssCode: row.gssCode,
        financialYear: year,
        pence: amountOf(row, year) ?? null,
        decision: decision || null,
        assumption: assumption.trim() || null,
      })),
  )
}

/** The tier that follows from what is on record and what is typed. */
export function tierFrom(
  row: AwardRow,
  { pounds }: DraftedAmounts,
  { years, thresholds }: { years: readonly string[]; thresholds: readonly TierThreshold[] },
): Tier {
  const typed = years
    .filter((year) => !isKnown(row, year))
    .map((year) => ({ pence: readPounds(pounds[amountKey(row.gssCode, year)]) ?? null }))
  return tierOf([...thresholds], [...row.known, ...typed])
}

/** What has to be mended before it can be saved. */
export function amountFaults(
  { pounds }: DraftedAmounts,
  rows: readonly AwardRow[],
  years: readonly string[],
): { field: string; message: string }[] {
  return rows.flatMap((row) =>
    years.flatMap((year) =>
      readPounds(pounds[amountKey(row.gssCode, year)]) === undefined
        ? [
            {
              field: awardField(row.gssCode, year),
              message: `Give what ${row.name} is awarded in ${year} as pounds, for example 25,000`,
            },
          ]
        : [],
    ),
  )
}

/** The same amount in every borough that has none on record for the year. */
export function fillYear(
  draft: DraftedAmounts,
  rows: readonly AwardRow[],
  { year, amount }: { year: string; amount: string },
): DraftedAmounts {
  const filled = rows
    .filter((row) => !isKnown(row, year))
    .map(({ gssCode }) => [amountKey(gssCode, year), amount.trim()])
  return { ...draft, pounds: { ...draft.pounds, ...Object.fromEntries(filled) } }
}
