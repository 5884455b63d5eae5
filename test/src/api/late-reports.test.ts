/** A return that was filed late explains the lateness of the whole of it: its settings' reports stay open to read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Service } from '../support/service.ts'
import { act, done, enterReport, giveRole, see, seeReport } from './support/filing.ts'

const late = { id: 'APM-E09000014-FY2025-26-Q2', urn: '131584' }
const locator = `attendance@${late.urn}:mentored:2025-26`

describe.each(engines())("settings' reports on %s", (engine) => {
  let service: Service
  beforeEach(async () => {
    service = await openService(engine)
  })
  afterEach(() => service.close())

  it('can each be read, whatever became of their returns', async () => {
    const reports = await service.context.db
      .selectFrom('setting_reports')
      .innerJoin('returns', 'returns.id', 'setting_reports.returnId')
      .select(['returnId', 'urn', 'returns.status'])
      .where('periodId', 'in', ['FY2025-26-Q2', 'FY2025-26-Q3'])
      .execute()
    const statuses = new Set(reports.map(({ status }) => status))
    expect([...statuses]).toEqual(expect.arrayContaining(['accepted', 'submitted', 'in-progress']))
    const administrator = await service.as('noor-rahman')
    for (const { returnId, urn } of reports) {
      const { status } = await administrator.get(`/api/setting-reports/${returnId}/${urn}`)
      expect(status, `${returnId} ${urn}`).toBe(200)
    }
  })

  it('of a late return can be corrected and signed once RMEL has opened it again', async () => {
    await giveRole(service, 'marcus-lee', { role: 'head', urn: late.urn })
    const [sam, head] = await Promise.all(['sam-whitfield', 'marcus-lee'].map(service.as))
    const { explanations } = await see(sam!, late.id)
    expect(explanations.map((given) => given.locator)).toContain('')
    done(await act(sam!, late.id, 'reopen', { reason: 'The register was corrected.', locators: [locator] }))
    const { checkInput } = await seeReport(head!, late.id, late.urn)
    expect(checkInput.explanations.filter((given) => given.locator === '')).toEqual([])
    const { sessions } = checkInput.attendance.find(({ cohort }) => cohort === 'mentored')!
    const { authorised } = sessions.find(({ academicYear }) => academicYear === '2025-26')!
    done(await enterReport(head!, late, [{ locator, entries: { authorised: String(authorised! - 1) } }]))
    done(await head!.post(`/api/setting-reports/${late.id}/${late.urn}/sign-off`))
  })
})
