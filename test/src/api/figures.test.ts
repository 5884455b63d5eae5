/** Saving figures: all or nothing, revision by revision, once however often it is sent, nothing typed lost. */
import type { Saved } from '@inclusion/server/returns/save'
import { forgetKeys } from '@inclusion/server/trust/forget-keys'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Answer, type Client, type Service } from '../support/service.ts'
import {
  act,
  camden,
  countEvents,
  done,
  enter,
  refusal,
  see,
  seeReport,
  type Change,
} from './support/filing.ts'

const url = `/api/returns/${camden}/figures`
/** Nobody has started this one: Bexley's. */
const notStarted = 'APM-E09000004-FY2025-26-Q3'

const only = (problem: Answer<unknown>) =>
  (problem.body as { errors: { field: string }[] }).errors.map(({ field }) => field)

describe.each(engines())('figures of a return on %s', (engine) => {
  let service: Service
  let lead: Client

  beforeEach(async () => {
    service = await openService(engine)
    lead = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  const put = (changes: Change[], headers: Record<string, string> = {}) =>
    lead.put<Saved>(url, { changes }, headers)
  const figure = async (locator: string) => (await see(lead, camden)).checkInput.figures[locator]
  const revision = async (locator: string) => (await see(lead, camden)).marks[locator]?.revision ?? 0
  const events = () => countEvents(service)

  it('are saved together or not at all', async () => {
    const before = await events()
    const answer = await put([
      { locator: 'APM-OP1', revision: 1, entries: { value: '2' } },
      { locator: 'APM-OP3', revision: 7, entries: { value: '4' } },
      { locator: 'APM-OP8', revision: 9, entries: { value: '4' } },
    ])
    expect(refusal(answer)).toBe('409 figure-changed')
    expect(only(answer)).toEqual(['APM-OP3', 'APM-OP8'])
    expect([await figure('APM-OP1'), await figure('APM-OP3')]).toMatchObject([{ value: 1.5 }, { value: 9 }])
    expect(await events()).toBe(before)
    const saved = done(
      await put([
        { locator: 'APM-OP1', revision: 1, entries: { value: '2' } },
        { locator: 'APM-OP7', revision: 0, entries: { value: '300.5' } },
      ]),
    )
    expect(saved.revisions).toEqual({ 'APM-OP1': 2, 'APM-OP7': 1 })
    expect(await events()).toBe(before + 1)
  })

  it('that somebody changed meanwhile are answered with both values, who and when', async () => {
    service.pass(3)
    const at = service.context.now()
    done(await put([{ locator: 'APM-OP1', revision: 1, entries: { value: '2' } }]))
    service.pass(3)
    const { status, body } = await put([{ locator: 'APM-OP1', revision: 1, entries: { value: '3' } }])
    expect({ status, body }).toMatchObject({
      status: 409,
      body: {
        type: 'figure-changed',
        conflicts: [
          {
            ...{ locator: 'APM-OP1', yours: { entries: { value: '3' } }, theirs: { value: 2 } },
            ...{ revision: 2, by: 'Ruth Okafor', at },
          },
        ],
      },
    })
  })

  it('sent twice with one Idempotency-Key count once, and the key is good for nothing else', async () => {
    const before = await events()
    const change = { locator: 'APM-OP1', revision: 1, entries: { value: '2' } }
    const key = { 'idempotency-key': 'save-1' }
    const first = done(await put([change], key))
    service.pass(5)
    expect(done(await put([change], key))).toEqual(first)
    expect([await revision('APM-OP1'), await events()]).toEqual([2, before + 1])
    const other = await put([{ ...change, revision: 2, entries: { value: '3' } }], key)
    expect(refusal(other)).toBe('422 key-used-before')
    expect(refusal(await lead.put(`/api/returns/${camden}/explanations`, {}, key))).toBe(
      '400 invalid-request',
    )
    expect(await revision('APM-OP1')).toBe(2)
  })

  it('refused under a key leave the key unused', async () => {
    const key = { 'idempotency-key': 'save-2' }
    const change = { locator: 'APM-OP1', revision: 5, entries: { value: '2' } }
    expect(refusal(await put([change], key))).toBe('409 figure-changed')
    expect(refusal(await put([change], key))).toBe('409 figure-changed')
    done(await put([{ ...change, revision: 1 }], key))
  })

  it('sent by twins at the same moment count once', async () => {
    const before = await events()
    const change = { locator: 'APM-OP1', revision: 1, entries: { value: '2' } }
    const twins = await Promise.all(
      Array.from({ length: 8 }, () => put([change], { 'idempotency-key': 'twin' })),
    )
    expect(new Set(twins.map((answer) => JSON.stringify(done(answer)))).size).toBe(1)
    expect([await revision('APM-OP1'), await events()]).toEqual([2, before + 1])
  })

  it('sent again after the return has moved on are answered as before, and a new save is refused', async () => {
    const change = { locator: 'APM-OP1', revision: 1, entries: { value: '2' } }
    const first = done(await put([change], { 'idempotency-key': 'lost-answer' }))
    await service.context.db
      .updateTable('returns')
      .set({ status: 'awaiting-sign-off' })
      .where('id', '=', camden)
      .execute()
    const again = done(await put([change], { 'idempotency-key': 'lost-answer' }))
    expect(again.revisions).toEqual(first.revisions)
    expect(refusal(await put([{ ...change, revision: 2 }]))).toBe('409 return-not-open')
  })

  it('are kept by their key for a week, and no longer', async () => {
    const change = { locator: 'APM-OP1', revision: 1, entries: { value: '2' } }
    done(await put([change], { 'idempotency-key': 'a-week' }))
    service.pass(6 * 24 * 60)
    expect(await forgetKeys(service.context)).toBe(0)
    service.pass(3 * 24 * 60)
    expect(await forgetKeys(service.context)).toBe(1)
  })

  it('written by twenty at once have one winner a revision, and the rest are shown the newer', async () => {
    for (const seen of [1, 2, 3]) {
      const writers = Array.from({ length: 20 }, (_, index) =>
        put([{ locator: 'APM-OP1', revision: seen, entries: { value: String(100 + index) } }]),
      )
      const answers = await Promise.all(writers)
      const won = answers.flatMap(({ status }, index) => (status === 200 ? [100 + index] : []))
      expect(won).toHaveLength(1)
      const lost = answers.filter(({ status }) => status !== 200)
      expect(new Set(lost.map(refusal))).toEqual(new Set(['409 figure-changed']))
      for (const { body } of lost) {
        expect(body).toMatchObject({ conflicts: [{ revision: seen + 1, theirs: { value: won[0] } }] })
      }
      expect(await figure('APM-OP1')).toMatchObject({ value: won[0] })
    }
  })

  it('of one return are saved side by side, the first ones of all too', async () => {
    const bexley = await leadOf(service, 'E09000004')
    const locators = ['APM-OP1', 'APM-OP3', 'APM-OP5', 'APM-OP7', 'APM-OP8', 'APM-OP9', 'APM-OP10', 'APM-FI2']
    const saveTo = (changes: Change[]) => bexley.put<Saved>(`/api/returns/${notStarted}/figures`, { changes })
    // Connections are opened when they are first needed: without this the first saves come one by one.
    await Promise.all(locators.map(() => see(bexley, notStarted)))
    const begun = await Promise.all(
      locators.map((locator) => saveTo([{ locator, revision: 0, entries: { value: '10' } }])),
    )
    expect(begun.map(({ status }) => status)).toEqual(locators.map(() => 200))
    expect((await see(bexley, notStarted)).status).toBe('in-progress')
  })

  it('come in batches in any order, and no batch waits for another for ever', async () => {
    const bexley = await leadOf(service, 'E09000004')
    const { checkInput } = await see(bexley, notStarted)
    const counts = checkInput.asked.filter(
      ({ measure, collectedFrom, derivation }) =>
        measure === 'count' && collectedFrom === 'authority' && derivation === null,
    )
    const cells = counts.flatMap(({ indicator, disaggregations }) => [
      indicator,
      ...disaggregations.flatMap(({ dimension, categories }) =>
        categories.map(({ code }) => `${indicator}:${dimension}:${code}`),
      ),
    ])
    expect(cells.length).toBeGreaterThan(40)
    const save = (changes: Change[]) => bexley.put(`/api/returns/${notStarted}/figures`, { changes })
    await Promise.all(Array.from({ length: 8 }, () => see(bexley, notStarted)))
    for (const seen of [0, 1, 2, 3, 4, 5]) {
      // Each wants another value: those who want the same have nothing to choose between.
      const saves = Array.from({ length: 8 }, (_, at) => {
        const value = String(10 * seen + at)
        const batch = cells.map((locator) => ({ locator, revision: seen, entries: { value } }))
        return save(at % 2 === 0 ? batch : batch.toReversed())
      })
      const answers = (await Promise.all(saves)).map(refusal)
      expect(answers.toSorted()).toEqual(['200 ', ...Array<string>(7).fill('409 figure-changed')])
    }
  })

  it('are refused where the return does not ask, the service works them out, or another reports them', async () => {
    const cases: [locator: string, refused: string][] = [
      ['APM-OC9a', '422 figure-not-asked'],
      ['APM-TX2', '422 figure-not-asked'],
      ['CPD-OP1', '422 figure-not-asked'],
      ['APM-OC2', '422 figure-not-asked'],
      ['APM-OC8', '422 figure-is-derived'],
      ['APM-OC4@100006', '403 setting-has-a-head'],
      ['attendance@100006:mentored', '403 setting-has-a-head'],
      ['APM-OP2:sex:purple', '422 figure-not-asked'],
      ['APM-OP2:star-sign:leo', '422 figure-not-asked'],
      ['APM-OP1:sex:female', '422 figure-not-asked'],
    ]
    const before = await events()
    for (const [locator, refused] of cases) {
      const answer = await put([
        { locator: 'APM-OP1', revision: 1, entries: { value: '9' } },
        { locator, revision: 0, entries: { value: '1' } },
      ])
      expect(refusal(answer), locator).toBe(refused)
      expect(only(answer)).toEqual([locator])
    }
    expect([await revision('APM-OP1'), await events()]).toEqual([1, before])
  })

  it('take only the parts they are made of', async () => {
    const strange: Change[] = [
      { locator: 'APM-OP6', entries: { value: '81' } },
      { locator: 'APM-OP1', entries: { numerator: '1', denominator: '2' } },
      { locator: 'APM-OP1', entries: { possible: 'lots' } },
      { locator: 'APM-OP7', text: 'About three hundred' },
      { locator: 'APM-TX1', entries: { value: '1' } },
    ]
    for (const change of strange) {
      const answer = await put([{ ...change, revision: await revision(change.locator) }])
      expect(refusal(answer), JSON.stringify(change)).toBe('400 invalid-request')
      expect(only(answer)).toEqual([change.locator])
    }
  })

  it('outside what RMEL asked about stay closed, whoever asks', async () => {
    const barking = 'APM-E09000011-FY2025-26-Q3'
    const greenwich = await leadOf(service, 'E09000011')
    const { unlocked, marks } = await see(greenwich, barking)
    expect(unlocked).toContain('APM-OP7')
    const save = (locator: string, value: string) =>
      greenwich.put(`/api/returns/${barking}/figures`, {
        changes: [{ locator, revision: marks[locator]?.revision ?? 0, entries: { value } }],
      })
    expect(refusal(await save('APM-OP3', '1'))).toBe('409 figure-locked')
    done(await save('APM-OP8', '7'))
  })

  it('not applicable or not available empty the number; a number takes the reason back', async () => {
    done(await put([{ locator: 'APM-OP3', revision: 1, missing: 'z', note: 'Nobody was due to complete.' }]))
    expect(await figure('APM-OP3')).toMatchObject({
      value: null,
      missing: 'z',
      note: 'Nobody was due to complete.',
    })
    done(await put([{ locator: 'APM-OP3', revision: 2, missing: 'x' }]))
    expect(await figure('APM-OP3')).toMatchObject({ value: null, missing: 'x' })
    done(await put([{ locator: 'APM-OP3', revision: 3, entries: { value: '0' } }]))
    expect(await figure('APM-OP3')).toMatchObject({ value: 0, missing: null })
    done(await put([{ locator: 'APM-OP3', revision: 4, entries: { value: '' } }]))
    expect(await figure('APM-OP3')).toMatchObject({ value: null, missing: null })
    expect(refusal(await put([{ locator: 'APM-OP3', revision: 5, missing: 'q' as 'z' }]))).toBe(
      '400 invalid-request',
    )
  })

  it('that cannot be read stay as typed, block, and are never 0', async () => {
    for (const entered of ['n/k', '1,2,3', '12a', '9%', '1e999', '9'.repeat(40)]) {
      done(await enter(lead, camden, [{ locator: 'APM-OP7', entries: { value: entered } }]))
      const { checkInput, findings } = await see(lead, camden)
      expect(checkInput.drafts).toContainEqual({ locator: 'APM-OP7', part: 'value', entered })
      expect(checkInput.figures['APM-OP7']!.value).toBeNull()
      const blocks = findings.filter(({ locator, severity }) => locator === 'APM-OP7' && severity === 'block')
      expect(blocks.map(({ check }) => check)).toEqual(['3.6'])
    }
    done(await enter(lead, camden, [{ locator: 'APM-OP7', entries: { value: ' 1,234.5 ' } }]))
    const { checkInput } = await see(lead, camden)
    expect(checkInput.figures['APM-OP7']!.value).toBe(1234.5)
    expect(checkInput.drafts.filter(({ locator }) => locator === 'APM-OP7')).toEqual([])
  })

  it('of money are typed in pounds and kept in pence', async () => {
    const typed: [string, number | null][] = [
      ['£1,234.50', 123_450],
      ['1234', 123_400],
      ['0.1', 10],
      ['1.005', null],
      ['-£ 3', -300],
    ]
    for (const [entered, pence] of typed) {
      done(await enter(lead, camden, [{ locator: 'APM-FI2', entries: { value: entered } }]))
      expect((await figure('APM-FI2'))!.value, entered).toBe(pence)
    }
  })

  it('say how they came, by whom and when', async () => {
    service.pass(7)
    for (const provenance of ['typed', 'pasted', 'api']) {
      const seen = await revision('APM-OP1')
      const changes = [{ locator: 'APM-OP1', revision: seen, entries: { value: '2' } }]
      done(await lead.put(url, { changes, provenance }))
      const mark = (await see(lead, camden)).marks['APM-OP1']
      const at = service.context.now()
      expect(mark).toEqual({ revision: seen + 1, by: 'Ruth Okafor', at, provenance, onBehalf: false })
    }
    for (const provenance of ['setting', 'file', 'carrier pigeon']) {
      const changes = [{ locator: 'APM-OP1', revision: 4, entries: { value: '2' } }]
      expect(refusal(await lead.put(url, { changes, provenance }))).toBe('400 invalid-request')
    }
  })

  it('have a history of who changed what, in numbers', async () => {
    done(await put([{ locator: 'APM-OP1', revision: 1, entries: { value: '2.5' } }]))
    const { body } = await lead.get<{ by: string; detail: { figures: unknown[][] } }[]>(
      `/api/returns/${camden}/history?locator=APM-OP1`,
    )
    expect(body.map(({ by, detail }) => [by, detail.figures])).toEqual([
      ['Ruth Okafor', [['APM-OP1', 2, 2.5, null, null, null, null]]],
      ['Ruth Okafor', [['APM-OP1', 1, 1.5, null, null, null, null]]],
    ])
  })

  it('have a history that the many changes of others do not hide', async () => {
    const { db } = service.database
    const { position } = await db.selectFrom('audit_head').select('position').executeTakeFirstOrThrow()
    const others = Array.from({ length: 501 }, (_, index) => ({
      ...{ position: position + 1 + index, id: `other-${index}`, at: service.context.now() },
      ...{ personId: 'ruth-okafor', action: 'return.save-figures', subject: camden },
      ...{ detail: '{"figures":[["APM-OP1:sex:female",1,2,null,null,null,null]]}' },
      ...{ previousHash: '', hash: `other-${index}` },
    }))
    await db.insertInto('audit_events').values(others).execute()
    const keys = [`return:${camden}`, 'figure:APM-OP1:sex:female']
    const about = others.flatMap((event) => keys.map((key) => ({ key, position: event.position })))
    await db.insertInto('audit_subjects').values(about).execute()
    const { body } = await lead.get<{ detail: { figures: unknown[][] } }[]>(
      `/api/returns/${camden}/history?locator=APM-OP1`,
    )
    expect(body.map(({ detail }) => detail.figures)).toEqual([[['APM-OP1', 1, 1.5, null, null, null, null]]])
  })

  it('of a report are saved side by side by the head, and the losers are shown the newer', async () => {
    const helen = await service.as('helen-achebe')
    const report = `/api/setting-reports/${camden}/134643/figures`
    const cohorts = ['mentored', 'whole', 'baseline'] as const
    for (const seen of [0, 1, 2]) {
      const saves = cohorts.map((cohort) => {
        const change = {
          locator: `attendance@134643:${cohort}`,
          revision: seen,
          entries: { enrolments: '12' },
        }
        return helen.put(report, { changes: [change] })
      })
      expect((await Promise.all(saves)).map(refusal)).toEqual(['200 ', '200 ', '200 '])
    }
    const same = (enrolments: string) =>
      helen.put(report, {
        changes: [{ locator: 'attendance@134643:mentored', revision: 3, entries: { enrolments } }],
      })
    const answers = await Promise.all(['1', '2', '3', '4'].map(same))
    expect(answers.map(refusal).toSorted()).toEqual(['200 ', ...Array(3).fill('409 figure-changed')])
    expect((await seeReport(helen, camden, '134643')).status).toBe('in-progress')
  })

  it('of attendance are whole: a part of a session stays as typed, and blocks', async () => {
    const helen = await service.as('helen-achebe')
    const locator = 'attendance@134643:mentored:2025-26'
    const changes = [{ locator, revision: 0, entries: { possible: '90', attended: '71.5' } }]
    done(await helen.put(`/api/setting-reports/${camden}/134643/figures`, { changes }))
    const { checkInput, findings } = await seeReport(helen, camden, '134643')
    expect(checkInput.drafts).toEqual([{ locator, part: 'attended', entered: '71.5' }])
    expect(findings.find(({ check }) => check === '3.6')).toMatchObject({
      ...{ locator, part: 'attended', severity: 'block', fix: 'Use a whole number, for example 9.' },
    })
  })

  it('are closed once the return is sent, and the version holds what was there', async () => {
    await service.database.db
      .updateTable('returns')
      .set({
        status: 'awaiting-sign-off',
        sentFrom: 'in-progress',
        sentBy: 'ruth-okafor',
        sentAt: service.context.now(),
      })
      .where('id', '=', camden)
      .execute()
    const answer = await put([{ locator: 'APM-OP1', revision: 1, entries: { value: '2' } }])
    expect(refusal(answer)).toBe('409 return-not-open')
    expect(refusal(await act(lead, camden, 'withdraw'))).toBe('409 return-not-open')
  })
})

/** Signs in as the lead of a borough that the demonstration peopled by rule. */
async function leadOf(service: Service, gssCode: string): Promise<Client> {
  const { personId } = await service.database.db
    .selectFrom('memberships')
    .select('personId')
    .where('gssCode', '=', gssCode)
    .where('role', '=', 'lead')
    .executeTakeFirstOrThrow()
  return service.as(personId)
}
