/** Nothing typed is ever lost: what cannot be read, what cannot be sent, and what two people typed at once. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { everythingQueued } from './support/counted.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { readReturn, saved } from './support/typing.ts'
import { go, heading, signIn } from './support/visitors.ts'

const returnId = 'APM-E09000007-FY2025-26-Q3'
const section = `/returns/${returnId}/sections/mentors-and-young-people`
const mentored = 'Young people, Young people mentored this year, each counted once'
const referrals = 'Referrals, Safeguarding referrals made'

const browser = await launchBrowser()

describe.skipIf(browser === null)('What somebody typed', () => {
  let service: Running
  let page: Page

  beforeAll(async () => {
    service = await startDemonstration()
    page = (await signIn(browser!, service, 'Ruth Okafor', section)).page
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  const field = (label: string, on = page) => on.getByLabel(label, { exact: true })
  const stored = async (indicator: string) => {
    const { checkInput, marks } = await readReturn(page, returnId)
    return { value: checkInput.figures[indicator]?.value ?? null, revision: marks[indicator]?.revision ?? 0 }
  }

  it.each(['n/k', '1,2,3', 'about 40'])(
    'stays as it was typed though it cannot be read: %s',
    async (typed) => {
      await field(mentored).fill(typed)
      await saved(page)
      await page.reload()
      await heading(page).waitFor()
      await expect.poll(() => field(mentored).inputValue()).toBe(typed)
      await page.getByRole('link', { name: new RegExp(`^"${typed}" cannot be read`) }).waitFor()
      expect((await stored('APM-OP9')).value).toBeNull()
    },
  )

  it('waits while the connection is cut, says so, and is sent once when it is back', async () => {
    const before = await stored('APM-OP10')
    await page.context().setOffline(true)
    await field(referrals).fill('2')
    await page.getByText('Not connected. Your changes are kept on this computer and will be sent.').waitFor()
    await field(referrals).fill('3')
    expect(await stored('APM-OP10')).toEqual(before)
    await page.context().setOffline(false)
    await page.getByText(/^All changes saved/).waitFor()
    const after = await stored('APM-OP10')
    expect(after.value).toBe(3)
    // Two changes were typed while nothing could be sent: one save, or two, but none of them twice.
    expect(after.revision - before.revision).toBeLessThanOrEqual(2)
  })

  it('goes on in the next section while the connection is cut', async () => {
    await go(page, section)
    await page.context().setOffline(true)
    await field(referrals).fill('5')
    await page.getByText('Not connected.').first().waitFor()
    await page.getByRole('link', { name: 'Next: Sessions and hours' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sessions and hours' }).waitFor()
    await page.getByLabel('Hours, Mentor contact hours', { exact: true }).fill('138')
    await page.context().setOffline(false)
    await page.getByText(/^All changes saved/).waitFor()
    expect((await stored('APM-OP10')).value).toBe(5)
    expect((await stored('APM-OP7')).value).toBe(138)
    await go(page, section)
  })

  it('is sent once though its answer never came', async () => {
    const { revision } = await stored('APM-OP10')
    let lost = 0
    await page.route('**/figures', async (route) => {
      // The first comes there, and its answer does not; those after it do not come there at all.
      if (lost === 0) await route.fetch()
      lost += 1
      return route.abort('connectionreset')
    })
    await field(referrals).fill('4')
    await page.getByText('Not connected.').waitFor()
    expect(lost).toBeGreaterThan(0)
    await page.unroute('**/figures')
    await page.getByText(/^All changes saved/).waitFor()
    expect(await stored('APM-OP10')).toEqual({ value: 4, revision: revision + 1 })
  })

  it('stands beside what was typed in another window meanwhile, with when, to choose from', async () => {
    const other = (await signIn(browser!, service, 'Ruth Okafor', section)).page
    // This page does not hear of it before: it asks every few seconds.
    await page.route('**/position?**', (route) => route.abort('connectionreset'))
    await go(page, section)
    await field(referrals, other).fill('6')
    await saved(other)
    await field(referrals).fill('7')
    const conflict = page.getByRole('alert')
    await conflict.waitFor()
    await page.unroute('**/position?**')
    const told = await conflict.innerText()
    expect(told).toMatch(/You changed this figure in another window at \d{1,2}:\d\d[ap]m/)
    expect(told).toMatch(/You saved there\s+6/)
    expect(told).toMatch(/You typed here\s+7/)
    expect((await stored('APM-OP10')).value).toBe(6)
    await conflict.getByRole('button', { name: 'Use what is typed here' }).click()
    await page.getByText(/^All changes saved/).waitFor()
    expect((await stored('APM-OP10')).value).toBe(7)
    await other.close()
  })

  it('goes along to the next page, and is sent from there', async () => {
    await go(page, section)
    await page.route('**/figures', (route) => route.abort('connectionreset'))
    await field(referrals).fill('8')
    await page.getByText('Not connected.').waitFor()
    await page.getByRole('link', { name: 'Back to the task list' }).click()
    await page.getByText('One change is kept on this computer and not saved yet.').waitFor()
    expect((await stored('APM-OP10')).value).toBe(7)
    await page.unroute('**/figures')
    await page.getByText('not saved yet').waitFor({ state: 'detached' })
    expect((await stored('APM-OP10')).value).toBe(8)
  })

  it('is asked about before the page is closed on what may not be kept, and on nothing else', async () => {
    await go(page, section)
    await page.route('**/figures', (route) => route.abort('connectionreset'))
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.getByText('Add a note').first().click()
    const note = page.getByLabel('Note', { exact: true }).first()
    await note.fill('Ask about J202 110 020 001.')
    await page.keyboard.press('Tab')
    await page
      .getByText(/This looks like a pupil's UPN\. Take it out/)
      .first()
      .waitFor()
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await note.fill('')
    await field(referrals).fill('9')
    await expect.poll(() => everythingQueued(page)).toContain('"9"')
    let failed = 0
    page.on('requestfailed', (request) => {
      if (request.url().endsWith('/figures')) failed += 1
    })
    // Each try waits longer than the one before: here none is under way, and the next is seconds away.
    await expect.poll(() => failed, { timeout: 60_000 }).toBeGreaterThan(1)
    await page.getByText('Not connected. Your changes are kept on this computer and will be sent.').waitFor()
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => page.isClosed()).toBe(true)
    expect(asked).toEqual(['beforeunload'])
  })
})
