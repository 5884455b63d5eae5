/** The job itself, through the API alone: Camden files a quarter, RMEL asks, Camden amends, RMEL accepts. */
import { createHash } from 'node:crypto'
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import type { VerifiedReceipt } from '@inclusion/server/receipts/routes'
import type { DifferencesView } from '@inclusion/server/returns/differences'
import type { ReceiptView } from '@inclusion/server/returns/receipt'
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import type { ReportListItem } from '@inclusion/server/setting-reports/access'
import type { HomeView } from '@inclusion/server/home/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  acceptIt,
  act,
  camden,
  croydonTraining,
  done,
  enter,
  explainAll,
  fillIn,
  fillReport,
  giveRole,
  refusal,
  see,
} from './support/filing.ts'

type People = Record<'ruth' | 'helen' | 'daniel' | 'leila' | 'sam', Client>

const keyStage3 = '134643'

describe.each(engines())('Camden files a quarter on %s:', (engine) => {
  let service: Service
  let people: People

  beforeAll(async () => {
    service = await openService(engine)
    const [ruth, helen, daniel, leila, sam] = await Promise.all(
      ['ruth-okafor', 'helen-achebe', 'daniel-marsh', 'leila-haddad', 'sam-whitfield'].map(service.as),
    )
    people = { ruth: ruth!, helen: helen!, daniel: daniel!, leila: leila!, sam: sam! }
  })
  afterAll(() => service.close())

  it('the lead sees what is due, by when, and whose move it is', async () => {
    const { returns, accepted } = done(await people.ruth.get<HomeView>('/api/home'))
    expect(returns.map(({ id }) => id)).toEqual([camden])
    expect(returns[0]).toMatchObject({
      dueOn: '2026-01-31',
      daysLeft: 11,
      holder: 'Camden',
      tier: 'standard',
    })
    expect(accepted.every(({ authority }) => authority.name === 'Camden')).toBe(true)
    const view = await see(people.ruth, camden)
    expect(view.period.label).toBe('October to December 2025 (2025-26 Q3)')
    expect(view.baselines.length).toBeGreaterThan(0)
    expect(view.profile['APM-OP2']).toBeGreaterThan(0)
    expect(view.checkInput.history[0]!.periodId).toBe('FY2025-26-Q2')
  })

  it('a draft with a pair the wrong way round and an unreadable entry cannot be sent', async () => {
    const { findings } = await see(people.ruth, camden)
    const blocks = findings.filter(({ severity }) => severity === 'block')
    const found = blocks.map(({ check, locator }) => `${check} ${locator}`)
    expect(found).toEqual(expect.arrayContaining(['4.1 APM-OP6', '3.6 APM-OP8', `1.4 setting@${keyStage3}`]))
    const pair = blocks.find(({ locator }) => locator === 'APM-OP6')
    expect(pair!.message).toMatch(/412.*398/)
    const sent = await act(people.ruth, camden, 'send-for-sign-off')
    expect(refusal(sent)).toBe('422 findings-outstanding')
    expect((sent.body['errors'] as unknown[]).length).toBe(
      findings.filter(
        ({ severity, explanation }) => severity === 'block' || (severity === 'explain' && !explanation),
      ).length,
    )
  })

  it('the head reports her other setting and signs it off', async () => {
    const reports = done(await people.helen.get<ReportListItem[]>('/api/setting-reports'))
    const open = reports.filter(({ returnId }) => returnId === camden)
    expect(open.map(({ urn, status }) => [urn, status])).toEqual([
      ['100006', 'signed-off'],
      [keyStage3, 'not-started'],
    ])
    await fillReport(people.helen, { id: camden, urn: keyStage3 })
    const signed = await people.helen.post(`/api/setting-reports/${camden}/${keyStage3}/sign-off`)
    expect(signed).toMatchObject({ status: 200, body: { status: 'signed-off' } })
  })

  it('the lead mends, fills in, explains, and sends it for sign-off', async () => {
    await fillIn(people.ruth, camden)
    const { findings, checkInput } = await see(people.ruth, camden)
    expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
    expect(checkInput.drafts).toEqual([])
    const ks3 = checkInput.figures[`APM-OC1@${keyStage3}`]!
    const ks4 = checkInput.figures['APM-OC1@100006']!
    expect([ks3.denominator, ks4.denominator].every((possible) => possible! > 0)).toBe(true)
    service.pass(5)
    expect(await explainAll(people.ruth, camden)).toBeGreaterThan(0)
    service.pass(5)
    const sent = await act(people.ruth, camden, 'send-for-sign-off')
    expect(sent).toMatchObject({ status: 200, body: { status: 'awaiting-sign-off' } })
    expect((await see(people.ruth, camden)).holder).toBe('Camden certifier')
  })

  it('the certifier declines with a reason, and the lead sends it again', async () => {
    expect(refusal(await act(people.ruth, camden, 'submit', { declared: true }))).toBe('403 not-yours-to-do')
    const reason = 'Please look at the hours once more.'
    expect(done(await act(people.daniel, camden, 'decline', { reason }))).toMatchObject({
      status: 'in-progress',
    })
    expect(await see(people.ruth, camden)).toMatchObject({
      status: 'in-progress',
      declineReason: reason,
      sent: null,
    })
    done(await act(people.ruth, camden, 'send-for-sign-off'))
    expect((await see(people.ruth, camden)).declineReason).toBeNull()
  })

  it('another person signs; the receipt is proof that anybody can check', async () => {
    expect(refusal(await act(people.daniel, camden, 'submit', { declared: false }))).toBe(
      '422 findings-outstanding',
    )
    const receipt = done(await act(people.daniel, camden, 'submit', { declared: true }))
    expect(receipt).toMatchObject({ status: 'submitted', version: 1 })
    const { canonical, latest } = done(await people.ruth.get<ReceiptView>(`/api/returns/${camden}/receipt`))
    expect(latest).toMatchObject({ sentBy: 'Ruth Okafor', certifiedBy: 'Daniel Marsh', version: 1 })
    const digest = createHash('sha256').update(canonical, 'utf8').digest('hex')
    expect(digest).toBe(receipt['sha256'])
    expect(sorted(JSON.parse(canonical))).toBe(canonical)
    const verify = async (code: string) =>
      done(await service.stranger.get<VerifiedReceipt>(`/api/receipts/${code}`))
    const byCode = await verify(latest.reference)
    expect(await verify(digest)).toEqual(byCode)
    expect(byCode).toMatchObject({ sha256: digest, authority: 'Camden', isLatest: true, version: 1 })
    expect(Object.keys(byCode)).not.toContain('canonical')
  })

  it('an evaluator takes it from the queue and asks about two figures: only those open', async () => {
    const { lines } = done(await people.sam.get<QueueView>('/api/review-queue?holder=untaken&sort=oldest'))
    expect(lines.map(({ age }) => age!.submittedOn)).toEqual(
      lines.map(({ age }) => age!.submittedOn).toSorted(),
    )
    const own = { age: { workingDays: 0, isOver: false }, mayTake: true, takenBy: null }
    expect(lines.find(({ id }) => id === camden)).toMatchObject(own)
    done(await act(people.sam, camden, 'take'))
    expect(refusal(await act(people.ruth, camden, 'withdraw'))).toBe('409 review-taken')
    const questions = [
      { locator: 'APM-OP7', question: 'Were longer sessions offered?' },
      { locator: 'APM-OP8', question: 'Is each parent counted once?' },
    ]
    const asked = done(await act(people.sam, camden, 'request-changes', { questions }))
    expect(asked).toMatchObject({ status: 'changes-requested' })
    const { unlocked, checkInput, queries } = await see(people.ruth, camden)
    const themes = checkInput.asked.find(({ indicator }) => indicator === 'APM-OP7')!.disaggregations[0]!
    expect(unlocked).toEqual(
      ['APM-OP7', 'APM-OP8', ...themes.categories.map(({ code }) => `APM-OP7:theme:${code}`)].toSorted(),
    )
    expect(queries.map(({ locator, status }) => [locator, status])).toEqual([
      ['APM-OP7', 'open'],
      ['APM-OP8', 'open'],
    ])
    const locked = await enter(people.ruth, camden, [
      { locator: 'APM-OP8', entries: { value: '1' } },
      { locator: 'APM-OP2', entries: { value: '1' } },
    ])
    expect(refusal(locked)).toBe('409 figure-locked')
  })

  it('the lead answers and amends; it is signed and submitted again', async () => {
    const { queries, checkInput } = await see(people.ruth, camden)
    for (const { id } of queries) {
      const url = `/api/returns/${camden}/queries/${id}/messages`
      expect(done(await people.ruth.post(url, { text: 'Yes. We have corrected it.' }))).toEqual({
        status: 'answered',
      })
    }
    const value = (locator: string) => checkInput.figures[locator]!.value!
    const raised = (locator: string) => ({ locator, entries: { value: String(value(locator) + 2) } })
    service.pass(10)
    done(await enter(people.ruth, camden, ['APM-OP7', 'APM-OP7:theme:families', 'APM-OP8'].map(raised)))
    await explainAll(people.ruth, camden)
    service.pass(10)
    done(await act(people.ruth, camden, 'send-for-sign-off'))
    expect(done(await act(people.daniel, camden, 'submit', { declared: true }))).toMatchObject({ version: 2 })
    const url = `/api/returns/${camden}/differences?from=1&to=2`
    const { differences } = done(await people.leila.get<DifferencesView>(url))
    expect(differences.map(({ locator, kind }) => `${locator} ${kind}`)).toEqual([
      'APM-OP7 changed',
      'APM-OP7:theme:families changed',
      'APM-OP8 changed',
    ])
    expect(differences.map(({ before, after }) => after!.value! - before!.value!)).toEqual([2, 2, 2])
  })

  it('nobody accepts what they filed; another evaluator does, and the programme page has the figures', async () => {
    await giveRole(service, 'ruth-okafor', { role: 'evaluator' })
    await giveRole(service, 'daniel-marsh', { role: 'evaluator' })
    expect(refusal(await act(people.ruth, camden, 'take'))).toBe('403 reviewer-filed-it')
    expect(refusal(await act(people.daniel, camden, 'take'))).toBe('403 reviewer-filed-it')
    const before = await parents(people.leila)
    done(await act(people.leila, camden, 'take'))
    expect(refusal(await act(people.sam, camden, 'accept', {}))).toBe('409 review-not-taken')
    expect(await acceptIt(people.leila, camden)).toMatchObject({ status: 'accepted' })
    const after = await parents(people.leila)
    const { checkInput, queries } = await see(people.ruth, camden)
    expect(after.total! - before.total!).toBe(checkInput.figures['APM-OP8']!.value)
    expect([before.hasCamden, after.hasCamden]).toEqual([false, true])
    expect(queries.map(({ status }) => status)).toEqual(['closed', 'closed'])
  })

  it('reopened, its accepted figures stay where they are read', async () => {
    const reason = 'The partner sent a corrected count.'
    done(await act(people.ruth, camden, 'ask-to-reopen', { reason }))
    const asked = done(await people.sam.get<{ id: string }[]>('/api/returns?reopenAsked=true'))
    expect(asked.map(({ id }) => id)).toEqual([camden])
    const before = await parents(people.sam)
    done(await act(people.sam, camden, 'reopen', { reason, locators: ['APM-OP8'] }))
    done(await enter(people.ruth, camden, [{ locator: 'APM-OP8', entries: { value: '99' } }]))
    expect(await parents(people.sam)).toEqual(before)
    expect(await see(people.ruth, camden)).toMatchObject({ status: 'changes-requested', reopenRequest: null })
  })
})

