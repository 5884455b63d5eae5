import { askedOf, dayIn, faultsIn } from '@inclusion/client/audit/search-faults'
import { figureName, subjectName } from '@inclusion/client/audit/subject-name'
import { extensionFaults } from '@inclusion/client/collection/extension-faults'
import { describe, expect, it } from 'vitest'

describe('A search of the trail', () => {
  it.each(['12 January 2026', '12 jan 2026', '12/1/2026', '12.01.2026', ' 12 1 2026 ', '2026-01-12'])(
    'takes %s as a day',
    (typed) => {
      expect(dayIn(typed)).toBe('2026-01-12')
    },
  )

  it.each(['31 2 2026', '2026-13-45', 'one two 26', '12 Ja 2026', 'yesterday'])(
    'says that %s is no real date',
    (typed) => {
      expect(faultsIn(askedOf({ from: typed }))).toEqual([
        { field: 'audit-from', message: 'Enter a real date, for example 14 2 2026' },
      ])
    },
  )

  it('asks for what is left empty not at all', () => {
    expect(faultsIn(askedOf({ from: '', to: ' ', return: '', figure: '' }))).toEqual([])
  })
})

describe('What an event was done to', () => {
  const choices = {
    people: [{ personId: 'ruth-okafor', name: 'Ruth Okafor' }],
    programmes: [{ code: 'APM', name: 'AP/PRU Mentoring' }],
    authorities: [{ gssCode: 'E09000007', name: 'Camden' }],
    periods: [{ id: 'FY2025-26-Q3' as const, label: 'October to December 2025' }],
    indicators: [{ code: 'APM-OP8', label: 'Parents and carers supported' }],
    ...{ actions: [], verified: null },
  }

  it.each([
    ['APM-E09000007-FY2025-26-Q3', 'Camden, AP/PRU Mentoring, October to December 2025'],
    ['person:ruth-okafor', 'Ruth Okafor'],
    ['person:nobody', 'person:nobody'],
    ['amendments', 'amendments'],
  ])('%s is said as %s', (subject, words) => {
    expect(subjectName(subject, choices)).toBe(words)
  })

  it('a figure is said by its label and code, and one that is not known by its code', () => {
    expect(figureName('APM-OP8', choices)).toBe('Parents and carers supported (APM-OP8)')
    expect(figureName('APM-ZZ9', choices)).toBe('APM-ZZ9')
  })
})

describe('An extension', () => {
  const view = { windowDueOn: '2026-01-31', today: '2026-02-10' }

  it('names everything that has to be mended at once', () => {
    expect(extensionFaults({ dueOn: '2027-01-01', reason: 'No' }, view).map(({ field }) => field)).toEqual([
      'dueOn',
      'reason',
    ])
    expect(extensionFaults({ dueOn: '2026-02-31', reason: '' }, view)[0]?.message).toBe(
      'Enter a real date, for example 14 2 2026',
    )
    expect(extensionFaults({ dueOn: '2026-02-09', reason: 'Camden asked for it.' }, view)).toEqual([
      { field: 'dueOn', message: 'Choose today or a later day' },
    ])
  })

  it('is sent when nothing has', () => {
    expect(extensionFaults({ dueOn: '2026-02-14', reason: 'Camden asked for it.' }, view)).toEqual([])
  })
})
