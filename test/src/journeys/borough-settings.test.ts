/** The borough's view of its settings: the lead reminds, the head reports, the figures are in, and one is asked about. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, overflowFaults, takePictures, walkByKeyboard } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { typeReport } from './support/typing.ts'
import { follow, go, signIn, type Visitor } from './support/visitors.ts'

const returnId = 'APM-E09000007-FY2025-26-Q3'
const address = `/returns/${returnId}`
const keyStage3 = { returnId, urn: '134643' }
const report = `/setting-reports/${returnId}/${keyStage3.urn}`
const question = 'Two of the young people left in October. Are they counted here?'
const answer = 'They are not: they were assessed at the start only.'
const measure = 'Young people with better relationships'

const browser = await launchBrowser()

describe.skipIf(browser === null)('Camden and its settings:', () => {
  let service: Running
  const visitors: Visitor[] = []
  let ruth: Page
  let helen: Page

  const as = async (name: string, at: string): Promise<Page> => {
    const visitor = await signIn(browser!, service, name, at)
    visitors.push(visitor)
    return visitor.page
  }
  const ofSetting = (page: Page) => page.getByRole('region', { name: /^CCfL Key Stage 3 PRU/ })
  const row = (page: Page, name: string | RegExp) =>
    ofSetting(page)
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name }) })

  /** Pictures of the page, and what is wrong with it. */
  async function look(page: Page, name: string): Promise<void> {
    await takePictures(page, `borough-${name}`)
    const { faults } = await walkByKeyboard(page)
    expect({
      accessibility: await accessibilityFaults(page),
      width: await overflowFaults(page),
      keyboard: faults,
    }).toEqual({ accessibility: [], width: [], keyboard: [] })
  }

  beforeAll(async () => {
    service = await startDemonstration()
    ruth = await as('Ruth Okafor', `${address}/settings`)
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  it('the lead sees which are in, since when, by whom and where their figures come from', async () => {
    const standing = ruth.getByRole('table', { name: 'Where they stand' }).getByRole('row')
    await expect
      .poll(() => standing.nth(1).innerText())
      .toMatch(/CCfL KS4 PRU.*Signed off.*2026.*Helen Achebe/s)
    await expect.poll(() => standing.nth(2).innerText()).toMatch(/CCfL Key Stage 3 PRU.*Not started/s)
    const first = ruth.getByRole('region', { name: /^CCfL KS4 PRU/ })
    await expect
      .poll(() => first.innerText())
      .toMatch(/(Typed|Counted from the register) by Helen Achebe, \d+ January 2026/)
    await look(ruth, 'settings-at-first')
  })

  it('reminds the head of the one that is not, once', async () => {
    await ruth.getByRole('button', { name: 'Remind the head of CCfL Key Stage 3 PRU' }).click()
    await ofSetting(ruth)
      .getByText(/^Reminded by you today at \d/)
      .waitFor()
    await expect.poll(() => ruth.getByRole('button', { name: /^Remind/ }).count()).toBe(0)
    // Letters leave a moment after the act.
    const mail = async () => {
      await go(ruth, '/demo/mail')
      return ruth.getByRole('main').innerText()
    }
    await expect.poll(mail).toContain('Ruth Okafor asks for the report of CCfL Key Stage 3 PRU')
    expect(await mail()).toContain(report)
  })

  it('the head follows the letter, reports and signs', async () => {
    helen = await as('Helen Achebe', report)
    await typeReport(helen, keyStage3)
    await helen.getByRole('checkbox', { name: /These figures come from our register/ }).check()
    await helen.getByRole('button', { name: 'Sign off this report' }).click()
    await helen
      .getByText(/Signed off by Helen Achebe/)
      .first()
      .waitFor()
  })

  it('its figures are in the return at once, each with its source', async () => {
    await go(ruth, `${address}/settings`)
    await ruth.getByText('2 of 2 signed off.').waitFor()
    await expect
      .poll(() => row(ruth, 'Attendance of mentored young people').innerText())
      .toMatch(/[\d,]+ of [\d,]+ \(.*%\)[\s\S]*?Typed by Helen Achebe, \d+ \w+ \d{4}/)
    await go(ruth, `${address}/sections/attendance`)
    const cell = ruth.getByRole('rowheader', { name: /^Attendance of the whole setting/ })
    await expect
      .poll(() => cell.innerText())
      .toMatch(/2 of 2 settings together, as sums\. .*by Helen Achebe/s)
    await go(ruth, `${address}/check`)
    await expect
      .poll(() => ruth.getByRole('row', { name: /^Attendance of the whole setting/ }).innerText())
      .toContain('by Helen Achebe')
  })

  it('the lead asks about one, and cannot send what names a pupil', async () => {
    await go(ruth, `${address}/settings`)
    await row(ruth, measure)
      .getByRole('button', { name: /^Ask about it/ })
      .click()
    const field = ruth.getByLabel(/^Your question to the head of CCfL Key Stage 3 PRU/)
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    const send = ruth.getByRole('button', { name: 'Send the question' })
    await send.click()
    await ruth.getByText('Write your question first').waitFor()
    await field.fill('Is J202110020001 one of them?')
    await send.click()
    await ruth
      .getByText(/This looks like a pupil's UPN/)
      .first()
      .waitFor()
    await field.fill(question)
    await look(ruth, 'settings-asking')
    await send.click()
    await ofSetting(ruth).getByText('Waiting for the head of the setting').waitFor()
    await expect.poll(() => field.count()).toBe(0)
    await ruth.getByText('1 question to a setting is open.').waitFor()
    await go(ruth, address)
    await ruth.getByText('1 question to a setting is open.').waitFor()
  })

  it('the head answers beside the figure, and may take her signature back to change it', async () => {
    await go(helen, report)
    await helen.getByText('One figure is asked about.').waitFor()
    await helen.getByRole('link', { name: `${measure} at CCfL Key Stage 3 PRU` }).click()
    const thread = helen.getByRole('region', { name: 'Question from the borough' })
    await expect.poll(() => thread.innerText()).toContain(question)
    await look(helen, 'head-asked')
    await thread.getByLabel('Your answer').fill(answer)
    await thread.getByRole('button', { name: 'Send the answer' }).click()
    await thread.getByText('Question from the borough. Answered.').waitFor()
    await helen.getByRole('button', { name: 'Withdraw the sign-off to change a figure' }).waitFor()
  })

  it('the lead reads the answer and closes the question', async () => {
    await go(ruth, address)
    await expect.poll(() => ruth.getByText('question to a setting').count()).toBe(0)
    await follow(ruth, 'Reports of your settings', 'Reports of your settings')
    await ofSetting(ruth).getByText(answer).waitFor()
    await look(ruth, 'settings-answered')
    await ofSetting(ruth).getByRole('button', { name: 'Close this question' }).click()
    await ofSetting(ruth).getByText('1 closed question').click()
    await ofSetting(ruth).getByText('Question from the borough. Closed.').waitFor()
    await go(ruth, `${address}/history`)
    await expect
      .poll(() => ruth.getByRole('main').innerText())
      .toContain('A question to a setting was closed')
  })

  it('no page complained', () => {
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
