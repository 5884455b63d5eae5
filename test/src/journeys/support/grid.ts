/** The grid as somebody works it by keyboard: where the focus is, what stands there, what is asked before a paste. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { fillClipboard } from './clipboard.ts'

export const fieldAt = (page: Page, place: string) => page.locator(`#figure-${place}`)

type Focus = { place: string; text: string; isWhole: boolean }

/** The field with the focus, by the place of its figure, and whether all of its text is selected. */
export const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const { id, value, selectionStart, selectionEnd } = document.activeElement as HTMLInputElement
    return {
      place: id.replace('figure-', ''),
      text: value,
      isWhole: selectionStart === 0 && selectionEnd === value.length,
    }
  })

/** Waits until the focus is in the field of a figure, all of whose text is selected. */
export const expectFocus = (page: Page, focus: Focus): Promise<void> =>
  expect.poll(() => focusOf(page)).toEqual(focus)

/** Presses keys one after the other, and answers where each led. */
export async function walk(page: Page, ...keys: string[]): Promise<string[]> {
  const places: string[] = []
  for (const key of keys) {
    await page.keyboard.press(key)
    places.push((await focusOf(page)).place)
  }
  return places
}

export const preview = (page: Page) => page.getByRole('region', { name: 'Check what you pasted' })

/** Pastes a block into a field with the keyboard; answers when the preview is there. */
export async function paste(page: Page, place: string, text: string): Promise<void> {
  await fillClipboard(page, text)
  await pasteHere(page, place)
}

/** The same, of what is on the clipboard. */
export async function pasteHere(page: Page, place: string): Promise<void> {
  await fieldAt(page, place).focus()
  await page.keyboard.press('Control+v')
  await preview(page).waitFor()
}

/** The rows of a preview: row, column, now, pasted, what happens. */
export async function previewRows(page: Page): Promise<string[][]> {
  const rows = preview(page).locator('tbody tr').filter({ visible: true })
  return Promise.all((await rows.all()).map((row) => row.locator('th, td').allInnerTexts()))
}

export const putIn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Put these in' }).click()
