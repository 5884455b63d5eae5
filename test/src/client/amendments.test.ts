/** The forms of amendments to the framework: what is typed is read as it was meant, and comes back as it was. */
import { copiesOf, asDraft } from '@inclusion/client/amendments/copied-figures'
import { moveFigure, putNew, renameProgramme } from '@inclusion/client/amendments/content-changes'
import {
  breakdownFault,
  readBreakdown,
  draftBreakdown,
} from '@inclusion/client/amendments/definition/drafted-breakdown'
import { definitionFaults } from '@inclusion/client/amendments/definition/definition-faults'
import {
  definitionField,
  draftOf,
  measuredAs,
  readDefinition,
  startingDraft,
} from '@inclusion/client/amendments/definition/drafted-definition'
import {
  amountFaults,
  draftAmounts,
  fillYear,
  readAmounts,
  tierFrom,
} from '@inclusion/client/amendments/drafted-amounts'
import { blankRule, readRule, ruleFaults, ruleSentence } from '@inclusion/client/amendments/drafted-rule'
import { draftWindows, readWindows, windowFaults } from '@inclusion/client/amendments/drafted-windows'
import { placeOf } from '@inclusion/client/amendments/fault-places'
import { publishedWords } from '@inclusion/client/amendments/publishing-lines'
import { nextCode } from '@inclusion/client/amendments/next-code'
import { dayText, readDay } from '@inclusion/client/amendments/typed-day-text'
import { mentoringDefinitions } from '@inclusion/db/reference/framework/mentoring'
import { trainingDefinitions } from '@inclusion/db/reference/framework/training'
import { AmendmentContent, emptyContent } from '@inclusion/shared/framework/amendment'
import { differencesBetween } from '@inclusion/shared/framework/change-class'
import { measures } from '@inclusion/shared/framework/indicators'
import { assert, date, property } from 'fast-check'
import { describe, expect, it } from 'vitest'

const definitions = [...mentoringDefinitions, ...trainingDefinitions]
const [sessions, hours] = trainingDefinitions.map(asDraft)
const head = ({ indicator, effectiveFrom, changeClass }: (typeof definitions)[number]) => ({
  indicator,
  effectiveFrom,
  changeClass,
})

describe('The form of a definition', () => {
  it.each(definitions)('reads $indicator back as it is', (definition) => {
    const draft = draftOf(asDraft(definition))
    expect(readDefinition(draft, head(definition))).toEqual(asDraft(definition))
    expect(definitionFaults(draft)).toEqual([])
  })

  it.each(measures)('begins a %s that lacks nothing but its words', (measure) => {
    const fields = definitionFaults(startingDraft(measure)).map(({ field }) => field)
    expect(fields).toContain('label')
    expect(fields.every((field) => /^(label|section|parts\..*|referenceSheet\.counts)$/.test(field))).toBe(
      true,
    )
  })

  it.each(measures)('measured as %s and back is what it was', (measure) => {
    const draft = draftOf(sessions!)
    const back = measuredAs(measuredAs(draft, measure), 'count')
    expect(differencesBetween(sessions!, readDefinition(back, head(trainingDefinitions[0]!)))).toEqual([])
  })

  it('names each category of a breakdown by the field they are all typed in', () => {
    expect(definitionField('disaggregations.1.categories.0.label')).toBe('definition-disaggregations-1-lines')
    expect(definitionField('disaggregations.1.dimension')).toBe('definition-disaggregations-1-label')
  })
})

describe('Categories, a line each,', () => {
  const known = draftBreakdown({
    dimension: 'format',
    label: 'Format',
    choice: 'single',
    askedFrom: 'light',
    categories: [
      { code: 'workshop', label: 'Workshop', aliases: ['Workshops'] },
      { code: 'online', label: 'Online', aliases: ['Webinar', 'Virtual'] },
    ],
  })
  const codes = (lines: string) => readBreakdown({ ...known, lines }).categories.map(({ code }) => code)

  it('keep their codes when they are moved, or called otherwise in their place', () => {
    expect(codes('Online\nWorkshop')).toEqual(['online', 'workshop'])
    expect(codes('Workshop or seminar\nOnline')).toEqual(['workshop', 'online'])
    expect(codes('Online\nWorkshop\nCoaching & visits')).toEqual(['online', 'workshop', 'coaching-visits'])
  })

  it('are refused in words that name the breakdown', () => {
    expect(breakdownFault({ ...known, lines: 'Online' })?.message).toMatch(/two categories of “Format”/)
    expect(breakdownFault({ ...known, lines: 'Online\nonline' })?.message).toMatch(/“online” twice/)
    expect(breakdownFault({ ...known, lines: 'Online\nTotal' })?.message).toMatch(/Take “Total” out/)
    expect(breakdownFault({ ...known, label: ' ' })?.part).toBe('label')
  })
})

