/** Two people in one return: each sees within seconds what the other changed, and nobody is overwritten. */
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { startDemonstration, type Watched } from './support/running.ts'
import { readReturn, saved } from './support/typing.ts'
import { signIn } from './support/visitors.ts'

const returnId = 'APM-E09000007-FY2025-26-Q3'
const section = `/returns/${returnId}/sections/mentors-and-young-people`
const referrals = 'Referrals, Safeguarding referrals made'
const mentored = 'Young people, Young people mentored this year, each counted once'

const browser = await launchBrowser()

describe.skipIf(browser === null)('Two leads in one return', () => {
  let service: Watched
  let ruth: Page
  let priya: Page
  const complaints: string[] = []

  beforeAll(async () => {
    service = await startDemonstration()
    addLead(service, 'priya-nair')
    for (const name of ['Ruth Okafor', 'Priya Nair']) {
      const visitor = await signIn(browser!, service, name, section)
      visitor.page.on('pageerror', (error) => complaints.push(error.message))
      if (name === 'Ruth Okafor') ruth = visitor.page
      else priya = visitor.page
    }
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
  const value = async (indicator: string) =>
    (await readReturn(ruth, returnId)).checkInput.figures[indicator]?.value ?? null

  it('see each other’s figures without a reload, and keep the focus and the place in what they type', async () => {
    await priya.evaluate(() => Object.assign(window, { isSamePage: true }))
    const own = field(priya, mentored)
    await own.fill('1234')
    await own.press('ArrowLeft')
    await own.press('ArrowLeft')
    await field(ruth, referrals).fill('21')
    await saved(ruth)
    await priya.getByText(/^Ruth Okafor changed this at \d{1,2}:\d\d[ap]m\.$/).waitFor()
    await expect.poll(() => field(priya, referrals).inputValue()).toBe('21')
    await priya.keyboard.type('9')
    expect(await own.inputValue()).toBe('12934')
    expect(await own.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(3)
    expect(await own.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await priya.evaluate(() => 'isSamePage' in window)).toBe(true)
    await priya.getByText('Ruth Okafor changed one figure of this return.').waitFor({ state: 'attached' })
    await saved(priya)
    expect([await value('APM-OP9'), await value('APM-OP10')]).toEqual([12_934, 21])
    await ruth.getByText(/^Priya Nair changed this at/).waitFor()
    await expect.poll(() => field(ruth, mentored).inputValue()).toBe('12934')
    expect(await priya.getByText(/^Priya Nair changed this/).count()).toBe(0)
  })

  it('are told of one change once, however often it is typed further', async () => {
    await priya.evaluate((words) => {
      const said: string[] = []
      Object.assign(window, { said })
      const observer = new MutationObserver(() => {
        for (const output of document.querySelectorAll('output.govuk-visually-hidden')) {
          const text = output.textContent
          if (text.includes(words) && said.at(-1) !== text) said.push(text)
        }
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    }, 'changed')
    for (const typed of ['3', '31', '312']) {
      await field(ruth, referrals).fill(typed)
      await saved(ruth)
      await expect.poll(() => field(priya, referrals).inputValue(), { timeout: 20_000 }).toBe(typed)
    }
    expect(await priya.evaluate(() => (window as unknown as { said: string[] }).said.length)).toBeLessThan(2)
  })

  it('are asked when it is the same figure, with both values, who and when', async () => {
    await priya.route('**/position?*', (route) => route.abort('connectionreset'))
    await field(ruth, referrals).fill('23')
    await saved(ruth)
    await field(priya, referrals).fill('24')
    const conflict = priya.getByRole('alert')
    await conflict.waitFor()
    const told = await conflict.innerText()
    expect(told).toMatch(/Ruth Okafor changed this figure at \d{1,2}:\d\d[ap]m/)
    expect(told).toMatch(/Ruth Okafor saved\s+23/)
    expect(told).toMatch(/You typed\s+24/)
    expect(await value('APM-OP10')).toBe(23)
    await conflict.getByRole('button', { name: 'Keep theirs' }).click()
    await expect
      .poll(() => field(priya, referrals).evaluate((each) => each === document.activeElement))
      .toBe(true)
    await expect.poll(() => field(priya, referrals).inputValue(), { timeout: 20_000 }).toBe('23')
    await priya.unroute('**/position?*')
  })

  it('are asked too when it was typed before the other’s change was seen, and sent after', async () => {
    await priya.route('**/figures', (route) => route.abort('connectionreset'))
    await field(priya, referrals).fill('26')
    await priya.getByText('Not connected.').waitFor()
    await field(ruth, referrals).fill('25')
    await saved(ruth)
    await field(ruth, mentored).fill('77')
    await saved(ruth)
    // The other figure arrives; what is being typed stays as it was typed.
    await expect.poll(() => field(priya, mentored).inputValue(), { timeout: 20_000 }).toBe('77')
    expect(await field(priya, referrals).inputValue()).toBe('26')
    await priya.unroute('**/figures')
    const conflict = priya.getByRole('alert')
    await conflict.waitFor()
    await conflict.getByRole('button', { name: 'Use mine' }).click()
    await priya.getByText(/^All changes saved/).waitFor()
    expect(await value('APM-OP10')).toBe(26)
    await expect.poll(() => field(ruth, referrals).inputValue(), { timeout: 20_000 }).toBe('26')
  })

  it('and the head of a setting are told of what concerns them', async () => {
    const { page, context } = await signIn(
      browser!,
      service,
      'Helen Achebe',
      `/setting-reports/${returnId}/134643`,
    )
    const question = { locator: 'attendance@134643:mentored', question: 'Is that all of the autumn term?' }
    const answer = await ruth.request.post(`/api/returns/${returnId}/queries`, {
      data: question,
      headers: { origin: service.url },
    })
    expect(answer.ok()).toBe(true)
    await page.getByText(question.question).first().waitFor()
    await context.close()
    expect(complaints).toEqual([])
  })
})

/** Another lead for Camden's mentoring, as an administrator invites one. */
function addLead({ folder }: Watched, personId: string): void {
  const database = new Database(`${folder}/returns.sqlite`)
  database
    .prepare(
      `INSERT INTO memberships (id, personId, role, programme, gssCode, urn, startsOn, endsBefore)
       VALUES ('colleague', ?, 'lead', 'APM', 'E09000007', NULL, '2022-04-01', NULL)`,
    )
    .run(personId)
  database.close()
}