/** Parents and carers supported: all boroughs' accepted figures of the quarter, and whether Camden is in. */
async function parents(client: Client) {
  const url = '/api/programmes/APM?period=FY2025-26-Q3'
  const { indicators, completeness } = done(await client.get<ProgrammeView>(url))
  const line = completeness.find(({ name }) => name === 'Camden')!
  return {
    total: indicators.find(({ code }) => code === 'APM-OP8')!.period.value,
    hasCamden: line.hasAccepted,
  }
}

/** RFC 8785 for what a version holds: members in order, ECMAScript's own numbers and strings. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sorted(member)}`).join()}}`
}

describe.each(engines())('Croydon files a light-tier return on %s:', (engine) => {
  let service: Service
  let tom: Client
  beforeAll(async () => {
    service = await openService(engine)
    tom = await service.as('tom-bennett')
  })
  afterAll(() => service.close())

  it('the lead declares and submits without a sign-off', async () => {
    await fillIn(tom, croydonTraining)
    await explainAll(tom, croydonTraining)
    expect(refusal(await act(tom, croydonTraining, 'send-for-sign-off'))).toBe(
      '409 light-tier-has-no-sign-off',
    )
    const undeclared = await act(tom, croydonTraining, 'submit', { declared: false })
    expect(refusal(undeclared)).toBe('422 findings-outstanding')
    const declared = done(await act(tom, croydonTraining, 'submit', { declared: true }))
    expect(declared).toMatchObject({ status: 'submitted', version: 1 })
    const joan = await service.as('joan-whitcombe')
    expect(refusal(await act(joan, croydonTraining, 'submit', { declared: true }))).toBe(
      '403 not-yours-to-do',
    )
    expect(done(await act(tom, croydonTraining, 'withdraw'))).toMatchObject({ status: 'in-progress' })
  })
})
