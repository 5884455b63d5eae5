/** Which settings report in a period: the one rule by which returns are opened and put right afterwards. Pure. */
import { addDays, shortDate, type LocalDate } from '../time.ts'
import { placesByUrn, standsFor, type Fault, type Place } from './succession.ts'

/**
 * A setting's part in a grant: from a day, until a day that is outside; null while no end is known. One that ends
 * on the day it starts is none.
 */
export type Part = { urn: string; startsOn: LocalDate; endsBefore: LocalDate | null }

export type Span = { startsOn: LocalDate; endsBefore: LocalDate }

/** A setting that reports, and those whose part in the period its report covers: its own, or its predecessors'. */
export type Reporting = { urn: string; covers: string[] }

/**
 * The settings that report for a period: those that take part on a day of it on which they were open. Where a
 * succession lies in the period or before its end the successor reports, once, for all it succeeds. One that
 * closes in the period without a successor still reports it.
 */
export function reportingIn(span: Span, places: readonly Place[], parts: readonly Part[]): Reporting[] {
  const known = placesByUrn(places)
  const last = addDays(span.endsBefore, -1)
  const taking = parts.filter((part) => isOpenIn(known.get(part.urn), span, part))
  const groups = Map.groupBy(taking, ({ urn }) => standsFor(known, { urn, on: last }))
  return [...groups].map(([urn, group]) => ({ urn, covers: coveredBy(urn, group, { known, span }) }))
}

/** Whether a setting is open on some day of the span on which it takes part. */
function isOpenIn(place: Place | undefined, span: Span, part: Part): boolean {
  if (!place) return false
  const from = [span.startsOn, part.startsOn, place.openedOn ?? '']
  const until = [span.endsBefore, part.endsBefore ?? span.endsBefore]
  if (place.closedOn !== null) until.push(addDays(place.closedOn, 1))
  return from.toSorted().at(-1)! < until.toSorted()[0]!
}

type Known = { known: ReturnType<typeof placesByUrn>; span: Span }

/** A successor's own part counts where it took part before it stood for another: else it began with that. */
function coveredBy(urn: string, parts: readonly Part[], { known, span }: Known): string[] {
  const others = [...new Set(parts.map((part) => part.urn))].filter((each) => each !== urn)
  if (others.length === 0) return [urn]
  const first = others.map((each) => known.get(each)?.succeededOn ?? '').toSorted()[0]!
  const before = { startsOn: span.startsOn, endsBefore: first }
  const place = known.get(urn)
  const tookPart = parts.some((part) => part.urn === urn && isOpenIn(place, before, part))
  return tookPart ? [urn, ...others] : others
}

type Stretch = Omit<Part, 'urn'>

/** What of a stretch no part covers, first to last: what a successor still has to take over. */
export function uncovered(stretch: Stretch, parts: readonly Stretch[]): Stretch[] {
  const rest: Stretch[] = []
  let from = stretch.startsOn
  const isOver = (day: LocalDate) => stretch.endsBefore !== null && day >= stretch.endsBefore
  for (const { startsOn, endsBefore } of parts.toSorted(byStart)) {
    if (endsBefore !== null && endsBefore <= from) continue
    if (isOver(startsOn)) break
    if (startsOn > from) rest.push({ startsOn: from, endsBefore: startsOn })
    if (endsBefore === null) return rest
    from = endsBefore
  }
  return isOver(from) ? rest : [...rest, { startsOn: from, endsBefore: stretch.endsBefore }]
}

const byStart = (left: Stretch, right: Stretch) => left.startsOn.localeCompare(right.startsOn)

export type ReportThere = { urn: string; begun: boolean }

/** What becomes of the reports of a return that is open already. */
export type Settled = {
  /** Settings that get a report. */
  open: string[]
  /** Reports that nobody had begun and that are not asked any more. */
  drop: string[]
  /** Reports that somebody had begun: they stay with their head, though another would now be asked. */
  stay: string[]
}

/** Holds the reports there are against those wanted. A report that was begun is never moved or dropped. */
export function settle(wanted: readonly Reporting[], there: readonly ReportThere[]): Settled {
  const begun = new Set(there.filter((report) => report.begun).map(({ urn }) => urn))
  const asked = wanted
    .filter(({ urn, covers }) => begun.has(urn) || !covers.every((each) => begun.has(each)))
    .map(({ urn }) => urn)
  const has = new Set(there.map(({ urn }) => urn))
  return {
    open: asked.filter((urn) => !has.has(urn)),
    drop: there.filter(({ urn, begun: isBegun }) => !isBegun && !asked.includes(urn)).map(({ urn }) => urn),
    stay: [...begun].filter((urn) => !asked.includes(urn)),
  }
}

/**
 * Why a setting cannot take part so; null when it can. `others` are its other parts in the same grant: one
 * setting takes part in one grant once at a time.
 */
export function wrongPart(place: Place, part: Omit<Part, 'urn'>, others: readonly Part[]): Fault | null {
  const { startsOn, endsBefore } = part
  const { openedOn, closedOn, name } = place
  if (endsBefore !== null && endsBefore <= startsOn)
    return { field: 'endsBefore', message: 'The last day has to be the first day or a later one.' }
  if (openedOn !== null && startsOn < openedOn)
    return {
      field: 'startsOn',
      message: `${name} opened on ${shortDate(openedOn)}. Give that day or a later one.`,
    }
  if (closedOn !== null && startsOn > closedOn)
    return {
      field: 'startsOn',
      message: `${name} closed on ${shortDate(closedOn)}. Give that day or an earlier one.`,
    }
  const meets = others.find(
    (other) =>
      (other.endsBefore === null || startsOn < other.endsBefore) &&
      (endsBefore === null || other.startsOn < endsBefore),
  )
  if (!meets) return null
  const message = `${name} already takes part in this grant from ${shortDate(meets.startsOn)}. Change that part instead.`
  return { field: 'startsOn', message }
}
