/** Waivers: asked for by one person, granted by another, for what they name and until their day; nothing else. */
import type { HomeView } from '@inclusion/server/home/routes'
import type { WaiversView } from '@inclusion/server/waivers/view'
import type { ProblemBody } from '@inclusion/shared/problems'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  act,
  camden,
  countEvents,
  croydonTraining,
  done,
  enter,
  explainAll,
  fillIn,
  giveRole,
  refusal,
  see,
  sentence,
} from './support/filing.ts'

const reason = 'The partner counts sessions offered per group, and attended per person.'
const note = 'Agreed with the partner: the count changes from January.'
/** Camden's pair that is the wrong way round: check 4.1 blocks it. */
const asked = {
  ...{ check: '4.1', programme: 'APM', gssCode: 'E09000007', urn: null, indicator: 'APM-OP6' },
  ...{ reason, until: '2026-03-31' },
}
const days = (count: number) => count * 24 * 60

describe.each(engines())('waivers on %s', (engine) => {
  let service: Service
  let ruth: Client
  let leila: Client

  beforeEach(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
    leila = await service.as('leila-haddad')
  })
  afterEach(() => service.close())

  const request = (client: Client, over: object = {}) =>
    client.post<{ waiverId: string }>('/api/waivers', { ...asked, ...over })
  const decide = (client: Client, waiverId: string, what: string, body: object | undefined = { note }) =>
    client.post<{ status: string }>(`/api/waivers/${waiverId}/${what}`, body)

  /** Asks and grants; answers the waiver's id. */
  async function granted(over: object = {}, client = ruth): Promise<string> {
    const answer = await request(client, over)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    done(await decide(leila, answer.body.waiverId, 'approve'))
    return answer.body.waiverId
  }

  const findingsOf = async (id = camden) => (await see(leila, id)).findings
  const find = (findings: Finding[], check: string, locator: string) =>
    findings.find((finding) => finding.check === check && finding.locator === locator)
  const listed = async (client: Client) => done(await client.get<WaiversView>('/api/waivers')).waivers

  it('leave the finding where it is, and take away what it demands', async () => {
    const before = await findingsOf()
    const { waiverId } = (await request(ruth)).body
    expect(find(await findingsOf(), '4.1', 'APM-OP6')!.waiver).toBeNull()
    done(await decide(leila, waiverId, 'approve'))
    const after = await findingsOf()
    const waived = find(after, '4.1', 'APM-OP6')!
    expect(waived.waiver).toEqual({ reason, until: '2026-03-31' })
    expect(after.map((finding) => ({ ...finding, waiver: null }))).toEqual(before)
    expect(before.filter(isOutstanding).length - after.filter(isOutstanding).length).toBe(1)
  })

  it('let a return be filed, with the waiver in what is signed', async () => {
    const tom = await service.as('tom-bennett')
    await fillIn(tom, croydonTraining)
    await explainAll(tom, croydonTraining)
    const pair = (await see(tom, croydonTraining)).checkInput.asked.find(
      ({ measure, collectedFrom }) => measure === 'proportion' && collectedFrom === 'authority',
    )!
    const entries = { numerator: '9', denominator: '8', people: '8' }
    const parts = Object.fromEntries(Object.entries(entries).filter(([part]) => part !== 'people'))
    done(await enter(tom, croydonTraining, [{ locator: pair.indicator, missing: null, entries: parts }]))
    const submit = () => act(tom, croydonTraining, 'submit', { declared: true })
    const blocked = await submit()
    expect(refusal(blocked)).toBe('422 findings-outstanding')
    const inTheWay = blocked.body['findings'] as Finding[]
    for (const { check, locator } of inTheWay) {
      const indicator = locator?.split(':')[0] ?? null
      await granted({ check, programme: 'CPD', gssCode: 'E09000008', indicator }, tom)
    }
    done(await submit())
    const { findings } = await service.context.db
      .selectFrom('return_versions')
      .select('findings')
      .where('returnId', '=', croydonTraining)
      .executeTakeFirstOrThrow()
    const signed = find(JSON.parse(findings) as Finding[], '4.1', pair.indicator)
    expect(signed).toMatchObject({ severity: 'block', waiver: { until: '2026-03-31' } })
  })

  it('cover what they name and nothing beside it', async () => {
    const demands = async () =>
      (await findingsOf()).filter(isOutstanding).map(({ check, locator }) => `${check} ${locator}`)
    const before = await demands()
    const manager = await service.as('chloe-bright')
    const elsewhere = [
      { check: '4.2' },
      { indicator: 'APM-OP8' },
      { indicator: null, urn: '134643' },
      { gssCode: 'E09000012' },
      { programme: 'CPD', indicator: null, gssCode: null },
    ]
    for (const over of elsewhere) await granted(over, manager)
    expect(await demands()).toEqual(before)
    const missing = before.filter((each) => each.startsWith('1.4 '))
    expect(missing).toContain('1.4 setting@134643')
    await granted({ check: '1.4', indicator: null, urn: '134643' })
    expect(before.filter((each) => !missing.includes(each))).toEqual(
      (await demands()).filter((each) => !each.startsWith('1.4 ')),
    )
    expect((await demands()).filter((each) => each.startsWith('1.4 '))).toEqual(
      missing.filter((each) => each !== '1.4 setting@134643'),
    )
    await granted({ programme: null, gssCode: null, indicator: null }, manager)
    expect(await demands()).not.toContain('4.1 APM-OP6')
  })

  it('run out by themselves after their last day, and say so', async () => {
    await granted({ until: '2026-01-22' })
    const waived = async () => find(await findingsOf(), '4.1', 'APM-OP6')!.waiver !== null
    const state = async () => (await listed(ruth))[0]!.state
    service.pass(days(2) + 13 * 60)
    expect([await waived(), await state()]).toEqual([true, 'in-force'])
    service.pass(60)
    expect([await waived(), await state()]).toEqual([false, 'expired'])
    expect(refusal(await decide(leila, (await listed(leila))[0]!.id, 'end', undefined))).toBe(
      '409 waiver-not-open',
    )
  })

  it('are ended early, withdrawn or refused, and then count for nothing', async () => {
    const waived = async () => find(await findingsOf(), '4.1', 'APM-OP6')!.waiver !== null
    const id = await granted()
    expect(await waived()).toBe(true)
    done(await decide(leila, id, 'end', undefined))
    expect(await waived()).toBe(false)
    const refused = (await request(ruth)).body.waiverId
    done(await decide(leila, refused, 'refuse'))
    const withdrawn = (await request(ruth)).body.waiverId
    done(await decide(ruth, withdrawn, 'withdraw', undefined))
    expect(await waived()).toBe(false)
    expect((await listed(ruth)).map(({ state }) => state)).toEqual(['withdrawn', 'refused', 'ended'])
    for (const waiverId of [refused, withdrawn, id])
      expect(refusal(await decide(leila, waiverId, 'approve'))).toBe('409 waiver-not-open')
  })

  it('take two people: nobody grants their own, and the database refuses it too', async () => {
    await giveRole(service, 'ruth-okafor', { role: 'approver' })
    const { waiverId } = (await request(ruth)).body
    for (const what of ['approve', 'refuse'])
      expect(refusal(await decide(ruth, waiverId, what))).toBe('403 waiver-needs-another')
    const row = { status: 'approved' as const, decidedBy: 'ruth-okafor', decidedAt: service.context.now() }
    const direct = service.context.db.updateTable('waivers').set(row).where('id', '=', waiverId).execute()
    await expect(direct).rejects.toThrow('waivers_approver_is_another')
    done(await decide(await service.as('grace-adeyemi'), waiverId, 'approve'))
  })

  it('are decided once, by those whose part it is', async () => {
    const { waiverId } = (await request(ruth)).body
    const daniel = await service.as('daniel-marsh')
    const manager = await service.as('chloe-bright')
    for (const client of [daniel, manager, ruth])
      expect(refusal(await decide(client, waiverId, 'approve'))).toBe('403 not-yours-to-do')
    const priya = await service.as('priya-nair')
    expect(refusal(await decide(priya, waiverId, 'withdraw', undefined))).toBe('404 not-found')
    expect(refusal(await decide(manager, waiverId, 'withdraw', undefined))).toBe('403 not-yours-to-do')
    const sam = await service.as('sam-whitfield')
    const both = await Promise.all([decide(leila, waiverId, 'approve'), decide(sam, waiverId, 'refuse')])
    expect(both.map(({ status }) => `${status}`).toSorted()).toEqual(['200', '409'])
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    const marcus = await service.as('marcus-lee')
    const other = (await request(ruth)).body.waiverId
    expect(refusal(await decide(marcus, other, 'approve'))).toBe('404 not-found')
  })

  it.each([
    ['check', { check: '44.1' }, 'There is no check 44.1'],
    ['check', { check: 'all' }, 'Choose a check, like 4.8'],
    ['until', { until: '2026-01-20' }, 'Choose a day after today, 20 January 2026'],
    ['until', { until: '2025-01-20' }, 'Choose a day after today, 20 January 2026'],
    ['until', { until: '2027-02-25' }, 'A waiver lasts at most 400 days: until 24 February 2027'],
    ['programme', { programme: 'ZZZ' }, 'There is no such programme'],
    ['indicator', { indicator: 'APM-OP99' }, 'There is no such measure'],
    ['indicator', { indicator: 'CPD-OP1' }, 'This measure belongs to another programme'],
    ['gssCode', { gssCode: 'E09999999' }, 'There is no such authority'],
    ['urn', { urn: '999999' }, 'There is no such setting'],
    ['urn', { urn: '134635' }, 'This setting takes part in no grant of that authority'],
    ['reason', { reason: '  short ' }, 'Write a sentence that says why the check cannot be met'],
  ])('are refused in words where %s cannot be: %o', async (field, over, message) => {
    const before = await countEvents(service)
    const { status, body } = await ruth.post<ProblemBody>('/api/waivers', { ...asked, ...over })
    expect([status, body.errors]).toEqual([400, [{ field, message }]])
    expect(await countEvents(service)).toBe(before)
  })

  it('are a lead’s to ask for within the own authority and programme alone', async () => {
    const tom = await service.as('tom-bennett')
    const own = { programme: 'CPD', gssCode: 'E09000008', indicator: null }
    for (const over of [
      { ...own, gssCode: null },
      { ...own, gssCode: 'E09000007' },
      { ...own, programme: null },
      { ...own, programme: 'APM' },
    ])
      expect(refusal(await request(tom, over)), JSON.stringify(over)).toBe('403 not-yours-to-do')
    expect((await request(tom, own)).status).toBe(201)
    for (const person of ['daniel-marsh', 'leila-haddad', 'grace-adeyemi', 'helen-achebe'])
      expect(refusal(await request(await service.as(person))), person).toBe('403 not-yours-to-do')
  })

  describe('for a setting that takes part in grants of two authorities', () => {
    const urn = '134643'
    beforeEach(async () => {
      const { db } = service.context
      const grant = (gssCode: string) =>
        db
          .selectFrom('grants')
          .select('id')
          .where('programme', '=', 'APM')
          .where('gssCode', '=', gssCode)
          .executeTakeFirstOrThrow()
      const camdens = await grant('E09000007')
      const taking = await db
        .selectFrom('grant_settings')
        .selectAll()
        .where('urn', '=', urn)
        .where('grantId', '=', camdens.id)
        .executeTakeFirstOrThrow()
      const { id } = await grant('E09000012')
      await db
        .insertInto('grant_settings')
        .values({ ...taking, grantId: id })
        .execute()
    })
    const shared = { check: '1.4', gssCode: null, indicator: null, urn }

    it('land on both where no authority is named', async () => {
      await granted(shared, await service.as('chloe-bright'))
      const [waiver] = await listed(leila)
      expect(waiver).toMatchObject({ authority: null, setting: { urn } })
      for (const person of ['ruth-okafor', 'priya-nair'])
        expect((await listed(await service.as(person))).map(({ id }) => id)).toEqual([waiver!.id])
    })

    it('are asked of a lead for the own authority, which has to be named', async () => {
      const { status, body } = await ruth.post<ProblemBody>('/api/waivers', { ...asked, ...shared })
      const message = 'This setting takes part in grants of more than one authority. Choose yours'
      expect([status, body.errors]).toEqual([400, [{ field: 'gssCode', message }]])
      expect((await request(ruth, { ...shared, gssCode: 'E09000007' })).status).toBe(201)
      expect(refusal(await request(await service.as('tom-bennett'), shared))).toBe('403 not-yours-to-do')
    })
  })

  it('take the one authority of a setting where a lead names none', async () => {
    const own = { check: '1.4', gssCode: null, indicator: null, urn: '134643' }
    expect((await request(ruth, own)).status).toBe(201)
    expect((await listed(ruth))[0]).toMatchObject({ authority: { gssCode: 'E09000007' } })
  })

  it('are seen by those they touch, with what each may do', async () => {
    await granted()
    await granted({ check: '4.2', gssCode: null, indicator: null }, await service.as('chloe-bright'))
    const checks = async (person: string) =>
      (await listed(await service.as(person))).map(({ check }) => check.code)
    expect(await checks('ruth-okafor')).toEqual(['4.2', '4.1'])
    expect(await checks('daniel-marsh')).toEqual(['4.2', '4.1'])
    expect(await checks('priya-nair')).toEqual(['4.2'])
    expect(await checks('tom-bennett')).toEqual([])
    expect(await checks('ian-fletcher')).toEqual(['4.2', '4.1'])
    const [, waiver] = await listed(leila)
    expect(waiver).toMatchObject({
      check: { code: '4.1' },
      authority: { name: 'Camden' },
      programme: { code: 'APM' },
      indicator: { code: 'APM-OP6' },
      setting: null,
      requested: { by: 'Ruth Okafor' },
      decided: { by: 'Leila Haddad', note },
      acts: { approve: 'waiver-not-open', withdraw: 'not-yours-to-do', end: null },
    })
    const { form } = done(await ruth.get<WaiversView>('/api/waivers'))
    expect(form!.authorities.map(({ name }) => name)).toEqual(['Camden'])
    expect(done(await leila.get<WaiversView>('/api/waivers')).form).toBeNull()
  })

  it('are written about: to those who may grant one, then to the person who asked', async () => {
    const waiting = () =>
      service.context.db
        .selectFrom('outbox')
        .select(['recipient', 'subject', 'text'])
        .where('sentAt', 'is', null)
        .orderBy('id')
        .execute()
    const toDecide = async (client: Client) =>
      done(await client.get<HomeView>('/api/home'))
        .toDecide.map(({ words }) => words)
        .filter((words) => words.includes('waiver'))
    const { waiverId } = (await request(ruth)).body
    const first = await waiting()
    expect(first.map(({ recipient }) => recipient.split('@')[0] ?? '').toSorted()).toEqual([
      ...['grace-adeyemi', 'ian-fletcher', 'leila-haddad', 'sam-whitfield'],
    ])
    expect(first[0]!.subject).toBe('A waiver is asked for: check 4.1')
    expect([await toDecide(leila), await toDecide(ruth)]).toEqual([
      ['One waiver waits for your decision'],
      [],
    ])
    done(await decide(leila, waiverId, 'approve'))
    const last = (await waiting()).at(-1)!
    expect([last.recipient.split('@')[0], last.subject]).toEqual([
      ...['ruth-okafor', 'Waiver approved: check 4.1'],
    ])
    expect(last.text).toContain('Tuesday 31 March 2026')
    expect(await toDecide(leila)).toEqual([])
  })

  it('alone switch a check off: no other write changes what a finding demands', async () => {
    const demand = async () => {
      const { severity, waiver, explanation, failedClosed } = find(await findingsOf(), '4.1', 'APM-OP6')!
      return { severity, waiver, explanation, failedClosed }
    }
    const before = await demand()
    expect(before).toEqual({ severity: 'block', waiver: null, explanation: null, failedClosed: false })
    const explained = { check: '4.1', locator: 'APM-OP6', reason: 'other', text: sentence }
    const put = (client: Client, path: string, body: object) =>
      client.put(`/api/returns/${camden}/${path}`, body)
    await put(ruth, 'explanations', { explanations: [explained] })
    await put(ruth, 'figures', {
      changes: [{ locator: 'APM-OP6', revision: 1, note: sentence, evidence: { source: sentence } }],
    })
    await put(ruth, 'settings/134643/missing', { reason: 'other', text: sentence })
    await act(ruth, camden, 'send-for-sign-off')
    await act(ruth, camden, 'submit', { declared: true, explanations: [explained] })
    const { db } = service.context
    const frozen = 'a published edition is frozen'
    await expect(db.updateTable('checks').set({ body: '{}' }).execute()).rejects.toThrow(frozen)
    await expect(db.deleteFrom('checks').execute()).rejects.toThrow(frozen)
    await expect(db.updateTable('standards').set({ clauses: '[]' }).execute()).rejects.toThrow(frozen)
    const { standardId } = await db
      .selectFrom('returns')
      .select('standardId')
      .where('id', '=', camden)
      .executeTakeFirstOrThrow()
    for (const client of [ruth, leila]) {
      await client.put(`/api/standards/${standardId}/checks/4.1`, { severity: { standard: 'off' } })
      await client.put(`/api/standards/${standardId}/severities`, { '4.1': { standard: 'off' } })
    }
    expect(await demand()).toEqual(before)
  })
})
