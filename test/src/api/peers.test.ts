/** Peers: boroughs of the same tier and cohort, accepted earlier periods, never the one that is judged. */
import { findSeries } from '@inclusion/server/returns/find-series'
import { findPeerEvidence, peersFrom, renewPeers } from '@inclusion/server/returns/peers'
import { comparatorSummaryOf } from '@inclusion/server/programmes/comparators'
import { definitionsOf } from '@inclusion/server/framework/store'
import type { VersionContent } from '@inclusion/server/returns/versions'
import type { PeerSummary } from '@inclusion/shared/standards/peers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Service } from '../support/service.ts'
import { camden, croydonTraining, havering, see } from './support/filing.ts'

const lastQuarter = 'FY2025-26-Q2'
const camdenCode = 'E09000007'
/** Submitted, and waiting for review. */
const submitted = 'APM-E09000019-FY2025-26-Q3'

describe.each(engines())('peers on %s', (engine) => {
  let service: Service
  beforeEach(async () => {
    service = await openService(engine)
  })
  afterEach(() => service.close())

  const peersOf = async (returnId: string): Promise<PeerSummary[]> => {
    const row = await service.context.db
      .selectFrom('peer_summaries')
      .select('summaries')
      .where('returnId', '=', returnId)
      .executeTakeFirstOrThrow()
    return JSON.parse(row.summaries) as PeerSummary[]
  }
  /** Boroughs of Camden's tier and cohort with an accepted number of starters before this quarter. */
  const alike = () =>
    service.context.db
      .selectFrom('roll_ups')
      .innerJoin('grants', 'grants.gssCode', 'roll_ups.gssCode')
      .innerJoin('returns', (join) =>
        join.onRef('returns.grantId', '=', 'grants.id').onRef('returns.periodId', '=', 'roll_ups.periodId'),
      )
      .select('roll_ups.gssCode')
      .distinct()
      .where('grants.programme', '=', 'APM')
      .where('indicator', '=', 'APM-OP2')
      .where('category', '=', '')
      .where('roll_ups.periodId', '<', 'FY2025-26-Q3')
      .where('cohort', '=', (from) =>
        from.selectFrom('grants').select('cohort').where('id', '=', `APM-${camdenCode}`),
      )
      .where('tier', '=', (from) => from.selectFrom('returns').select('tier').where('id', '=', camden))
      .execute()
  const multiply = (gssCode: string | null, times: number) =>
    service.context.db
      .updateTable('roll_ups')
      .set(({ eb }) => ({ value: eb('value', '*', times) }))
      .where('programme', '=', 'APM')
      .where('category', '=', '')
      .$if(gssCode !== null, (rows) => rows.where('gssCode', '=', gssCode))
      .execute()
  const acceptAnother = () =>
    service.context.db
      .updateTable('returns')
      .set({ acceptedAt: service.context.now() })
      .where('id', '=', `APM-E09000009-${lastQuarter}`)
      .execute()

  it('are of the same tier and cohort, and one fewer than there are: never the own', async () => {
    const others = (await alike()).filter(({ gssCode }) => gssCode !== camdenCode)
    expect(others.length).toBeGreaterThanOrEqual(5)
    const started = (await peersOf(camden)).find(({ indicator }) => indicator === 'APM-OP2')
    expect(started).toMatchObject({ family: 'count', peers: others.length })
    expect(started!.centre).toBeGreaterThan(5)
    expect(started!.centre).toBeLessThan(20)
  })

  it("do not move with the own figures, and do with the others'", async () => {
    const before = await peersOf(camden)
    await multiply(camdenCode, 50)
    service.pass(60)
    await acceptAnother()
    service.pass(60)
    expect(await renewPeers(service.context)).toBeGreaterThan(0)
    expect(await peersOf(camden)).toEqual(before)
    await multiply(null, 50)
    service.pass(60)
    await acceptAnother()
    service.pass(60)
    await renewPeers(service.context)
    expect(await peersOf(camden)).not.toEqual(before)
  })

  it('of fewer than five boroughs are none at all', async () => {
    const evidence = await findPeerEvidence(service.context.db, {
      programme: 'APM',
      periodId: 'FY2025-26-Q3',
    })
    const asked = await definitionsOf(service.context.db, camden)
    const codes = (await alike()).map(({ gssCode }) => gssCode).filter((code) => code !== camdenCode)
    const { cohort, tier } = evidence.find(({ gssCode }) => gssCode === codes[0])!
    const of = (count: number) =>
      peersFrom(
        evidence.filter(({ gssCode }) => codes.slice(0, count).includes(gssCode)),
        asked,
        { gssCode: camdenCode, cohort, tier, seriesFrom: {} },
      )
    expect(of(4)).toEqual([])
    expect(of(5).length).toBeGreaterThan(5)
    expect(of(5).every(({ peers }) => peers === 5)).toBe(true)
  })

  it('of a series begin with its last major change, whatever minor one followed', async () => {
    const { db } = service.context
    const known = await db
      .selectFrom('indicator_definitions')
      .selectAll()
      .where('indicator', '=', 'APM-OP2')
      .executeTakeFirstOrThrow()
    const later = (['major', 'minor'] as const).map((changeClass, at) => {
      return { ...known, id: `APM-OP2-later-${at}`, edition: known.edition + 1 + at, changeClass }
    })
    await db.insertInto('indicator_definitions').values(later).execute()
    const begins = async (edition: number) =>
      (await findSeries(db, [{ indicator: 'APM-OP2', edition }]))['APM-OP2'] ?? 1
    expect(await begins(known.edition)).toBe(1)
    expect(await begins(known.edition + 1)).toBe(known.edition + 1)
    expect(await begins(known.edition + 2)).toBe(known.edition + 1)
    expect((await see(await service.as('ruth-okafor'), camden)).checkInput.seriesFrom).toEqual({})
  })

  it('are renewed for returns nobody has filed yet, once something is accepted; never for those filed', async () => {
    const filed = await peersOf(submitted)
    await renewPeers(service.context)
    expect(await renewPeers(service.context)).toBe(0)
    await multiply(null, 3)
    service.pass(60)
    await acceptAnother()
    service.pass(60)
    const open = await peersOf(havering)
    expect(await renewPeers(service.context)).toBeGreaterThan(5)
    expect(await peersOf(havering)).not.toEqual(open)
    expect(await peersOf(submitted)).toEqual(filed)
    expect(await renewPeers(service.context)).toBe(0)
    const event = await service.context.db
      .selectFrom('audit_events')
      .select(['personId', 'subject'])
      .where('action', '=', 'peers.renew')
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow()
    expect(event).toEqual({ personId: null, subject: 'programme:APM' })
  })

  it('are seen by the checks, and frozen with the version', async () => {
    const ruth = await service.as('ruth-okafor')
    const { checkInput } = await see(ruth, camden)
    expect(checkInput.peers).toEqual(await peersOf(camden))
    const rows = await service.context.db
      .selectFrom('return_versions')
      .select(['canonical', 'returnId'])
      .where('returnId', '=', submitted)
      .execute()
    const content = JSON.parse(rows.at(-1)!.canonical) as VersionContent
    expect(content.format).toBe('inclusion-returns/version/3')
    expect(content.peers).toEqual(await peersOf(submitted))
  })

  it('hold totals of no authority: nothing of them is in the view but moments', async () => {
    for (const summary of await peersOf(camden)) {
      expect(Object.keys(summary).toSorted()).toEqual([
        'between',
        'centre',
        'family',
        'indicator',
        'peers',
        'within',
      ])
    }
  })

  it('for attendance, the DfE’s pupil referral units in London stand beside them', async () => {
    const { comparator } = (await see(await service.as('ruth-okafor'), camden)).checkInput
    expect(comparator).toMatchObject({
      label: 'pupil referral units in London',
      when: 'autumn and spring terms 2022/23',
      places: 55,
    })
    expect(comparator!.centre).toBeCloseTo(0.6338, 3)
    expect(comparator!.spread).toBeCloseTo(0.1186, 3)
    expect(comparator!.source).toMatch(/Department for Education/)
    expect(await comparatorSummaryOf(service.context.db, 'CPD')).toBeNull()
    const training = (await see(await service.as('tom-bennett'), croydonTraining)).checkInput
    expect(training.comparator).toBeNull()
  })
})
