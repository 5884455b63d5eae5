/** What cannot be checked blocks, and somebody is told: once of each check, also when the act was refused for it. */
import type { HomeView } from '@inclusion/server/home/routes'
import type { SavedAndJudged } from '@inclusion/server/returns/save'
import type { Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
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
  refusal,
  see,
} from './support/filing.ts'
import { breakCheck } from './support/broken-check.ts'

describe.each(engines())('a check that cannot be made, on %s,', (engine) => {
  let service: Service
  let tom: Client
  let logged: object[]

  beforeEach(async () => {
    service = await openService(engine)
    tom = await service.as('tom-bennett')
    logged = []
    service.context.log.error = (line: object) => void logged.push(line)
  })
  afterEach(() => service.close())

  const failures = () =>
    service.context.db
      .selectFrom('check_failures')
      .select(['checkCode', 'returnId'])
      .orderBy('checkCode')
      .orderBy('returnId')
      .execute()
  const letters = async () => {
    const rows = await service.context.db
      .selectFrom('outbox')
      .select(['recipient', 'subject', 'text'])
      .where('sentAt', 'is', null)
      .where('subject', 'like', 'A check could not be made%')
      .orderBy('recipient')
      .execute()
    return rows.map(({ recipient, ...letter }) => ({ to: recipient.split('@')[0], ...letter }))
  }
  const failedClosed = (findings: readonly Finding[]) => findings.filter((finding) => finding.failedClosed)
  const work = async (person: string) => done(await (await service.as(person)).get<HomeView>('/api/home'))

  async function readyToFile(): Promise<void> {
    await fillIn(tom, croydonTraining)
    await explainAll(tom, croydonTraining)
  }

  it.each([
    ['whose parameters are broken', { rule: { kind: 'astrology' } }],
    ['that is not even JSON', 'not JSON'],
  ])('%s blocks, and all the others go on', async (_, body) => {
    await readyToFile()
    const before = await see(tom, croydonTraining)
    await breakCheck(service, '4.1', body, [croydonTraining])
    const { findings, checkInput, standard } = await see(tom, croydonTraining)
    expect(failedClosed(findings)).toMatchObject([{ check: '4.1', severity: 'block', locator: null }])
    expect(failedClosed(findings)[0]!.message).toMatch(/^We could not check this/)
    expect(findings.length).toBe(before.findings.length + 1)
    expect(findings).toEqual(JSON.parse(JSON.stringify(runChecks(standard, checkInput))))
    const submitted = await act(tom, croydonTraining, 'submit', { declared: true })
    expect(refusal(submitted)).toBe('422 findings-outstanding')
    expect((await see(tom, croydonTraining)).status).toBe('in-progress')
  })

  it('is told to staff once, however often and on however many returns', async () => {
    const other = 'CPD-E09000012-FY2025-26-Q3'
    await breakCheck(service, '4.1', 'not JSON', [croydonTraining, other])
    const before = await countEvents(service)
    await see(tom, croydonTraining)
    expect(await failures()).toEqual([{ checkCode: '4.1', returnId: croydonTraining }])
    const told = await letters()
    expect(told.map(({ to }) => to)).toEqual(['leila-haddad', 'noor-rahman', 'sam-whitfield'])
    expect(told[0]!.subject).toContain('Croydon')
    expect(told[0]!.text).toContain('Check 4.1')
    await see(tom, croydonTraining)
    const priya = await service.as('priya-nair')
    const written = await countEvents(service)
    await see(priya, other)
    expect(await failures()).toHaveLength(2)
    expect(await letters()).toHaveLength(3)
    // One event for each return, and one for Priya Nair signing in.
    expect([written - before, await countEvents(service)]).toEqual([2, written + 1])
  })

  it('stands in the work of staff until it can be made again', async () => {
    await breakCheck(service, '4.1', 'not JSON', [croydonTraining])
    await see(tom, croydonTraining)
    for (const person of ['leila-haddad', 'chloe-bright', 'noor-rahman'])
      expect((await work(person)).failedChecks).toEqual([
        {
          returnId: croydonTraining,
          label: 'Croydon, CPD, October to December 2025 (2025-26 Q3)'.replace('CPD', await programmeName()),
          checks: ['4.1'],
        },
      ])
    for (const person of ['tom-bennett', 'helen-achebe', 'marcus-lee'])
      expect((await work(person)).failedChecks).toEqual([])
    await service.context.db
      .updateTable('returns')
      .set({ standardId: 'reference-1' })
      .where('id', '=', croydonTraining)
      .execute()
    await service.context.db.updateTable('check_failures').set({ standardId: 'reference-1' }).execute()
    await see(tom, croydonTraining)
    expect([await failures(), (await work('leila-haddad')).failedChecks]).toEqual([[], []])
  })

  const programmeName = async () =>
    (
      await service.context.db
        .selectFrom('programmes')
        .select('name')
        .where('code', '=', 'CPD')
        .executeTakeFirstOrThrow()
    ).name

  it('is told of also when the act was refused for it, and when a save meets it first', async () => {
    await readyToFile()
    await breakCheck(service, '4.2', 'not JSON', [croydonTraining])
    expect(refusal(await act(tom, croydonTraining, 'submit', { declared: true }))).toBe(
      '422 findings-outstanding',
    )
    expect((await failures()).map(({ checkCode }) => checkCode)).toEqual(['4.2'])
    await breakCheck(service, '4.1', 'not JSON', [camden])
    const ruth = await service.as('ruth-okafor')
    expect(refusal(await act(ruth, camden, 'send-for-sign-off'))).toBe('422 findings-outstanding')
    expect(await failures()).toContainEqual({ checkCode: '4.1', returnId: camden })
    await service.context.db.deleteFrom('check_failures').execute()
    const changes = [{ locator: 'APM-OP1', revision: 1, entries: { value: '5' } }]
    const dry = await ruth.put(`/api/returns/${camden}/figures?dryRun=true`, { changes })
    expect([dry.status, await failures()]).toEqual([200, []])
    const saved = done(await ruth.put<SavedAndJudged>(`/api/returns/${camden}/figures`, { changes }))
    expect(failedClosed(saved.findings)).toMatchObject([{ check: '4.1' }])
    expect(await failures()).toEqual([{ checkCode: '4.1', returnId: camden }])
  })

  it('says in the log why, by the class of the error, and never a word that was typed', async () => {
    await breakCheck(service, '4.1', 'not JSON', [camden])
    const ruth = await service.as('ruth-okafor')
    done(await enter(ruth, camden, [{ locator: 'APM-TX1', text: 'Quokkas were counted twice.' }]))
    const lines = logged.filter((line) => 'check' in line)
    expect(lines).toContainEqual({
      ...{ check: '4.1', standard: 'broken-4.1', return: camden, error: 'ZodError' },
    })
    expect(JSON.stringify(logged)).not.toMatch(/quokka/i)
  })

  it('because a part of its input does not load fails every check that reads the part, and no other', async () => {
    const ruth = await service.as('ruth-okafor')
    const sound = await see(ruth, camden)
    const { db } = service.context
    await db.deleteFrom('peer_summaries').where('returnId', '=', camden).execute()
    await db
      .insertInto('peer_summaries')
      .values({ returnId: camden, summaries: '{"half a', madeAt: service.context.now() })
      .execute()
    const { checkInput, findings, standard } = await see(ruth, camden)
    expect(checkInput.failed).toEqual(['peers'])
    const failed = failedClosed(findings).map(({ check }) => check)
    const reading = standard.checks.filter(({ rule }) => rule.kind === 'far-from-peers')
    expect(failed).toEqual(expect.arrayContaining(reading.map(({ code }) => code)))
    expect(findings).toEqual(JSON.parse(JSON.stringify(runChecks(standard, checkInput))))
    const others = (list: readonly Finding[]) => list.filter(({ check }) => !failed.includes(check))
    expect(others(findings)).toEqual(others(sound.findings))
    expect((await failures()).map(({ checkCode }) => checkCode)).toEqual(failed.toSorted())
    expect(logged).toContainEqual(expect.objectContaining({ error: 'PartNotLoaded (peers)' }))
  })
})
