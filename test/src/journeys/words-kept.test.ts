/**
 * Words that are half written when a page ends stand there again for whoever wrote them, and for nobody else; once
 * they are sent nothing of them is kept, and what identifies somebody never is.
 */
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { readView } from './support/counted.ts'
import { everythingKept } from './support/kept.ts'
import { accessibilityFaults, overflowFaults, takePictures } from './support/page-checks.ts'
import { openComputer, type Computer } from './support/profile.ts'
import { startDemonstration, type Watched } from './support/running.ts'

const returnId = 'APM-E09000007-FY2025-26-Q3'
const section = `/returns/${returnId}/sections/behaviour-relationships-and-wellbeing`
const accepted = '/returns/APM-E09000007-FY2025-26-Q2'
const greenwich = 'APM-E09000011-FY2025-26-Q3'
const kept = 'You wrote this before. It was kept on this computer and is not sent yet.'
const half = 'Two mainstream schools answer after'
/** Made here: authority 202, whose check letter is right. */
const upn = 'J202110020001'

const probe = await launchBrowser()
await probe?.close()

describe.skipIf(probe === null)('Words that were half written', () => {
  let service: Watched
  let computer: Computer

  beforeAll(async () => {
    service = await startDemonstration()
    computer = await openComputer(service)
  })
  afterAll(async () => {
    await computer.throwAway()
    await service.stop()
  })

  const finding = (page: Page) => page.locator('.app-finding').filter({ hasText: /marked not available/ })
  const explain = (page: Page) => finding(page).getByRole('button', { name: /^Explain this figure/ })
  const happened = (page: Page) => finding(page).getByLabel('What happened')
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
  const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)
  const onDisk = async (page: Page, words: string) => (await everythingKept(page)).includes(words)
  const explanations = async () => {
    const { request } = computer.context()
    return (await readView(request, { url: service.url, returnId })).explanations
  }

  async function crash(page: Page): Promise<void> {
    const crashed = page.waitForEvent('crash')
    const debug = await computer.context().newCDPSession(page)
    void debug.send('Page.crash').catch(() => {})
    await crashed
    await page.close()
  }

  /** Writes in a field, and waits until it is on the disk: what was typed a moment before the end is on none. */
  async function write(page: Page, label: string | RegExp, words: string): Promise<void> {
    await page.getByLabel(label).fill(words)
    await expect.poll(() => onDisk(page, words)).toBe(true)
  }

  it('to explain a figure are there again after the tab crashed, and after it was closed', async () => {
    await computer.signIn('ruth-okafor')
    const page = await computer.page(section)
    await explain(page).click()
    await expect.poll(() => focusedId(page)).toMatch(/^explain-.*-reason$/)
    await finding(page).getByRole('button', { name: 'Save the explanation' }).click()
    await expect.poll(() => focused(page)).toMatch(/There is a problem\s*Choose the reason that fits best/)
    expect(await page.title()).toMatch(/^Error: /)
    await finding(page).getByLabel('Reason').selectOption('late-data')
    await write(page, 'What happened', half)
    await crash(page)
    const again = await computer.page(section)
    await finding(again).getByText(kept).waitFor()
    await takePictures(again, 'words-kept')
    expect([await accessibilityFaults(again), await overflowFaults(again)]).toEqual([[], []])
    expect(await happened(again).inputValue()).toBe(half)
    expect(await finding(again).getByLabel('Reason').inputValue()).toBe('late-data')
    await write(again, 'What happened', `${half} half`)
    await again.close()
    const third = await computer.page(section)
    await expect.poll(() => happened(third).inputValue()).toBe(`${half} half`)
    await third.close()
  })

  it('are there without a connection, and after the session has ended', async () => {
    const page = await computer.page(section)
    await happened(page).waitFor()
    await computer.context().setOffline(true)
    await write(page, 'What happened', `${half} half term.`)
    await finding(page).getByRole('button', { name: 'Save the explanation' }).click()
    await finding(page).getByText('Not connected. Your words are kept here: try again.').waitFor()
    await computer.context().setOffline(false)
    await computer.context().clearCookies()
    await finding(page).getByRole('button', { name: 'Save the explanation' }).click()
    await page.waitForURL(/\/sign-in\?next=/)
    await page.getByRole('button', { name: 'Ruth Okafor', exact: true }).click()
    await finding(page).getByText(kept).waitFor()
    expect(await happened(page).inputValue()).toBe(`${half} half term.`)
    await page.close()
  })

  it('are not shown to another person at the same computer, and wait there for their own', async () => {
    alsoLeads(service, 'farah-siddiqui')
    await computer.signIn('farah-siddiqui')
    const hers = await computer.page(section)
    await explain(hers).waitFor()
    await explain(hers).click()
    await happened(hers).waitFor()
    expect(await happened(hers).inputValue()).toBe('')
    expect(await hers.getByText(kept).count()).toBe(0)
    expect(await hers.content()).not.toContain(half)
    await write(hers, 'What happened', 'Another colleague writes something else here.')
    // Ruth comes back in another window; this page learns of it, and is hers from then on.
    await computer.signIn('ruth-okafor')
    const page = await computer.page(section)
    await expect.poll(() => happened(page).inputValue()).toBe(`${half} half term.`)
    await page.close()
    await hers.close()
  })

  it('are sent once, and nothing of them is kept then', async () => {
    const page = await computer.page(section)
    await finding(page).getByText(kept).waitFor()
    const before = (await explanations()).length
    await finding(page).getByRole('button', { name: 'Save the explanation' }).click()
    await finding(page).getByText('Explained: Late data.').waitFor()
    await expect.poll(() => focused(page)).toBe('The explanation is saved.')
    const given = await explanations()
    expect(given.length).toBe(before + 1)
    expect(given.filter(({ text }) => text === `${half} half term.`)).toHaveLength(1)
    expect(await onDisk(page, half)).toBe(false)
    await page.reload()
    await finding(page).getByText('Explained: Late data.').waitFor()
    expect(await page.getByText(kept).count()).toBe(0)
    await page.close()
  })

  it('are never kept while they identify somebody, whole or half', async () => {
    const page = await computer.page(section)
    await finding(page)
      .getByRole('button', { name: /^Change the explanation/ })
      .click()
    await write(page, 'What happened', 'It is about one pupil.')
    await happened(page).press('End')
    await happened(page).pressSequentially(` ${upn.slice(0, 9)}`)
    await happened(page).pressSequentially(upn.slice(9))
    await page.keyboard.press('Tab')
    await expect.poll(() => onDisk(page, 'about one pupil')).toBe(false)
    expect(await onDisk(page, upn.slice(0, 6))).toBe(false)
    await happened(page).fill('It is about one of the schools.')
    await expect.poll(() => onDisk(page, 'about one of the schools')).toBe(true)
    await page.reload()
    await finding(page)
      .getByRole('button', { name: /^Discard it/ })
      .click()
    await finding(page)
      .getByRole('button', { name: /^Change the explanation/ })
      .waitFor()
    await expect.poll(() => focusedId(page)).toMatch(/^figure-APM-OC6-/)
    expect(await onDisk(page, 'about one of the schools')).toBe(false)
    await page.close()
  })

  it('to ask for an accepted return to be opened are there again, with the figures that were chosen', async () => {
    const page = await computer.page(accepted)
    await page.getByText('Ask RMEL to open this return again').click()
    await page.getByRole('checkbox', { name: 'Parents and carers supported' }).check()
    await write(page, 'What has to change, and why', 'The partner sent')
    await crash(page)
    const again = await computer.page(accepted)
    await again.getByText(kept).waitFor()
    await takePictures(again, 'words-kept-wish')
    expect(await again.getByRole('checkbox', { name: 'Parents and carers supported' }).isChecked()).toBe(true)
    expect(await again.getByLabel('What has to change, and why').inputValue()).toBe('The partner sent')
    await again.getByLabel('What has to change, and why').fill('The partner sent a corrected count.')
    await again.getByRole('button', { name: 'Ask to open it again' }).click()
    await again.getByText(/RMEL has not answered\.$/).waitFor()
    expect(await onDisk(again, 'The partner sent')).toBe(false)
    await again.close()
  })

  it('to ask for a waiver are there again, with the check that they are about', async () => {
    const page = await computer.page(section)
    await finding(page).getByRole('link', { name: 'Ask for a waiver' }).click()
    await write(page, /^Why can this not be met/, 'The schools answer')
    const check = await page.getByLabel('Check', { exact: true }).inputValue()
    const address = page.url().slice(service.url.length)
    await crash(page)
    const again = await computer.page(address)
    await again.getByText(kept).waitFor()
    await takePictures(again, 'words-kept-waiver')
    expect(await again.getByLabel(/^Why can this not be met/).inputValue()).toBe('The schools answer')
    expect(await again.getByLabel('Check', { exact: true }).inputValue()).toBe(check)
    await again.getByRole('button', { name: /^Discard it/ }).click()
    await expect.poll(() => again.getByLabel(/^Why can this not be met/).inputValue()).toBe('')
    await expect.poll(() => focusedId(again)).toBe('waiver-check')
    await again.close()
  })

  it('to answer RMEL beside a figure are there again', async () => {
    await computer.signIn(leadOf(service, greenwich))
    const address = `/returns/${greenwich}/sections/mentors-and-young-people`
    const page = await computer.page(address)
    await write(page, 'Your answer', 'Each conversation, as')
    await crash(page)
    const again = await computer.page(address)
    await again.getByText(kept).waitFor()
    await takePictures(again, 'words-kept-answer')
    expect(await again.getByLabel('Your answer').first().inputValue()).toBe('Each conversation, as')
    await write(again, 'Your answer', 'Each conversation, as the plan has it.')
    await again.getByRole('button', { name: 'Send the answer' }).click()
    await again.getByText('Each conversation, as the plan has it.').waitFor()
    await expect.poll(() => onDisk(again, 'Each conversation')).toBe(false)
    await again.close()
  })
})

/** Gives somebody else the return as well, as an invitation would. */
function alsoLeads({ folder }: Watched, personId: string): void {
  const database = new Database(`${folder}/returns.sqlite`)
  database
    .prepare(
      `INSERT INTO memberships (id, personId, role, programme, gssCode, startsOn)
       VALUES ('also-camden', ?, 'lead', 'APM', 'E09000007', '2025-01-01')`,
    )
    .run(personId)
  database.close()
}

/** Who files a borough's return. */
function leadOf({ folder }: Watched, id: string): string {
  const database = new Database(`${folder}/returns.sqlite`)
  const { personId } = database
    .prepare(
      `SELECT memberships.personId FROM memberships
       JOIN returns ON instr(returns.id, memberships.gssCode) > 0
       WHERE returns.id = ? AND memberships.role = 'lead'`,
    )
    .get(id) as { personId: string }
  database.close()
  return personId
}
