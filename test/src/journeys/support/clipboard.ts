/** A real clipboard, as spreadsheets fill it: put there by the page's own browser, pasted with its own keys. */
import type { Page } from 'playwright-core'

/** Lets the page's browser read and write its clipboard without asking. */
export const allowClipboard = (page: Page): Promise<void> =>
  page.context().grantPermissions(['clipboard-read', 'clipboard-write'])

export const fillClipboard = (page: Page, text: string): Promise<void> =>
  page.evaluate((plain) => navigator.clipboard.writeText(plain), text)

/** A table alone, as pages and some programs give it. */
export const fillWithHtml = (page: Page, html: string): Promise<void> =>
  page.evaluate((markup) => {
    const item = new ClipboardItem({ 'text/html': new Blob([markup], { type: 'text/html' }) })
    return navigator.clipboard.write([item])
  }, html)

export const readClipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText())

/** What is on the clipboard as HTML. */
export const readHtml = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    return (await item!.getType('text/html')).text()
  })
