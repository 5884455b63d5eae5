/** What was counted and what is typed over it: one reading of a change, in the browser and on the server. */
import { changePupils, changeSessions, type PupilCounts } from '@inclusion/shared/attendance/change-counts'
import type { CountedPupils, CountedSessions } from '@inclusion/shared/attendance/counted'
import { totalSessions, type SessionCounts } from '@inclusion/shared/attendance/counts'
import { describe, expect, it } from 'vitest'

const blank: SessionCounts = {
  ...{ academicYear: '2025-26', possible: null, attended: null, authorised: null, unauthorised: null },
}
const sessions: CountedSessions = {
  ...{ possible: 100, attended: 60, authorised: 30, unauthorised: 10 },
  byCode: { '/': 60, I: 30, O: 10, D: 8 },
}
const { byCode, ...totals } = sessions
const window = { startsOn: '2025-04-21', endsBefore: '2025-08-01', kind: 'one-window' } as const
const pupils: CountedPupils = { enrolments: 9, persistent: 7, severe: 3, dispersion: 4.5, window }
const nobody: PupilCounts = { enrolments: null, persistent: null, severe: null, window: null }

describe('A count from a register', () => {
  it('takes the place of what was typed, and of what could not be read', () => {
    const typed = changeSessions(blank, { entries: { possible: '90', attended: 'six' } })
    expect(typed).toMatchObject({ figure: { possible: 90, attended: null }, drafts: { attended: 'six' } })
    const { figure, drafts } = changeSessions(typed.figure, { counted: sessions })
    expect(figure).toEqual({ academicYear: '2025-26', ...totals, counted: { byCode } })
    expect(drafts).toEqual({ possible: null, attended: null, authorised: null, unauthorised: null })
  })

  it('is a count no more once something is typed over it, before or after it was saved', () => {
    const saved = changeSessions(changeSessions(blank, { counted: sessions }).figure, {
      entries: { attended: '61' },
    })
    const atOnce = changeSessions(blank, { counted: sessions, entries: { attended: '61' } })
    expect(saved.figure).toEqual({ academicYear: '2025-26', ...totals, attended: 61 })
    expect(atOnce.figure).toEqual(saved.figure)
    expect(changeSessions(saved.figure, { counted: sessions }).figure.counted).toEqual({ byCode })
  })

  it('of a baseline brings its window, and typing keeps that window', () => {
    const counted = changePupils(nobody, { counted: pupils }).figure
    expect(counted).toEqual({
      ...{ enrolments: 9, persistent: 7, severe: 3, window, counted: { dispersion: 4.5 } },
    })
    const typed = changePupils(counted, { entries: { enrolments: '10' } }).figure
    expect(typed).toEqual({ enrolments: 10, persistent: 7, severe: 3, window })
  })

  it('of a baseline takes its window with it, once every number of pupils is cleared', () => {
    const counted = changePupils(nobody, { counted: pupils }).figure
    const some = changePupils(counted, { entries: { enrolments: '', severe: '' } }).figure
    expect(some.window).toEqual(window)
    const none = changePupils(some, { entries: { persistent: '' } }).figure
    expect(none).toEqual(nobody)
    expect(changePupils(none, { entries: { enrolments: '8' } }).figure.window).toBeNull()
    expect(changePupils(none, { counted: pupils }).figure.window).toEqual(window)
  })

  it('is left as it is by a change that types nothing', () => {
    const { figure } = changeSessions(blank, { counted: sessions })
    expect(changeSessions(figure, {})).toEqual({ figure, drafts: {} })
  })
})

describe('Sessions over academic years', () => {
  const both = [
    { ...blank, academicYear: '2024-25' },
    { ...blank, ...totals },
  ]

  it('are not given while a year of the period is blank', () => {
    expect(totalSessions({ cohort: 'mentored', sessions: both }, 'possible')).toBeNull()
  })

  it('of a baseline are those of the years that have any', () => {
    expect(totalSessions({ cohort: 'baseline', sessions: both }, 'possible')).toBe(100)
    expect(totalSessions({ cohort: 'baseline', sessions: [blank] }, 'possible')).toBeNull()
  })
})
