import { exampleFacts } from '@inclusion/client/standards/example-facts'
import { draftOf, readDraft, startingDraft, checkField } from '@inclusion/client/standards/drafted-check'
import { byNumber, differencesOf } from '@inclusion/client/standards/edition-differences'
import { examplesOf } from '@inclusion/client/standards/queries'
import { ruleWords } from '@inclusion/client/standards/rule-words'
import type { CheckKind, Standard } from '@inclusion/shared/standards/check'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import { workedExamples } from '@inclusion/shared/standards/examples'
import {
  accepted,
  ash,
  ashAttendance,
  exampleInput,
  figure,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import { describe, expect, it } from 'vitest'

describe('A worked example in words', () => {
  it.each(workedExamples)('$check: $title says something of its return', ({ input }) => {
    const facts = exampleFacts(input)
    expect(facts.length).toBeGreaterThan(0)
    for (const { key, value: words } of facts) {
      expect(key).not.toBe('')
      expect(words).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })

  it('shows figures, blanks, what cannot be read, settings, counts and the past', () => {
    const input = exampleInput({
      asked: ['OP1', 'OP2'],
      figures: { 'XYZ-OP2': pair(9, null) },
      drafts: [{ locator: 'XYZ-OP2', part: 'denominator', entered: '12a' }],
      settings: [ash({ status: 'in-progress' })],
      attendance: [ashAttendance({ possible: 1_200, attended: 900 }, { enrolments: 20 })],
      history: [accepted('FY2025-26-Q2', { 'XYZ-OP1': value(7) })],
    })
    expect(exampleFacts(input)).toEqual([
      { key: 'Take-up of sessions', value: '9 of blank' },
      { key: 'Young people who started', value: 'Asked, and left blank' },
      { key: 'Sessions offered', value: '“12a”, as typed' },
      {
        key: 'Attendance of young people in the programme at Ash Centre',
        value: 'Sessions possible 1,200; Sessions attended 900; Pupils 20',
      },
      { key: 'Ash Centre', value: 'Report in progress' },
      { key: 'Young people who started, July to September 2025 (2025-26 Q2)', value: '7' },
    ])
  })
})

describe('What is known beside a worked example', () => {
  it('shows plans, peers, the grant, waivers, evidence and dates', () => {
    const input = exampleInput({
      asked: ['OP1', 'OP2'],
      figures: {
        'XYZ-OP1': figure({ value: 60, note: 'Two began late.', evidence: { source: 'Log', asked: '40' } }),
      },
      history: [accepted('FY2025-26-Q2', {}, { 'XYZ-OP1': 7 })],
      baselines: [
        { indicator: 'XYZ-OP1', urn: null, value: 50, numerator: null, denominator: null },
        { indicator: 'XYZ-OP2', urn: null, value: null, numerator: 9, denominator: 12 },
      ],
      profiles: { 'FY2025-26-Q3': { 'XYZ-OP1': 55, 'XYZ-OP2': 0.8 } },
      peers: [
        { indicator: 'XYZ-OP2', family: 'proportion', peers: 6, centre: 0.754, between: 0.1, within: 0.1 },
      ],
      acceptedBefore: { 'XYZ-OP1': value(58) },
      grant: {
        ...{ startsOn: '2022-04-01', processesPersonalData: true, dpiaOn: null },
        awards: [{ financialYear: '2025-26', pence: 3_350_000 }],
      },
      learning: { isTrial: true, lastOn: '2025-06-03' },
      waivers: [
        { check: '4.8', indicator: null, urn: null, until: '2026-03-31', reason: 'Records were lost.' },
      ],
      signing: {
        ...{ sentBy: 'amina', certifier: 'ben', declared: true, changedSinceSent: [] },
        ...{ submittedOn: '2026-02-02', dueOn: '2026-01-31' },
      },
    })
    const facts = Object.fromEntries(exampleFacts(input).map(({ key, value: words }) => [key, words]))
    expect(facts).toMatchObject({
      'Evidence of Young people who started': 'Source: Log; People asked: 40',
      'Note on Young people who started': '“Two began late.”',
      'Definition of Young people who started': 'Edition 1; it was edition 7 last period',
      'Young people who started, as it was accepted': '58',
      'Baseline of Young people who started': '50',
      'Baseline of Take-up of sessions': '9 of 12',
      'Profile of Young people who started, October to December 2025 (2025-26 Q3)': '55',
      'Profile of Take-up of sessions, October to December 2025 (2025-26 Q3)': '80%',
      'Take-up of sessions, in 6 boroughs of its kind': '75.4% together',
      'Award for 2025-26': '£33,500.00',
      'Personal data': 'Processed; impact assessment none on record',
      'Last meeting or note': '3 June 2025',
      'Waiver of check 4.8': 'Until 31 March 2026: “Records were lost.”',
      Submitted: '2 February 2026',
      Due: '31 January 2026',
    })
  })
})

describe('A check in the editor', () => {
  it.each(referenceEdition1.checks)('$code comes out of its form as it went in', (check) => {
    const { parts, faults } = readDraft(draftOf(check))
    expect(faults).toEqual([])
    expect({ ...check, ...parts }).toEqual(check)
  })

  it.each(Object.keys(catalogue) as CheckKind[])('a new one of the kind %s asks only for a title', (kind) => {
    expect(readDraft(startingDraft(kind)).faults.map(({ field }) => field)).toEqual(['title'])
  })

  it('shows a share in per cent, and keeps it as a share', () => {
    const draft = startingDraft('survey-thin')
    expect(draft.typed).toEqual({ rate: '30', answers: '10' })
    const { parts } = readDraft({ ...draft, typed: { ...draft.typed, rate: '7.5' } })
    expect(parts.rule).toMatchObject({ rate: 0.075, answers: 10 })
  })

  it.each([
    ['survey-thin', { rate: '101' }, 'rule.rate', 'Lowest response rate must be a percentage from 0 to 100'],
    ['survey-thin', { answers: '2.5' }, 'rule.answers', 'Fewest answers must be a whole number, 1 or more'],
    ['survey-thin', { answers: 'ten' }, 'rule.answers', 'Fewest answers must be a whole number, 1 or more'],
    [
      'digits-swapped',
      { digits: '12' },
      'rule.digits',
      'Shortest figure judged must be a whole number from 2 to 9',
    ],
    [
      'wrong-scale',
      { factors: '10\n-1' },
      'rule.factors',
      'Factors must be 1 to 8 numbers above 0, one a line',
    ],
    [
      'unknown-share',
      { 'most.light': '' },
      'rule.most.light',
      'Light tier must be a percentage from 0 to 100',
    ],
    [
      'unknown-share',
      { category: 'Not Known' },
      'rule.category',
      'Code of the category must be small letters, digits and hyphens',
    ],
    ['evidence-missing', { fields: '' }, 'rule.fields', 'What must be said: choose at least one'],
  ] as const)('of the kind %s says of %o what to type', (kind, typed, field, message) => {
    const draft = startingDraft(kind)
    const { faults } = readDraft({ ...draft, title: 'A sound title', typed: { ...draft.typed, ...typed } })
    expect(faults).toEqual([{ field, message }])
  })

  it('has a message that names its figure', () => {
    const draft = { ...startingDraft('overspent'), title: 'Spend is within the award' }
    expect(readDraft({ ...draft, message: 'Too much.' }).faults.map(({ field }) => field)).toEqual([
      'words.message',
    ])
    expect(readDraft({ ...draft, message: 'Too much: {said}' }).parts.words.message).toBe('Too much: {said}')
  })

  it('leads from a fault to its field', () => {
    expect(['rule.factors.2', 'rule.most.light', 'words.message', 'code'].map(checkField)).toEqual([
      ...['check-rule-factors', 'check-rule-most-light', 'check-words-message', 'check-code'],
    ])
  })
})

describe('An edition against the one it is based on', () => {
  const changed = (code: string, part: object): Standard => ({
    ...referenceEdition1,
    checks: referenceEdition1.checks.map((check) => (check.code === code ? { ...check, ...part } : check)),
  })
  const changes = (edition: Standard) => differencesOf(referenceEdition1, edition)

  it('says severities, thresholds and words in plain sentences', () => {
    expect(changes(referenceEdition1)).toEqual([])
    const { severity } = referenceEdition1.checks.find(({ code }) => code === '4.8')!
    expect(changes(changed('4.8', { severity: { ...severity, standard: 'block' } }))[0]!.changes).toEqual([
      'Standard tier: to fix, was to explain.',
    ])
    const rule = { kind: 'survey-thin', rate: 0.5, answers: 10 }
    expect(changes(changed('8.2', { rule, words: { message: null, fix: 'Ask more.' } }))[0]!.changes).toEqual(
      ['Lowest response rate: 50%, was 30%.', 'What to do: “Ask more.”'],
    )
  })

  it('says what is new and what is gone, in the order of the numbers', () => {
    const [first, ...others] = referenceEdition1.checks
    const added = { ...first!, code: '1.10' }
    const edition = { ...referenceEdition1, checks: [...others, added] }
    expect(changes(edition).map(({ code, changes: said }) => [code, said[0]])).toEqual([
      ['1.1', 'No longer there.'],
      ['1.10', `New: ${catalogue['figure-missing'].looksFor}`],
    ])
    expect(['4.10', '10.1', '4.9'].toSorted(byNumber)).toEqual(['4.9', '4.10', '10.1'])
  })

  it.each(referenceEdition1.checks)('the thresholds of $code are in words', ({ rule }) => {
    for (const { label, value: words } of ruleWords(rule)) {
      expect(label).not.toBe('')
      expect(words).not.toMatch(/undefined|null|NaN|\[object|^$/)
    }
  })

  it('a check that people added shows the examples of its kind', () => {
    const own = examplesOf(workedExamples, referenceEdition1, { code: '5.2', kind: 'digits-swapped' })
    const added = examplesOf(workedExamples, referenceEdition1, { code: '5.9', kind: 'digits-swapped' })
    expect(own.length).toBeGreaterThan(2)
    expect(added).toEqual(own)
  })
})
