/** What a return under review is held against: chosen in the address, and said in words. Pure. */
import type { ComparedVersion, Comparisons } from '@inclusion/server/returns/comparisons'
import { numbersAndWords, type Filing } from '@inclusion/shared/movements/filing'
import { londonDate, shortDate } from '@inclusion/shared/time'

export const comparable = ['last-period', 'accepted', 'reviewed'] as const
export type Against = (typeof comparable)[number]

/** The one in the address; else what RMEL saw last of this return, where it was reviewed before; else last quarter. */
export function againstOf({ reviewed }: Comparisons, wanted: string | undefined): Against {
  return comparable.find((each) => each === wanted) ?? (reviewed ? 'reviewed' : 'last-period')
}

/** The two sides to compare; null where there is nothing to compare with. */
export function sidesOf(
  { shown, lastPeriod, ...versions }: Comparisons,
  against: Against,
): { before: Filing; after: Filing } | null {
  if (against !== 'last-period') {
    const version = versions[against]
    return version ? { before: version.filing, after: shown } : null
  }
  // Accepted figures are kept without what stands beside them.
  return lastPeriod && { before: lastPeriod, after: { ...shown, figures: numbersAndWords(shown.figures) } }
}

/** "last quarter", "version 1, which Leila Haddad reviewed on 8 October 2025 (changes requested)" */
export function sinceWords({ lastPeriod, ...versions }: Comparisons, against: Against): string {
  if (against === 'last-period') return lastPeriod?.when.replace(/^in /, '') ?? 'the quarter before'
  const version = versions[against]
  if (version === null)
    return against === 'accepted' ? 'the last accepted version' : 'the version last reviewed'
  return against === 'accepted'
    ? `version ${version.version}, accepted on ${shortDate(londonDate(version.at))}`
    : reviewedWords(version)
}

const reviewedWords = ({ version, by, at, outcome }: ComparedVersion): string =>
  `version ${version}, last reviewed by ${by} on ${shortDate(londonDate(at))} (${
    outcome === 'accepted' ? 'accepted' : 'changes requested'
  })`

/** Said in place of changes. */
export const noneWords: Record<Against, string> = {
  'last-period':
    'No return of this grant was accepted for an earlier period: there is nothing to compare with.',
  accepted: 'No earlier version of this return was accepted.',
  reviewed: 'No earlier version of this return was reviewed.',
}
