/** What a return is held against when it is reviewed: last quarter, the version accepted, the version reviewed. */
import type { Comparisons } from '@inclusion/server/returns/comparisons'
import { applyDifferences } from '@inclusion/shared/differences'
import { isLocator } from '@inclusion/shared/locators'
import { movementsBetween } from '@inclusion/shared/movements/movements'
import { movementSentence } from '@inclusion/shared/movements/words'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { act, done, enter, explainAll, see } from './support/filing.ts'

/** Accepted, reopened on parents and carers supported, mended and accepted again. */
const revised = 'APM-E09000030-FY2025-26-Q2'
/** Changes asked for, and not given yet. */
const asked = 'APM-E09000011-FY2025-26-Q3'
const filed = 'APM-E09000019-FY2025-26-Q3'
/** Taken by Leila Haddad. */
const lambeth = 'APM-E09000022-FY2025-26-Q3'

describe.each(engines())('comparisons on %s', (engine) => {
  let service: Service
  let leila: Client

  beforeAll(async () => {
    service = await openService(engine)
    leila = await service.as('leila-haddad')
  })
  afterAll(() => service.close())

  const comparisons = async (id: string) =>
    done(await leila.get<Comparisons>(`/api/returns/${id}/comparisons`))

  it('a first version has last quarter to be held against, and no version', async () => {
    const { shown, lastPeriod, accepted, reviewed } = await comparisons(filed)
    expect([shown.periodId, lastPeriod!.periodId]).toEqual(['FY2025-26-Q3', 'FY2025-26-Q2'])
    expect([lastPeriod!.when, accepted, reviewed]).toEqual(['last quarter', null, null])
    expect(shown.figures).not.toEqual({})
    expect(shown.settings.every(({ parts }) => parts !== undefined)).toBe(true)
  })

  it('a version that was accepted anew is held against the one accepted before', async () => {
    const { shown, accepted, reviewed } = await comparisons(revised)
    expect(accepted).toMatchObject({ version: 1, outcome: 'accepted' })
    expect(reviewed).toEqual(accepted)
    const { checkInput } = await see(leila, revised)
    const movements = movementsBetween(accepted!.filing, shown, checkInput)
    const differences = movements.flatMap((movement) => movement.differences)
    expect(applyDifferences(accepted!.filing.figures, differences)).toEqual(shown.figures)
    const [movement, ...others] = movements
    expect([movement!.locator, movement!.causes, others]).toEqual([
      'APM-OP8',
      [{ kind: 'revised', side: 'between' }],
      [],
    ])
    const definition = checkInput.asked.find(({ indicator }) => indicator === 'APM-OP8')!
    const told = { definition, movement: movement!, before: accepted!.filing, after: shown }
    expect(movementSentence(told)).toMatch(/^Parents.* rose by 3 to \d+\.$/)
  })

  it('what is being changed is held against the version that was reviewed, by whom and when', async () => {
    const { accepted, reviewed } = await comparisons(asked)
    expect(accepted).toBeNull()
    expect(reviewed).toMatchObject({ version: 1, outcome: 'changes-requested' })
    expect(reviewed!.by).toMatch(/^(Leila Haddad|Sam Whitfield)$/)
    expect(reviewed!.filing.when).toBe('in version 1')
  })

  it('a figure is backdated where the borough explains that it includes some of an earlier period', async () => {
    const { personId: lead } = await service.database.db
      .selectFrom('memberships')
      .select('personId')
      .where('role', '=', 'lead')
      .where('gssCode', '=', 'E09000011')
      .executeTakeFirstOrThrow()
    const borough = await service.as(lead)
    const before = await see(borough, asked)
    const hours = before.checkInput.figures['APM-OP7']!.value!
    // Far from what is usual, so that it is asked about.
    const [total, ...parts] = before.unlocked.filter((locator) => locator.startsWith('APM-OP7'))
    const raised = [total!, parts[0]!].map((locator) => ({
      locator,
      entries: { value: String((before.checkInput.figures[locator]?.value ?? 0) + hours * 4) },
    }))
    done(await enter(borough, asked, raised))
    const { findings } = await see(borough, asked)
    const finding = findings.find(({ locator, severity }) => locator === 'APM-OP7' && severity === 'explain')!
    const text = 'Sessions of September were recorded only in October, and are counted here.'
    const explanation = { check: finding.check, locator: 'APM-OP7', reason: 'earlier-period', text }
    done(await borough.put(`/api/returns/${asked}/explanations`, { explanations: [explanation] }))
    await explainAll(borough, asked)
    const { shown, lastPeriod } = await comparisons(asked)
    expect(shown.backdated).toEqual(['APM-OP7'])
    const { checkInput } = await see(leila, asked)
    const movement = movementsBetween(lastPeriod!, shown, checkInput).find(
      ({ locator }) => locator === 'APM-OP7',
    )!
    expect(movement.causes.map(({ kind }) => kind)).toContain('backdated')
  })

  it('a setting that is asked to change a figure has changed nothing until it signs off again', async () => {
    const locator = 'APM-OC4@140907'
    const questions = [{ locator, question: 'Were any of these of the summer?' }]
    done(await leila.post(`/api/returns/${lambeth}/request-changes`, { questions }))
    const { shown, reviewed } = await comparisons(lambeth)
    expect(reviewed!.version).toBe(1)
    expect(shown.figures).toEqual(reviewed!.filing.figures)
    const { unlocked, reports } = await see(leila, lambeth)
    expect(unlocked).toContain(locator)
    expect(unlocked.every(isLocator)).toBe(true)
    expect(reports.find(({ urn }) => urn === '140907')!.status).toBe('in-progress')
  })

  it('a return that nobody may take is compared all the same, by those who may see it', async () => {
    const chloe = await service.as('chloe-bright')
    expect((await chloe.get(`/api/returns/${filed}/comparisons`)).status).toBe(200)
    expect((await act(chloe, filed, 'take')).status).toBe(403)
  })
})
