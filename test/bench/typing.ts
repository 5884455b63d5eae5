/**
 * Typing in a real Chromium, slowed down four times: from the press of a key to its paint, and to the paint
 * of what the checks say of it. Every second key makes a finding appear, the others take it back. The peers
 * are the same page without the engine of checks, whose file it is refused, and a bare page of as many fields.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../src/journeys/support/browser.ts'
import { freePort, startProgram } from '../src/journeys/support/running.ts'
import { quantile, type Measurement } from './figures.ts'
import { watchKeys, type Watched } from './key-watch.ts'
import { changesFor, leadOf, openWorld, returnOf } from './world.ts'

const slowdown = 4
const presses = 46
const settleFor = 120

type Case = {
  name: string
  personId: string
  address: string
  /** A number field, and a digit that makes a finding appear when it is added there. */
  field: string
  digit: string
}

const cases: Case[] = [
  {
    name: 'a section of the demonstration’s return',
    personId: 'ruth-okafor',
    address: '/returns/APM-E09000007-FY2025-26-Q3/sections/sessions-and-hours',
    // Sessions attended: with one digit more they are above those offered.
    ...{ field: '#figure-APM-OP6-numerator', digit: '9' },
  },
  {
    name: 'a section of 200 fields',
    personId: leadOf(0),
    address: `/returns/${returnOf(0)}/sections/benchmark`,
    // One category: with one digit more the breakdown does not come to its total.
    ...{ field: '#figure-BEN-OP3-part-part-4-value', digit: '9' },
  },
]

async function signIn(page: Page, url: string, personId: string): Promise<void> {
  const answer = await page.request.post('/api/demo/sign-in', {
    data: { personId },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`Signing in as ${personId} answered ${answer.status()}`)
}

/** The figures of the wide return, all of them right. */
async function fillIn(page: Page, url: string): Promise<void> {
  const data = { changes: changesFor(0) }
  const answer = await page.request.put(`/api/returns/${returnOf(0)}/figures`, {
    data,
    headers: { origin: url },
  })
  // A second visit finds them there.
  if (!answer.ok() && answer.status() !== 409) throw new Error(`Filling in answered ${answer.status()}`)
}

/** A page of its own, where the case's field can be typed into. */
async function openPage(
  context: BrowserContext,
  url: string,
  each: Case,
  withEngine: boolean,
): Promise<Page> {
  const { personId, address, field } = each
  const page = await context.newPage()
  if (!withEngine) await page.route(/\/assets\/run-checks-/, (route) => route.abort())
  await signIn(page, url, personId)
  if (personId === leadOf(0)) await fillIn(page, url)
  await page.goto(address)
  await page.locator(field).waitFor({ state: 'attached' })
  await page.evaluate(unfoldAll)
  // The engine comes after the page.
  await page.waitForLoadState('networkidle')
  return page
}

/** A page with as many fields and nothing else: what the browser itself takes. */
async function openBarePage(context: BrowserContext, fields: number): Promise<Page> {
  const page = await context.newPage()
  const rows = Array.from(
    { length: fields },
    (_, index) => `<p><label>Figure ${index} <input type="text" id="field-${index}"></label></p>`,
  )
  await page.setContent(`<main>${rows.join('')}</main>`)
  return page
}

/** Presses keys in a field, slowed down, and answers what was watched of each. */
async function press(page: Page, field: string, digit: string, withFindings: boolean): Promise<Watched[]> {
  await page.locator(field).focus()
  await page.keyboard.press('End')
  const debug = await page.context().newCDPSession(page)
  await debug.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.evaluate(watchKeys)
  for (let turn = 0; turn < presses; turn++) {
    await page.keyboard.press(turn % 2 === 0 ? digit : 'Backspace')
    await page.waitForFunction(isWatched, withFindings, { timeout: 10_000, polling: 20 })
    await page.waitForTimeout(settleFor)
  }
  return page.evaluate(() => window.watched)
}

type Typed = { fields: number; ours: Watched[]; withoutEngine: Watched[]; bare: Watched[] }

async function typeInto(browser: Browser, url: string, each: Case): Promise<Typed> {
  const { field, digit } = each
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } })
  const page = await openPage(context, url, each, true)
  const fields = await page.locator('main input[type="text"]').count()
  const ours = await press(page, field, digit, true)
  await page.close()
  const idle = await openPage(context, url, each, false)
  const withoutEngine = await press(idle, field, digit, false)
  await idle.close()
  const bare = await press(await openBarePage(context, fields), '#field-3', digit, false)
  await context.close()
  return { fields, ours, withoutEngine, bare }
}

const unfoldAll = (): void => {
  const toggles = document.querySelectorAll<HTMLElement>('.app-grid__toggle[aria-expanded="false"]')
  for (const toggle of toggles) toggle.click()
}

const isWatched = (withFindings: boolean): boolean => {
  const last = window.watched.at(-1)
  return Boolean(last?.paint) && (!withFindings || Boolean(last?.shown))
}

/** Without the first keys, in which the browser still compiles what it runs. */
const warm = 6

function measurements({ name }: Case, { fields, ours, withoutEngine, bare }: Typed): Measurement[] {
  const of = (keys: readonly Watched[], part: keyof Watched) =>
    keys.slice(warm).flatMap((key) => key[part] ?? [])
  const line = (words: string, values: number[], floors: number[]): Measurement[] =>
    [0.5, 0.98].map((share) => {
      const [value, floor] = [quantile(values, share), quantile(floors, share)]
      return {
        name: `${words}: ${name}, ${fields} fields, ${slowdown}x slower, ${share * 100} of 100 within`,
        ...{ unit: 'ms', ours: value, floor, ratio: value / floor, better: 'lower' },
      }
    })
  return [
    ...line('key to paint, against without checks', of(ours, 'paint'), of(withoutEngine, 'paint')),
    ...line(
      'key to findings shown, against paint without checks',
      of(ours, 'shown'),
      of(withoutEngine, 'paint'),
    ),
    ...line(
      'key to paint without checks, against a bare page',
      of(withoutEngine, 'paint'),
      of(bare, 'paint'),
    ),
  ]
}

/** Nothing, after saying so, where there is no Chromium. */
export async function measureTyping(): Promise<Measurement[]> {
  const browser = await launchBrowser()
  if (!browser) return []
  const { path, database } = await openWorld()
  await database.close()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const stop = await startProgram('start', { DATABASE_URL: path, PORT: String(port) })
  try {
    const measured: Measurement[] = []
    for (const each of cases) measured.push(...measurements(each, await typeInto(browser, url, each)))
    return measured
  } finally {
    await browser.close()
    await stop()
  }
}
