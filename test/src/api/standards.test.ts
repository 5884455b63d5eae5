/** Editions of the standard: written by evaluators, published by two of them, kept by the returns filed under them. */
import { openReturns } from '@inclusion/server/returns/open'
import type { EditionLine } from '@inclusion/server/standards/edition-line'
import type { Preview } from '@inclusion/server/standards/preview'
import type { ProblemBody } from '@inclusion/shared/problems'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  backTested,
  begin,
  checkToSave,
  discard,
  draftId,
  draftPath,
  saveCheck,
  seeEdition,
  taken,
} from './support/editions.ts'
import { camden, countEvents, done, giveRole, refusal, see } from './support/filing.ts'

const severity = { light: 'note', standard: 'block', enhanced: 'block' }
const newCheck = {
  ...{ severity, rule: { kind: 'survey-thin', rate: 0.5, answers: 20 }, title: 'Surveys are well answered' },
  ...{ rationale: '', words: { message: null, fix: null } },
}
const errorsOf = ({ body }: { body: unknown }) => (body as ProblemBody).errors

describe.each(engines())('editions on %s', (engine) => {
  let service: Service
  let leila: Client
  let sam: Client

  beforeEach(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
    sam = await service.as('sam-whitfield')
  })
  afterEach(() => service.close())

  it('are read by everybody once published; drafts by those who have a part in them', async () => {
    await begin(leila)
    for (const person of ['ruth-okafor', 'helen-achebe', 'grace-adeyemi', 'marcus-lee']) {
      const client = await service.as(person)
      const lines = done(await client.get<EditionLine[]>('/api/standards'))
      expect(lines.map(({ id }) => id)).toEqual(['reference-1'])
      expect(refusal(await client.get(draftPath))).toBe('404 not-found')
      expect((await seeEdition(client, 'in-force')).id).toBe('reference-1')
      expect(refusal(await client.post('/api/standards', { basedOn: 'reference-1', name: 'Mine' }))).toBe(
        '403 not-yours-to-do',
      )
    }
    const chloe = await service.as('chloe-bright')
    const lines = done(await chloe.get<EditionLine[]>('/api/standards'))
    expect(lines.map(({ id, status, isInForce }) => [id, status, isInForce])).toEqual([
      ['edition-2', 'draft', false],
      ['reference-1', 'published', true],
    ])
    expect((await seeEdition(chloe)).actions.edit).toBe('not-yours-to-do')
    expect(refusal(await saveCheck(chloe, '4.8', { severity }))).toBe('403 not-yours-to-do')
  })

  it('are for every programme: an evaluator of one alone writes none', async () => {
    await giveRole(service, 'marcus-lee', { role: 'evaluator', programme: 'CPD' })
    await begin(leila)
    const marcus = await service.as('marcus-lee')
    const before = await countEvents(service)
    expect(refusal(await marcus.post('/api/standards', { basedOn: 'reference-1', name: 'Mine' }))).toBe(
      '403 not-yours-to-do',
    )
    expect(refusal(await saveCheck(marcus, '4.8', { severity }))).toBe('403 not-yours-to-do')
    expect(refusal(await marcus.post(`${draftPath}/propose`, { revision: 0 }))).toBe('403 not-yours-to-do')
    expect(refusal(await marcus.get(`${draftPath}/preview?return=${camden}`))).toBe('404 not-found')
    expect(await countEvents(service)).toBe(before)
  })

  it('begin as a copy of a published one, with an id and the earliest period of their own', async () => {
    expect(await begin(leila, 'Edition 2')).toEqual({ id: 'edition-2', revision: 0 })
    const { checks, clauses, effectiveFrom, basedOn, created } = await seeEdition(leila)
    const ground = await seeEdition(leila, 'reference-1')
    expect({ checks, clauses }).toEqual({ checks: ground.checks, clauses: ground.clauses })
    expect([effectiveFrom, basedOn, created?.by]).toEqual(['FY2025-26-Q4', 'reference-1', 'Leila Haddad'])
    expect((await begin(leila, 'Edition: 2')).id).toBe('edition-2-2')
    expect((await begin(leila, 'In force')).id).toBe('in-force-2')
    const again = (body: object) => leila.post('/api/standards', body)
    expect(errorsOf(await again({ basedOn: 'reference-1', name: 'Edition 2' }))).toEqual([
      { field: 'name', message: 'Another edition has this name. Choose another' },
    ])
    expect(errorsOf(await again({ basedOn: 'edition-2', name: 'Edition 3' }))).toEqual([
      { field: 'basedOn', message: 'Choose a published edition to begin from' },
    ])
    expect(errorsOf(await again({ basedOn: 'reference-1', name: '???' }))).toEqual([
      { field: 'name', message: 'Use at least one letter or digit' },
    ])
  })

  it('take severities, parameters and words, and move on with each change', async () => {
    await begin(leila)
    const rule = { kind: 'wrong-scale', factors: [10, 100], tolerance: 0.1, least: 80 }
    const words = { message: '{figure}: {said}', fix: 'Count it once more.' }
    expect(done(await saveCheck(leila, '5.1', { rule, words, severity, title: 'Of its own size' }))).toEqual({
      ...{ id: draftId, revision: 1 },
    })
    const checks = [{ code: '4.8', severity }]
    done(await leila.put(`${draftPath}/severities`, { revision: 1, checks }))
    const head = { name: 'Edition two', summary: 'Higher thresholds.', effectiveFrom: 'FY2026-27-Q1' }
    done(await leila.put(draftPath, { revision: 2, ...head }))
    const view = await seeEdition(leila)
    expect(view).toMatchObject({ revision: 3, ...head })
    const saved = (code: string) => view.checks.find((check) => check.code === code)
    expect(saved('5.1')).toMatchObject({ rule, words, severity, title: 'Of its own size', clause: '5' })
    expect(saved('4.8')!.severity).toEqual(severity)
    const early = await leila.put(draftPath, { revision: 3, ...head, effectiveFrom: 'FY2025-26-Q3' })
    expect(errorsOf(early)![0]!.message).toMatch(/^Returns are open .* Choose January to March 2026/)
  })

  it('say field by field what cannot be used', async () => {
    await begin(leila)
    const rule = { kind: 'wrong-scale', factors: [], tolerance: 2, least: 'x' }
    const answer = await saveCheck(leila, '5.1', {
      rule,
      title: 'No',
      words: { message: 'Wrong', fix: null },
    })
    expect(refusal(answer)).toBe('400 invalid-request')
    expect(errorsOf(answer)).toEqual(
      expect.arrayContaining([
        { field: 'rule.factors', message: 'List 1 or more' },
        { field: 'rule.tolerance', message: 'Use 1 or less' },
        { field: 'rule.least', message: 'Give a number' },
        { field: 'title', message: 'Write what the check looks for, in one sentence' },
        { field: 'words.message', message: 'Name the figure: use {figure} or {said}' },
      ]),
    )
    expect(errorsOf(await saveCheck(leila, '5.1', { rule: { kind: 'overspent' } }))).toEqual([
      { field: 'rule.kind', message: 'A check keeps its kind. Add another check for another kind' },
    ])
    expect(refusal(await leila.put(`${draftPath}/checks/4.99`, await checkToSave(leila, '5.1')))).toBe(
      '404 not-found',
    )
  })

  it('never lose a change to another: who saves on an older draft is told', async () => {
    await begin(leila)
    const mine = await checkToSave(leila, '4.8', { severity })
    done(await sam.put(`${draftPath}/checks/4.8`, mine))
    const late = await leila.put<ProblemBody>(`${draftPath}/checks/4.8`, mine)
    expect(refusal(late)).toBe('409 edition-changed')
    expect(late.body['revision']).toBe(1)
  })

  it('take new checks of any kind, and lose only those: one of the ground is switched off', async () => {
    await begin(leila)
    const add = (code: string, revision: number) =>
      leila.post(`${draftPath}/checks`, { ...newCheck, code, revision })
    taken(await add('8.5', 0))
    expect((await seeEdition(leila)).checks.at(-1)).toMatchObject({
      ...{ code: '8.5', clause: '8', stage: 'filing', rule: newCheck.rule },
    })
    expect(errorsOf(await add('8.5', 1))![0]!.message).toMatch(/^This edition has a check 8.5 already/)
    expect(errorsOf(await add('13.1', 1))![0]!.message).toMatch(/^Begin with the number of a clause/)
    const ground = await discard(leila, `${draftPath}/checks/8.2`, 1)
    expect([ground.status, ((await ground.json()) as ProblemBody).type]).toEqual([
      409,
      'check-is-of-the-ground',
    ])
    expect((await discard(leila, `${draftPath}/checks/8.5`, 1)).status).toBe(200)
    expect((await seeEdition(leila)).checks.map(({ code }) => code)).not.toContain('8.5')
    const signing = { ...newCheck, rule: { kind: 'submitted-late' }, code: '2.3', revision: 2 }
    taken(await leila.post(`${draftPath}/checks`, signing))
    expect((await seeEdition(leila)).checks.at(-1)!.stage).toBe('signing')
  })

  it('are previewed on one return, beside the edition it is judged by', async () => {
    await begin(leila)
    const { findings } = await see(leila, camden)
    const preview = async () => done(await leila.get<Preview>(`${draftPath}/preview?return=${camden}`))
    expect(await preview()).toEqual({
      present: findings,
      draft: findings.map((finding) => ({ ...finding, edition: draftId })),
    })
    done(await saveCheck(leila, '4.1', { severity: { light: 'off', standard: 'off', enhanced: 'off' } }))
    const { present, draft } = await preview()
    expect(present.some(({ check }) => check === '4.1')).toBe(true)
    expect(draft).toHaveLength(present.filter(({ check }) => check !== '4.1').length)
  })

  it('are proposed once back-tested as they stand, for a period that is free', async () => {
    await begin(leila)
    const propose = async () =>
      refusal(await leila.post(`${draftPath}/propose`, { revision: (await seeEdition(leila)).revision }))
    expect(await propose()).toBe('409 edition-not-back-tested')
    await backTested(service, leila)
    done(await saveCheck(leila, '4.8', { severity }))
    expect(await propose()).toBe('409 edition-not-back-tested')
    await backTested(service, leila)
    const { db } = service.context
    const setFrom = (effectiveFrom: string) =>
      db.updateTable('standards').set({ effectiveFrom }).where('id', '=', draftId).execute()
    await setFrom('FY2025-26-Q3')
    const taken = await leila.post<ProblemBody>(`${draftPath}/propose`, { revision: 1 })
    expect([refusal(taken), taken.body.detail]).toEqual([
      '409 edition-period-open',
      'The earliest period it can begin with is January to March 2026 (2025-26 Q4).',
    ])
    await setFrom('FY2025-26-Q4')
    expect(await propose()).toBe('200 ')
    expect(refusal(await saveCheck(leila, '4.8', { severity }))).toBe('409 edition-proposed')
    expect(refusal(await discardRefusal())).toBe('409 edition-proposed')
  })

  const discardRefusal = async () => {
    const response = await discard(leila, draftPath, 1)
    return { status: response.status, body: await response.json(), headers: response.headers }
  }

  it('are published by a second person, and never change from then on', async () => {
    await begin(leila)
    await backTested(service, leila)
    const act = async (client: Client, name: string, more = {}) =>
      refusal(await client.post(`${draftPath}/${name}`, { revision: 0, ...more }))
    expect(await act(sam, 'approve')).toBe('409 edition-not-proposed')
    expect(await act(leila, 'propose')).toBe('200 ')
    expect(await act(leila, 'approve')).toBe('403 edition-approver-is-proposer')
    expect(await act(leila, 'refuse', { reason: 'Not yet, please.' })).toBe(
      '403 edition-approver-is-proposer',
    )
    expect(await act(sam, 'take-back')).toBe('403 edition-of-another-proposer')
    expect(await act(leila, 'take-back')).toBe('200 ')
    expect(await act(leila, 'propose')).toBe('200 ')
    expect(await act(sam, 'refuse', { reason: 'Say why 4.8 blocks.' })).toBe('200 ')
    expect(await seeEdition(leila)).toMatchObject({
      ...{ status: 'draft', refused: { by: 'Sam Whitfield', reason: 'Say why 4.8 blocks.' } },
    })
    expect(await act(leila, 'propose')).toBe('200 ')
    const one = service.context.db.updateTable('standards').where('id', '=', draftId)
    const published = { status: 'published', publishedAt: service.context.now() } as const
    await expect(one.set({ ...published, approvedBy: 'leila-haddad' }).execute()).rejects.toThrow(
      'standards_approver_is_another',
    )
    await expect(one.set(published).execute()).rejects.toThrow('standards_approver_is_another')
    expect(await act(sam, 'approve')).toBe('200 ')
    expect(await seeEdition(await service.as('ruth-okafor'))).toMatchObject({
      ...{ status: 'published', approvedBy: 'Sam Whitfield', isInForce: false, refused: null },
    })
    expect(await act(sam, 'approve')).toBe('409 edition-published')
    expect(refusal(await saveCheck(leila, '4.8', { severity }))).toBe('409 edition-published')
    expect((await discard(leila, draftPath, 0)).status).toBe(409)
    const { db } = service.context
    const frozen = [
      db.updateTable('standards').set({ name: 'x' }).where('id', '=', draftId),
      db.updateTable('checks').set({ body: '{}' }).where('standardId', '=', draftId),
      db.deleteFrom('checks').where('standardId', '=', draftId),
    ]
    for (const write of frozen) await expect(write.execute()).rejects.toThrow('is frozen')
  })

  it('keep a number to one kind of check: of two drafts that add it, the first alone is published', async () => {
    const other = '/api/standards/edition-3'
    await begin(leila)
    await begin(leila, 'Edition 3')
    const added = { ...newCheck, code: '8.5', revision: 0 }
    taken(await leila.post(`${draftPath}/checks`, added))
    taken(await leila.post(`${other}/checks`, { ...added, rule: { kind: 'submitted-late' } }))
    for (const path of [draftPath, other]) {
      await backTested(service, leila, path)
      done(await leila.post(`${path}/propose`, { revision: 1 }))
    }
    done(await sam.post(`${draftPath}/approve`, { revision: 1 }))
    const words =
      'Check 8.5 is a check of another kind in Edition 2, which is published. Take it out of this draft and add it under another number.'
    const late = await sam.post<ProblemBody>(`${other}/approve`, { revision: 1 })
    expect([refusal(late), late.body.detail]).toEqual(['409 edition-number-taken', words])
    done(await leila.post(`${other}/take-back`, { revision: 1 }))
    const again = await leila.post<ProblemBody>(`${other}/propose`, { revision: 1 })
    expect([refusal(again), again.body.detail]).toEqual(['409 edition-number-taken', words])
    const { actions, numbersTaken } = await seeEdition(leila, 'edition-3')
    expect([actions.propose, actions.edit, numbersTaken]).toEqual(['edition-number-taken', null, words])
    expect((await discard(leila, `${other}/checks/8.5`, 1)).status).toBe(200)
    await backTested(service, leila, other)
    done(await leila.post(`${other}/propose`, { revision: 2 }))
    expect((await seeEdition(leila, 'edition-3')).numbersTaken).toBeNull()
  })

  it('publish a number again where it comes from the edition they are based on', async () => {
    await begin(leila)
    taken(await leila.post(`${draftPath}/checks`, { ...newCheck, code: '8.5', revision: 0 }))
    await backTested(service, leila)
    done(await leila.post(`${draftPath}/propose`, { revision: 1 }))
    done(await sam.post(`${draftPath}/approve`, { revision: 1 }))
    taken(await leila.post('/api/standards', { basedOn: draftId, name: 'Edition 3' }))
    const next = '/api/standards/edition-3'
    await backTested(service, leila, next)
    done(await leila.post(`${next}/propose`, { revision: 0 }))
    done(await sam.post(`${next}/approve`, { revision: 0 }))
    expect((await seeEdition(sam, 'edition-3')).status).toBe('published')
  })

  it('judge the returns opened from their period on; earlier ones keep theirs', async () => {
    await begin(leila)
    done(await saveCheck(leila, '4.8', { severity }))
    await backTested(service, leila)
    done(await leila.post(`${draftPath}/propose`, { revision: 1 }))
    const before = await see(leila, camden)
    done(await sam.post(`${draftPath}/approve`, { revision: 1 }))
    service.pass(75 * 24 * 60)
    const opened = await openReturns(service.context)
    expect(opened.length).toBeGreaterThan(20)
    expect(opened.filter((id) => !id.endsWith('FY2025-26-Q4'))).toEqual([])
    const ruth = await service.as('ruth-okafor')
    const next = await see(ruth, 'APM-E09000007-FY2025-26-Q4')
    expect([next.standard.id, next.standard.name]).toEqual([draftId, 'Edition 2'])
    expect(new Set(next.findings.map(({ edition }) => edition))).toEqual(new Set([draftId]))
    const after = await see(leila, camden)
    expect([after.standard, after.findings]).toEqual([before.standard, before.findings])
    expect((await seeEdition(ruth, 'in-force')).id).toBe(draftId)
  })

  it('write to the other evaluators when proposed, and to staff when published', async () => {
    const letters = async () => {
      const rows = await service.context.db
        .selectFrom('outbox')
        .select(['recipient', 'subject'])
        .where('sentAt', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject}`)
    }
    await begin(leila)
    await backTested(service, leila)
    done(await leila.post(`${draftPath}/propose`, { revision: 0 }))
    expect(await letters()).toEqual(['sam-whitfield: For your decision: Edition 2'])
    done(await sam.post(`${draftPath}/refuse`, { revision: 0, reason: 'Say why 4.8 blocks.' }))
    done(await leila.post(`${draftPath}/propose`, { revision: 0 }))
    done(await sam.post(`${draftPath}/approve`, { revision: 0 }))
    expect((await letters()).slice(1)).toEqual([
      'leila-haddad: Not approved: Edition 2',
      'sam-whitfield: For your decision: Edition 2',
      'chloe-bright: Published: Edition 2',
      'leila-haddad: Published: Edition 2',
    ])
  })

  it('are discarded whole while they are drafts', async () => {
    await begin(leila)
    await backTested(service, leila)
    expect((await discard(sam, draftPath, 0)).status).toBe(200)
    expect(refusal(await leila.get(draftPath))).toBe('404 not-found')
    const rows = await service.context.db
      .selectFrom('checks')
      .select('code')
      .where('standardId', '=', draftId)
      .execute()
    expect(rows).toEqual([])
  })
})
