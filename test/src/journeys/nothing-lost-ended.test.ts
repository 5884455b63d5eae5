/** However a page ends, what was typed on it is sent once, by the same person, from the next page that can. */
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { everythingQueued, stored, trailOf, type Place } from './support/counted.ts'
import { accessibilityFaults, overflowFaults, takePictures } from './support/page-checks.ts'
import { openComputer, type Computer } from './support/profile.ts'
import { startDemonstration, type Watched } from './support/running.ts'

const returnId = 'APM-E09000007-FY2025-26-Q3'
const section = `/returns/${returnId}/sections/mentors-and-young-people`
const referrals = 'Referrals, Safeguarding referrals made'
const mentored = 'Young people, Young people mentored this year, each counted once'

const probe = await launchBrowser()
await probe?.close()

describe.skipIf(probe === null)('What was typed on a page that ended', () => {
  let service: Watched
  let computer: Computer
  let place: Place
  // Above everything that a page of the demonstration shows, its times of day included.
  let turn = 7_300

  beforeAll(async () => {
    service = await startDemonstration()
    place = { url: service.url, returnId }
    computer = await openComputer(service)
  })
  beforeEach(() => computer.signIn('ruth-okafor'))
  afterAll(async () => {
    await computer.throwAway()
    await service.stop()
  })

  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
  const now = (indicator: string) => stored(computer.context().request, place, indicator)
  const values = (indicator: string) => trailOf(computer.context().request, place, indicator)
  /** A value that was not typed before, so that it can be counted. */
  const next = () => (turn += 1)
  const cut = (page: Page) => page.route('**/figures', (route) => route.abort('connectionreset'))

  /** Types both figures, and waits until they are on the disk. */
  async function type(page: Page): Promise<[number, number]> {
    const typed: [number, number] = [next(), next()]
    await field(page, referrals).fill(String(typed[0]))
    await field(page, mentored).fill(String(typed[1]))
    for (const value of typed) await expect.poll(() => everythingQueued(page)).toContain(`"${value}"`)
    return typed
  }

  async function expectSent(page: Page, [first, second]: [number, number], words = '2 changes') {
    await page.getByText(`${words} from before were kept on this computer and have been sent.`).waitFor()
    expect(await now('APM-OP10')).toMatchObject({ value: first, by: 'Ruth Okafor' })
    expect(await now('APM-OP9')).toMatchObject({ value: second, by: 'Ruth Okafor' })
    for (const [indicator, value] of [
      ['APM-OP10', first],
      ['APM-OP9', second],
    ] as const)
      expect((await values(indicator)).filter((each) => each === value)).toEqual([value])
    await expect.poll(() => everythingQueued(page)).toBe('[]')
  }

  it('is sent from the next when it was closed without a connection', async () => {
    const page = await computer.page(section)
    await cut(page)
    const typed = await type(page)
    await page.getByText('Not connected. Your changes are kept on this computer and will be sent.').waitFor()
    await page.close()
    const again = await computer.page(section)
    await expectSent(again, typed)
    await expect.poll(() => field(again, referrals).inputValue()).toBe(String(typed[0]))
    await again.close()
  })

  it('is sent from the next when it crashed', async () => {
    const page = await computer.page(section)
    await cut(page)
    const typed = await type(page)
    const crashed = page.waitForEvent('crash')
    const debug = await computer.context().newCDPSession(page)
    void debug.send('Page.crash').catch(() => {})
    await crashed
    const again = await computer.page('/')
    await again.getByText(/^Changes to AP\/PRU Mentoring, Camden, .* are kept on this computer/).waitFor()
    await takePictures(again, 'home-kept')
    expect([await accessibilityFaults(again), await overflowFaults(again)]).toEqual([[], []])
    await again.getByRole('link', { name: 'Open it to send them' }).click()
    await expectSent(again, typed)
    await again.goto(service.url)
    await again.getByRole('heading', { name: 'Returns, by due date' }).waitFor()
    await expect.poll(() => again.getByText('are kept on this computer').count()).toBe(0)
    await again.close()
    await page.close()
  })

  it('is sent from the next when the whole browser was killed', async () => {
    const page = await computer.page(section)
    await cut(page)
    const typed = await type(page)
    await computer.kill()
    await computer.open()
    await computer.signIn('ruth-okafor')
    const again = await computer.page(section)
    await expectSent(again, typed)
    await again.close()
  })

  it('is stored once though it was saved, and its answer lost, before it ended', async () => {
    const page = await computer.page(section)
    const told = new Promise<void>((resolve) => {
      void page.route('**/figures', async (route) => {
        await route.fetch()
        resolve()
        // No answer ever comes.
      })
    })
    const { revision } = await now('APM-OP10')
    const value = next()
    await field(page, referrals).fill(String(value))
    await page.keyboard.press('Tab')
    await told
    expect(await now('APM-OP10')).toMatchObject({ value, revision: revision + 1 })
    await page.close()
    const again = await computer.page(section)
    await again.getByText('One change from before was kept on this computer and has been sent.').waitFor()
    expect(await now('APM-OP10')).toMatchObject({ value, revision: revision + 1 })
    expect((await values('APM-OP10')).filter((each) => each === value)).toEqual([value])
    await again.close()
  })

  it('is taken over by a page that was open beside it, as soon as it ends', async () => {
    const page = await computer.page(section)
    await cut(page)
    const typed = await type(page)
    const other = await computer.page(section)
    // It has asked for what the first holds as long as it lives.
    const asked = () => other.evaluate(async () => (await navigator.locks.query()).pending?.length)
    await expect.poll(asked).toBe(1)
    expect(await field(other, referrals).inputValue()).not.toBe(String(typed[0]))
    await page.close()
    await expectSent(other, typed)
    await other.close()
  })

  it('waits for a session that has ended, on this page or on the next', async () => {
    const page = await computer.page(section)
    await computer.context().clearCookies()
    const first = await type(page)
    await page.getByText('You have been signed out. Your changes are kept on this computer.').waitFor()
    await computer.signIn('ruth-okafor')
    await page.getByRole('button', { name: 'Try again now' }).click()
    await page.getByText(/^All changes saved/).waitFor()
    expect((await now('APM-OP10')).value).toBe(first[0])
    await computer.context().clearCookies()
    const second = await type(page)
    await page.getByText('You have been signed out.').waitFor()
    await page.close()
    await computer.signIn('ruth-okafor')
    const again = await computer.page(section)
    await expectSent(again, second)
    await again.close()
  })

  it('is never sent by another person, who learns only that it is there', async () => {
    const page = await computer.page(section)
    await cut(page)
    const typed = await type(page)
    const before = await now('APM-OP10')
    await computer.signIn('leila-haddad')
    await page.unroute('**/figures')
    await page.getByRole('button', { name: 'Try again now' }).click()
    await page.getByText('Somebody else is signed in on this computer now.').waitFor()
    await page.close()
    const hers = await computer.page(`/returns/${returnId}`)
    await hers.getByText('Somebody else has changes to this return on this computer').waitFor()
    const words = await hers.locator('body').innerText()
    expect(words).not.toContain(String(typed[1]))
    expect(await now('APM-OP10')).toEqual(before)
    await hers.close()
    await computer.signIn('ruth-okafor')
    const again = await computer.page(section)
    await expectSent(again, typed)
    await again.close()
  })

  it('stays here when its author signs out, after they were told', async () => {
    const page = await computer.page(section)
    await cut(page)
    const typed = await type(page)
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept())
    })
    const signOut = page.getByRole('button', { name: 'Sign out' })
    await signOut.click()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]).toContain('2 changes have not been saved. What could be kept stays on this computer')
    await signOut.click()
    await page.waitForURL('**/sign-in**')
    await computer.signIn('ruth-okafor')
    await page.close()
    const again = await computer.page(section)
    await expectSent(again, typed)
    await again.close()
  })

  it('is shown with the reason when the return was closed meanwhile, to copy or to discard', async () => {
    const page = await computer.page(section)
    await cut(page)
    const typed = await type(page)
    // First the status: a page that ends may still be sending.
    setStatus(service, 'awaiting-sign-off')
    await page.close()
    const again = await computer.page(section)
    // Each of the two may wait ten seconds for a slow disk before it is sent. What the page says instead is told.
    const told = () => again.getByRole('main').innerText()
    await expect.poll(told, { timeout: 60_000 }).toContain('2 changes were not saved')
    const list = again.getByRole('region', { name: '2 changes were not saved' })
    await expect
      .poll(() => list.innerText())
      .toMatch(new RegExp(`Safeguarding referrals made: you typed ${typed[0]}\\. This return is not open`))
    // What is left is tried once more: that is refused too before the return is open again.
    const refused = again.waitForResponse((answer) => answer.url().endsWith('/figures'))
    await list.getByRole('button', { name: 'Discard Safeguarding referrals made' }).click()
    expect((await refused).status()).toBe(409)
    await again.getByRole('region', { name: 'One change was not saved' }).waitFor()
    await expect.poll(() => everythingQueued(again)).not.toContain(`"${typed[0]}"`)
    setStatus(service, 'in-progress')
    await again.close()
    const open = await computer.page(section)
    await open.getByText('One change from before was kept on this computer and has been sent.').waitFor()
    expect((await now('APM-OP9')).value).toBe(typed[1])
    expect((await now('APM-OP10')).value).not.toBe(typed[0])
    await open.close()
  })
})

/** What others did to the return, written where they would have written it. */
function setStatus({ folder }: Watched, status: string): void {
  const database = new Database(`${folder}/returns.sqlite`)
  const sent = status === 'awaiting-sign-off'
  database
    .prepare('UPDATE returns SET status = ?, sentBy = ?, sentAt = ? WHERE id = ?')
    .run(status, sent ? 'ruth-okafor' : null, sent ? '2026-01-20T10:00:00.000Z' : null, returnId)
  database.close()
}
