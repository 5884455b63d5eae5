import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliver, startDelivery } from '@inclusion/server/mail/deliver'
import { filesMailer } from '@inclusion/server/mail/files'
import * as letters from '@inclusion/server/mail/letters'
import type { Mailer } from '@inclusion/server/mail/mailer'
import { queueMail } from '@inclusion/server/mail/outbox'
import { smtpMailer } from '@inclusion/server/mail/smtp'
import { change } from '@inclusion/server/trust/change'
import { describe, expect, it, onTestFinished, vi, type TestContext } from 'vitest'
import { engines, type EngineUnderTest } from '../db/databases.ts'
import { openMailServer } from '../support/mail-server.ts'
import { openSignInService, type SignInServiceParts } from '../support/mail-service.ts'

async function open(engine: EngineUnderTest, test: TestContext, parts: Omit<SignInServiceParts, 'database'>) {
  const database = await engine.open(test)
  onTestFinished(() => database.close())
  const service = await openSignInService({ database, ...parts })
  const queue = (subject: string, text = 'Text') =>
    change(service.context, { personId: null, action: 'test', subject: 'test' }, (trx) =>
      queueMail(service.context, trx, { recipient: 'amara@council.example', subject, text }),
    )
  return { ...service, queue }
}

const about = {
  returnLabel: 'Camden, AP/PRU Mentoring, October to December 2025',
  url: 'https://returns.example/r',
}

const underTest = engines()

for (const engine of underTest) {
  describe(`The outbox on ${engine.name}`, () => {
    it('sends a letter once, even with two processes at work', async (test) => {
      const { context, sent, queue } = await open(engine, test, {})
      for (const number of [1, 2, 3, 4, 5]) await queue(`Letter ${number}`)
      const counts = await Promise.all([deliver(context), deliver(context), deliver(context)])
      expect(counts.reduce((total, count) => total + count)).toBe(5)
      expect(sent.map(({ subject }) => subject).toSorted()).toEqual(
        [1, 2, 3, 4, 5].map((number) => `Letter ${number}`),
      )
      expect(await deliver(context)).toBe(0)
    })

    it('queues nothing when the act is refused', async (test) => {
      const { context } = await open(engine, test, {})
      const letter = { recipient: 'amara@council.example', subject: 'Never', text: 'Never' }
      const refused = change(context, { personId: null, action: 'test', subject: 'test' }, async (trx) => {
        await queueMail(context, trx, letter)
        throw new Error('Refused')
      })
      await expect(refused).rejects.toThrow('Refused')
      expect(await deliver(context)).toBe(0)
    })

    it('tries again later, ever less often, with the same Message-ID', async (test) => {
      const mail = await openMailServer()
      onTestFinished(mail.stop)
      let now = Date.parse('2026-01-20T10:00:00.000Z')
      const { context, queue } = await open(engine, test, {
        mailer: smtpMailer(mail.url, 'returns@service.example'),
        overrides: { now: () => new Date(now).toISOString() },
      })
      await queue(
        'Zażółć',
        'Głodni, and a line that is much longer than the seventy-six that a mail allows in one.',
      )
      mail.busy = true
      expect(await deliver(context)).toBe(0)
      expect(await deliver(context)).toBe(0)
      now += 61_000
      expect(await deliver(context)).toBe(0)
      const waiting = await context.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow()
      expect(waiting).toMatchObject({
        attempts: 2,
        sentAt: null,
        notBefore: new Date(now + 120_000).toISOString(),
      })
      expect(waiting.lastError).toContain('Busy')
      mail.busy = false
      now += 121_000
      expect(await deliver(context)).toBe(1)
      expect(mail.received[0]).toMatchObject({ messageId: `<${waiting.id}@service.example>` })
      expect(mail.received[0]!.text).toContain('Głodni, and a line')
    })

    it('takes over a letter whose sender died', async (test) => {
      let now = Date.parse('2026-01-20T10:00:00.000Z')
      const { context, sent, queue } = await open(engine, test, {
        overrides: { now: () => new Date(now).toISOString() },
      })
      await queue('Held')
      await context.db
        .updateTable('outbox')
        .set({ attempts: 1, claimedUntil: new Date(now + 60_000).toISOString() })
        .execute()
      expect(await deliver(context)).toBe(0)
      now += 60_000
      expect(await deliver(context)).toBe(1)
      expect(sent).toHaveLength(1)
    })
  })
}

