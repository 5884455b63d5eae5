/** A waiver from the finding that it is for to the day it shows: asked by one person, granted by another. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, overflowFaults } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, heading, signIn, type Visitor } from './support/visitors.ts'

const camden = '/returns/APM-E09000007-FY2025-26-Q3'
const sessions = `${camden}/sections/sessions-and-hours`
const relationships = `${camden}/sections/behaviour-relationships-and-wellbeing`
const reason = 'The partner counts sessions offered per group, and attended per person.'

const browser = await launchBrowser()

describe.skipIf(browser === null)('In the browser,', () => {
  let service: Running
  const visitors: Visitor[] = []

  const as = async (name: string, at = '/'): Promise<Page> => {
    const visitor = await signIn(browser!, service, name, at)
    visitors.push(visitor)
    return visitor.page
  }
  const finding = (page: Page, words: RegExp) => page.locator('.app-finding').filter({ hasText: words })
  const wrongWay = /more than sessions offered/

  beforeAll(async () => {
    service = await startDemonstration()
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  it('a lead asks for a waiver from the finding, and is told what is missing', async () => {
    const ruth = await as('Ruth Okafor', sessions)
    await finding(ruth, wrongWay).getByRole('link', { name: 'Ask for a waiver' }).click()
    await heading(ruth).filter({ hasText: 'Waivers' }).waitFor()
    await expect.poll(() => ruth.getByLabel('Check', { exact: true }).inputValue()).toBe('4.1')
    await expect.poll(() => ruth.getByLabel('Measure').inputValue()).toBe('APM-OP6')
    const ask = ruth.getByRole('button', { name: 'Ask for this waiver' })
    await ask.click()
    await ruth.getByRole('link', { name: 'Give the last day as a day, a month and a year' }).waitFor()
    expect([await accessibilityFaults(ruth), await overflowFaults(ruth)]).toEqual([[], []])
    await ruth.getByLabel('Why can this not be met').fill(reason)
    await ruth.getByLabel('Day').fill('31')
    await ruth.getByLabel('Month').fill('3')
    await ruth.getByLabel('Year').fill('2024')
    await ask.click()
    await ruth.getByRole('link', { name: /Choose a day after today/ }).waitFor()
    await ruth.getByLabel('Year').fill('2026')
    await ask.click()
    await ruth.getByText('The waiver is asked for.').waitFor()
    await expect.poll(() => ruth.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  })

  it('an evaluator finds it in her work, reads why, and grants it with a reason', async () => {
    const leila = await as('Leila Haddad')
    await leila.getByRole('link', { name: 'One waiver waits for your decision' }).click()
    await heading(leila).filter({ hasText: 'Waivers' }).waitFor()
    await leila.getByText(reason).waitFor()
    await leila.getByRole('button', { name: 'Approve' }).click()
    await leila.getByText('Give a reason for your decision').waitFor()
    await leila.getByLabel('Your decision, and why').fill('Agreed: the count changes from January.')
    await leila.getByRole('button', { name: 'Approve' }).click()
    await leila.getByText('The waiver of check 4.1 is approved.').waitFor()
    expect([await accessibilityFaults(leila), await overflowFaults(leila)]).toEqual([[], []])
  })

  it('the finding stays, waived, and is in nobody’s list of what is to fix', async () => {
    const ruth = await as('Ruth Okafor', sessions)
    const waived = finding(ruth, wrongWay)
    await waived.getByText('Waived until 31 March 2026:').waitFor()
    await expect.poll(() => waived.innerText()).toContain(reason)
    await expect.poll(() => waived.getByText('To fix').count()).toBe(0)
    await expect.poll(() => ruth.getByRole('region', { name: 'Checks' }).innerText()).toContain('1 waived')
    await go(ruth, `${camden}/check`)
    const before = ruth.getByRole('region', { name: 'Before this return can go on' })
    await expect.poll(() => before.getByText(wrongWay).count()).toBe(0)
    await waived.getByText('Waived until 31 March 2026:').waitFor()
    await waived.getByRole('link', { name: 'Why this is asked (check 4.1)' }).click()
    await heading(ruth).filter({ hasText: /part/i }).waitFor()
    await expect.poll(() => new URL(ruth.url()).search).toBe('?edition=reference-1')
  })

  it('a lead explains a figure and says how long it holds; the certifier reads who, when and how long', async () => {
    const ruth = await as('Ruth Okafor', relationships)
    const missing = finding(ruth, /marked not available/)
    await missing.getByRole('button', { name: /Explain this figure/ }).click()
    await missing.getByRole('button', { name: 'Save the explanation' }).click()
    await missing.getByRole('link', { name: 'Choose the reason that fits best' }).waitFor()
    await missing.getByLabel('Reason').selectOption('late-data')
    await missing.getByLabel('What happened').fill('Two mainstream schools answer after half term.')
    await missing
      .getByLabel('How long does this hold?')
      .selectOption({ label: 'Until January to March 2026 (2025-26 Q4)' })
    expect([await accessibilityFaults(ruth), await overflowFaults(ruth)]).toEqual([[], []])
    await missing.getByRole('button', { name: 'Save the explanation' }).click()
    await missing.getByText('Explained: Late data.').waitFor()
    const daniel = await as('Daniel Marsh', `${camden}/check`)
    await expect
      .poll(() => finding(daniel, /marked not available/).innerText())
      .toMatch(/Ruth Okafor, 20 January 2026, .*Holds until January to March 2026/)
    expect(
      await finding(daniel, /marked not available/)
        .getByRole('button')
        .count(),
    ).toBe(0)
  })

  it('a lead whose figure changed while she wrote is told, and keeps her words', async () => {
    const ruth = await as('Ruth Okafor', relationships)
    const set = (value: string) =>
      ruth.evaluate(
        async ([id, entered]) => {
          const { marks } = (await (await fetch(`/api/returns/${id}`)).json()) as {
            marks: Record<string, { revision: number }>
          }
          const locator = 'APM-OP5'
          const revision = marks[locator]?.revision ?? 0
          const { status } = await fetch(`/api/returns/${id}/figures`, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ changes: [{ locator, revision, entries: { value: entered } }] }),
          })
          return status
        },
        [camden.split('/').at(-1)!, value] as const,
      )
    expect(await set('40')).toBe(200)
    await go(ruth, `${camden}/sections/mentors-and-young-people`)
    const asked = ruth
      .locator('.app-finding')
      .filter({ hasText: /\b40\b/ })
      .filter({ has: ruth.getByRole('button', { name: /Explain this figure/ }) })
      .first()
    await asked.getByRole('button', { name: /Explain this figure/ }).click()
    const form = ruth.locator('form.app-explain')
    const words = 'Three schools closed their doors to mentors before half term.'
    await form.getByLabel('Reason').selectOption('setting-disrupted')
    await form.getByLabel('What happened').fill(words)
    expect(await set('41')).toBe(200)
    await form.getByRole('button', { name: 'Save the explanation' }).click()
    await form.getByText('The figures changed since you began writing. Read the finding again.').waitFor()
    await ruth
      .locator('.app-finding')
      .filter({ has: form })
      .filter({ hasText: /\b41\b/ })
      .waitFor()
    await expect.poll(() => form.getByLabel('What happened').inputValue()).toBe(words)
    await expect.poll(() => form.getByLabel('Reason').inputValue()).toBe('setting-disrupted')
    await form.getByRole('button', { name: 'Save the explanation' }).click()
    await ruth.getByText('Explained: Setting closed or disrupted.').waitFor()
  })

  it('nobody’s browser complained', () => {
    // What was refused on purpose is reported by the browser as a failed request.
    const refused = /status of (400|409)/
    const complaints = visitors.flatMap((visitor) => visitor.complaints)
    expect(complaints.filter((complaint) => !refused.test(complaint))).toEqual([])
  })
})
