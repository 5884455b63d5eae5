import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { Context } from '@inclusion/server/context'
import { deliver } from '@inclusion/server/mail/deliver'
import type { Mailer } from '@inclusion/server/mail/mailer'
import { queueMail } from '@inclusion/server/mail/outbox'
import { smtpMailer } from '@inclusion/server/mail/smtp'
import { change } from '@inclusion/server/trust/change'
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest'
import { engines, type EngineUnderTest } from '../db/databases.ts'
import { openSignInService } from '../support/mail-service.ts'

const start = '2026-01-20T10:00:00.000Z'

/** A service with one letter in its outbox, and a clock that the test moves. */
async function withLetter(engine: EngineUnderTest, test: TestContext, mailer: Mailer) {
  const database = await engine.open(test)
  onTestFinished(() => database.close())
  let now = Date.parse(start)
  const overrides = { now: () => new Date(now).toISOString() }
  const { context } = await openSignInService({ database, mailer, overrides })
  await change(context, { personId: null, action: 'test', subject: 'test' }, (trx) =>
    queueMail(context, trx, { recipient: 'amara@council.example', subject: 'Once', text: 'Text' }),
  )
  return {
    context,
    pass: (minutes: number) => void (now += minutes * 60_000),
    row: () => context.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow(),
  }
}

async function tryForHours(context: Context, pass: (minutes: number) => void): Promise<number> {
  let sent = 0
  for (let round = 0; round < 6; round++) {
    pass(61)
    sent += await deliver(context)
  }
  return sent
}

/** A mail server that is cut off: before it asks for the message, or after it has it and before it says so. */
async function openFailing(cut: 'before-the-text' | 'before-the-answer' | 'never') {
  const sockets = new Set<Socket>()
  const seen = { messages: 0, cut }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.write('220 test\r\n')
    let inData = false
    let text = ''
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      if (inData && text.includes('\r\n.\r\n')) {
        seen.messages++
        text = ''
        inData = false
        if (seen.cut === 'before-the-answer') return socket.destroy()
        return socket.write('250 kept\r\n')
      }
      if (inData || !text.endsWith('\r\n')) return
      const command = text.slice(0, 4).toUpperCase()
      text = ''
      inData = command === 'DATA'
      if (inData && seen.cut === 'before-the-text') return socket.destroy()
      return socket.write(inData ? '354 go on\r\n' : '250 fine\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { seen, mailer: smtpMailer(`smtp://127.0.0.1:${port}`, 'returns@service.example') }
}

for (const engine of engines()) {
  describe(`A letter is sent once on ${engine.name}`, () => {
    it('though its server took it and broke off before it said so', async (test) => {
      const { seen, mailer } = await openFailing('before-the-answer')
      const { context, pass, row } = await withLetter(engine, test, mailer)
      expect(await deliver(context)).toBe(0)
      expect(await row()).toMatchObject({ sentAt: null, handedOverAt: start, claimedUntil: null })
      seen.cut = 'never'
      expect(await tryForHours(context, pass)).toBe(0)
      expect(seen.messages).toBe(1)
    })

    it('and again where the line broke before its text: nobody can have got it', async (test) => {
      const { seen, mailer } = await openFailing('before-the-text')
      const { context, pass, row } = await withLetter(engine, test, mailer)
      expect(await deliver(context)).toBe(0)
      expect(await row()).toMatchObject({ sentAt: null, handedOverAt: null })
      expect(seen.messages).toBe(0)
      seen.cut = 'never'
      expect(await tryForHours(context, pass)).toBe(1)
      expect(seen.messages).toBe(1)
      expect(await row()).toMatchObject({ text: '' })
    })

    it('and again where the server refused it at its very end', async (test) => {
      let refusals = 0
      let arrived = 0
      const mailer: Mailer = {
        async send(_, handOver) {
          await handOver()
          if (refusals++ < 2) throw Object.assign(new Error('Busy'), { responseCode: 451 })
          arrived++
        },
      }
      const { context, pass } = await withLetter(engine, test, mailer)
      expect(await tryForHours(context, pass)).toBe(1)
      expect(arrived).toBe(1)
    })

    it('though the process that handed it over ended then and there', async (test) => {
      const { seen, mailer } = await openFailing('never')
      const { context, pass, row } = await withLetter(engine, test, mailer)
      const handedOver = { attempts: 1, claimedUntil: '2026-01-20T10:02:00.000Z', handedOverAt: start }
      await context.db.updateTable('outbox').set(handedOver).execute()
      expect(await tryForHours(context, pass)).toBe(0)
      expect(seen.messages).toBe(0)
      expect((await row()).lastError).toMatch(/ended before/)
    })

    it('by one process, though the first was so slow that another took it over', async (test) => {
      let arrived = 0
      let goOn = () => {}
      const isSlow = new Promise<void>((resolve) => (goOn = resolve))
      let calls = 0
      const mailer: Mailer = {
        async send(_, handOver) {
          if (calls++ === 0) await isSlow
          await handOver()
          arrived++
        },
      }
      const { context, pass, row } = await withLetter(engine, test, mailer)
      const first = deliver(context)
      await expect.poll(() => calls).toBe(1)
      pass(3)
      expect(await deliver(context)).toBe(1)
      goOn()
      expect(await first).toBe(0)
      expect(arrived).toBe(1)
      expect((await row()).sentAt).not.toBeNull()
    })
  })
}
