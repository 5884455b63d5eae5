/** How an evaluator decides on figures of a review in these journeys. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export type ActName = 'Accept' | 'Accept with an explanation' | 'Ask a question' | 'Ask for a change'

/** Where a figure is decided on. */
export const verdictOn = (page: Page, figure: string) =>
  page.getByRole('region', { name: `Decision on ${figure}`, exact: true })

/** Presses one of the ways to decide on a figure with the keyboard, which are folded away where none is needed. */
export async function pressAct(page: Page, act: ActName, figure: string): Promise<void> {
  const verdict = verdictOn(page, figure)
  const button = verdict.getByRole('button', { name: new RegExp(`^${act} ?:`) })
  const unfold = verdict.getByRole('button', { name: /^(Decide|Change the decision)/ })
  await button.or(unfold).waitFor()
  if ((await button.count()) === 0) await unfold.click()
  await button.press('Enter')
}

/** Collects a change to be asked for. */
export async function wantChange(page: Page, figure: string, words: string): Promise<void> {
  await pressAct(page, 'Ask for a change', figure)
  await page.getByLabel('What should change').fill(words)
  const keep = page.getByRole('button', { name: 'Keep this request' })
  await keep.click()
  // What was typed stands in the form as well, until it is kept.
  await keep.waitFor({ state: 'detached' })
  await verdictOn(page, figure).getByText(words).waitFor()
}

/** Accepts every figure that keeps the return from being accepted, one after the other. */
export async function acceptDoubted(page: Page): Promise<void> {
  const doubted = page.locator('.app-verdict').filter({ has: page.getByText('Decide', { exact: true }) })
  const waiting = doubted.filter({ hasText: /Accept the figure, or|then accept it or/ })
  const ready = page.getByRole('button', { name: 'Accept this return', disabled: false })
  for (;;) {
    // The page says one or the other, however long it takes to be drawn.
    await waiting.or(ready).first().waitFor()
    const left = await waiting.count()
    if (left === 0) return
    await waiting
      .first()
      .getByRole('button', { name: /^Accept ?:/ })
      .click()
    await expect.poll(() => waiting.count()).toBeLessThan(left)
  }
}
