/** In the browser: what identifies a person is neither sent nor kept there, and what else was typed is saved. */
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { everythingKept } from './support/kept.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { readReturn, saved } from './support/typing.ts'
import { go, signIn } from './support/visitors.ts'

const returnId = 'APM-E09000007-FY2025-26-Q3'
const words = `/returns/${returnId}/sections/in-your-words`
const people = `/returns/${returnId}/sections/mentors-and-young-people`

/** Made here: authority 202, whose check letter is right. */
const upn = 'J202110020001'
const secrets = [upn, '202110020001', 'J202 110 020 001']
const advice = /This looks like a pupil's UPN\. Take it out/

const browser = await launchBrowser()

describe.skipIf(browser === null)('A pupil’s number', () => {
  let service: Running
  let page: Page
  /** Everything that left the browser: addresses, headers and bodies. */
  const sent: string[] = []

  beforeAll(async () => {
    service = await startDemonstration()
    page = (await signIn(browser!, service, 'Ruth Okafor', words)).page
    page.on('request', (request: Request) => {
      sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
    })
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  const holdsSecret = (text: string) => secrets.some((secret) => text.includes(secret))
  const narrative = () => page.getByRole('textbox', { name: 'What worked, what did not', exact: true })

  it('in a narrative is refused beside it, before anything is sent', async () => {
    await narrative().fill(`Attendance of ${upn} rose.`)
    await page.keyboard.press('Tab')
    await page.getByText(advice).first().waitFor()
    await page.getByText("the text holds what looks like a pupil's UPN").first().waitFor()
    await page.getByText('One figure is not saved: why stands beside it.').waitFor()
    expect(sent.filter(holdsSecret)).toEqual([])
    await expect.poll(() => narrative().inputValue()).toContain(upn)
  })

  it('is in none of the places where a browser keeps things', async () => {
    expect(holdsSecret(await everythingKept(page))).toBe(false)
  })

  it('is gone when it is taken out, and the text saves', async () => {
    await narrative().fill('Attendance of one group rose.')
    await saved(page)
    const { checkInput } = await readReturn(page, returnId)
    expect(checkInput.figures['APM-TX1']?.text).toBe('Attendance of one group rose.')
    await expect.poll(() => page.getByText(advice).count()).toBe(0)
    expect(sent.some((line) => line.includes('Attendance of one group rose.'))).toBe(true)
  })

  it('is not among the changes that this computer keeps unsent, neither whole nor half', async () => {
    await page.route('**/figures', (route) => route.abort('connectionreset'))
    await narrative().fill('Attendance of two groups rose.')
    await page.getByText('Not connected. Your changes are kept on this computer').waitFor()
    await expect.poll(() => everythingKept(page)).toContain('Attendance of two groups rose.')
    await narrative().press('End')
    await narrative().pressSequentially(' About J20211002')
    await page.getByText('Your changes are kept on this page: keep it open').waitFor()
    expect(await everythingKept(page)).not.toContain('J20')
    await narrative().pressSequentially('0001')
    await page.keyboard.press('Tab')
    await page.getByText("the text holds what looks like a pupil's UPN").first().waitFor()
    const kept = await everythingKept(page)
    expect([kept.includes('J20'), kept.includes('Attendance of two groups rose.')]).toEqual([false, true])
    await page.unroute('**/figures')
    await narrative().fill('Attendance of one group rose.')
    await saved(page)
    // It is taken off the disk after it is said to be saved.
    await expect.poll(() => everythingKept(page)).not.toContain('Attendance of two groups rose.')
  })

  it('in a note holds back that figure alone: what was typed beside it is saved', async () => {
    await go(page, people)
    const referrals = page.getByLabel('Referrals, Safeguarding referrals made', { exact: true })
    const mentored = page.getByLabel('Young people, Young people mentored this year, each counted once', {
      exact: true,
    })
    const summary = page.getByText('Add a note').first()
    await summary.click()
    const note = page.getByLabel('Note', { exact: true }).first()
    const id = await note.getAttribute('id')
    const indicator = /figure-(APM-\w+)-note/.exec(id ?? '')![1]!
    await mentored.fill('71')
    await referrals.fill('5')
    await note.fill('Ask about J202 110 020 001.')
    await page.keyboard.press('Tab')
    await page.getByText(advice).first().waitFor()
    await page.getByText('One figure is not saved: why stands beside it.').waitFor()
    const figures = async () => (await readReturn(page, returnId)).checkInput.figures
    const values = async () => {
      const stored = await figures()
      return ['APM-OP9', 'APM-OP10'].map((at) => stored[at]?.value)
    }
    await expect.poll(values).toEqual([71, 5])
    expect((await figures())[indicator]?.note ?? null).toBeNull()
    expect(sent.filter(holdsSecret)).toEqual([])
    expect(holdsSecret(await everythingKept(page))).toBe(false)
    await note.fill('Ask the mentor.')
    await saved(page)
    expect((await readReturn(page, returnId)).checkInput.figures[indicator]?.note).toBe('Ask the mentor.')
  })

  it('never comes to rest in a draft of a question, which this computer keeps until it is sent', async () => {
    // Islington has filed it, and nobody has taken it.
    const visitor = await signIn(browser!, service, 'Leila Haddad', '/reviews/APM-E09000019-FY2025-26-Q3')
    const other = visitor.page
    await other.getByRole('button', { name: /^Take/ }).first().click()
    const remark = other.getByLabel('Remark (optional)')
    await remark.fill('Read by Jayden.')
    await other.getByText('This may name a person: “Jayden”. Everyone who reads this return').waitFor()
    await expect.poll(() => everythingKept(other)).toContain('Read by Jayden.')
    await remark.fill(`About ${upn}.`)
    await other.getByText("This looks like a pupil's UPN. Take it out: it cannot be sent.").waitFor()
    await expect.poll(() => everythingKept(other)).not.toContain('Read by Jayden.')
    expect(holdsSecret(await everythingKept(other))).toBe(false)
    await visitor.context.close()
  })
})
