/** The whole collection in view: narrowed, extended, moved and reminded of, by mouse and by keyboard. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, overflowFaults, pagesOnPaper, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { follow, go, heading, signIn } from './support/visitors.ts'

const hackney = 'APM-E09000012-FY2025-26-Q3'
const browser = await launchBrowser()

describe.skipIf(browser === null)('In the browser,', () => {
  let service: Running
  let chloe: Page

  beforeAll(async () => {
    service = await startDemonstration()
    chloe = (await signIn(browser!, service, 'Chloe Bright', '/collection')).page
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  const row = (page: Page, name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  const names = (page: Page) => page.getByRole('rowheader').allInnerTexts()

  it('the collection says of every return where it stands, how far it is, and whether it is in time', async () => {
    await expect.poll(() => names(chloe)).toHaveLength(33)
    expect(await row(chloe, 'Camden').innerText()).toMatch(/In progress.*7 of 22 figures in.*11 days left/s)
    expect(await row(chloe, 'Haringey').innerText()).toMatch(/Filed \d+ days late/)
    expect(await row(chloe, 'Lewisham').innerText()).toContain('Extended to 14 February 2026')
    const periods = await chloe.getByRole('columnheader').allInnerTexts()
    expect(periods.slice(1, 3)).toEqual(['January to March 2026', 'October to December 2025'])
    expect(await row(chloe, 'All authorities').innerText()).toMatch(/31 on time, 1 late, 0 outstanding/)
    await takePictures(chloe, 'collection')
    expect([await accessibilityFaults(chloe), await overflowFaults(chloe)]).toEqual([[], []])
  })

  it('the collection prints on a few pages of A4, across', async () => {
    expect(await pagesOnPaper(chloe)).toBeLessThanOrEqual(3)
    await chloe.emulateMedia({ media: 'print' })
    await chloe.setViewportSize({ width: 1047, height: 718 })
    await chloe.screenshot({ path: 'test-results/collection-print.png', fullPage: true })
    await chloe.emulateMedia({ media: 'screen' })
    await chloe.setViewportSize({ width: 1280, height: 900 })
  })

  it('the collection is narrowed by keyboard, and the address can be kept', async () => {
    // Line by line: a word that is typed too slowly chooses by its last letters.
    const choice = chloe.getByLabel('With a return that is')
    const chosen = () => choice.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text)
    const lines = await choice.getByRole('option').count()
    for (let line = 0; line < lines && (await chosen()) !== 'Extended'; line += 1)
      await choice.press('ArrowDown')
    await chloe.keyboard.press('Tab')
    await chloe.keyboard.press('Enter')
    await expect.poll(() => names(chloe)).toEqual(['All authorities', 'Lewisham'])
    expect(new URL(chloe.url()).search).toContain('status=extended')
    await go(chloe, '/collection?programme=CPD&status=outstanding')
    await expect.poll(() => names(chloe)).toContain('Hackney')
    expect(await chloe.getByLabel('Programme').inputValue()).toBe('CPD')
  })

  it('one return is extended, and its borough sees it at home and on the return', async () => {
    await go(chloe, '/collection')
    await row(chloe, 'Hackney').getByRole('link', { name: 'Extend' }).click()
    await heading(chloe).filter({ hasText: 'Due day of Hackney' }).waitFor()
    const grant = chloe.getByRole('button', { name: 'Extend the due day' })
    await grant.click()
    await chloe.getByRole('alert').waitFor()
    expect(await accessibilityFaults(chloe)).toEqual([])
    await chloe.getByLabel('Day', { exact: true }).fill('10')
    await chloe.getByLabel('Month').fill('2')
    await chloe.getByLabel('Year').fill('2026')
    await chloe.getByLabel('Who asked, and why?').fill('Hackney asked by telephone: a register is not whole.')
    await grant.click()
    await chloe.getByText('is due by the end of Tuesday 10 February 2026. Its borough is told.').waitFor()
    await chloe.getByRole('heading', { name: 'To 10 February 2026 Counts' }).waitFor()
    await takePictures(chloe, 'collection-due-day')
    expect([await accessibilityFaults(chloe), await overflowFaults(chloe)]).toEqual([[], []])
    const priya = (await signIn(browser!, service, 'Priya Nair')).page
    await priya.getByText('Due Tuesday 10 February 2026, extended.').waitFor()
    await go(priya, `/returns/${hackney}`)
    await priya.getByText('Hackney asked by telephone: a register is not whole.').waitFor()
    await takePictures(priya, 'return-extended')
  })

  it('a window is moved for everybody, with the reason; what has opened cannot be moved back', async () => {
    await go(chloe, '/collection')
    await follow(chloe, 'Windows and reminders', 'Windows and reminders')
    await chloe.getByText('Change the days of October to December 2025').click()
    const open = chloe.getByRole('region', { name: /October to December 2025/ })
    await open.getByLabel('Day', { exact: true }).fill('9')
    await open.getByLabel('Month').fill('1')
    await open.getByLabel('Why do the days change?').fill('The service was away for two days.')
    await open.getByRole('button', { name: 'Change the days' }).click()
    await chloe.getByRole('link', { name: /nobody can meet a due day that is past/ }).waitFor()
    await open.getByLabel('Month').fill('2')
    await open.getByRole('button', { name: 'Change the days' }).click()
    await chloe.getByText(/^The days of October to December 2025 .* are changed/).waitFor()
    await open.getByText('Due 9 February 2026, before 31 January 2026').waitFor()
    await takePictures(chloe, 'collection-windows')
    expect([await accessibilityFaults(chloe), await overflowFaults(chloe)]).toEqual([[], []])
  })

  it('the days of reminders are rows that can be changed', async () => {
    await chloe.getByText('Change the days of reminders').click()
    await chloe.getByLabel('Working days before the due day').fill('5, ten')
    const change = chloe.getByRole('button', { name: 'Change the days' }).last()
    await change.click()
    await chloe.getByRole('link', { name: /Use only numbers/ }).waitFor()
    await chloe.getByLabel('Working days before the due day').fill('5')
    await chloe.getByLabel('Working days after it').fill('1')
    await change.click()
    await chloe
      .getByText('People are reminded 5 working days before the due day and 1 working day after it.')
      .first()
      .waitFor()
  })
})
