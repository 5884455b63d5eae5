/** A major change of a definition in the year: figures from before it are not added to those after, by anything. */
import { isCutShort, soFarWords, yearToDate } from '@inclusion/shared/figure-words'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { exampleIdentities } from '@inclusion/shared/standards/examples/framework'
import { accepted, exampleInput, grantOf, value } from '@inclusion/shared/standards/examples/worked-example'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { expect, test } from 'vitest'

type Given = Parameters<typeof exampleInput>[0]

/** The same input with each indicator changed in this period, and as it was: by a major change or a minor one. */
function changedBy(changeClass: 'major' | 'minor', given: Given) {
  const input = exampleInput(given)
  return { ...input, asked: input.asked.map((definition) => ({ ...definition, edition: 2, changeClass })) }
}
const before = (periodId: string, figures: Record<string, number>) =>
  accepted(
    periodId,
    Object.fromEntries(Object.entries(figures).map(([code, number]) => [code, value(number)])),
    Object.fromEntries(Object.keys(figures).map((code) => [code, 1])),
  )
const found = (input: ReturnType<typeof changedBy>, check: string) =>
  runChecks(referenceEdition1, input).filter((finding) => finding.check === check)

const left: Given = {
  asked: ['OP5'],
  grant: grantOf({ startsOn: '2025-07-01' }),
  figures: { 'XYZ-OP5': value(9) },
  history: [before('FY2025-26-Q2', { 'XYZ-OP5': 6 })],
  profiles: { 'FY2025-26-Q2': { 'XYZ-OP5': 12 }, 'FY2025-26-Q3': { 'XYZ-OP5': 30 } },
}

test('the year so far begins with it, and is called so', () => {
  const [major, minor] = [changedBy('major', left), changedBy('minor', left)]
  expect(yearToDate(minor.asked[0]!, minor).value).toBe(15)
  expect([isCutShort(minor.asked[0]!, minor), soFarWords(minor.asked[0]!, minor)]).toEqual([
    false,
    'so far this year',
  ])
  expect(yearToDate(major.asked[0]!, major).value).toBe(9)
  expect(soFarWords(major.asked[0]!, major)).toBe('since its definition changed')
})

test('a part of the year is not held against the profile of all of it (6.3)', () => {
  expect(found(changedBy('minor', left), '6.3')).toHaveLength(1)
  expect(found(changedBy('major', left), '6.3')).toEqual([])
})

test('no rule is held over it: neither against last period nor over the year (4.9)', () => {
  const given: Given = {
    asked: ['OP1', 'OP4', 'OP6'],
    identities: [exampleIdentities.neverFalls, exampleIdentities.yearToDate],
    figures: { 'XYZ-OP6': value(18), 'XYZ-OP4': value(1), 'XYZ-OP1': value(1) },
    history: [
      before('FY2025-26-Q2', { 'XYZ-OP6': 19, 'XYZ-OP4': 2, 'XYZ-OP1': 1 }),
      before('FY2025-26-Q1', { 'XYZ-OP6': 14, 'XYZ-OP4': 10, 'XYZ-OP1': 4 }),
    ],
  }
  expect(found(changedBy('minor', given), '4.9').length).toBeGreaterThan(0)
  expect(found(changedBy('major', given), '4.9')).toEqual([])
})
