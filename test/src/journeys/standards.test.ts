/** RMEL changes the rules itself: a draft is written, tried, proposed, approved, and judges the next returns. */
import { join } from 'node:path'
import { openDatabase } from '@inclusion/db/open'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { freePort, newFolder, removeFolder, startProgram } from './support/running.ts'
import { follow, go, heading, signIn, type Visitor } from './support/visitors.ts'

const browser = await launchBrowser()
const edition = '/standards/editions/edition-2'
const camden = 'Camden, October to December 2025 (2025-26 Q3), AP/PRU Mentoring'

describe.skipIf(browser === null)('An edition of the standard', () => {
  const folder = newFolder()
  const address = join(folder, 'returns.sqlite')
  let url: string
  let stop: () => Promise<void>
  let leila: Page
  const visitors: Visitor[] = []

  async function start(): Promise<void> {
    const port = await freePort()
    stop = await startProgram('start', { DATABASE_URL: address, PORT: String(port) })
    url = `http://localhost:${port}`
  }

  async function as(name: string, at?: string): Promise<Page> {
    const visitor = await signIn(browser!, { url }, name, at)
    visitors.push(visitor)
    return visitor.page
  }

  beforeAll(start)
  afterAll(async () => {
    await browser?.close()
    await stop()
    removeFolder(folder)
  })

  it('begins as a copy of the one in force', async () => {
    leila = await as('Leila Haddad', '/standards')
    await leila.getByText('Write a new edition').click()
    await leila.getByLabel('Name').fill('Edition 2')
    await leila.getByRole('button', { name: 'Begin the draft' }).click()
    await heading(leila).filter({ hasText: 'Edition 2' }).waitFor()
    const main = leila.getByRole('main')
    await expect.poll(() => main.innerText()).toContain('Nothing yet: it is the same as reference edition 1.')
    await expect.poll(() => main.innerText()).toContain('Run a back-test of this draft as it stands')
  })

  it('asks more of a tier, from a list of all checks', async () => {
    await leila.getByLabel('4.8, Standard tier').selectOption('block')
    await leila.getByRole('button', { name: 'Save what checks ask' }).click()
    await leila.getByText('The check is saved.').waitFor()
    await expect
      .poll(() => changes(leila))
      .toEqual(['4.8 Figures that must balance do balance Standard tier: to fix, was to explain.'])
  })

  it('has other thresholds, which are told at once when they cannot be', async () => {
    await go(leila, `${edition}/checks/5.1`)
    const least = leila.getByLabel('Smallest figure judged')
    await least.fill('a few')
    await leila.getByRole('button', { name: 'Save this check' }).click()
    const fault = 'Smallest figure judged must be a number, 1 or more'
    await leila.getByRole('link', { name: fault }).click()
    await expect.poll(() => least.evaluate((field) => field === document.activeElement)).toBe(true)
    await expect.poll(() => leila.title()).toMatch(/^Error: /)
    await least.fill('80')
    await leila.getByRole('button', { name: 'Save this check' }).click()
    await leila.getByText('Check 5.1 is saved in the draft.').waitFor()
  })

  it('has a new check of a kind that there is, tried on a return while it is typed', async () => {
    await go(leila, edition)
    await follow(leila, 'Add a check', 'Add a check')
    await leila.getByLabel('What kind of check?').selectOption({ label: 'Part over whole' })
    await expect.poll(() => leila.getByLabel('Number', { exact: true }).inputValue()).toBe('4.13')
    await leila.getByRole('heading', { name: 'Worked examples' }).waitFor()
    await leila.getByLabel('On which return?').selectOption({ label: camden })
    const preview = leila.getByText(/^On Camden, AP\/PRU Mentoring, October to December 2025/)
    await preview.filter({ hasText: 'this check would fire on 1 figure (present edition: 0)' }).waitFor()
    await leila.getByLabel('Message of its own (optional)').fill('Look again at {figure}.')
    await leila.getByText(/Look again at Mentoring sessions attended\./).waitFor()
    await leila.getByRole('button', { name: 'Add this check' }).click()
    await leila.getByRole('link', { name: /Write what the check looks for/ }).waitFor()
    await leila.getByLabel('What it looks for').fill('A part is looked at twice')
    await leila.getByRole('button', { name: 'Add this check' }).click()
    await heading(leila).filter({ hasText: 'Edition 2' }).waitFor()
    await expect
      .poll(async () => (await changes(leila)).map((line) => line.split(' ')[0]))
      .toEqual(['4.8', '4.13', '5.1'])
  })

  it('is back-tested on every past return, and can be left meanwhile', async () => {
    await follow(leila, 'Back-test this draft', 'Back-test')
    await leila.getByRole('button', { name: 'Run the back-test' }).click()
    await leila.getByText(/of \d+ returns are done/).waitFor()
    await go(leila, '/')
    await go(leila, `${edition}/back-test`)
    await leila
      .getByText(/^Finished .* on \d+ returns; begun by Leila Haddad\.$/)
      .waitFor({ timeout: 180_000 })
    await leila.getByRole('table', { name: 'Checks that the draft changes the findings of' }).waitFor()
    await leila.getByLabel('Check', { exact: true }).waitFor()
  })

  it('is proposed by one, from the earliest period that is free', async () => {
    await go(leila, edition)
    await leila.getByText('January to March 2026 (2025-26 Q4)').first().waitFor()
    await leila.getByRole('button', { name: 'Propose this edition' }).click()
    await leila.getByText(/^It is proposed/).waitFor()
    await expect
      .poll(() => leila.getByRole('main').innerText())
      .toContain('You proposed this edition, so another evaluator must decide on it.')
    const publish = leila.getByRole('button', { name: 'Approve and publish' })
    await expect.poll(() => publish.getAttribute('aria-disabled')).toBe('true')
  })

  it('is approved by another, and everybody can read what it asks', async () => {
    const sam = await as('Sam Whitfield', edition)
    await sam.getByRole('button', { name: 'Approve and publish' }).click()
    await sam.getByText(/^It is published/).waitFor()
    const ruth = await as('Ruth Okafor', '/standards')
    await follow(ruth, 'Edition 2', 'Monitoring Minimum Standards')
    await ruth.getByText(/^For returns from January to March 2026/).waitFor()
    await follow(ruth, 'A part is looked at twice', 'A part is looked at twice')
    await expect.poll(() => ruth.getByRole('main').innerText()).toContain('Edition 2')
  })

  it('no browser complained of anything on the way', () => {
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
  })

  it('judges the returns that are opened from then on; those before keep theirs', async () => {
    await stop()
    await passDays(address, 75)
    await start()
    const ruth = await as('Ruth Okafor')
    const edited = async (id: string) => {
      const answer = await ruth.request.get(`/api/returns/${id}`)
      return ((await answer.json()) as { standard: { name: string } }).standard.name
    }
    expect(await edited('APM-E09000007-FY2025-26-Q4')).toBe('Edition 2')
    expect(await edited('APM-E09000007-FY2025-26-Q3')).toBe('reference edition 1')
    await go(ruth, '/standards')
    await expect.poll(() => ruth.getByRole('row', { name: /^Edition 2/ }).innerText()).toContain('In force')
  })
})

/** The rows under "What it changes". */
async function changes(page: Page): Promise<string[]> {
  const table = page.getByRole('table', { name: 'What it changes' })
  await table.waitFor()
  const rows = await table.getByRole('row').allInnerTexts()
  return rows.slice(1).map((row) => row.trim().replaceAll(/\s+/g, ' '))
}

/** Moves the demonstration's clock on while it is stopped. */
async function passDays(address: string, days: number): Promise<void> {
  const database = openDatabase(address)
  const fact = database.db.selectFrom('service_facts').select('value')
  const { value } = await fact.where('name', '=', 'demonstration-clock-offset').executeTakeFirstOrThrow()
  await database.db
    .updateTable('service_facts')
    .set({ value: String(Number(value) + days * 86_400_000) })
    .where('name', '=', 'demonstration-clock-offset')
    .execute()
  await database.close()
}