describe('What an amendment holds', () => {
  it('has copies under codes of its own, that no other figure has', () => {
    const into = { programme: 'SRS', from: 'FY2026-27-Q1', content: emptyContent }
    const once = copiesOf(mentoringDefinitions, into)(emptyContent)
    const twice = copiesOf(mentoringDefinitions, into)(once)
    const codes = twice.indicators.map(({ definition }) => definition.indicator)
    expect(new Set(codes).size).toBe(mentoringDefinitions.length * 2)
    expect(codes.every((code) => code.startsWith('SRS-'))).toBe(true)
    expect(AmendmentContent.parse(twice)).toEqual(twice)
    const carried = once.indicators.flatMap(({ definition: { derivation } }) =>
      derivation?.kind === 'carried' ? [derivation.from] : [],
    )
    expect(carried.length).toBeGreaterThan(0)
    expect(carried.filter((code) => !codes.includes(code))).toEqual([])
  })

  it('moves a figure within its order, and never loses one', () => {
    const content = [sessions!, hours!].reduce((so, each) => putNew(each, null)(so), emptyContent)
    const order = (of: AmendmentContent) => of.indicators.map(({ definition }) => definition.indicator)
    expect(order(moveFigure('CPD-OP2', -1)(content))).toEqual(['CPD-OP2', 'CPD-OP1'])
    expect(order(moveFigure('CPD-OP2', 1)(content))).toEqual(['CPD-OP1', 'CPD-OP2'])
  })

  it('names figures and rules anew when the code of the programme changes, and back again', () => {
    const rule = readRule(
      { ...blankRule, left: [term('CPD-OP1.value')], right: [term('CPD-OP2.value')] },
      [sessions!, hours!],
      { programme: 'CPD', from: 'FY2026-27-Q1', taken: [] },
    )
    const content = { ...putNew(sessions!, null)(emptyContent), identities: [rule] }
    const renamed = renameProgramme('CPD', 'SRS')(content)
    expect(JSON.stringify(renamed)).not.toContain('CPD-')
    expect(renameProgramme('SRS', 'CPD')(renamed)).toEqual(content)
  })

  it('proposes the next code of a kind', () => {
    expect(nextCode('SRS', 'output', ['SRS-OP1', 'SRS-OP4a', 'SRS-OC9'])).toBe('SRS-OP5')
    expect(nextCode('SRS', 'text', [])).toBe('SRS-TX1')
  })
})

const term = (figure: string) => ({ sign: '1' as const, figure, at: 'this' as const })

describe('A rule between figures', () => {
  const figures = [sessions!, hours!]

  it('reads as a sentence', () => {
    const sides = { left: [term('CPD-OP2.value')], right: [term('CPD-OP1.value')] }
    expect(ruleSentence({ ...blankRule, ...sides }, figures)).toBe(
      'Hours of CPD delivered is at most CPD sessions delivered.',
    )
    const range = { ...blankRule, ...sides, kind: 'range' as const, low: '0.25', high: '8' }
    expect(ruleSentence(range, figures)).toMatch(/is at least 0\.25 and at most 8 times/)
  })

  it('says which side lacks a figure, and that a range needs a number', () => {
    expect(ruleFaults({ ...blankRule, kind: 'range' }).map(({ field }) => field)).toEqual([
      'left-0',
      'right-0',
      'low',
    ])
  })

  it('gets a code that no other has', () => {
    const draft = { ...blankRule, left: [term('CPD-OP2.value')], right: [term('CPD-OP1.value')] }
    const on = { programme: 'CPD', from: 'FY2026-27-Q1' }
    const first = readRule(draft, figures, { ...on, taken: [] })
    expect(first.id).toMatch(/^CPD-[a-z0-9-]+$/)
    expect(readRule(draft, figures, { ...on, taken: [first.id] }).id).not.toBe(first.id)
  })
})

describe('A day in one field', () => {
  it.each(['31/1/2027', '31 1 2027', '31 January 2027', '31 jan 2027', '2027-01-31', ' 31.01.2027 '])(
    'reads %s',
    (text) => expect(readDay(text)).toBe('2027-01-31'),
  )

  it.each(['', '30/2/2027', '1/13/2027', '31 1 27', 'soon', '1 j 2027'])('does not read "%s"', (text) =>
    expect(readDay(text)).toBeNull(),
  )

  it('reads back every day as it is shown', () => {
    const days = date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    assert(
      property(days, (any) => {
        const day = any.toISOString().slice(0, 10)
        expect(readDay(dayText(day))).toBe(day)
      }),
    )
  })
})

