/** Letters that did not arrive: seen by administrators, without what they say; sent again or dealt with, on record. */
import { deliver } from '@inclusion/server/mail/deliver'
import { oneTimeCode } from '@inclusion/server/mail/letters'
import type { Mailer } from '@inclusion/server/mail/mailer'
import { queueMail } from '@inclusion/server/mail/outbox'
import type { UndeliveredLetter } from '@inclusion/server/mail/undelivered'
import type { HomeView } from '@inclusion/server/home/routes'
import { change } from '@inclusion/server/trust/change'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { done, refusal } from './support/filing.ts'

const secret = 'Only the addressee reads this.'

describe.each(engines())('undelivered letters on %s', (engine) => {
  let service: Service
  let noor: Client
  /** What the mail server does with each letter: takes it, is not there, or dies before it answers. */
  let fate: 'takes' | 'is not there' | 'dies'
  let sent: string[]

  beforeEach(async () => {
    fate = 'is not there'
    sent = []
    const mailer: Mailer = {
      async send({ subject, recipient }, handOver) {
        if (fate === 'is not there') throw new Error('getaddrinfo ENOTFOUND mail.example')
        await handOver()
        sent.push(`${subject} to ${recipient}`)
        if (fate === 'dies') throw new Error('Connection closed')
      },
    }
    service = await openService(engine, { overrides: { mailer } })
    noor = await service.as('noor-rahman')
    const at = service.context.now()
    await service.context.db.updateTable('outbox').set({ sentAt: at }).execute()
  })
  afterEach(() => service.close())

  const write = (subject: string, text = secret) =>
    change(service.context, { personId: null, action: 'test', subject: 'test' }, (trx) =>
      queueMail(service.context, trx, { recipient: 'ruth.okafor@gone.example', subject, text }),
    )
  const list = async () => done(await noor.get<UndeliveredLetter[]>('/api/letters'))
  const letter = async () => (await list()).find(({ subject }) => subject === 'Accepted: Camden')!
  const mine = () => sent.filter((line) => line.startsWith('Accepted: Camden'))
  const settled = async (id: string, act: string, client = noor) => client.post(`/api/letters/${id}/${act}`)
  async function fail(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      await deliver(service.context)
      service.pass(61)
    }
  }

  it('are listed with addressee, subject, when and what failed, and never with what they say', async () => {
    await write('Accepted: Camden')
    await fail(1)
    expect(await letter()).toMatchObject({
      ...{ recipient: 'ruth.okafor@gone.example', subject: 'Accepted: Camden', attempts: 1 },
      ...{ state: 'trying', lastError: 'getaddrinfo ENOTFOUND mail.example', maySendAgain: true },
    })
    expect(JSON.stringify(await list())).not.toContain(secret)
    const before = done(await noor.get<HomeView>('/api/home')).toDecide
    await fail(11)
    expect(await letter()).toMatchObject({ state: 'given-up', attempts: 12, nextAt: null })
    const home = done(await noor.get<HomeView>('/api/home')).toDecide
    expect(before.filter(({ path }) => path === '/people/letters')).toEqual([])
    expect(home.filter(({ path }) => path === '/people/letters')).toHaveLength(1)
    for (const other of ['ruth-okafor', 'leila-haddad', 'chloe-bright'])
      expect(refusal(await (await service.as(other)).get('/api/letters'))).toBe('403 not-yours-to-do')
  })

  it('are sent again once, by one administrator, as letters of their own', async () => {
    await write('Accepted: Camden')
    await fail(12)
    const { letterId } = await letter()
    fate = 'takes'
    await fail(2)
    expect(mine()).toEqual([])
    done(await settled(letterId, 'send-again'))
    expect(refusal(await settled(letterId, 'send-again'))).toBe('409 letter-settled')
    await fail(2)
    expect(mine()).toEqual(['Accepted: Camden to ruth.okafor@gone.example'])
    expect(await letter()).toBeUndefined()
    const event = await service.context.db
      .selectFrom('audit_events')
      .select(['personId', 'subject', 'detail'])
      .where('action', '=', 'letter.send-again')
      .execute()
    expect(event).toMatchObject([{ personId: 'noor-rahman', subject: `letter:${letterId}` }])
    expect(event[0]!.detail).not.toMatch(/gone|Camden|Only/)
  })

  it('that may have arrived come twice only where somebody says so', async () => {
    fate = 'dies'
    await write('Accepted: Camden')
    await fail(3)
    expect(mine()).toHaveLength(1)
    const { letterId, state } = await letter()
    expect(state).toBe('unknown')
    fate = 'takes'
    done(await settled(letterId, 'send-again'))
    await fail(1)
    expect(mine()).toHaveLength(2)
  })

  it('that are dealt with are sent no more, and their text goes', async () => {
    await write('Accepted: Camden')
    await fail(1)
    const { letterId } = await letter()
    done(await settled(letterId, 'settle'))
    fate = 'takes'
    await fail(2)
    expect(mine()).toEqual([])
    expect(await letter()).toBeUndefined()
    const row = await service.context.db
      .selectFrom('outbox')
      .select(['text', 'settledBy', 'sentAt'])
      .where('id', '=', letterId)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ text: '', settledBy: 'noor-rahman', sentAt: null })
    expect(refusal(await settled('nothing', 'settle'))).toBe('404 not-found')
  })

  it('a code to sign in has run out: it is dealt with, never sent again', async () => {
    const { subject, text } = oneTimeCode({ code: '123456', minutes: 10 })
    await write(subject, text)
    await fail(1)
    const code = (await list()).find((each) => each.subject === subject)!
    expect(code.maySendAgain).toBe(false)
    expect(refusal(await settled(code.letterId, 'send-again'))).toBe('409 code-ran-out')
    done(await settled(code.letterId, 'settle'))
    expect((await list()).some(({ letterId }) => letterId === code.letterId)).toBe(false)
  })
})
