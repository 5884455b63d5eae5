/** What reaches back before its period, in words. */
import { shortDate } from '../time.ts'
import type { Cause } from './causes.ts'
import type { Told } from './words.ts'

type Backdated = Extract<Cause, { kind: 'backdated' }>

/** "Birch Centre has taken part since 1 September 2025, which was recorded only after last quarter was filed." */
export function backdatedWords({ before, after }: Told, { said, parts }: Backdated): string[] {
  const names = new Map([...before.settings, ...after.settings].map(({ urn, name }) => [urn, name]))
  const wasDue = new Set(before.settings.map(({ urn }) => urn))
  return [
    ...parts.map(({ urn, since }) => {
      const { when } = wasDue.has(urn) ? after : before
      return `${names.get(urn) ?? `Setting ${urn}`} has taken part since ${shortDate(since)}, which was not on record when the figure ${whenWords(when)} was filed.`
    }),
    ...(said ? ['The borough explains that it includes figures that belong to an earlier period.'] : []),
  ]
}

/** "of last quarter", "in October to December 2025": after "the figure". */
const whenWords = (when: string): string => (/^(last|this) /.test(when) ? `of ${when}` : when)
