/** Figure by figure: an evaluator decides and asks, the borough answers beside the cell, the return is accepted. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { acceptDoubted, pressAct, verdictOn } from './support/deciding.ts'
import { accessibilityFaults, overflowFaults, takePictures, walkByKeyboard } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, signIn, type Visitor } from './support/visitors.ts'

const lambeth = 'APM-E09000022-FY2025-26-Q3'
const camdenBefore = 'APM-E09000007-FY2025-26-Q2'
const islington = 'APM-E09000019-FY2025-26-Q3'
const hours = 'Mentor contact hours'

const browser = await launchBrowser()

describe.skipIf(browser === null)('Lambeth’s return, figure by figure:', () => {
  let service: Running
  const visitors: Visitor[] = []
  let leila: Page

  const as = async (name: string, at: string): Promise<Page> => {
    const visitor = await signIn(browser!, service, name, at)
    visitors.push(visitor)
    return visitor.page
  }
  const leadOf = async (borough: string): Promise<string> => {
    const answer = await fetch(`${service.url}/api/demo/people`)
    const people = (await answer.json()) as { name: string; role: string; scope: string }[]
    return people.find(({ role, scope }) => role === 'Borough lead' && scope.startsWith(borough))!.name
  }
  async function look(page: Page, name: string): Promise<void> {
    await takePictures(page, name)
    const { faults } = await walkByKeyboard(page)
    expect({
      accessibility: await accessibilityFaults(page),
      width: await overflowFaults(page),
      keyboard: faults,
    }).toEqual({ accessibility: [], width: [], keyboard: [] })
  }

  beforeAll(async () => {
    service = await startDemonstration()
    leila = await as('Leila Haddad', `/reviews/${lambeth}`)
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  it('says what has to be decided on before it can be accepted, each with a link', async () => {
    const decision = leila.getByRole('region', { name: 'Your decision' })
    await decision.getByRole('link', { name: hours }).first().waitFor()
    await expect
      .poll(() => decision.innerText())
      .toContain('your question was answered. Accept the figure, or ask on.')
    const accept = decision.getByRole('button', { name: 'Accept this return' })
    await expect.poll(() => accept.getAttribute('aria-disabled')).toBe('true')
    await look(leila, 'review-figures')
  })

  it('a question without words is said at the top and beside its box', async () => {
    await pressAct(leila, 'Ask a question', hours)
    await leila.getByRole('button', { name: 'Ask this question' }).click()
    const summary = leila.locator('.govuk-error-summary')
    await summary.getByText('Write your question').waitFor()
    await expect.poll(() => summary.evaluate((node) => node === document.activeElement)).toBe(true)
    await expect.poll(() => leila.title()).toMatch(/^Error: /)
    await summary.getByRole('link', { name: 'Write your question' }).click()
    const words = leila.getByLabel('Your question')
    await expect.poll(() => words.evaluate((node) => node === document.activeElement)).toBe(true)
    await words.fill('a'.repeat(2_001))
    await leila.getByRole('button', { name: 'Ask this question' }).click()
    await summary.getByText('Use 2,000 characters or fewer: there are 2,001 now').waitFor()
    await takePictures(leila, 'question-to-mend')
  })

  it('what is typed goes along to another decision, and is there after the page was left', async () => {
    const words = leila.getByLabel('Your question')
    await words.fill('How many of the 48 were in Q3')
    await pressAct(leila, 'Ask for a change', hours)
    await expect
      .poll(() => leila.getByLabel('What should change').inputValue())
      .toBe('How many of the 48 were in Q3')
    await pressAct(leila, 'Ask a question', hours)
    await go(leila, '/reviews')
    await go(leila, `/reviews/${lambeth}`)
    await expect.poll(() => words.inputValue()).toBe('How many of the 48 were in Q3')
    await leila.getByRole('button', { name: 'Cancel' }).click()
  })

  it('asks on by keyboard, once though it is pressed twice, and the focus comes back to what was pressed', async () => {
    await pressAct(leila, 'Ask a question', hours)
    const words = leila.getByLabel('Your question')
    await words.fill('Are they counted from the timesheets?')
    await leila.keyboard.press('Tab')
    // Both presses before the page is drawn again.
    await leila.evaluate(() => {
      const button = document.activeElement as HTMLElement
      button.click()
      button.click()
    })
    await leila.getByText('Are they counted from the timesheets?').waitFor()
    await expect.poll(() => words.count()).toBe(0)
    await expect.poll(() => leila.getByText('Are they counted from the timesheets?').count()).toBe(1)
    const focused = verdictOn(leila, hours).getByRole('button', { name: /^Ask a question/ })
    await expect.poll(() => focused.evaluate((node) => node === document.activeElement)).toBe(true)
  })

  it('the lead sees the question beside the cell and on the page of the return, and answers there', async () => {
    const lead = await as(await leadOf('Lambeth'), `/returns/${lambeth}`)
    await lead.getByText(/^RMEL asked about one figure/).waitFor()
    await lead.getByText(/; RMEL asks 1 question$/).waitFor()
    await lead.getByText('1 to answer').waitFor()
    await lead.getByRole('link', { name: hours }).first().click()
    const question = lead.getByRole('region', { name: 'Question from RMEL' })
    await question.getByText('Are they counted from the timesheets?').waitFor()
    await lead.getByLabel('Your answer').fill('Yes, from the signed timesheets of both mentors.')
    await lead.getByLabel('Your answer').press('Tab')
    const section = lead.url()
    await go(lead, `/returns/${lambeth}`)
    await go(lead, section)
    await expect
      .poll(() => lead.getByLabel('Your answer').inputValue())
      .toBe('Yes, from the signed timesheets of both mentors.')
    await lead.getByRole('button', { name: 'Send the answer' }).click()
    await lead.getByText('Question from RMEL. Answered.').waitFor()
    // What was accepted so far is RMEL's own until the return is decided on.
    expect(await lead.getByText('Accepted with an explanation').count()).toBe(0)
    await look(lead, 'question-beside-the-cell')
  })

  it('every figure is decided on, the rest in one act, and the return is accepted', async () => {
    await go(leila, `/reviews/${lambeth}`)
    await leila.getByText('Yes, from the signed timesheets of both mentors.').waitFor()
    await pressAct(leila, 'Accept with an explanation', hours)
    await leila.getByLabel('Why it is accepted').fill('Counted from signed timesheets.')
    await leila.getByRole('button', { name: 'Accept with this explanation' }).click()
    await verdictOn(leila, hours).getByText('Counted from signed timesheets.').waitFor()
    await leila.getByRole('button', { name: /^Accept the \d+ figures about which nothing is open$/ }).click()
    await leila.getByText(/^Accepted the \d+ figures about which nothing is open\.$/).waitFor()
    await acceptDoubted(leila)
    await leila.getByRole('button', { name: 'Accept this return' }).click()
    await leila.getByText(/^Accepted\. Lambeth was told/).waitFor()
  })

  it('the lead reads beside the figure why it was accepted', async () => {
    const lead = await as(await leadOf('Lambeth'), `/returns/${lambeth}`)
    await lead.getByRole('link', { name: 'Mentors and young people' }).first().click()
    await lead.getByText(/The family evenings of November were in the plan/).waitFor()
    await takePictures(lead, 'decision-beside-the-cell')
  })

  it('an administrator passes on a review whose holder is away, and says why', async () => {
    await go(leila, `/reviews/${islington}`)
    const { page: stale } = await signIn(browser!, service, 'Leila Haddad', `/reviews/${islington}`)
    await leila.getByRole('button', { name: 'Take this return' }).first().click()
    await leila.getByText('You have taken this return.').waitFor()
    await stale.getByRole('button', { name: 'Take this return' }).first().click()
    await stale.getByText('You have taken this return already.').waitFor()
    await expect.poll(() => stale.getByRole('button', { name: 'Take this return' }).count()).toBe(0)
    const noor = await as('Noor Rahman', `/reviews/${islington}`)
    await noor.getByText('Pass this review on for whoever holds it').click()
    await noor.getByRole('button', { name: 'Hand over' }).click()
    await noor.getByText('Choose who holds it from now on').first().waitFor()
    await noor.getByLabel('Who holds it from now on').selectOption({ label: 'Sam Whitfield' })
    await noor.getByRole('button', { name: 'Hand over' }).click()
    await noor.getByText('Give a reason: another evaluator holds this return').first().waitFor()
    await noor.getByLabel('Why', { exact: true }).fill('She is away until March.')
    await noor.getByRole('button', { name: 'Hand over' }).click()
    await noor.getByText('Sam Whitfield holds this review now.').waitFor()
    await noor.getByText(/Leila Haddad to Sam Whitfield, .* \(by Noor Rahman\): She is away/).waitFor()
  })

  it('a lead asks to have a figure opened again, and reads why RMEL does not', async () => {
    const address = `/returns/${camdenBefore}`
    const ruth = await as('Ruth Okafor', address)
    await ruth.getByText('Ask RMEL to open this return again').click()
    await ruth.getByRole('checkbox', { name: 'Parents and carers supported' }).check()
    await ruth.getByLabel('What has to change, and why').fill('The partner sent a corrected count.')
    await takePictures(ruth, 'reopening-asked')
    await ruth.getByRole('button', { name: 'Ask to open it again' }).click()
    const asked = /^Ruth Okafor asked RMEL on \d+ \w+ \d+ to open it again; RMEL has not answered\.$/
    await ruth.getByText(asked).waitFor()
    await ruth.getByText('RMEL', { exact: true }).waitFor()
    await go(leila, `/reviews/${camdenBefore}`)
    await leila.getByText('About Parents and carers supported.').waitFor()
    await leila.getByText('It stands in no release: nothing has been published yet.').waitFor()
    await expect.poll(() => leila.getByText('To open again', { exact: true }).count()).toBe(1)
    await leila.getByText('Decline, and leave the return as it was accepted').click()
    await leila.getByLabel('Why it is not opened again').fill('That count was in before you signed.')
    await look(leila, 'reopening-to-answer')
    await leila.getByRole('button', { name: 'Decline to open it again' }).click()
    await leila.getByText(/^The return stays as it was accepted\./).waitFor()
    await go(ruth, address)
    await ruth.getByText('That count was in before you signed.').waitFor()
  })

  it('no browser complained of anything on the way', () => {
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
