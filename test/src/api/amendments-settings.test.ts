/** A third programme to which settings report, with figures that no attendance stands behind; and two at once. */
import { setTimeout as wait } from 'node:timers/promises'
import type { ReportListItem } from '@inclusion/server/setting-reports/access'
import { openOne } from '@inclusion/server/returns/open'
import { emptyContent, type AmendmentContent } from '@inclusion/shared/framework/amendment'
import { newDefinition } from '@inclusion/shared/framework/new-definition'
import { describe, expect, it, onTestFinished } from 'vitest'
import { engines, openService } from '../support/service.ts'
import { changed, draft, framework, openOn, publish, step, tryOut } from './support/amending.ts'
import { act, done, enter, enterReport, refusal, see, seeReport } from './support/filing.ts'

const first = 'FY2025-26-Q4'
const hackney = 'E09000012'
const regents = '134635'
const id = `PLC-${hackney}-${first}`

const sheet = { purpose: 'Shows it.', counts: 'All of them.', source: 'Records.', limits: 'Few.' }
const figure = (code: string, label: string) => ({
  ...newDefinition(`PLC-${code}`, 'count' as const, first),
  ...{ section: 'Places', label, parts: { value: label }, referenceSheet: sheet },
})

/** Places in alternative provision: settings give one figure, the borough another. */
const places: AmendmentContent = {
  ...emptyContent,
  programme: {
    ...{ name: 'Places', summary: 'More places in alternative provision.', calendar: 'financial-quarters' },
    ...{ startsOn: '2026-01-01', endsBefore: '2026-04-01', settingsReport: true, isTrial: false },
    baselineWindows: 'one-window',
  },
  windows: [{ periodId: first, opensOn: '2026-04-01', dueOn: '2026-04-30' }],
  grants: [
    {
      ...{ gssCode: hackney, cohort: '2026', cohortStartOn: '2026-01-01' },
      ...{ processesPersonalData: false, dpiaOn: null },
      settings: [{ urn: regents, startsOn: '2026-01-01' }],
    },
  ],
  awards: [{ gssCode: hackney, financialYear: '2025-26', pence: 100, decision: null, assumption: null }],
  indicators: [
    { definition: { ...figure('OP1', 'Places made'), collectedFrom: 'setting' }, after: null },
    { definition: figure('OP2', 'Places planned'), after: null },
  ],
}

describe.each(engines())('On %s', (engine) => {
  it('settings report to a programme of anybody’s making, and are asked only what it asks', async () => {
    const service = await openService(engine)
    onTestFinished(() => service.close())
    const [chloe, leila] = [await service.as('chloe-bright'), await service.as('leila-haddad')]
    const drafted = await draft(chloe, { kind: 'programme', programme: 'PLC', content: places })
    const { seen } = done(await tryOut(chloe, drafted.id))
    expect(seen).toMatchObject({ settings: [{ urn: regents, name: 'New Regents College' }] })
    expect(seen!.sections[0]!.figures.map(({ from }) => from)).toEqual(['settings', 'typed'])
    await publish(leila, drafted)
    await openOn(service, '2026-04-01')
    const martin = await service.as('martin-osei')
    const listed = done(await martin.get<ReportListItem[]>('/api/setting-reports'))
    expect(listed.map(({ returnId }) => returnId)).toContain(id)
    done(
      await enterReport(martin, { id, urn: regents }, [
        { locator: `PLC-OP1@${regents}`, entries: { value: '7' } },
      ]),
    )
    const { findings } = await seeReport(martin, id, regents)
    expect(findings.filter(({ severity }) => severity === 'block')).toEqual([])
    done(await martin.post(`/api/setting-reports/${id}/${regents}/sign-off`))
    const priya = await service.as('priya-nair')
    done(await enter(priya, id, [{ locator: 'PLC-OP2', entries: { value: '9' } }]))
    const view = await see(priya, id)
    expect(view.checkInput.figures[`PLC-OP1@${regents}`]?.value).toBe(7)
    expect(view.findings.filter(({ message }) => /attend|mentor/i.test(message))).toEqual([])
    done(await act(priya, id, 'submit', { declared: true }))
  })

  it('of two drafts that are published at the same moment one is refused, and nothing is half written', async () => {
    const service = await openService(engine)
    onTestFinished(() => service.close())
    const [leila, sam] = [await service.as('leila-haddad'), await service.as('sam-whitfield')]
    const drafts = [
      await draft(leila, { kind: 'programme', programme: 'PLC', content: places }),
      await draft(leila, { kind: 'programme', programme: 'PLC', content: places }),
    ]
    for (const each of drafts) done(await step(leila, each, 'propose'))
    const answers = await Promise.all(drafts.map((each) => step(sam, each, 'publish')))
    expect(answers.map(refusal).toSorted()).toEqual(['200 ', '422 amendment-faulty'])
    const { definitions } = await framework(sam, 'PLC')
    expect(definitions).toHaveLength(2)
  })

  it('a definition is not published while a return is opened with the one before', async () => {
    const service = await openService(engine)
    onTestFinished(() => service.close())
    const { context } = service
    const [leila, sam] = [await service.as('leila-haddad'), await service.as('sam-whitfield')]
    const definition = await changed(leila, { indicator: 'CPD-OP1', from: first }, () => ({ hint: 'Anew.' }))
    const drafted = await draft(leila, { programme: 'CPD', content: { changed: [definition] } })
    done(await step(leila, drafted, 'propose'))
    const grantId = `CPD-${hackney}`
    const opening = { grantId, gssCode: hackney, cohort: '2025', programme: 'CPD', periodId: first }
    const returnId = `${grantId}-${first}`
    let isAnswered = false
    const publishing = await context.db.transaction().execute(async (trx) => {
      const rest = { id: returnId, dueOn: '2026-04-30', note: () => {}, evidence: [] }
      await openOne(context, trx, { ...opening, ...rest })
      const answer = step(sam, drafted, 'publish').then((given) => {
        isAnswered = true
        return given
      })
      // Long enough for a publication that waits for nobody.
      await wait(1_500)
      expect(isAnswered).toBe(false)
      return { answer }
    })
    expect(refusal(await publishing.answer)).toBe('422 amendment-faulty')
    const items = context.db
      .selectFrom('return_items')
      .select('definitionId')
      .where('returnId', '=', returnId)
    expect((await items.execute()).every(({ definitionId }) => definitionId.endsWith('.1'))).toBe(true)
  })
})
