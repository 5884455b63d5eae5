/** From a figure, wherever it is shown, to where it comes from; and from there to what it is made of. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, overflowFaults, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, heading, signIn, type Visitor } from './support/visitors.ts'

const camden = '/returns/APM-E09000007-FY2025-26-Q3'
const lastQuarter = '/returns/APM-E09000007-FY2025-26-Q2'
const towerHamlets = '/returns/APM-E09000030-FY2025-26-Q2'

const browser = await launchBrowser()

describe.skipIf(browser === null)('Where a figure comes from', () => {
  let service: Running
  const visitors: Visitor[] = []

  const as = async (name: string, at: string): Promise<Page> => {
    const visitor = await signIn(browser!, service, name, at)
    visitors.push(visitor)
    return visitor.page
  }
  const main = (page: Page) => page.getByRole('main').innerText()
  const follow = async (page: Page, name: RegExp, title: string | RegExp) => {
    await page.getByRole('main').getByRole('link', { name }).first().click()
    await heading(page).filter({ hasText: title }).waitFor()
  }
  const keepsPromises = async (page: Page, picture: string) => {
    await takePictures(page, picture)
    expect([await accessibilityFaults(page), await overflowFaults(page)]).toEqual([[], []])
  }

  beforeAll(async () => {
    service = await startDemonstration()
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  it('is one click from the grid and from the whole return, for the lead who typed it', async () => {
    const ruth = await as('Ruth Okafor', `${camden}/sections/sessions-and-hours`)
    await follow(ruth, /^Where it comes from Mentoring sessions attended/, 'Mentoring sessions attended')
    await expect.poll(() => main(ruth)).toMatch(/Figure\s+412 of 398/)
    await expect.poll(() => main(ruth)).toMatch(/Typed by Ruth Okafor, \d+ January 2026/)
    await expect.poll(() => main(ruth)).toContain('It stands in no release: nothing has been published yet.')
    await keepsPromises(ruth, 'provenance-typed')
    await go(ruth, `${camden}/check`)
    await follow(
      ruth,
      /Young people active at the start: where it comes from$/,
      'Young people active at the start',
    )
    await expect.poll(() => main(ruth)).toContain('Carried by the service from the accepted return before.')
    await follow(
      ruth,
      /^Young people active at the end where it comes from/,
      'Young people active at the end',
    )
    await expect.poll(() => main(ruth)).toMatch(/Version 1: \d+/)
    await go(ruth, `${camden}/history`)
    await follow(ruth, /^Mentoring sessions attended$/, 'Mentoring sessions attended')
    const json = await ruth.getByRole('link', { name: 'This page as JSON' }).getAttribute('href')
    expect(await (await ruth.request.get(json!)).json()).toMatchObject({
      locator: 'APM-OP6',
      definition: { edition: 1 },
    })
  })

  it('says of an entry that cannot be read what was typed, and of a level that came in how', async () => {
    const ruth = await as('Ruth Okafor', `${camden}/figures/APM-OP8`)
    await expect.poll(() => main(ruth)).toMatch(/Figure\s+“12a”: cannot be read as a figure/)
    const became = ruth.getByRole('table', { name: 'Every change of it' }).getByRole('row').nth(1)
    await expect.poll(() => became.innerText()).toMatch(/“12a”: cannot be read as a figure\s.*Typed/)
    const tara = await as('Tara Islam', '/returns/APM-E09000022-FY2025-26-Q3/figures/APM-OP0')
    const change = tara.getByRole('table', { name: 'Every change of it' }).getByRole('row').nth(1)
    await expect.poll(() => change.innerText()).toMatch(/Tara Islam\s+Carried$/)
  })

  it('of what was worked out leads to the settings, their counts and the register', async () => {
    const ruth = await as('Ruth Okafor', `${lastQuarter}/check`)
    await follow(ruth, /^[^S]*Settings where attendance.*where it comes from$/, 'Settings where attendance')
    await expect.poll(() => main(ruth)).toContain('Held against these baselines')
    await keepsPromises(ruth, 'provenance-worked-out')
    await follow(
      ruth,
      /^Attendance of mentored young people at .* where it comes from$/,
      /Attendance of mentored young people at/,
    )
    await expect.poll(() => main(ruth)).toContain('Worked out by the service.')
    await follow(
      ruth,
      /^Attendance of young people in the programme at .*2025-26 where it comes from$/,
      /, 2025-26$/,
    )
    await expect.poll(() => main(ruth)).toMatch(/(Typed|Counted from the register in the browser) by /)
  })

  it('is told to a head of the own figures, with the way back to the report', async () => {
    const helen = await as('Helen Achebe', '/setting-reports/APM-E09000007-FY2025-26-Q3/100006')
    await follow(
      helen,
      /^Where it comes from Young people in the programme$/,
      'Attendance of mentored young people at',
    )
    await helen.getByRole('link', { name: 'Back to the report' }).waitFor()
    await keepsPromises(helen, 'provenance-setting')
  })

  it('of a figure that was reopened has each version, with what was said and decided', async () => {
    const leila = await as('Leila Haddad', `${towerHamlets}/figures/APM-OP8`)
    const back = leila.getByRole('link', { name: 'Its review' })
    expect(await back.getAttribute('href')).toMatch(/^\/reviews\/APM-E09000030-/)
    await expect.poll(() => main(leila)).toMatch(/Version 2: \d+[\s\S]*Version 1: \d+/)
    await expect.poll(() => main(leila)).toContain('Return opened again by')
    await keepsPromises(leila, 'provenance-versions')
  })

  it('of a total of all boroughs is the returns it is made of, and their versions', async () => {
    const chloe = await as('Chloe Bright', '/programmes/APM?period=FY2025-26-Q2')
    await follow(chloe, /Parents and carers supported: where it comes from$/, 'Parents and carers supported')
    const made = chloe.getByRole('table', { name: 'Made of these accepted returns' })
    const row = made.getByRole('row').filter({ hasText: 'Tower Hamlets' })
    await expect.poll(() => row.getByRole('cell').nth(1).innerText()).toBe('2')
    await keepsPromises(chloe, 'provenance-total')
    await follow(chloe, /^Tower Hamlets in/, 'Parents and carers supported')
    await expect.poll(() => main(chloe)).toContain('in version 2: what totals and charts read.')
  })

  it('and no page has complained', () => {
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