const sqlite = underTest[0]!

describe('Mail', () => {
  it('is written to files and shown on a page in the demonstration', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'returns-mail-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const mailer = filesMailer(join(folder, 'mail'))
    const { app, context, queue } = await open(sqlite, test, { mailer })
    expect(await (await app.request('/demo/mail')).text()).toContain('Nothing yet')
    await queue('First', 'One\n\nTwo: <b>three</b>')
    await queue('Second')
    await deliver(context)
    const messages = await mailer.latest!(10)
    expect(messages.map(({ subject }) => subject)).toEqual(['Second', 'First'])
    expect(messages[1]).toMatchObject({
      recipient: 'amara@council.example',
      text: 'One\n\nTwo: <b>three</b>',
    })
    const page = await (await app.request('/demo/mail')).text()
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First'))
    expect(page).toContain('Two: &lt;b&gt;three&lt;/b&gt;')
  })

  it('goes on being delivered until it is stopped, also after a failure', async (test) => {
    const sent: string[] = []
    const mailer: Mailer = { send: async ({ subject }) => void sent.push(subject) }
    const { context, queue } = await open(sqlite, test, { mailer })
    let failures = 0
    const now = () => {
      if (failures++ === 0) throw new Error('The clock failed once')
      return context.now()
    }
    await queue('By itself')
    const stop = startDelivery({ ...context, now })
    await vi.waitFor(() => expect(sent).toEqual(['By itself']), { timeout: 30_000 })
    await stop()
    await queue('After the stop')
    expect(sent).toEqual(['By itself'])
  })

  it('goes to one address, whatever that looks like', async () => {
    const mail = await openMailServer()
    onTestFinished(mail.stop)
    const message = { id: 'id', subject: 'S', text: 'T', at: '2026-01-20T10:00:00.000Z' }
    const mailer = smtpMailer(mail.url, 'returns@service.example')
    await mailer.send({ ...message, recipient: 'a@x.example, b@x.example' }, async () => {}).catch(() => {})
    expect(mail.received.flatMap(({ to }) => to)).not.toContain('b@x.example')
  })

  it('says what happened, to which return, and where to go', () => {
    const receipt = {
      ...{ reference: 'IR-7F3A-9C21-04BE-55D0', sha256: 'a'.repeat(64), version: 1 },
      ...{ submittedAt: '2026-01-20T10:00:00.000Z', checkUrl: 'https://returns.example/receipts/IR' },
    }
    const written = [
      letters.windowOpened({ ...about, dueOn: '2026-01-31', isLate: false }),
      letters.sentForSignOff({ ...about, sender: 'Amara Osei' }),
      letters.declined({ ...about, certifier: 'Ben Cole', reason: 'The hours are last quarter’s.' }),
      letters.submitted({ ...about, certifier: 'Ben Cole', reader: 'borough', receipt }),
      letters.changesRequested({ ...about, evaluator: 'Eve Stone', figures: 2 }),
      letters.answer({ ...about, writer: 'Amara Osei', figure: 'Young people mentored' }),
      letters.accepted(about),
      letters.reopenAsked({ ...about, lead: 'Amara Osei', reason: 'A duplicate was found.' }),
      letters.reopened({ ...about, figures: 1, reason: 'A duplicate was found.' }),
    ]
    for (const { subject, text } of written) {
      expect(subject).toContain(about.returnLabel)
      expect(text).toContain(about.url)
    }
    const dueOn = '2026-01-31'
    expect(letters.windowOpened({ ...about, dueOn, isLate: false }).text).toContain(
      'It is due by the end of Saturday 31 January 2026',
    )
    expect(letters.windowOpened({ ...about, dueOn, isLate: true }).text).toContain('It was due by')
    expect(letters.reopened({ ...about, figures: 1, reason: 'x' }).text).toContain('one figure')
    expect(letters.accepted({ ...about, returnLabel: 'A\r\nBcc: b@x.example' }).subject).not.toMatch(/[\r\n]/)
  })
})
