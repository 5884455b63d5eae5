/** Standards scores through the API: as a return stands, as it was filed, and by borough over time. */
import type { ReturnScore, ScoresView } from '@inclusion/server/standards/scores'
import type { Finding } from '@inclusion/shared/standards/finding'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { scoreOf } from '@inclusion/shared/standards/score'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, done, enter, havering, see } from './support/filing.ts'

const accepted = 'APM-E09000007-FY2025-26-Q2'

describe.each(engines())('standards scores on %s', (engine) => {
  let service: Service
  let leila: Client

  beforeEach(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
  })
  afterEach(() => service.close())

  const scoreIn = async (client: Client, id: string) =>
    done(await client.get<ReturnScore>(`/api/returns/${id}/score`))
  const stateIn = ({ live, filed }: ReturnScore, clause: string) =>
    (live ?? filed)!.score.clauses.find((each) => each.clause === clause)!

  it('of an open return are live: what is wrong is not met, what is blank or unsigned is not yet', async () => {
    const ruth = await service.as('ruth-okafor')
    done(
      await enter(ruth, camden, [{ locator: 'APM-OP6', entries: { numerator: '412', denominator: '398' } }]),
    )
    const before = await scoreIn(ruth, camden)
    expect(before.filed).toBeNull()
    expect([stateIn(before, '4').state, stateIn(before, '10').state]).toEqual(['not-met', 'not-yet'])
    const { findings } = await see(ruth, camden)
    expect(stateIn(before, '4').reasons.map(({ message }) => message)).toContain(
      findings.find(({ check, locator }) => check === '4.1' && locator === 'APM-OP6')!.message,
    )
    const nobody = await scoreIn(leila, havering)
    expect(nobody.live!.score.clauses.find(({ clause }) => clause === '1')!.state).toBe('not-yet')
  })

  it('of what was filed are its version’s, in the tier and edition it was filed under', async () => {
    const score = await scoreIn(leila, accepted)
    const version = await service.database.db
      .selectFrom('return_versions')
      .selectAll()
      .where('returnId', '=', accepted)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    expect(score).toMatchObject({
      live: null,
      filed: { version: version.number, edition: referenceEdition1.name },
    })
    const standard = (await see(leila, accepted)).standard
    const expected = scoreOf(standard, score.tier, JSON.parse(version.findings) as Finding[])
    expect(score.filed!.score).toEqual(expected)
    expect(score.filed!.score.states['not-met']).toBe(0)
  })

  it('by borough name every filed return once, alphabetically, with what a lead sees of their own', async () => {
    const all = done(await leila.get<ScoresView>('/api/standards-scores?programme=APM'))
    expect(all.programmes.map(({ code }) => code)).toEqual(['APM', 'CPD'])
    const names = all.boroughs.map(({ name }) => name)
    expect(names).toEqual(names.toSorted((left, right) => left.localeCompare(right)))
    const cells = all.boroughs.flatMap(({ scores }) => scores)
    const filed = await service.database.db
      .selectFrom('return_versions')
      .select('returnId')
      .distinct()
      .where('returnId', 'like', 'APM-%')
      .execute()
    expect(cells.map(({ returnId }) => returnId).toSorted()).toEqual(
      filed.map(({ returnId }) => returnId).toSorted(),
    )
    for (const { asked, met, states, explained, waived } of cells) {
      const count = (state: string) => Object.values(states).filter((each) => each === state).length
      expect([asked, met]).toEqual([
        all.clauses.length - count('not-asked'),
        count('met') + count('met-with-explanation') + count('waived'),
      ])
      expect([explained, waived]).toEqual([count('met-with-explanation'), count('waived')])
    }
    const camdens = all.boroughs.find(({ name }) => name === 'Camden')!
    expect(camdens.unfiled).toEqual([{ returnId: camden, periodId: 'FY2025-26-Q3' }])
    const ruth = await service.as('ruth-okafor')
    const own = done(await ruth.get<ScoresView>('/api/standards-scores'))
    expect(own.boroughs).toEqual(all.boroughs.filter(({ name }) => name === 'Camden'))
    expect(own.programmes.map(({ code }) => code)).toEqual(['APM'])
  })

  it('have one cell for a return with several versions: the latest', async () => {
    const row = await service.database.db
      .selectFrom('return_versions')
      .select(['returnId', 'number'])
      .where('number', '>', 1)
      .executeTakeFirst()
    expect(row).toBeDefined()
    const programme = row!.returnId.slice(0, 3)
    const { boroughs } = done(await leila.get<ScoresView>(`/api/standards-scores?programme=${programme}`))
    const own = boroughs.flatMap(({ scores }) => scores).filter(({ returnId }) => returnId === row!.returnId)
    expect(own.length).toBe(1)
    expect((await scoreIn(leila, row!.returnId)).filed!.version).toBeGreaterThanOrEqual(row!.number)
  })
})
