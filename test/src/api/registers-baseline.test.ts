/** A baseline that was counted can be left for a typed one: its dates go with its numbers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, done, enterReport, refusal, seeReport, type Change } from './support/filing.ts'

const urn = '134643'
const pupilsAt = `attendance@${urn}:baseline`
const sessionsIn = (year: string) => `${pupilsAt}:${year}`

const window = { startsOn: '2024-01-01', endsBefore: '2024-04-01', kind: 'one-window' as const }
const pupils = { enrolments: 9, persistent: 6, severe: 2, dispersion: null, window }
const sessions = { possible: 820, attended: 630, authorised: 120, unauthorised: 70, byCode: null }
const countedBefore: Change[] = [
  { locator: sessionsIn('2023-24'), counted: sessions },
  { locator: pupilsAt, counted: pupils },
]
const clearedPupils = { locator: pupilsAt, entries: { enrolments: '', persistent: '', severe: '' } }
const clearedSessions = {
  locator: sessionsIn('2023-24'),
  entries: { possible: '', attended: '', authorised: '', unauthorised: '' },
}
const typed = { locator: sessionsIn('2024-25'), entries: { possible: '400', attended: '200' } }

describe.each(engines())('A counted baseline on %s', (engine) => {
  let service: Service
  let helen: Client

  beforeEach(async () => {
    service = await openService(engine)
    helen = await service.as('helen-achebe')
    done(await save(countedBefore))
  })
  afterEach(() => service.close())

  const save = (changes: Change[]) => enterReport(helen, { id: camden, urn }, changes)
  const stored = async () =>
    (await seeReport(helen, camden, urn)).checkInput.attendance.find(({ cohort }) => cohort === 'baseline')!

  it('keeps its dates while a number of its pupils is left', async () => {
    done(await save([clearedSessions, { locator: pupilsAt, entries: { enrolments: '' } }]))
    expect((await stored()).window).toEqual(window)
    expect(refusal(await save([typed]))).toBe('400 invalid-request')
  })

  it('gives way to a typed one of the usual dates once all of it is cleared', async () => {
    done(await save([clearedSessions, clearedPupils]))
    done(await save([typed]))
    done(await save([{ locator: pupilsAt, entries: { enrolments: '12' } }]))
    const { window: dates, enrolments, counted, sessions: given } = await stored()
    expect([dates, enrolments, counted]).toEqual([null, 12, undefined])
    expect(given.find(({ academicYear }) => academicYear === '2024-25')).toMatchObject({ possible: 400 })
  })

  it('gives way to it in one save as well', async () => {
    done(await save([clearedSessions, clearedPupils, typed]))
    expect((await stored()).window).toBeNull()
  })

  it('is never added to it: what was counted for other dates is cleared first', async () => {
    done(await save([clearedPupils]))
    const answer = await save([typed])
    expect(refusal(answer)).toBe('400 invalid-request')
    expect(answer.body).toMatchObject({
      errors: [{ field: typed.locator, message: expect.stringContaining('Sessions of 2023-24') }],
    })
    done(await save([clearedSessions]))
    done(await save([typed]))
  })
})
