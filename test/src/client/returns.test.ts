import { holderLine, nextStep } from '@inclusion/client/home/home-words'
import { digestOf, isReceiptCode } from '@inclusion/client/receipts/receipt-codes'
import { closedWords } from '@inclusion/client/returns/closed-words'
import { changeWords, coverageWords, figureWords, together, yearToDate } from '@inclusion/shared/figure-words'
import { figureLines, nameInHistory, titleWithCount } from '@inclusion/client/returns/history-words'
import {
  findingsOn,
  progressOf,
  progressWords,
  sectionsOf,
  sortFindings,
} from '@inclusion/client/returns/sections'
import { menuOf } from '@inclusion/client/shell/session'
import { cohortsOf, partsNeeded, yearsOf } from '@inclusion/client/setting-reports/attendance-columns'
import type { ReturnLine } from '@inclusion/server/returns/view'
import { returnStatuses } from '@inclusion/shared/returns'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { exampleDefinitions } from '@inclusion/shared/standards/examples/framework'
import {
  accepted,
  ash,
  birch,
  exampleDefinition,
  exampleInput,
  figure,
  pair,
  value,
} from '@inclusion/shared/standards/examples/worked-example'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { describe, expect, it } from 'vitest'

const line: ReturnLine = {
  id: 'APM-E09000007-FY2025-26-Q3',
  programme: { code: 'APM', name: 'AP/PRU Mentoring' },
  authority: { gssCode: 'E09000007', name: 'Camden' },
  period: { id: 'FY2025-26-Q3', label: 'October to December 2025 (2025-26 Q3)' },
  tier: 'standard',
  status: 'changes-requested',
  holder: 'Camden',
  heldForDays: 3,
  dueOn: '2026-01-31',
  extendedFrom: null,
  daysLeft: 11,
  takenBy: null,
  unlockedCount: 2,
  isSentBack: false,
}

describe('Your work', () => {
  it('says who holds a return, what for and how long', () => {
    expect(holderLine(line)).toBe('With Camden: 2 figures to change, 3 days')
    expect(holderLine({ ...line, unlockedCount: 1, heldForDays: 0 })).toBe(
      'With Camden: 1 figure to change, since today',
    )
    expect(holderLine({ ...line, status: 'in-progress', heldForDays: 1 })).toBe('With Camden, 1 day')
  })

  it('names the next step in every status', () => {
    for (const status of returnStatuses) {
      for (const reader of ['lead', 'certifier'] as const) {
        expect(nextStep({ ...line, status }, reader)).toMatch(/^[A-Z].*\.$/)
      }
    }
    expect(nextStep({ ...line, status: 'awaiting-sign-off' }, 'certifier')).toContain('sign it')
    expect(nextStep({ ...line, status: 'in-progress' }, 'certifier')).toContain('borough lead')
    expect(nextStep({ ...line, status: 'in-progress', isSentBack: true })).toMatch(
      /^Your certifier sent it back\. Fin/,
    )
    expect(nextStep({ ...line, status: 'in-progress', tier: 'light' })).toContain('submit')
  })

  it('has a menu by what the person may do', () => {
    const words = (...capabilities: Parameters<typeof menuOf>[0]) =>
      menuOf(capabilities).map((item) => item.words)
    expect(words('report.see', 'report.edit')).toEqual(['Your work', 'Reports', 'Standards'])
    expect(words('return.see', 'return.review', 'evidence.see', 'audit.see')).toEqual([
      'Your work',
      'Review',
      'Returns',
      'Programmes',
      'Standards',
      'Audit',
    ])
  })
})

