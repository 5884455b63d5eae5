/** Reading returns: what is due, whose move it is, what may be done, what has happened. */
import { openReturns } from '@inclusion/server/returns/open'
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import type { DifferencesView } from '@inclusion/server/returns/differences'
import type { HistoryEvent } from '@inclusion/server/returns/history'
import type { ReturnLine } from '@inclusion/server/returns/view'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { act, camden, done, refusal, see } from './support/filing.ts'
import { addGrant, addSchoolLinks } from './support/third-programme.ts'

/** Tower Hamlets': accepted, reopened on one figure, and filed anew. */
const revised = 'APM-E09000030-FY2025-26-Q2'

describe.each(engines())('returns on %s', (engine) => {
  let service: Service
  let leila: Client

  beforeAll(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
  })
  afterAll(() => service.close())

  const list = async (query = '') => done(await leila.get<ReturnLine[]>(`/api/returns${query}`))

  it('are listed latest first, and found by status, programme and period', async () => {
    const all = await list()
    expect(all.length).toBeGreaterThan(200)
    expect(all[0]!.period.id).toBe('FY2025-26-Q3')
    const submitted = await list('?status=submitted&programme=APM&period=FY2025-26-Q3')
    expect(submitted.map(({ id }) => id).toSorted()).toEqual([
      'APM-E09000013-FY2025-26-Q3',
      'APM-E09000019-FY2025-26-Q3',
      'APM-E09000022-FY2025-26-Q3',
    ])
    expect(await list('?reopenAsked=true')).toEqual([])
    expect(refusal(await leila.get('/api/returns?status=lost'))).toBe('400 invalid-request')
  })

  it('say who holds them, and how many days are left', async () => {
    const now = await list('?period=FY2025-26-Q3')
    const held = (id: string) => {
      const { holder, daysLeft } = now.find((line) => line.id.startsWith(id))!
      return [holder, daysLeft]
    }
    expect(held('APM-E09000007')).toEqual(['Camden', 11])
    expect(held('APM-E09000012')).toEqual(['Hackney certifier', 11])
    expect(held('APM-E09000013')).toEqual(['RMEL', null])
    expect(held('APM-E09000022')).toEqual(['RMEL: Leila Haddad', null])
    expect(held('APM-E09000028')).toEqual(['Nobody', null])
  })

  it('are late from the day after they are due', async () => {
    const late = await openService(engine)
    const sam = await late.as('sam-whitfield')
    const days = async () => {
      const { daysLeft, heldForDays } = await see(sam, camden)
      return [daysLeft, heldForDays]
    }
    expect(await days()).toEqual([11, 8])
    late.pass(11 * 24 * 60)
    expect(await days()).toEqual([0, 19])
    late.pass(14 * 60 - 1)
    expect(await days()).toEqual([0, 19])
    late.pass(1)
    expect(await days()).toEqual([-1, 20])
    await late.close()
  })

  it('tell each person why an action is not theirs just now', async () => {
    const ruth = await service.as('ruth-okafor')
    const { actions, mayEdit } = await see(ruth, camden)
    expect(mayEdit).toBe(true)
    expect(actions).toEqual({
      ...{
        edit: null,
        'send-for-sign-off': null,
        withdraw: 'return-not-open',
        'ask-to-reopen': 'return-not-open',
      },
      ...{ decline: 'not-yours-to-do', submit: 'not-yours-to-do', take: 'not-yours-to-do' },
      ...{ 'request-changes': 'not-yours-to-do', accept: 'not-yours-to-do', reopen: 'not-yours-to-do' },
      ...{ 'decide-figures': 'not-yours-to-do', 'decline-reopening': 'not-yours-to-do' },
      'hand-over': 'not-yours-to-do',
    })
    const taken = await see(await service.as('sam-whitfield'), 'APM-E09000022-FY2025-26-Q3')
    expect([taken.actions.take, taken.actions.accept]).toEqual(['review-taken', 'review-not-taken'])
  })

  it('show what changed between two versions, either way round', async () => {
    const between = async (from: number, to: number) =>
      done(await leila.get<DifferencesView>(`/api/returns/${revised}/differences?from=${from}&to=${to}`))
        .differences
    const [forth, back] = [await between(1, 2), await between(2, 1)]
    expect(forth.map(({ locator }) => locator)).toEqual(['APM-OP8'])
    expect(forth[0]!.after!.value! - forth[0]!.before!.value!).toBe(3)
    expect([back[0]!.before, back[0]!.after]).toEqual([forth[0]!.after, forth[0]!.before])
    expect(await between(2, 2)).toEqual([])
    expect(refusal(await leila.get(`/api/returns/${revised}/differences?from=1&to=3`))).toBe('404 not-found')
  })

  it('once submitted are never late again, and count what is open as people count figures', async () => {
    const late = await openService(engine)
    const sam = await late.as('sam-whitfield')
    const id = 'APM-E09000007-FY2025-26-Q2'
    const { versions } = await see(sam, id)
    const locators = ['APM-OP2', 'attendance@100006:mentored', 'attendance@100006:baseline']
    done(await act(sam, id, 'reopen', { reason: 'Counted twice.', locators }))
    const { daysLeft, unlockedCount, status } = await see(sam, id)
    expect({ daysLeft, unlockedCount, status }).toEqual({
      ...{ daysLeft: null, unlockedCount: 3, status: 'changes-requested' },
    })
    const path = '/api/programmes/APM?period=FY2025-26-Q2'
    const { completeness } = done(await sam.get<ProgrammeView>(path))
    expect(completeness.find(({ returnId }) => returnId === id)!.submittedAt).toBe(versions[0]!.submittedAt)
    await late.close()
  })

  it('are opened after their window too, once the service or the grant was late, but none of years gone by', async () => {
    const late = await openService(engine)
    await addSchoolLinks(late, ['AY2025-26-autumn'])
    await addGrant(late, { programme: 'LNK', gssCode: 'E09000007', pence: 1_000_000 })
    // From 20 January to 9 May, the day after Quarter 4 of mentoring was due: its window was moved by a week.
    late.pass(109 * 24 * 60)
    const opened = await openReturns(late.context)
    expect(new Set(opened.map((id) => id.slice(-12)))).toEqual(new Set(['FY2025-26-Q4']))
    expect(opened).toContain('APM-E09000007-FY2025-26-Q4')
    const { daysLeft } = await see(await late.as('sam-whitfield'), 'APM-E09000007-FY2025-26-Q4')
    expect(daysLeft).toBe(-1)
    const letters = late.database.db.selectFrom('outbox').select('text').orderBy('id', 'desc').limit(1)
    expect((await letters.executeTakeFirst())?.text).toContain('It was due by the end of')
    expect(await openReturns(late.context)).toEqual([])
    await late.close()
  })

  it('have a history, latest first, with who did what', async () => {
    const events = done(await leila.get<HistoryEvent[]>(`/api/returns/${revised}/history`))
    expect(events.map(({ at }) => at)).toEqual(
      events
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    const acts = events.map(({ action }) => action)
    expect([acts[0], acts.at(-1)]).toEqual(['return.accept', 'return.open'])
    expect(acts.filter((action) => action === 'return.submit')).toHaveLength(2)
    expect(acts).toContain('setting-report.sign-off')
    expect(events.every(({ by, action }) => by !== null || action === 'return.open')).toBe(true)
  })
})
