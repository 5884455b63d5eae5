/** The review queue by keyboard alone: which returns need thought, and the clean ones accepted together. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, overflowFaults, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { heading, signIn, type Visitor } from './support/visitors.ts'

const browser = await launchBrowser()

describe.skipIf(browser === null)('By keyboard alone, an evaluator', () => {
  let service: Running
  let leila: Visitor
  let page: Page

  beforeAll(async () => {
    service = await startDemonstration()
    leila = await signIn(browser!, service, 'Leila Haddad', '/reviews')
    page = leila.page
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  /** Goes on with the Tab key until the element with the focus has this name; the walk wraps round once. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let stops = 0; stops < 300; stops++) {
      await page.keyboard.press('Tab')
      const words = await page.evaluate(() => {
        const element = document.activeElement
        const labels = [...document.querySelectorAll('label')].filter(({ control }) => control === element)
        return [...labels.map((label) => label.textContent), element?.textContent].join(' ')
      })
      if (name.test(words)) return
    }
    throw new Error(`The keyboard came to nothing called ${name}`)
  }
  const rows = () => page.getByRole('table').getByRole('row')
  const found = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()
  const table = (words: string) => page.getByRole('table', { name: words, exact: true }).waitFor()

  it('sees what needs thought first, and why', async () => {
    await found('39 returns')
    await table('Waiting for RMEL: 4')
    await table('With boroughs, or accepted: 35')
    const [, asked, first, second] = await rows().allInnerTexts()
    expect(asked).toMatch(/Lambeth[\s\S]*Needs thought\s+One question is not closed/)
    expect(first).toMatch(
      /Islington[\s\S]*Inclusion CPD Grants, 2025-26 Q3\s+Needs thought\s+One finding was explained/,
    )
    expect(second).toMatch(/Hammersmith and Fulham[\s\S]*Clean[\s\S]*12 of 10.working.days\s+Over/)
  })

  it('filters to what is clean; the address says so, and Back undoes it', async () => {
    await tabTo(/^Filter or sort$/)
    await page.keyboard.press('Enter')
    await tabTo(/^What it needs/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await tabTo(/^Show$/)
    await page.keyboard.press('Enter')
    await found('2 returns')
    await expect.poll(() => new URL(page.url()).search).toBe('?review=clean')
    await page.goBack()
    await found('39 returns')
    await page.goForward()
    await found('2 returns')
  })

  it('selects clean returns, reads what will happen, and accepts them', async () => {
    await tabTo(/^Select all clean returns/)
    await page.keyboard.press('Enter')
    await tabTo(/^Select Islington/)
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Accept the selected return' }).waitFor()
    await page.keyboard.press('Space')
    await takePictures(page, 'review-queue-selected')
    // A look elsewhere and back drops nothing of it.
    await page.reload()
    await page.getByRole('button', { name: 'Accept the 2 selected returns' }).waitFor()
    await page.keyboard.press('Shift+Tab')
    await tabBack(/^Accept the 2 selected returns$/)
    await page.keyboard.press('Enter')
    await heading(page).filter({ hasText: 'Accept clean returns' }).waitFor()
    await expect.poll(async () => (await rows().allInnerTexts()).length).toBe(3)
    expect([await accessibilityFaults(page), await overflowFaults(page)]).toEqual([[], []])
    await tabTo(/^Accept 2 returns$/)
    await page.keyboard.press('Enter')
    await page.getByText('2 of 2 returns accepted.').waitFor()
    const done = async () => {
      const [, ...lines] = await rows().allInnerTexts()
      return lines.map((row) => /^(\S+).*\t(.*)$/s.exec(row)?.slice(1))
    }
    await expect.poll(done).toEqual([
      ['Hammersmith', 'Accepted'],
      ['Islington,', 'Accepted'],
    ])
    await takePictures(page, 'review-queue-accepted')
    expect([await accessibilityFaults(page), await overflowFaults(page)]).toEqual([[], []])
  })

  it('goes back to the queue, where they are done', async () => {
    await tabTo(/^Go back to the review queue$/)
    await page.keyboard.press('Enter')
    await heading(page).filter({ hasText: 'Review queue' }).waitFor()
    await page.getByRole('link', { name: '0 clean' }).waitFor()
  })

  it('opens a return on what changed, and goes from a change to its figure', async () => {
    await tabTo(/^2 need thought$/)
    await page.keyboard.press('Enter')
    await found('2 returns')
    await tabTo(/^Islington/)
    await page.keyboard.press('Enter')
    await heading(page).filter({ hasText: 'Islington' }).waitFor()
    const changed = page.getByRole('region', { name: 'What changed since last quarter' })
    await changed.waitFor()
    await tabTo(/^Since the version last reviewed$/)
    await page.keyboard.press('Enter')
    await page.getByText('No earlier version of this return was reviewed.').waitFor()
    await expect.poll(() => new URL(page.url()).search).toBe('?against=reviewed')
    await page.goBack()
    await page.getByText('No earlier version of this return was reviewed.').waitFor({ state: 'detached' })
    const line = changed
      .getByRole('listitem')
      .filter({ hasText: /rose|fell/ })
      .first()
    const link = line.getByRole('link').first()
    const target = await link.getAttribute('href')
    await link.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).hash).toBe(target)
    await expect.poll(() => page.locator(target!).count()).toBe(1)
    expect(leila.complaints).toEqual([])
  })

  async function tabBack(name: RegExp): Promise<void> {
    for (let stops = 0; stops < 60; stops++) {
      if (name.test(await page.evaluate(() => document.activeElement?.textContent ?? ''))) return
      await page.keyboard.press('Shift+Tab')
    }
    throw new Error(`Going back, the keyboard came to nothing called ${name}`)
  }
})
