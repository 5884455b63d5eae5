/**
 * Backdated: a figure that reaches back before its own period. Two facts say so, and no guess: the borough chose
 * "Includes figures of an earlier period" when it explained the figure; or a setting counts on one side only, was not
 * due on the other, and yet took part in the grant in that other period: it was recorded afterwards, with effect from
 * before. A count of the year that grows by more than this period's starts is no such fact: somebody who
 * started earlier may be met for the first time now.
 */
import { readLocator, type Locator } from '../locators.ts'
import { periodOf } from '../periods.ts'
import type { Span } from '../settings/reporting.ts'
import { settingOfPlace, type ExplanationReason } from '../standards/finding.ts'
import type { Cause, LatePart } from './causes.ts'
import type { FiledPart, Filing } from './filing.ts'

/** The reason of an explanation by which a borough says so. */
const backdatedReason: ExplanationReason = 'earlier-period'

type Sides<Side> = { before: Side; after: Side }

/** Whether either side of a measure reaches back; turned round in time it is the same. */
export function backdatedCause(
  { before, after }: Sides<Filing>,
  { locators, coverage }: { locators: readonly Locator[]; coverage: Cause | undefined },
): Cause[] {
  const own = new Set(locators)
  const said = [...before.backdated, ...after.backdated].some((locator) => own.has(locator))
  const parts =
    coverage?.kind === 'coverage'
      ? [...lateParts(coverage.joined, after, before), ...lateParts(coverage.left, before, after)]
      : []
  return said || parts.length > 0 ? [{ kind: 'backdated', said, parts }] : []
}

/** Of the settings that count in `here` alone, those that `there` did not wait for though they took part by then. */
function lateParts(urns: readonly string[], here: Filing, there: Filing): LatePart[] {
  const due = new Set(there.settings.map(({ urn }) => urn))
  const period = periodOf(there.periodId)
  return here.settings.flatMap(({ urn, parts = [] }) => {
    if (!urns.includes(urn) || due.has(urn)) return []
    const part = parts.find((each) => meets(each, period))
    return part ? [{ urn, since: part.startsOn }] : []
  })
}

const meets = (part: FiledPart, span: Span): boolean =>
  part.startsOn < span.endsBefore && (part.endsBefore === null || part.endsBefore > span.startsOn)

/** What an explanation in force says, wherever it was read: beside its finding, or in a version. */
type Explained = { locator: string | null; explanation: { reason: string } | null }

/** The figures of which an explanation in force says that they include some of an earlier period. */
export const saidToBeBackdated = (explained: readonly Explained[]): Locator[] =>
  explained.flatMap(({ locator, explanation }) =>
    explanation?.reason === backdatedReason && locator !== null && isFigure(locator) ? [locator] : [],
  )

const isFigure = (place: string): boolean =>
  place !== '' && settingOfPlace(place) === null && readLocator(place).kind === 'figure'
