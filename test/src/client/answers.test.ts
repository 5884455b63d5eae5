import { earlierAnswer, givenWords, type Answers } from '@inclusion/client/returns/answers'
import { holdOptions } from '@inclusion/client/returns/hold-options'
import { sortFindings } from '@inclusion/client/returns/sections'
import {
  askedIn,
  blankWaiver,
  changeWaiver,
  toSend,
  waiverFaults,
} from '@inclusion/client/waivers/drafted-waiver'
import { waiverAddress } from '@inclusion/client/waivers/waiver-address'
import type { WaiverForm } from '@inclusion/server/waivers/view'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import type { Finding } from '@inclusion/shared/standards/finding'
import { countFindings, openedBy } from '@inclusion/shared/standards/summary'
import { describe, expect, it } from 'vitest'

const finding = (over: Partial<Finding> = {}): Finding => ({
  ...{ check: '4.8', clause: '4', edition: 'reference-1', stage: 'filing', severity: 'explain' },
  ...{ locator: 'APM-OP5', part: 'value', inputs: [], message: 'It differs.', fix: 'Look again.' },
  ...{ failedClosed: false, explanation: null, waiver: null },
  ...over,
})

const place = { check: '4.8', locator: 'APM-OP5' }
const until = { id: 'FY2025-26-Q4', label: 'January to March 2026 (2025-26 Q4)' }
const given = {
  ...{ ...place, reason: 'staffing', text: 'Two mentors left.', holdsUntil: until },
  ...{ by: 'Ruth Okafor', at: '2026-01-20T10:05:00.000Z' },
}
const offered = {
  ...{ ...place, reason: 'late-data', text: 'The partner was late.', holdsUntil: null, stillHolds: false },
  periodLabel: 'July to September 2025 (2025-26 Q2)',
}
const answers = (over: Partial<Answers> = {}): Answers => ({
  ...{ returnId: 'APM-E09000007-FY2025-26-Q3', periodId: 'FY2025-26-Q3', explanations: [], offered: [] },
  ...over,
})
const explained = { reason: 'staffing', text: 'Two mentors left.' }
const waiver = { reason: 'Agreed until March.', until: '2026-03-31' }

describe('What people answered to a finding', () => {
  it('is shown with who, when and how long it holds', () => {
    const words = givenWords(finding({ explanation: explained }), { explanations: [given] })
    expect(words).toBe(
      'Ruth Okafor, 20 January 2026, 10:05am. Holds until January to March 2026 (2025-26 Q4).',
    )
    const alone = { explanations: [{ ...given, holdsUntil: null }] }
    expect(givenWords(finding({ explanation: explained }), alone)).toMatch(/For this period only\.$/)
  })

  it('is not taken for one that answers another text, another figure or nothing any more', () => {
    const explanations = [given]
    expect(givenWords(finding(), { explanations })).toBeNull()
    expect(
      givenWords(finding({ explanation: { ...explained, text: 'Other.' } }), { explanations }),
    ).toBeNull()
    expect(givenWords(finding({ explanation: explained, locator: 'APM-OP4' }), { explanations })).toBeNull()
  })

  it('is said to have lapsed when the figures changed, with the words to use again', () => {
    expect(earlierAnswer(finding(), answers({ explanations: [given], offered: [offered] }))).toMatchObject({
      ...{ reason: 'staffing', text: 'Two mentors left.', holdsUntil: 'FY2025-26-Q4' },
      words: 'The explanation that Ruth Okafor gave on 20 January 2026 lapsed, because the figures changed.',
    })
  })

  it('is offered again from an earlier period, and says how long it was to hold', () => {
    const earlier = earlierAnswer(finding(), answers({ offered: [offered] }))
    expect(earlier).toMatchObject({ reason: 'late-data', holdsUntil: null })
    expect(earlier!.words).toBe(
      'This was explained before, in July to September 2025 (2025-26 Q2). It was said to hold for that period only.',
    )
    const still = { ...offered, holdsUntil: until, stillHolds: true }
    expect(earlierAnswer(finding(), answers({ offered: [still] }))).toMatchObject({ holdsUntil: until.id })
  })

  it('is not offered where nothing is asked, or elsewhere', () => {
    const all = answers({ explanations: [given], offered: [offered] })
    for (const over of [
      { explanation: explained },
      { waiver },
      { severity: 'block' as const },
      { severity: 'note' as const },
      { locator: 'APM-OP4' },
      { check: '4.9' },
    ])
      expect(earlierAnswer(finding(over), all), JSON.stringify(over)).toBeNull()
  })

  it('holds for this period alone unless a later one is chosen', () => {
    const values = (chosen: string | null) => holdOptions('FY2025-26-Q3', chosen).map(({ value }) => value)
    const year = ['FY2025-26-Q4', 'FY2026-27-Q1', 'FY2026-27-Q2', 'FY2026-27-Q3']
    expect(values(null)).toEqual(['', ...year])
    expect(values('FY2026-27-Q4')).toEqual(['', ...year, 'FY2026-27-Q4'])
    expect(values('FY2025-26-Q2')).toEqual(['', ...year])
    expect(holdOptions('FY2025-26-Q3', null)[0]!.label).toBe('Only for October to December 2025 (2025-26 Q3)')
  })
})