describe('Amounts', () => {
  const rows = [
    { gssCode: 'E09000007', name: 'Camden', known: [] },
    { gssCode: 'E09000012', name: 'Hackney', known: [award('2025-26', 2_000_000)] },
  ]
  const years = ['2025-26', '2026-27']
  const blank = draftAmounts(emptyContent)
  const thresholds = [
    { tier: 'light' as const, fromPence: 0 },
    { tier: 'standard' as const, fromPence: 3_000_000 },
  ]

  it('are typed in pounds and kept in pence; what is on record is left alone', () => {
    const filled = fillYear(blank, rows, { year: '2025-26', amount: '25,000.50' })
    expect(readAmounts(filled, rows, years).map(({ gssCode, pence }) => [gssCode, pence])).toEqual([
      ['E09000007', 2_500_050],
    ])
  })

  it('of a year that is drafted are not known where nothing is typed', () => {
    const drafted = { ...blank, years: ['2026-27'] }
    expect(readAmounts(drafted, rows, years).map(({ pence }) => pence)).toEqual([null, null])
  })

  it('lead to a tier together with what is on record', () => {
    const filled = fillYear(blank, rows, { year: '2026-27', amount: '10000' })
    expect(rows.map((row) => tierFrom(row, filled, { years, thresholds }))).toEqual(['light', 'standard'])
  })

  it('that are none are refused by borough and year', () => {
    const filled = fillYear(blank, rows, { year: '2026-27', amount: 'lots' })
    expect(amountFaults(filled, rows, years).map(({ message }) => message)).toEqual([
      'Give what Camden is awarded in 2026-27 as pounds, for example 25,000',
      'Give what Hackney is awarded in 2026-27 as pounds, for example 25,000',
    ])
  })
})

function award(financialYear: string, pence: number) {
  return { financialYear, pence, decision: null, assumption: null }
}

describe('Windows', () => {
  it('are proposed for every period that has none, and read back', () => {
    const drafted = draftWindows(['FY2026-27-Q1', 'FY2026-27-Q2'], [], [])
    expect(readWindows(drafted)).toEqual([
      { periodId: 'FY2026-27-Q1', opensOn: '2026-07-01', dueOn: '2026-07-31' },
      { periodId: 'FY2026-27-Q2', opensOn: '2026-10-01', dueOn: '2026-10-31' },
    ])
    expect(windowFaults(drafted)).toEqual([])
  })

  it('leave out a period that is not collected, and refuse a due day before the first', () => {
    const [first, second] = draftWindows(['FY2026-27-Q1', 'FY2026-27-Q2'], [], [])
    expect(readWindows([first!, { ...second!, isCollected: false, dueOn: 'never' }])).toHaveLength(1)
    const faults = windowFaults([{ ...first!, dueOn: '1 June 2026' }])
    expect(faults.map(({ message }) => message)).toEqual([
      'Give a day for April to June 2026 (2026-27 Q1) that comes after it opens',
    ])
  })
})

describe('A fault', () => {
  const content: AmendmentContent = {
    ...putNew({ ...sessions!, indicator: 'SRS-OP1' }, null)(emptyContent),
    changed: [hours!],
    windows: [{ periodId: 'FY2026-27-Q1', opensOn: '2026-07-01', dueOn: '2026-07-31' }],
    awards: [{ gssCode: 'E09000007', ...award('2026-27', 1) }],
  }

  it.each([
    ['indicators.0.definition.label', '/figures/SRS-OP1#definition-label'],
    [
      'indicators.0.definition.disaggregations.0.categories.1.code',
      '/figures/SRS-OP1#definition-disaggregations-0-lines',
    ],
    ['indicators', '/figures'],
    ['changed.0.measure', '/figures/CPD-OP2#definition-measure'],
    ['windows.0.dueOn', '/windows#window-FY2026-27-Q1-dueOn'],
    ['awards.0.pence', '/amounts#award-E09000007-2026-27'],
    ['programme.summary', '/programme#programme-summary'],
    ['endsBefore', '/programme#programme-endsBefore'],
    ['content', ''],
  ])('at %s leads to its field', (field, href) => {
    expect(placeOf('one', content, { field }).href).toBe(`/framework/amendments/one${href}`)
  })
})

describe('Once it is published', () => {
  it.each([
    [3, 2, '3 returns are open now, and 2 leads are written to.'],
    [3, 1, '3 returns are open now, and 1 lead is written to.'],
    [1, 1, '1 return is open now, and 1 lead is written to.'],
    [2, 0, '2 returns are open now. They have no lead to write to yet.'],
    [0, 0, 'No return opens before 1 April 2026.'],
  ])('%d returns and %d leads are told as they are', (returns, leads, words) => {
    expect(publishedWords({ returns, leads, next: '2026-04-01' })).toBe(`It is published. ${words}`)
  })

  it('nothing is said to be open that is not', () => {
    expect(publishedWords({ returns: 0, leads: 0, next: null })).toMatch(/No return .+ is still to open\.$/)
    expect(publishedWords(null)).toMatch(/open within the hour\.$/)
  })
})
