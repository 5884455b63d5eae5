/** What differs between the breakdowns of two definitions: dimensions by their code, and categories by theirs. */
import type { DraftDefinition } from './amendment.ts'
import type { Difference } from './difference.ts'

type Breakdown = DraftDefinition['disaggregations'][number]
type Category = Breakdown['categories'][number]
type Pair<T> = { was: T | undefined; is: T | undefined }

/** A breakdown, or a category, that comes or goes keeps the series of the total: it is a minor change. */
export function breakdownDifferences(was: DraftDefinition, is: DraftDefinition): Difference[] {
  return pairs(was.disaggregations, is.disaggregations, ({ dimension }) => dimension).flatMap(
    ([dimension, pair]) => inDimension(`disaggregations.${dimension}`, pair),
  )
}

function pairs<T>(was: readonly T[], is: readonly T[], codeOf: (item: T) => string): [string, Pair<T>][] {
  const codes = [...new Set([...was, ...is].map(codeOf))]
  return codes.map((code) => [
    code,
    { was: was.find((item) => codeOf(item) === code), is: is.find((item) => codeOf(item) === code) },
  ])
}

function inDimension(field: string, { was, is }: Pair<Breakdown>): Difference[] {
  if (!was || !is) {
    const label = `the breakdown by ${((was ?? is)?.label ?? '').toLowerCase()}`
    return [{ field, label, demands: 'minor', ...cameOrWent(was, is) }]
  }
  const by = `the breakdown by ${is.label.toLowerCase()}`
  const say = sayer(field, by)
  return [
    ...say('label', 'the name of', 'patch', [was.label, is.label]),
    ...say('choice', 'how categories add up in', 'minor', [was.choice, is.choice]),
    ...say('askedFrom', 'the tier that is asked for', 'minor', [was.askedFrom, is.askedFrom]),
    ...pairs(was.categories, is.categories, ({ code }) => code).flatMap(([code, pair]) =>
      inCategory(`${field}.categories.${code}`, by, pair),
    ),
  ]
}

function inCategory(field: string, by: string, { was, is }: Pair<Category>): Difference[] {
  if (!was || !is) {
    const label = `the category “${(was ?? is)?.label ?? ''}” of ${by}`
    return [{ field, label, demands: 'minor', ...cameOrWent(was, is) }]
  }
  const say = sayer(field, `the category “${is.label}” of ${by}`)
  return [
    ...say('label', 'the name of', isSpelling(was.label, is.label) ? 'patch' : 'minor', [
      was.label,
      is.label,
    ]),
    ...say('aliases', 'the other spellings of', 'patch', [was.aliases.join(', '), is.aliases.join(', ')]),
  ]
}

const sayer =
  (field: string, of: string) =>
  (part: string, label: string, demands: Difference['demands'], [was, is]: [string, string]): Difference[] =>
    was === is ? [] : [{ field: `${field}.${part}`, label: `${label} ${of}`, demands, was, is }]

const cameOrWent = (was: unknown, is: unknown) => ({
  was: was === undefined ? 'not there' : 'there',
  is: is === undefined ? 'not there' : 'there',
})

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

const isSpelling = (was: string, is: string): boolean => letters(was) === letters(is)
