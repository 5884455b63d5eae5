/** Everything on one page before it goes on: what changed and why, what may be copied, and what is questioned. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, overflowFaults, takePictures, walkByKeyboard } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, heading, signIn } from './support/visitors.ts'

const camden = '/returns/APM-E09000007-FY2025-26-Q3'
const check = `${camden}/check`
const wordsSection = `${camden}/sections/in-your-words`
const text = 'Work with families made the difference this quarter.'

const browser = await launchBrowser()

describe.skipIf(browser === null)('Check your answers', () => {
  let service: Running
  let ruth: Page

  beforeAll(async () => {
    service = await startDemonstration()
    ruth = (await signIn(browser!, service, 'Ruth Okafor')).page
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  const keepsPromises = async (page: Page, name: string) => {
    await takePictures(page, name)
    expect([await accessibilityFaults(page), await overflowFaults(page)]).toEqual([[], []])
    expect((await walkByKeyboard(page)).faults).toEqual([])
  }
  const changed = (page: Page) => page.getByRole('region', { name: 'What changed since last quarter' })
  const line = (page: Page, words: string) =>
    changed(page).getByRole('listitem').filter({ hasText: words }).first()

  it('begins with what stands out, each with its cause in words', async () => {
    await go(ruth, check)
    const first = changed(ruth).getByRole('listitem').first()
    // It is not called real while a finding on it is open.
    await expect
      .poll(() => first.innerText())
      .toMatch(/^To fix[^]*Mentoring sessions attended rose by 15.6 points to 103.5%/)
    const absent = () => line(ruth, 'Persistently absent').innerText()
    await expect.poll(absent).toMatch(/^Coverage/)
    await expect
      .poll(absent)
      .toContain(
        'points of that is because CCfL Key Stage 3 PRU, whose rate is lower (63.9%), has not reported this quarter.',
      )
    await expect
      .poll(absent)
      .toMatch(/In the settings that reported both times it rose by [\d.]+ points to 70.6%/)
    await changed(ruth).getByText('7 figures of last quarter are not given yet.').waitFor()
    const unread = ruth.getByRole('row', { name: /^Parents and carers supported/ })
    await expect.poll(() => unread.innerText()).toContain('"12a": cannot be read')
  })

  it('where there is nothing to see or to do yet, says so and leads back', async () => {
    await go(ruth, `${camden}/receipt`)
    await ruth.getByText('This return has not been submitted yet.').waitFor()
    await ruth.getByRole('link', { name: 'Go to the return' }).click()
    await heading(ruth).filter({ hasText: 'AP/PRU Mentoring, Camden' }).waitFor()
    await go(ruth, `${camden}/sign-off`)
    await ruth
      .getByText(/^You cannot sign this return now\./)
      .getByRole('link', { name: 'Go to the return' })
      .waitFor()
  })

  it('folds away what did not change, and what changed as it usually does', async () => {
    await go(ruth, check)
    await changed(ruth).waitFor()
    const same = changed(ruth).getByText(/^The same as before: \d+ figures?$/)
    const mentors = changed(ruth).getByRole('link', { name: 'Mentors in post' })
    await same.waitFor()
    expect(await mentors.isVisible()).toBe(false)
    await same.click()
    await mentors.waitFor()
    await changed(ruth)
      .getByText(/^Changed by no more than is usual, or of few people: \d+$/)
      .waitFor()
  })

  it('leads from each line to its field', async () => {
    await go(ruth, check)
    await line(ruth, 'Young people who started').getByRole('link').first().click()
    await ruth.getByRole('heading', { level: 1, name: 'Mentors and young people' }).waitFor()
    await expect.poll(() => ruth.evaluate(() => document.activeElement?.id)).toBe('figure-APM-OP2-value')
    await go(ruth, check)
    await ruth
      .getByRole('table', { name: 'Money' })
      .getByRole('link', { name: 'Grant spent', exact: true })
      .click()
    await expect.poll(() => ruth.evaluate(() => document.activeElement?.id)).toBe('figure-APM-FI1-value')
  })

  it('leads to the first field of a ratio, to the row of what is not typed, and to what is folded away', async () => {
    const focused = () => ruth.evaluate(() => document.activeElement?.id)
    const follow = async (table: string, name: string) => {
      await go(ruth, check)
      await ruth
        .getByRole('table', { name: table, exact: true })
        .getByRole('link', { name, exact: true })
        .click()
    }
    await follow('Sessions and hours', 'Mentoring sessions attended')
    await expect.poll(focused).toBe('figure-APM-OP6-numerator')
    await follow('Behaviour, relationships and wellbeing', 'Young people with fewer behaviour incidents')
    await expect.poll(focused).toBe('row-APM-OC4')
    await go(ruth, check)
    await go(ruth, `${camden}/sections/behaviour-relationships-and-wellbeing#APM-OC6/source`)
    await expect.poll(focused).toBe('figure-APM-OC6-source')
  })

  it('keeps what every page promises', async () => {
    await go(ruth, check)
    await keepsPromises(ruth, 'check-answers')
  })

  it('shows the certifier the same before he signs', async () => {
    const { page: owen, context } = await signIn(browser!, service, 'Owen Clarke')
    await go(owen, '/returns/APM-E09000012-FY2025-26-Q3/sign-off')
    await changed(owen).waitFor()
    await expect.poll(() => changed(owen).getByRole('listitem').count()).toBeGreaterThan(3)
    await keepsPromises(owen, 'sign-off-changes')
    await context.close()
  })

  it('offers words of last quarter to copy, none of them ticked, and no result', async () => {
    await go(ruth, camden)
    await ruth.getByText('Copy from last quarter', { exact: true }).click()
    const boxes = ruth.getByRole('checkbox')
    await expect.poll(() => boxes.count()).toBeGreaterThan(1)
    expect(await ruth.getByRole('checkbox', { checked: true }).count()).toBe(0)
    const names = await ruth.locator('.govuk-checkboxes__label').allInnerTexts()
    expect(names).toContain('What worked, what did not')
    expect(names.filter((name) => /started|completed|sessions|spent|Forecast|active/i.test(name))).toEqual([])
    await keepsPromises(ruth, 'copy-forward')
    const copy = ruth.getByRole('button', { name: 'Copy the ticked ones' })
    await copy.click()
    await ruth.getByText('Tick what is the same as before').waitFor()
    await ruth.getByRole('checkbox', { name: 'What worked, what did not' }).check()
    await copy.click()
    await ruth.getByText(/^Copied 1 item\./).waitFor()
    await expect.poll(() => ruth.getByRole('checkbox', { name: 'What worked, what did not' }).count()).toBe(0)
  })

  it('marks what was copied on every page, until it is typed over', async () => {
    const mark = /^Copied from last quarter by Ruth Okafor, 20 January 2026\.$/
    await go(ruth, check)
    await ruth.getByText(mark).waitFor()
    await go(ruth, wordsSection)
    await ruth.getByText(mark).waitFor()
    const field = ruth.getByRole('textbox', { name: 'What worked, what did not' })
    await expect.poll(() => field.inputValue()).toContain(text)
    await field.fill('Group sessions worked; telephone calls did not.')
    await expect.poll(() => ruth.getByText(mark).count()).toBe(0)
    await ruth.getByText(/^All changes saved/).waitFor()
    await go(ruth, check)
    await ruth.getByText('Group sessions worked; telephone calls did not.').first().waitFor()
    expect(await ruth.getByText(mark).count()).toBe(0)
  })

  it('says where a carried figure is from, and takes a question on it to those who can open that return', async () => {
    await go(ruth, `${camden}/sections/mentors-and-young-people`)
    await ruth.getByText('Carried from last quarter’s end: accepted 12 November 2025.').waitFor()
    await ruth.getByRole('link', { name: 'Question this figure Young people active at the start' }).click()
    await heading(ruth).filter({ hasText: 'Question a carried figure' }).waitFor()
    await keepsPromises(ruth, 'question-carried')
    const ask = ruth.getByRole('button', { name: 'Ask RMEL to open that return' })
    await ask.click()
    await ruth.getByRole('link', { name: 'Give a reason' }).waitFor()
    await ruth
      .getByLabel(/^What young people active at the end should be/)
      .fill('One left on the last day: 15.')
    await ask.click()
    const asked = 'Young people active at the end: One left on the last day: 15.'
    await ruth
      .getByText(`RMEL was asked to open July to September 2025 (2025-26 Q2) again: ${asked}`)
      .waitFor()
    const { page: leila, context } = await signIn(browser!, service, 'Leila Haddad', '/reviews')
    await leila
      .getByRole('link', { name: /Camden/ })
      .first()
      .waitFor()
    await go(leila, '/reviews/APM-E09000007-FY2025-26-Q2')
    await leila.getByText(asked).waitFor()
    await context.close()
  })
})
