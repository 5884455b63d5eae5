/** The receipt as a letter: through a real SMTP server, to those whose return it is, and good for a check by anybody. */
import type { VerifiedReceipt } from '@inclusion/server/receipts/routes'
import { deliver } from '@inclusion/server/mail/deliver'
import { smtpMailer } from '@inclusion/server/mail/smtp'
import type { ReceiptView } from '@inclusion/server/returns/receipt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMailServer, type MailServer, type ReceivedMail } from '../support/mail-server.ts'
import { engines, openService, type Service } from '../support/service.ts'
import { act, croydonTraining, done, explainAll, fillIn } from './support/filing.ts'

const hackney = 'APM-E09000012-FY2025-26-Q3'

describe.each(engines())('the letter with a receipt on %s', (engine) => {
  let service: Service
  let mail: MailServer
  beforeAll(async () => {
    mail = await openMailServer()
    const mailer = smtpMailer(mail.url, 'returns@service.example')
    service = await openService(engine, { overrides: { mailer } })
    // What the story of the demonstration has queued is not of this test.
    await service.database.db.deleteFrom('outbox').execute()
  })
  afterAll(async () => {
    await service.close()
    await mail.stop()
  })

  async function delivered(): Promise<ReceivedMail[]> {
    mail.received.length = 0
    while ((await deliver(service.context)) > 0);
    return mail.received.filter(({ subject }) => subject.startsWith('Submitted: '))
  }
  const readersOf = (letters: readonly ReceivedMail[]) => letters.flatMap(({ to }) => to).toSorted()
  const at = (...people: string[]) => people.map((id) => `${id}@demonstration.example`)

  it('goes to the lead and to the certifier who signed, with all that proves it', async () => {
    done(await act(await service.as('owen-clarke'), hackney, 'submit', { declared: true }))
    const letters = await delivered()
    expect(readersOf(letters)).toEqual(expect.arrayContaining(at('owen-clarke', 'priya-nair')))
    const lead = await service.as('priya-nair')
    const { latest } = done(await lead.get<ReceiptView>(`/api/returns/${hackney}/receipt`))
    const evaluators = at('leila-haddad', 'sam-whitfield')
    for (const { to, text } of letters) {
      const who = to.includes(at('owen-clarke')[0]!) ? 'You have' : 'Owen Clarke has'
      expect(text).toContain(`${who} submitted the return for Hackney`)
      const isRmel = to.some((address) => evaluators.includes(address))
      expect([text.includes('It waits for review.'), text.includes('Please keep this letter')]).toEqual([
        isRmel,
        !isRmel,
      ])
      expect(text).toContain(`Receipt: ${latest.reference}`)
      expect(text).toContain(`SHA-256 of the return as filed: ${latest.sha256}`)
      expect(text).toMatch(/Submitted: Tuesday 20 January 2026, \d+:\d\d[ap]m/)
      expect(text).toContain(`/returns/${hackney}`)
    }
  })

  it('leads anybody to a check that finds what was filed', async () => {
    const letter = mail.received.find(({ to }) => to.includes('priya-nair@demonstration.example'))!
    const address = /^http\S+\/receipts\/(\S+)$/m.exec(letter.text)
    expect(address?.[0]).toBe(`${service.context.environment.origin}/receipts/${address?.[1]}`)
    const sha256 = /[0-9a-f]{64}/.exec(letter.text)![0]
    for (const code of [address![1]!, sha256]) {
      const found = done(await service.stranger.get<VerifiedReceipt>(`/api/receipts/${code}`))
      expect(found).toMatchObject({ authority: 'Hackney', sha256, version: 1, isLatest: true })
    }
  })

  it('tells a lead of the light tier what they declared and filed themselves', async () => {
    const tom = await service.as('tom-bennett')
    await fillIn(tom, croydonTraining)
    await explainAll(tom, croydonTraining)
    const explanations = [] as const
    done(await act(tom, croydonTraining, 'submit', { declared: true, explanations }))
    expect(readersOf(await delivered())).toEqual(expect.arrayContaining(at('tom-bennett')))
  })

  it('is not sent for a submission that is refused', async () => {
    const owen = await service.as('owen-clarke')
    expect((await act(owen, hackney, 'submit', { declared: true })).status).toBe(409)
    expect(await delivered()).toEqual([])
  })
})