describe('A waived finding', () => {
  const waived = finding({ severity: 'block', waiver })
  const open = finding({ severity: 'block', locator: 'APM-OP4' })

  it('is neither to fix nor to explain, but stands in a list of its own', () => {
    const blank = finding({ check: '1.1', severity: 'block', waiver, locator: 'APM-OP7' })
    const sorted = sortFindings(referenceEdition1, [waived, open, finding({ waiver }), blank])
    expect(sorted).toMatchObject({ toFix: [open], toExplain: [], blank: [], notes: [] })
    expect(sorted.waived).toHaveLength(3)
  })

  it('is not counted as what blocks, and opens no figure', () => {
    expect(countFindings([waived, open])).toEqual({ block: 1, explain: 0, note: 0, outstanding: 1 })
    expect([...openedBy([waived, open])]).toEqual(['APM-OP4'])
  })

  it('opens no figure where it stands beside a setting’s whole report', () => {
    expect([...openedBy([finding({ severity: 'block', locator: 'setting@100001' })])]).toEqual([])
  })
})

describe('A request for a waiver', () => {
  const form: WaiverForm = {
    checks: [
      { code: '4.1', title: 'Part and whole' },
      { code: '4.10', title: 'Range' },
    ],
    programmes: [{ code: 'APM', name: 'AP/PRU Mentoring' }],
    authorities: [{ gssCode: 'E09000007', name: 'Camden' }],
    settings: [{ urn: '134643', name: 'CCfL', gssCodes: ['E09000007'] }],
    indicators: [{ code: 'APM-OP6', programme: 'APM', label: 'Sessions attended' }],
    ...{ firstDay: '2026-01-21', lastDay: '2027-02-24' },
  }
  const asked = (over: Partial<Finding>, id = 'APM-E09000007-FY2025-26-Q3') => {
    const { searchParams } = new URL(waiverAddress(finding(over), id), 'http://localhost')
    // As the router reads an address: what looks like a number is one.
    const read = (text: string): unknown => (/^[\d.]+$/.test(text) ? Number(text) : text)
    return askedIn(Object.fromEntries([...searchParams].map(([name, text]) => [name, read(text)])))
  }

  it('begins with the check and the place of the finding that led to it', () => {
    const own = { programme: 'APM', gssCode: 'E09000007' }
    expect(asked({ check: '4.10', locator: 'APM-OP6' })).toEqual({
      ...{ ...own, check: '4.10', indicator: 'APM-OP6' },
    })
    expect(asked({ check: '1.4', locator: 'setting@134643' })).toEqual({
      ...own,
      check: '1.4',
      urn: '134643',
    })
    expect(asked({ locator: 'APM-OC4@134643:sex:female' })).toMatchObject({
      ...{ urn: '134643', indicator: 'APM-OC4' },
    })
    expect(asked({ locator: 'attendance@134643:whole' })).toMatchObject({ urn: '134643' })
    expect(asked({ locator: null })).toEqual({ ...own, check: '4.8' })
  })

  it('takes only what this person may choose', () => {
    expect(blankWaiver(form, asked({ check: '4.10', locator: 'APM-OP6' }))).toMatchObject({
      ...{ check: '4.10', programme: 'APM', gssCode: 'E09000007', urn: '', indicator: 'APM-OP6' },
    })
    const foreign = { check: '99.9', gssCode: 'E09000012', urn: '999999', indicator: 'CPD-OP1' }
    expect(blankWaiver(form, foreign)).toMatchObject({
      ...{ check: '', gssCode: 'E09000007', urn: '', indicator: '' },
    })
  })

  it('forgets a setting and a measure of another place, and sends "any" as null', () => {
    const draft = { ...blankWaiver(form, { check: '4.1', urn: '134643' }), indicator: 'APM-OP6' }
    const moved = changeWaiver(form, draft, { gssCode: 'E09000012', programme: 'CPD' })
    expect(moved).toMatchObject({ urn: '', indicator: '' })
    const typed = changeWaiver(form, draft, { day: '31', month: '3', year: '2026', reason: 'Because.' })
    expect(toSend(typed)).toEqual({
      ...{ check: '4.1', programme: 'APM', gssCode: 'E09000007', urn: '134643', indicator: 'APM-OP6' },
      ...{ reason: 'Because.', until: '2026-03-31' },
    })
    expect(toSend(moved)).toMatchObject({ urn: null, indicator: null })
  })

  it.each([
    ['31', '3', '2026', 0],
    [' 1 ', '12', '2026', 0],
    ['31', '2', '2026', 1],
    ['0', '2', '2026', 1],
    ['', '', '', 1],
    ['one', 'March', '26', 1],
  ])('with the day %s, %s, %s has %i faults', (day, month, year, faults) => {
    const draft = { ...blankWaiver(form, { check: '4.1' }), reason: 'A sentence that says why.' }
    expect(waiverFaults({ ...draft, day, month, year })).toHaveLength(faults)
  })
})
