/** What was signed is what counts: nothing unsigned, nothing worked out anew, nobody reviewing their own. */
import type { QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import type { ProblemBody } from '@inclusion/shared/problems'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  act,
  camden,
  done,
  enter,
  enterReport,
  explainAll,
  giveRole,
  refusal,
  see,
  seeReport,
} from './support/filing.ts'

const southwark = 'APM-E09000028-FY2025-26-Q3'
const hackney = 'APM-E09000012-FY2025-26-Q3'
const greenwich = 'APM-E09000011-FY2025-26-Q3'
const ks3 = '134643'

describe.each(engines())('what was filed on %s', (engine) => {
  let service: Service
  beforeEach(async () => {
    service = await openService(engine)
  })
  afterEach(() => service.close())

  const filersOf = async (gssCode: string) => {
    const rows = await service.context.db
      .selectFrom('memberships')
      .select(['personId', 'role'])
      .where('gssCode', '=', gssCode)
      .execute()
    const of = (role: string) => service.as(rows.find((row) => row.role === role)!.personId)
    return { lead: await of('lead'), certifier: await of('certifier') }
  }

  it('leaves out a setting’s figures until its report is signed off', async () => {
    const head = await service.as('helen-achebe')
    const sessions = `attendance@${ks3}:mentored:2025-26`
    const pupils = `attendance@${ks3}:mentored`
    done(
      await head.put(`/api/setting-reports/${camden}/${ks3}/figures`, {
        changes: [
          { locator: sessions, revision: 0, entries: { possible: '1000', attended: '1000' } },
          { locator: pupils, revision: 0, entries: { enrolments: '10' } },
        ],
      }),
    )
    const { checkInput } = await see(await service.as('ruth-okafor'), camden)
    expect(checkInput.figures[`APM-OC1@${ks3}`]).toBeUndefined()
    expect(checkInput.attendance.map(({ urn }) => urn)).not.toContain(ks3)
    const report = await seeReport(head, camden, ks3)
    expect(report.checkInput.figures[`APM-OC1@${ks3}`]).toMatchObject({ numerator: 1000, denominator: 1000 })
  })

  it('shows an accepted return as it was signed, whatever an earlier quarter is corrected to', async () => {
    const evaluator = await service.as('leila-haddad')
    const before = await see(evaluator, southwark)
    await service.context.db
      .updateTable('accepted_points')
      .set({ value: 45 })
      .where('returnId', '=', 'APM-E09000028-FY2025-26-Q2')
      .where('locator', '=', 'APM-OP5')
      .execute()
    const after = await see(evaluator, southwark)
    expect(after.checkInput.history[0]?.figures['APM-OP5']?.value).toBe(45)
    expect(after.checkInput.figures).toEqual(before.checkInput.figures)
    expect(after.findings).toEqual(before.findings)
  })

  it('asks the lead about attendance that changes after it was accepted, and takes the answer', async () => {
    const id = 'APM-E09000007-FY2025-26-Q2'
    const sessions = `attendance@${ks3}:mentored:2025-26`
    const evaluator = await service.as('sam-whitfield')
    const head = await service.as('helen-achebe')
    const lead = await service.as('ruth-okafor')
    const reason = 'The register was corrected.'
    done(await act(evaluator, id, 'reopen', { reason, locators: [sessions] }))
    const changesSince = async () => (await see(lead, id)).findings.filter(({ check }) => check === '2.2')
    expect(await changesSince()).toEqual([])
    const { attendance } = (await seeReport(head, id, ks3)).checkInput
    const years = attendance.find(({ cohort }) => cohort === 'mentored')!.sessions
    const before = years.find(({ academicYear }) => academicYear === '2025-26')!
    const attended = String(before.attended! - 1)
    done(await enterReport(head, { id, urn: ks3 }, [{ locator: sessions, entries: { attended } }]))
    done(await head.post(`/api/setting-reports/${id}/${ks3}/sign-off`))
    const [asked, ...more] = await changesSince()
    expect(more).toEqual([])
    expect(asked).toMatchObject({ locator: `APM-OC1@${ks3}`, severity: 'explain', explanation: null })
    const text = 'A session was counted twice in the register.'
    const explanation = { check: '2.2', locator: asked!.locator, reason: 'correction', text }
    done(await lead.put(`/api/returns/${id}/explanations`, { explanations: [explanation] }))
    expect(await changesSince()).toMatchObject([{ explanation: { text } }])
  })

  it('is not signed when a figure that nobody types has changed since it was sent', async () => {
    await service.context.db
      .updateTable('accepted_points')
      .set({ value: 99 })
      .where('returnId', '=', 'APM-E09000012-FY2025-26-Q2')
      .where('locator', '=', 'APM-OP5')
      .execute()
    const certifier = await service.as('owen-clarke')
    const answer = await certifier.post<{ findings: { check: string; locator: string }[] }>(
      `/api/returns/${hackney}/submit`,
      { declared: true },
    )
    expect(refusal(answer)).toBe('422 findings-outstanding')
    expect(answer.body.findings).toContainEqual(
      expect.objectContaining({ check: '10.3', locator: 'APM-OP0' }),
    )
  })

  it('is not signed unseen: what changed since the signer read it is named, and nothing is filed', async () => {
    const certifier = await service.as('owen-clarke')
    const lead = await service.as('priya-nair')
    const { position } = await see(certifier, hackney)
    done(await certifier.post(`/api/returns/${hackney}/decline`, { reason: 'Check the referrals.' }))
    const { revision } = (await see(lead, hackney)).marks['APM-OP10']!
    const changes = [{ locator: 'APM-OP10', revision, entries: { value: '5' } }]
    done(await lead.put(`/api/returns/${hackney}/figures`, { changes }))
    done(await lead.post(`/api/returns/${hackney}/send-for-sign-off`))
    const sign = (seen: number) =>
      certifier.post<ProblemBody>(`/api/returns/${hackney}/submit`, { declared: true, seen })
    const unseen = await sign(position)
    expect(refusal(unseen)).toBe('409 return-changed')
    expect(unseen.body.errors).toEqual([
      { field: 'seen', message: 'Safeguarding referrals made is not what you saw.' },
    ])
    const now = await see(certifier, hackney)
    expect([now.status, now.versions]).toEqual(['awaiting-sign-off', []])
    done(await sign(now.position))
  })

  it('opens a figure that RMEL did not ask about once a blocking finding names it, and no other', async () => {
    const { lead } = await filersOf('E09000011')
    const put = (locator: string, revision: number, value: string) =>
      lead.put(`/api/returns/${greenwich}/figures`, { changes: [{ locator, revision, entries: { value } }] })
    expect(refusal(await put('APM-OP9', 1, '50'))).toBe('409 figure-locked')
    await service.context.db
      .updateTable('accepted_points')
      .set({ value: 500 })
      .where('returnId', '=', 'APM-E09000011-FY2025-26-Q2')
      .where('locator', '=', 'APM-OP9')
      .execute()
    expect((await see(lead, greenwich)).unlocked).toContain('APM-OP9')
    done(await put('APM-OP9', 1, '501'))
    expect(refusal(await put('APM-OP1', 1, '9'))).toBe('409 figure-locked')
    done(await put('APM-OP9', 2, '502'))
  })

  it('is never reviewed by somebody who filed an earlier version of it', async () => {
    const evaluator = await service.as('leila-haddad')
    const certifier = await service.as('owen-clarke')
    const lead = await service.as('priya-nair')
    done(await certifier.post(`/api/returns/${hackney}/submit`, { declared: true }))
    done(await evaluator.post(`/api/returns/${hackney}/take`))
    const questions = [{ locator: 'APM-OP8', question: 'Does this count each parent once?' }]
    done(await evaluator.post(`/api/returns/${hackney}/request-changes`, { questions }))
    await giveRole(service, 'sam-whitfield', { role: 'lead', gssCode: 'E09000012' })
    const second = await service.as('sam-whitfield')
    const { marks } = await see(lead, hackney)
    const changes = [{ locator: 'APM-OP8', revision: marks['APM-OP8']!.revision, entries: { value: '11' } }]
    done(await second.put(`/api/returns/${hackney}/figures`, { changes }))
    done(await second.post(`/api/returns/${hackney}/send-for-sign-off`))
    done(await certifier.post(`/api/returns/${hackney}/submit`, { declared: true }))
    await giveRole(service, 'priya-nair', { role: 'evaluator' })
    const first = await service.as('priya-nair')
    expect(refusal(await first.post(`/api/returns/${hackney}/take`))).toBe('403 reviewer-filed-it')
    const accept = service.context.db
      .updateTable('returns')
      .set({ status: 'accepted', acceptedBy: 'priya-nair' })
      .where('id', '=', hackney)
      .execute()
    await expect(accept).rejects.toThrow('returns_reviewer_is_independent')
  })

  it('is never reviewed by somebody who entered a figure that stands in it', async () => {
    const { lead, certifier } = await filersOf('E09000012')
    const evaluator = await service.as('leila-haddad')
    await giveRole(service, 'sam-whitfield', { role: 'lead', gssCode: 'E09000012' })
    const sam = await service.as('sam-whitfield')
    done(await act(certifier, hackney, 'decline', { reason: 'Please look at the parents again.' }))
    done(await enter(sam, hackney, [{ locator: 'APM-OP8', entries: { value: '11' } }]))
    await explainAll(lead, hackney)
    done(await act(lead, hackney, 'send-for-sign-off'))
    done(await act(certifier, hackney, 'submit', { declared: true }))

    expect(refusal(await act(sam, hackney, 'take'))).toBe('403 reviewer-filed-it')
    expect((await see(sam, hackney)).actions.take).toBe('reviewer-filed-it')
    const [line] = done(await sam.get<QueueLine[]>(`/api/review-queue/chosen?returns=${hackney}`))
    expect(line).toMatchObject({ isOwn: true, mayTake: false })
    done(await act(evaluator, hackney, 'take'))
    const offered = await evaluator.get<{ personId: string }[]>(`/api/returns/${hackney}/evaluators`)
    expect(done(offered)).toEqual([])
    expect(refusal(await act(evaluator, hackney, 'hand-over', { to: 'sam-whitfield' }))).toBe(
      '422 holder-cannot-review',
    )
    const { db } = service.context
    const held = db.updateTable('returns').set({ takenBy: 'sam-whitfield' }).where('id', '=', hackney)
    await expect(held.execute()).rejects.toThrow('returns_reviewer_is_independent')
    const reviewed = db.updateTable('reviews').set({ evaluator: 'sam-whitfield' })
    await expect(reviewed.where('returnId', '=', hackney).execute()).rejects.toThrow(
      'returns_reviewer_is_independent',
    )
  })

  it('is never reviewed by somebody whose figure was overtyped or emptied before it was filed', async () => {
    const { lead, certifier } = await filersOf('E09000012')
    for (const personId of ['sam-whitfield', 'marcus-lee'])
      await giveRole(service, personId, { role: 'lead', gssCode: 'E09000012' })
    await giveRole(service, 'marcus-lee', { role: 'evaluator' })
    const sam = await service.as('sam-whitfield')
    const marcus = await service.as('marcus-lee')
    const type = async (client: Client, locator: string, value: string) =>
      done(await enter(client, hackney, [{ locator, entries: { value } }]))
    done(await act(certifier, hackney, 'decline', { reason: 'Please look at the parents again.' }))
    await type(sam, 'APM-OP8', '11')
    const before = (await see(lead, hackney)).checkInput.figures['APM-OP9']!.value!
    await type(marcus, 'APM-OP9', String(before - 1))
    await type(marcus, 'APM-OP9', '')
    await type(lead, 'APM-OP8', '12')
    await type(lead, 'APM-OP8', '11')
    await type(lead, 'APM-OP9', String(before))
    await explainAll(lead, hackney)
    done(await act(lead, hackney, 'send-for-sign-off'))
    done(await act(certifier, hackney, 'submit', { declared: true }))

    for (const client of [sam, marcus]) {
      expect(refusal(await act(client, hackney, 'take'))).toBe('403 reviewer-filed-it')
      const [line] = done(await client.get<QueueLine[]>(`/api/review-queue/chosen?returns=${hackney}`))
      expect(line).toMatchObject({ isOwn: true, mayTake: false, mayAcceptTogether: false })
    }
    const { db } = service.context
    const held = db.updateTable('returns').set({ takenBy: 'sam-whitfield' }).where('id', '=', hackney)
    await expect(held.execute()).rejects.toThrow('returns_reviewer_is_independent')
    const forgotten = db.deleteFrom('return_filers').where('returnId', '=', hackney)
    await expect(forgotten.execute()).rejects.toThrow('never changed')
    done(await act(await service.as('leila-haddad'), hackney, 'take'))
  })

  it.each([
    ['data_points', 'changedBy'],
    ['attendance_counts', 'changedBy'],
    ['attendance_pupils', 'changedBy'],
    ['setting_reports', 'signedOffBy'],
  ] as const)('is never reviewed by whom its %s name alone', async (table, column) => {
    const { certifier } = await filersOf('E09000012')
    done(await act(certifier, hackney, 'submit', { declared: true }))
    const { db } = service.context
    const own = 'sam-whitfield'
    const named = sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${own}
      WHERE ${sql.ref('returnId')} = ${hackney} AND ${sql.ref(column)} IS NOT NULL`
    const { numAffectedRows } = await named.execute(db)
    expect(Number(numAffectedRows)).toBeGreaterThan(0)
    expect(refusal(await act(await service.as(own), hackney, 'take'))).toBe('403 reviewer-filed-it')
    const review = { id: 'one', returnId: hackney, version: 1, evaluator: own, begunAt: '2026-01-20' }
    await expect(db.insertInto('reviews').values(review).execute()).rejects.toThrow(
      'returns_reviewer_is_independent',
    )
  })

  it('keeps the borough’s explanations from the heads of its settings', async () => {
    const lead = await service.as('ruth-okafor')
    const { findings } = await see(lead, camden)
    const asked = findings.find(({ severity }) => severity === 'explain')!
    const text = 'The schools answer in February, as they did last year.'
    const explanation = { check: asked.check, locator: asked.locator, reason: 'late-data', text }
    done(await lead.put(`/api/returns/${camden}/explanations`, { explanations: [explanation] }))
    const report = await seeReport(await service.as('helen-achebe'), camden, ks3)
    expect(JSON.stringify(report)).not.toContain(text)
  })

  it('holds the explanations in force when it was signed, and none that has lapsed', async () => {
    const text = 'We do not have the number of mentors.'
    const lapsed = { checkCode: '1.2', locator: 'APM-OP1', reason: 'staffing', text, inputs: '[]' }
    await service.context.db
      .insertInto('explanations')
      .values({
        id: 'lapsed',
        returnId: hackney,
        ...lapsed,
        explainedBy: 'priya-nair',
        explainedAt: '2026-01-12',
      })
      .execute()
    const certifier = await service.as('owen-clarke')
    done(await certifier.post(`/api/returns/${hackney}/submit`, { declared: true }))
    const { canonical } = done(await certifier.get<{ canonical: string }>(`/api/returns/${hackney}/receipt`))
    expect(canonical).toContain('"explanations":')
    expect(canonical).not.toContain(text)
  })

  it('refuses a reason for none while there are words, and keeps the words', async () => {
    const lead = await service.as('ruth-okafor')
    const put = (change: object) =>
      lead.put(`/api/returns/${camden}/figures`, { changes: [{ locator: 'APM-TX1', ...change }] })
    done(await put({ revision: 0, text: 'Families came.' }))
    expect(refusal(await put({ revision: 1, missing: 'z' }))).toBe('400 invalid-request')
    expect((await see(lead, camden)).checkInput.figures['APM-TX1']?.text).toBe('Families came.')
    done(await put({ revision: 1, text: '', missing: 'z' }))
  })

  it('refuses another level than the one carried from last period, and says which that is', async () => {
    const lead = await service.as('ruth-okafor')
    const { checkInput, marks } = await see(lead, camden)
    const carried = checkInput.figures['APM-OP0']!.value!
    const put = (value: string, revision: number) =>
      lead.put<{ errors: { message: string }[] }>(`/api/returns/${camden}/figures`, {
        changes: [{ locator: 'APM-OP0', revision, entries: { value } }],
      })
    const revision = marks['APM-OP0']!.revision
    for (const typed of [String(carried + 1), 'n/k']) {
      const answer = await put(typed, revision)
      expect(refusal(answer)).toBe('422 figure-is-derived')
      expect(answer.body.errors[0]?.message).toContain(`carried from last period: ${carried}`)
    }
    done(await put(String(carried), revision))
  })

  it('takes a baseline back with the report that gave it, and leaves the earlier one standing', async () => {
    const head: Client = await service.as('helen-achebe')
    const url = `/api/setting-reports/${camden}/100006`
    const onRecord = async () =>
      (await seeReport(head, camden, '100006')).baselines
        .filter(({ indicator }) => indicator === 'APM-OC1')
        .map(({ denominator }) => denominator)
    const [given] = await onRecord()
    done(await head.post(`${url}/withdraw`))
    const { marks } = await seeReport(head, camden, '100006')
    const locator = 'attendance@100006:baseline:2024-25'
    const entries = { possible: '', attended: '', authorised: '', unauthorised: '' }
    const pupils = {
      locator: 'attendance@100006:baseline',
      revision: marks['attendance@100006:baseline']!.revision,
    }
    const cleared = { enrolments: '', persistent: '', severe: '' }
    done(
      await head.put(`${url}/figures`, {
        changes: [
          { locator, revision: marks[locator]!.revision, entries },
          { ...pupils, entries: cleared },
        ],
      }),
    )
    done(await head.post(`${url}/sign-off`))
    const [standing] = await onRecord()
    expect(standing).toBeGreaterThan(0)
    expect(standing).not.toBe(given)
  })
})
