/** A borough lead whose browser runs no script: she signs in, fills her return in with a spreadsheet, mends it and saves. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filledIn } from '../api/support/upload-forms.ts'
import { launchBrowser } from './support/browser.ts'
import {
  accessibilityFaults,
  overflowFaults,
  takePictures,
  unreachedFaults,
  walkByKeyboard,
  zoomFaults,
} from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { heading, patience, signIn } from './support/visitors.ts'

const browser = await launchBrowser()
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe.skipIf(browser === null)('Without script', () => {
  let service: Running
  let page: Page

  beforeAll(async () => {
    service = await startDemonstration()
    page = await withoutScript(browser!, service.url)
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  const title = () => page.title()
  const main = () => page.getByRole('main').innerText()

  async function send(buffer: Uint8Array, name = 'Camden.xlsx'): Promise<void> {
    await page
      .getByLabel('The template, filled in')
      .setInputFiles({ name, mimeType: xlsx, buffer: Buffer.from(buffer) })
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.getByRole('button', { name: 'Show what it would change' }).click()
    await answered
  }

  it('she signs in, and the page that needs script leads her to the ones that do not', async () => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Ruth Okafor', exact: true }).click()
    await expect.poll(main).toContain('This page needs JavaScript.')
    await page.getByRole('link', { name: 'fill in a return with a spreadsheet' }).click()
    await heading(page).filter({ hasText: 'Fill in a return with a spreadsheet' }).waitFor()
    await expect.poll(() => page.getByRole('banner').innerText()).toContain('Ruth Okafor')
    await page.getByRole('link', { name: /Camden, October to December 2025/ }).click()
    await heading(page).filter({ hasText: 'Fill it in with a spreadsheet' }).waitFor()
  })

  let workbook: Uint8Array

  it('she downloads the template', async () => {
    const link = page.getByRole('link', { name: 'Excel workbook (XLSX)' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('Camden AP-PRU Mentoring 2025-26 Q3.xlsx')
    workbook = readFileSync(await download.path())
  })

  it('what is no template is refused beside its field, and so is no file at all', async () => {
    await page.getByRole('button', { name: 'Show what it would change' }).click()
    const summary = page.getByRole('alert').getByRole('link')
    await expect.poll(() => summary.innerText()).toMatch(/^Choose a file/)
    expect(await title()).toMatch(/^Error: Fill it in/)
    await send(Buffer.from('%PDF-1.7'), 'scan.xlsx')
    await expect.poll(() => summary.innerText()).toMatch(/^This is a document, not a spreadsheet\./)
    await summary.click()
    await expect.poll(() => new URL(page.url()).hash).toBe('#file')
  })

  it('a file with faults shows each beside its figure, and comes back with what to fix', async () => {
    await send(await filledIn(workbook, { 'f.APM_OP6.numerator': 399, 'f.APM_OP8.value': 'twelve' }))
    await expect.poll(title).toMatch(/^Error: Check what your file would change/)
    await expect.poll(main).toContain('Nothing is saved yet.')
    const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') })
    await expect
      .poll(() => rows.filter({ hasText: 'Mentoring sessions attended' }).first().innerText())
      .toMatch(/412 of 398\s+399 of 398/)
    await page.getByRole('alert').getByRole('link', { name: '"twelve" cannot be read' }).click()
    await expect.poll(() => new URL(page.url()).hash).toBe('#figure-APM-OP8')
    const link = page.getByRole('link', { name: 'Download your file with what to fix' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    workbook = readFileSync(await download.path())
    await page.getByRole('link', { name: 'Choose another file' }).click()
  })

  it('mended, she saves it, and is told what was saved', async () => {
    await send(await filledIn(workbook, { 'f.APM_OP6.numerator': 390, 'f.APM_OP8.value': 12 }))
    const save = page.getByRole('button', { name: 'Save 2 figures' })
    await save.waitFor()
    expect(await main()).not.toContain('twelve')
    await save.click()
    await heading(page).filter({ hasText: '2 figures saved' }).waitFor()
    await expect.poll(main).toContain('from “Camden.xlsx”, all at once')
    const { checkInput, marks } = (await (
      await page.request.get('/api/returns/APM-E09000007-FY2025-26-Q3')
    ).json()) as {
      checkInput: { figures: Record<string, unknown> }
      marks: Record<string, { provenance: string }>
    }
    expect(checkInput.figures['APM-OP6']).toMatchObject({ numerator: 390, denominator: 398 })
    expect(marks['APM-OP8']).toMatchObject({ provenance: 'file' })
    await page.goBack()
    await page.goForward()
    await expect.poll(main).toContain('2 figures saved')
  })

  it('the same pages, where a script can look at them, keep what every page promises', async () => {
    const visitor = await signIn(browser!, service, 'Ruth Okafor', '/uploads/APM-E09000007-FY2025-26-Q3')
    const promises = async (name: string) => {
      await takePictures(visitor.page, name)
      const { stops, faults } = await walkByKeyboard(visitor.page)
      return [
        ...(await accessibilityFaults(visitor.page)),
        ...(await overflowFaults(visitor.page)),
        ...(await zoomFaults(visitor.page)),
        ...[...faults, ...(await unreachedFaults(visitor.page, stops))],
      ]
    }
    const file = visitor.page.getByLabel('The template, filled in')
    const show = visitor.page.getByRole('button', { name: 'Show what it would change' })
    await show.click()
    await visitor.page.getByRole('alert').waitFor()
    expect(await promises('upload-refused')).toEqual([])
    const values = { 'f.APM_OP6.numerator': 399, 'f.APM_OP8.value': 'twelve', 'f.APM_OP5.value': 16 }
    Object.assign(values, { 'f.APM_OP1.value': 3 })
    // What was typed since the template was downloaded is asked about; what it says of no line is left out.
    await type(visitor.page, 'APM-OP1', '2.5')
    const faulty = await filledIn(workbook, { ...values, 'f.APM_OP5.missing': 'z' })
    await file.setInputFiles({ name: 'Camden.xlsx', mimeType: xlsx, buffer: Buffer.from(faulty) })
    await show.click()
    await heading(visitor.page).filter({ hasText: 'Check what your file would change' }).waitFor()
    for (const words of ['Changed since you downloaded', 'What would be left out', 'To fix'])
      await expect.poll(() => visitor.page.getByRole('main').innerText()).toContain(words)
    expect(await promises('upload-preview')).toEqual([])
    await visitor.page.getByRole('button', { name: /^Save/ }).click()
    await heading(visitor.page).filter({ hasText: 'saved' }).waitFor()
    expect(await promises('upload-saved')).toEqual([])
    expect(visitor.complaints.filter((each) => !each.includes('422'))).toEqual([])
  })

  it('she discards another, and signs out', async () => {
    await page.getByRole('link', { name: /upload another file/ }).click()
    await send(await filledIn(workbook, { 'f.APM_OP7.value': 60 }))
    await page.getByRole('button', { name: 'Discard this file' }).click()
    await heading(page).filter({ hasText: 'Fill it in with a spreadsheet' }).waitFor()
    expect(await main()).not.toContain('is not saved yet')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in**')
    await page.goto('/uploads')
    await expect.poll(title).toMatch(/^Sign in/)
  })
})

/** As if it had been typed on its page. */
async function type(page: Page, locator: string, value: string): Promise<void> {
  const address = '/api/returns/APM-E09000007-FY2025-26-Q3'
  const { marks } = (await (await page.request.get(address)).json()) as {
    marks: Record<string, { revision: number }>
  }
  const changes = [{ locator, revision: marks[locator]?.revision ?? 0, entries: { value } }]
  const headers = { origin: new URL(page.url()).origin }
  const answer = await page.request.put(`${address}/figures`, { data: { changes }, headers })
  expect(answer.status()).toBe(200)
}

async function withoutScript(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: url, javaScriptEnabled: false, acceptDownloads: true },
    ...{ locale: 'en-GB', viewport: { width: 1280, height: 900 } },
  })
  context.setDefaultTimeout(patience)
  return context.newPage()
}
