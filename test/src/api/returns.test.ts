import type { ReturnView } from '@inclusion/server/returns/view'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'

const camden = 'APM-E09000007-FY2025-26-Q3'

describe.each(engines())('a return on %s', (engine) => {
  let service: Service
  let lead: Client

  beforeAll(async () => {
    service = await openService(engine)
    lead = await service.as('ruth-okafor')
  })
  afterAll(() => service.close())

  it('shows the lead what is due, by when, and who holds it', async () => {
    const { status, body } = await lead.get<ReturnView>(`/api/returns/${camden}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      dueOn: '2026-01-31',
      daysLeft: 11,
      status: 'in-progress',
      holder: 'Camden',
      tier: 'standard',
    })
  })

  it('keeps an unreadable entry as typed, and blocks on it', async () => {
    const { body } = await lead.get<ReturnView>(`/api/returns/${camden}`)
    expect(body.checkInput.drafts).toContainEqual({ locator: 'APM-OP8', part: 'value', entered: '12a' })
    expect(body.findings.map(({ check, locator }) => `${check} ${locator}`)).toContain('3.6 APM-OP8')
  })

  it('refuses a stale save with both values, who and when', async () => {
    const url = `/api/returns/${camden}/figures`
    const first = await lead.put<{ revisions: Record<string, number> }>(url, {
      changes: [{ locator: 'APM-OP1', revision: 1, entries: { value: '2' } }],
    })
    expect(first.body.revisions).toEqual({ 'APM-OP1': 2 })
    const { status, body } = await lead.put(url, {
      changes: [{ locator: 'APM-OP1', revision: 1, entries: { value: '3' } }],
    })
    expect(status).toBe(409)
    expect(body).toMatchObject({
      type: 'figure-changed',
      conflicts: [
        { locator: 'APM-OP1', yours: { entries: { value: '3' } }, theirs: { value: 2 }, by: 'Ruth Okafor' },
      ],
    })
  })
})
