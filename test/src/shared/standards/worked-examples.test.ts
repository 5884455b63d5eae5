import { CheckRule, Standard } from '@inclusion/shared/standards/check'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import { workedExamples } from '@inclusion/shared/standards/examples'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { describe, expect, test } from 'vitest'

describe('worked examples of reference edition 1', () => {
  test.each(
    workedExamples.map(
      (example) => [`${example.check} ${example.shows}: ${example.title}`, example] as const,
    ),
  )('%s', (_, { check, input, expected }) => {
    const findings = runChecks(referenceEdition1, input)
    const said = findings.map(({ severity, locator, message }) => ({ severity, locator, message }))
    expect(said).toEqual(expected)
    // One cause, one finding: nothing else of the standard speaks.
    expect(findings.filter((finding) => finding.check !== check)).toEqual([])
  })

  test.each(referenceEdition1.checks.map(({ code }) => code))(
    'check %s has examples of each sort',
    (code) => {
      const shown = workedExamples.filter(({ check }) => check === code).map(({ shows }) => shows)
      expect(shown).toEqual(expect.arrayContaining(['fires', 'does-not-fire', 'edge']))
    },
  )

  // Of identities only those of kind bound look back.
  const lookingBack = referenceEdition1.checks
    .filter(
      ({ code, rule }) => catalogue[rule.kind].looksBack && (rule.kind !== 'identity' || code === '4.9'),
    )
    .map(({ code }) => code)

  test.each(lookingBack)('check %s, which looks back, shows what it does without history', (code) => {
    expect(workedExamples.some(({ check, shows }) => check === code && shows === 'no-history')).toBe(true)
  })

  test('every kind of check is used, and the edition parses', () => {
    const used = new Set(referenceEdition1.checks.map(({ rule }) => rule.kind))
    expect([...used].toSorted()).toEqual(
      CheckRule.options.map((option) => option.shape.kind.value).toSorted(),
    )
    expect(Standard.parse(referenceEdition1)).toEqual(referenceEdition1)
  })

  test('titles are unique within a check', () => {
    const titles = workedExamples.map(({ check, title }) => `${check} ${title}`)
    expect(new Set(titles).size).toBe(titles.length)
  })
})