describe('Figures in words', () => {
  const [count, proportion] = [exampleDefinition('OP1'), exampleDefinition('OP2')]

  it('show a pair with its rate, a reason in place of a number, and nothing for a blank', () => {
    expect(figureWords(proportion, pair(1120, 1400))).toBe('1,120 of 1,400 (80.0%)')
    expect(figureWords(proportion, pair(3, null))).toBeNull()
    expect(figureWords(count, figure({ missing: 'x' }))).toBe('Not available')
    expect(figureWords(count, value(0))).toBe('0')
    expect(figureWords(count, undefined)).toBeNull()
  })

  it('show a change in its own unit, and none that is too small to show', () => {
    expect(changeWords('count', value(24), value(28))).toBe('+4')
    expect(changeWords('proportion', pair(70, 100), pair(68, 100))).toBe('−2.0 points')
    expect(changeWords('proportion', pair(1, 3), pair(333, 999))).toBe('Same')
    expect(changeWords('count', undefined, value(1))).toBeNull()
  })

  it('add settings as sums before dividing: 9 of 10 and 10 of 100 are 17.3%', () => {
    const definition = { ...proportion, overPlace: 'ratio' as const }
    const figures = {
      'XYZ-OP2@100001': pair(9, 10),
      'XYZ-OP2@100002': pair(10, 100),
      'XYZ-OP2:mode:group': pair(5, 5),
    }
    expect(figureWords(definition, together(definition, figures))).toBe('19 of 110 (17.3%)')
  })

  it('add up the financial year so far, and no other year', () => {
    const input = exampleInput({
      asked: ['OP1'],
      figures: { 'XYZ-OP1': value(5) },
      history: [
        accepted('FY2025-26-Q2', { 'XYZ-OP1': value(3) }),
        accepted('FY2024-25-Q4', { 'XYZ-OP1': value(100) }),
      ],
    })
    expect(yearToDate({ ...count, overTime: 'sum' }, input).value).toBe(8)
  })
})

describe('The sections of a return', () => {
  const input = exampleInput({
    asked: exampleDefinitions.map(({ indicator }) => indicator.replace('XYZ-', '')),
    settings: [ash(), birch({ missingReason: 'staffing' })],
    figures: { 'XYZ-OP1': value(2), 'XYZ-OP2': pair(50, 40) },
  })
  const findings = runChecks(referenceEdition1, input)

  it('hold every figure asked, once', () => {
    const held = sectionsOf(input.asked).flatMap(({ definitions }) => definitions)
    expect(held.map(({ indicator }) => indicator).toSorted()).toEqual(
      input.asked.map(({ indicator }) => indicator).toSorted(),
    )
    for (const { slug } of sectionsOf(input.asked)) expect(slug).toMatch(/^[a-z0-9-]+$/)
  })

  it('count what is in, whoever gives it, and not what is worked out', () => {
    const { given, asked } = progressOf(input.asked, input)
    expect(given).toBe(2)
    expect(asked).toBe(input.asked.filter(({ collectedFrom }) => collectedFrom !== 'derived').length)
    expect(progressWords({ given: 14, asked: 19 })).toBe('14 of 19 figures in')
  })

  it('tell what is wrong from what is not given yet', () => {
    const own = findingsOn(findings, [exampleDefinition('OP2'), exampleDefinition('OP3')], null)
    const { toFix, blank } = sortFindings(referenceEdition1, own)
    expect(toFix.map(({ check }) => check)).toEqual(['4.1'])
    expect(blank.map(({ locator }) => locator)).toEqual(['XYZ-OP3'])
  })
})

