/** The history of a return in words: who did what, and which figures came to what. */
import type { HistoryEvent } from '@inclusion/server/returns/history'
import { numberParts } from '@inclusion/shared/figures'
import { readLocator, wholeFigure, type Locator } from '@inclusion/shared/locators'
import { placeName, inSentence } from '@inclusion/shared/standards/words'
import type { PreparedInput } from '@inclusion/shared/standards/prepared-input'
import { figureWords } from '@inclusion/shared/figure-words'
import { withEntry } from './figure-history-words.ts'

const titles: Record<string, string> = {
  'return.open': 'The return was opened',
  'return.save-figures': 'Figures saved',
  'return.explain': 'Findings explained',
  'return.answer-query': 'A question was answered',
  'return.ask-setting': 'The head of a setting was asked about a figure',
  'return.close-query': 'A question to a setting was closed',
  'return.settle-query': 'A question of RMEL was settled',
  'return.remind': 'Heads of settings reminded',
  'return.send-for-sign-off': 'Sent for sign-off',
  'return.decline': 'Sent back to the borough lead',
  'return.extend': 'Due day extended',
  'return.end-extension': 'Extension ended',
  'return.submit': 'Signed and submitted',
  'return.withdraw': 'Taken back by the borough',
  'return.take': 'Taken for review',
  'return.hand-over': 'The review was handed over',
  'return.decide-figures': 'Figures decided on',
  'return.request-changes': 'Changes requested',
  'return.accept': 'Accepted',
  'return.ask-to-reopen': 'Asked to open it again',
  'return.decline-reopening': 'Not opened again',
  'return.reopen': 'Opened again',
  'setting-report.save-figures': 'Figures of a setting saved',
  'setting-report.sign-off': 'A setting’s report signed off',
  'setting-report.withdraw': 'A setting’s sign-off withdrawn',
  'setting-report.remind': 'The head of a setting reminded',
  'setting-report.record-missing': 'Reason for no report recorded',
}

export const titleOf = ({ action }: Pick<HistoryEvent, 'action'>): string => titles[action] ?? action

/** What a figure is called among all others: a setting's counts of pupils and of sessions are two. */
export function nameInHistory(prepared: PreparedInput, locator: Locator): string {
  const place = readLocator(locator)
  if (place.kind === 'figure') return placeName(prepared, locator)
  const name = placeName(prepared, wholeFigure(locator))
  return `${name}: ${place.academicYear ? `sessions of ${place.academicYear}` : 'pupils'}`
}

/** What each saved figure came to: "Mentors in post", "1.5". */
export type TrailWords = { locator: string; name: string; words: string }

export function figureLines({ detail }: Pick<HistoryEvent, 'detail'>, prepared: PreparedInput): TrailWords[] {
  const trail = detail['figures']
  if (!Array.isArray(trail)) return []
  return (trail as TrailLine[]).map((line) => {
    const [locator] = line
    const words = withEntry(lineWords(line, prepared), line.includes('unreadable'))
    return { locator, name: placeName(prepared, locator), words }
  })
}

/** As the audit keeps it: locator, revision, then its numbers in order; a figure's end with its reason for missing. */
type TrailLine = [locator: string, revision: number, ...numbers: (number | string | null)[]]

function lineWords([locator, , ...numbers]: TrailLine, prepared: PreparedInput): string {
  const place = readLocator(locator)
  const definition = place.kind === 'figure' ? prepared.definitions().get(place.indicator) : undefined
  if (!definition) return countWords(numbers)
  if (definition.measure === 'text') return 'text'
  const [value, numerator, denominator] = numberParts.map((_, index) => asNumber(numbers[index]))
  const missing = numbers[numberParts.length] as 'z' | 'x' | null
  const words = figureWords(definition, {
    value: value!,
    numerator: numerator!,
    denominator: denominator!,
    missing,
  })
  return words ?? halfWords(numbers)
}

/** A setting's counts in order, and whether they were counted from its register. */
function countWords(numbers: readonly (number | string | null)[]): string {
  const counts = numbers.filter((number) => typeof number !== 'string')
  const isBlank = counts.every((count) => count === null)
  const words = isBlank ? 'blank' : counts.map((count) => (count === null ? 'blank' : count)).join(', ')
  return numbers.includes('register') ? `${words} (counted from the register)` : words
}

const asNumber = (number: unknown): number | null => (typeof number === 'number' ? number : null)

/** One half of a pair, or nothing. */
function halfWords(numbers: readonly (number | string | null)[]): string {
  const given = numbers.filter((number) => typeof number === 'number')
  return given.length === 0 ? 'blank' : given.join(', ')
}

/** How many figures an event changed, for its heading. */
export function titleWithCount(event: HistoryEvent): string {
  const trail = event.detail['figures']
  if (!Array.isArray(trail)) return titleOf(event)
  return trail.length === 1 ? `One ${inSentence('Figure saved')}` : `${trail.length} figures saved`
}
