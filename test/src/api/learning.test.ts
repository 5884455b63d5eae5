/** Meetings and what was learned: who may record them, what is refused, and that check 11.1 hears of them. */
import type { MeetingsView } from '@inclusion/server/learning/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { done, refusal, see, croydonTraining } from './support/filing.ts'

const path = '/api/programmes/CPD/meetings'
const meeting = {
  heldOn: '2026-01-12',
  title: 'Peer review of the second quarter',
  note: 'Schools asked for visits to each other more than for workshops.',
}

const created = ({ status, body }: { status: number; body: unknown }) =>
  expect(status, JSON.stringify(body)).toBe(201)

describe.each(engines())('meetings on %s', (engine) => {
  let service: Service
  let chloe: Client

  beforeEach(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
  })
  afterEach(() => service.close())

  it('are listed latest first, with whoever recorded them', async () => {
    const { meetings, authorities } = done(await chloe.get<MeetingsView>(path))
    expect(meetings).toHaveLength(1)
    expect(authorities).toHaveLength(7)
    created(await chloe.post(path, meeting))
    created(await chloe.post(path, { ...meeting, heldOn: '2026-01-15', gssCode: 'E09000012' }))
    const now = done(await chloe.get<MeetingsView>(path)).meetings
    expect(now.map(({ heldOn, authority }) => [heldOn, authority])).toEqual([
      ['2026-01-15', 'Hackney'],
      ['2026-01-12', null],
      [meetings[0]!.heldOn, null],
    ])
    expect(now[1]).toMatchObject({ ...meeting, recordedBy: 'Chloe Bright' })
  })

  it('are recorded by evaluators and programme managers, for their own programmes', async () => {
    created(await (await service.as('leila-haddad')).post(path, meeting))
    expect(refusal(await (await service.as('grace-adeyemi')).post(path, meeting))).toBe('403 not-yours-to-do')
    for (const person of ['tom-bennett', 'priya-nair', 'marcus-lee'])
      expect((await (await service.as(person)).post(path, meeting)).status).toBeGreaterThanOrEqual(403)
  })

  it('refuse a day to come, an authority without a grant, and empty words', async () => {
    const faults = [
      [{ ...meeting, heldOn: '2026-01-21' }, 'heldOn'],
      [{ ...meeting, gssCode: 'E09000007' }, 'gssCode'],
      [{ ...meeting, title: '   ' }, 'title'],
      [{ ...meeting, note: 'Nothing.' }, 'note'],
    ] as const
    for (const [body, field] of faults) {
      const answer = await chloe.post<{ errors?: { field: string }[] }>(path, body)
      expect(refusal(answer)).toBe('400 invalid-request')
      expect(JSON.stringify(answer.body)).toContain(`"${field}"`)
    }
  })

  it('of a programme that there is not are not found, also by those who hold all programmes', async () => {
    const leila = await service.as('leila-haddad')
    const nowhere = '/api/programmes/ZZZ/meetings'
    expect(refusal(await leila.post(nowhere, meeting))).toBe('404 not-found')
    expect(refusal(await leila.get(nowhere))).toBe('404 not-found')
  })

  it('quieten check 11.1 for the authority they were with, or for all', async () => {
    const { database } = service
    const tom = await service.as('tom-bennett')
    const latest = async () => (await see(tom, croydonTraining)).checkInput.learning
    await database.db.deleteFrom('meetings').execute()
    expect(await latest()).toEqual({ isTrial: true, lastOn: null })
    created(await chloe.post(path, { ...meeting, gssCode: 'E09000012' }))
    expect(await latest()).toEqual({ isTrial: true, lastOn: null })
    created(await chloe.post(path, meeting))
    expect(await latest()).toEqual({ isTrial: true, lastOn: '2026-01-12' })
  })
})