describe('A return that is closed says whose move it is', () => {
  const actions = (edit: 'return-not-open' | 'not-yours-to-do' | null) =>
    ({ edit }) as unknown as Parameters<typeof closedWords>[0]['actions']

  it('in words for each status', () => {
    const words = (status: ReturnLine['status'], holder: string) =>
      closedWords({ actions: actions('return-not-open'), status, holder, reopening: null })
    expect(words('awaiting-sign-off', 'Camden certifier')).toContain('with the Camden certifier')
    expect(words('submitted', 'RMEL')).toContain('with RMEL')
    expect(words('accepted', 'Nobody')).toContain('ask RMEL to open it again')
    const open = { actions: actions(null), status: 'in-progress', holder: 'Camden', reopening: null } as const
    expect(closedWords(open)).toBeNull()
  })

  it('once RMEL was asked to open it again: who asked, when, and that nobody has answered', () => {
    const asked = { by: 'Ruth Okafor', at: '2026-01-20T10:00:00.000Z' }
    const wish = { version: 1, reason: 'A late count.', locators: [], asked, answer: null, answered: null }
    const words = (outcome: 'declined' | null) =>
      closedWords({
        actions: actions('return-not-open'),
        ...{ status: 'accepted', holder: 'Nobody', reopening: { ...wish, outcome } },
      })
    expect(words(null)).toBe(
      'This return was accepted. Ruth Okafor asked RMEL on 20 January 2026 to open it again; RMEL has not answered.',
    )
    expect(words('declined')).toContain('ask RMEL to open it again')
  })
})

describe('The history of a return', () => {
  const prepared = prepareInput(exampleInput({ asked: ['OP1', 'OP2'] }))

  it('names each figure with what it came to', () => {
    const event = {
      at: '',
      by: null,
      action: 'return.save-figures',
      detail: {
        figures: [
          ['XYZ-OP1', 2, 9, null, null, null, null],
          ['XYZ-OP2', 1, null, 4, 5, null, null],
          ['XYZ-OP1', 3, null, null, null, null, 'x'],
        ],
      },
    }
    const lines = figureLines(event, prepared)
    expect(lines.map(({ words }) => words)).toEqual(['9', '4 of 5 (80.0%)', 'Not available'])
    expect(lines[1]).toMatchObject({ locator: 'XYZ-OP2', name: expect.any(String) })
    expect(titleWithCount(event)).toBe('3 figures saved')
  })

  it('tells a setting’s counts of pupils from those of sessions, year by year', () => {
    const names = ['', ':2024-25', ':2025-26'].map((year) =>
      nameInHistory(prepared, `attendance@100001:baseline${year}`),
    )
    expect(new Set(names).size).toBe(3)
    expect(names[1]).toMatch(/^Attendance of young people .* at baseline .*: sessions of 2024-25$/)
  })
})

describe('A setting’s attendance', () => {
  it('asks the counts that figures are worked out from, for each year the period lies in', () => {
    const asked = [...exampleDefinitions]
    expect(cohortsOf({ asked })).toEqual(['mentored', 'whole'])
    expect([...partsNeeded({ asked }, 'mentored')]).toEqual(expect.arrayContaining(['attended', 'possible']))
    expect(yearsOf({ academicYears: ['2024-25', '2025-26'] }, [])).toEqual(['2024-25', '2025-26'])
  })
})

describe('A figure of settings', () => {
  const reports = [{ status: 'signed-off' }, { status: 'in-progress' }]

  it('says of how many settings it is, until all have signed off', () => {
    expect(coverageWords({ collectedFrom: 'setting' }, reports)).toBe('1 of 2 settings')
    expect(coverageWords({ collectedFrom: 'derived' }, reports)).toBe('1 of 2 settings')
    expect(coverageWords({ collectedFrom: 'setting' }, reports.slice(0, 1))).toBeNull()
    expect(coverageWords({ collectedFrom: 'authority' }, reports)).toBeNull()
  })
})

describe('A receipt', () => {
  it('is known by its form, with spaces around it or not', () => {
    expect(isReceiptCode(' IR-7F3A-9C21-04BE-55D0 ')).toBe(true)
    expect(isReceiptCode('a'.repeat(64))).toBe(true)
    expect(isReceiptCode('IR-7F3A')).toBe(false)
  })

  it('proves a file by the SHA-256 of its bytes', async () => {
    const { buffer } = new TextEncoder().encode('abc')
    expect(await digestOf(buffer)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
