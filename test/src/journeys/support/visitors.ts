/** People in their own browsers, who sign in with the sign-in page's own buttons. */
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import type { Running } from './running.ts'

/** Milliseconds that a page may take to come to what is waited for: much on a cold machine, and none where it is there. */
export const patience = 45_000

export type Visitor = {
  page: Page
  context: BrowserContext
  /** What the browser complained of: errors in the console or in a script, and what the CSP refused. */
  complaints: string[]
}

/** Somebody who has not signed in, with an empty browser. */
export async function visit(browser: Browser, { url }: Pick<Running, 'url'>): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
  })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // Asked who is signed in, the service says that nobody is: the browser reports that as an error.
    if (isStranger(message)) return
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  return { page, context, complaints }
}

const isStranger = (message: ConsoleMessage): boolean =>
  message.location().url.endsWith('/api/me') && message.text().includes('401')

/** A person of the demonstration, signed in, at the page that was asked for. */
export async function signIn(
  browser: Browser,
  service: Pick<Running, 'url'>,
  name: string,
  at = '/',
): Promise<Visitor> {
  const visitor = await visit(browser, service)
  const { page } = visitor
  await page.goto(`/sign-in?next=${encodeURIComponent(at)}`)
  const button = page.getByRole('button', { name, exact: true })
  // Those of the other boroughs are folded away.
  if (!(await button.isVisible())) await page.getByText('Leads and certifiers of the other boroughs').click()
  await button.click()
  // The page that was left has a heading too.
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/sign-in'))
  await heading(page).waitFor()
  return visitor
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Goes to an address as a link in a letter does, and waits until the page is there. */
export async function go(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await heading(page).waitFor()
}

/** Follows a link by its words, and waits until the page it leads to has its heading. */
export async function follow(page: Page, words: string | RegExp, title: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: words }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
