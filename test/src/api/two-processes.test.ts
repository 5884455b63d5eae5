/**
 * Two services on one PostgreSQL, killed at any moment and started again, while they remind people by real SMTP and
 * reviews run through both: every letter once, every act once, and a chain that is whole.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase, type Db } from '@inclusion/db/open'
import { verifyChain } from '@inclusion/server/trust/verify'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { template } from '../support/global-setup.ts'
import { openMailServer, type MailServer } from '../support/mail-server.ts'
import { dropDatabase, freshDatabase } from '../support/postgres.ts'
import { insist, kill, start, type Started } from '../support/processes.ts'

/** Rounds of two processes; more by command. */
const rounds = Number(process.env['KILL_ROUNDS'] ?? 3)
/** A morning on which people are reminded, and a later one. A claim runs out after two minutes. */
const mornings = ['2026-01-27T09:00:00.000Z', '2026-02-02T09:00:00.000Z']
const minutesBetweenRounds = 3

const islington = 'APM-E09000019-FY2025-26-Q3'
const fulham = 'APM-E09000013-FY2025-26-Q3'
const training = 'CPD-E09000019-FY2025-26-Q3'

type Act = { returnId: string; act: string; body?: unknown }
const question = { questions: [{ locator: 'APM-OP8', question: 'Is each parent counted once?' }] }
const acts: Record<string, Act[]> = {
  'leila-haddad': [
    { returnId: islington, act: 'take' },
    { returnId: islington, act: 'accept', body: {} },
    { returnId: training, act: 'take' },
  ],
  'sam-whitfield': [
    { returnId: fulham, act: 'take' },
    { returnId: fulham, act: 'request-changes', body: question },
  ],
}

/** Numbers that look like chance, and are the same in every run (Park and Miller). */
function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 48_271) % 2_147_483_647
    return state % most
  }
}

describe.skipIf(inject('postgres') === '')('two processes on one PostgreSQL', () => {
  let url: string
  let db: Db
  let close: () => Promise<void>
  let mail: MailServer
  let running: Started[] = []

  beforeAll(async () => {
    url = await freshDatabase(inject('postgres'), template)
    const database = openDatabase(url)
    ;({ db } = database)
    close = database.close
    mail = await openMailServer()
  })
  afterAll(async () => {
    await Promise.all(running.map(kill))
    await close()
    await mail.stop()
    await dropDatabase(url)
  })

  function startTwo(moment: number): void {
    const settings = {
      DATABASE_URL: url,
      SMTP_URL: mail.url,
      ORIGIN: 'http://localhost:3000',
      CLOCK_OFFSET: String(moment - Date.now()),
    }
    running = [start(settings), start(settings)]
  }

  const outbox = () => db.selectFrom('outbox').selectAll().where('createdAt', '>', '2026-01-27').execute()
  const waiting = async () =>
    (await outbox()).filter(({ sentAt, handedOverAt }) => sentAt === null && handedOverAt === null)

  async function review(person: string, roll: (most: number) => number): Promise<number[]> {
    const signedIn = await insist(() => running, '/api/demo/sign-in', { body: { personId: person } })
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
    const statuses: number[] = []
    for (const { returnId, act, body } of acts[person]!) {
      await pause(roll(2000))
      const headers = { cookie, 'idempotency-key': randomUUID() }
      const answer = await insist(() => running, `/api/returns/${returnId}/${act}`, { body, headers })
      statuses.push(answer.status)
      await answer.text()
    }
    return statuses
  }

  it('remind everybody once a morning and lose no act, though they are killed again and again', async () => {
    const roll = dice(20_260_127)
    const reviews = Promise.all(Object.keys(acts).map((person, index) => review(person, dice(index + 7))))
    const statuses: number[] = []
    for (const morning of mornings) {
      for (let round = 0; round < rounds; round++) {
        startTwo(Date.parse(morning) + round * minutesBetweenRounds * 60_000)
        await Promise.all(
          running.map(async (started) => {
            await started.begun
            await pause(roll(1800))
            await kill(started)
          }),
        )
      }
      startTwo(Date.parse(morning) + rounds * minutesBetweenRounds * 60_000)
      await expect.poll(() => running.every(({ port }) => port !== null), { timeout: 120_000 }).toBe(true)
      if (morning === mornings.at(-1)) statuses.push(...(await reviews).flat())
      await expect.poll(waiting, { timeout: 120_000, interval: 500 }).toEqual([])
      await Promise.all(running.map(kill))
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200])
    const letters = await outbox()
    const received = mail.received.map(({ messageId }) => messageId.slice(1, messageId.indexOf('@')))
    expect(received.length, 'some letter came twice').toBe(new Set(received).size)
    const unknown = letters.filter(({ sentAt }) => sentAt === null).map(({ id }) => id)
    const arrived = letters.map(({ id }) => id).filter((id) => !unknown.includes(id))
    expect(received.filter((id) => !unknown.includes(id)).toSorted()).toEqual(arrived.toSorted())
    // Between the mark and the dot lies less than a millisecond: a kill there is rare.
    expect(unknown.filter((id) => !received.includes(id)).length).toBeLessThanOrEqual(1)

    const reminded = await db
      .selectFrom('reminders')
      .selectAll()
      .where('remindedOn', '>', '2026-01-26')
      .execute()
    const reminders = letters.filter(({ subject }) => subject.startsWith('Reminder:'))
    const days = reminders.map(({ recipient, createdAt }) => `${recipient} ${createdAt.slice(0, 10)}`)
    expect(reminders).toHaveLength(reminded.length)
    expect(new Set(days).size).toBe(days.length)
    expect(new Set(reminded.map(({ remindedOn }) => remindedOn))).toEqual(
      new Set(mornings.map((morning) => morning.slice(0, 10))),
    )
    expect(reminded.length).toBeGreaterThan(50)

    const events = await db
      .selectFrom('audit_events')
      .select(['action', 'subject'])
      .where('at', '>', '2026-01-27')
      .execute()
    const count = (action: string) => events.filter((event) => event.action === action).length
    expect(count('reminder.send')).toBe(reminded.length)
    expect([count('return.take'), count('return.accept'), count('return.request-changes')]).toEqual([3, 1, 1])
    expect((await verifyChain(db)).broken).toBeNull()
  }, 900_000)
})
