/**
 * 300 cells from a spreadsheet in a real Chromium, slowed down four times: from the paste to the preview drawn, and
 * from "Put these in" to what the checks say of them drawn. The floor is a bare page of as many fields that takes
 * the same block with ten lines of script, and neither reads, matches nor checks it.
 */
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../src/journeys/support/browser.ts'
import { freePort, startProgram } from '../src/journeys/support/running.ts'
import { quantile, type Measurement } from './figures.ts'
import { watchFor } from './paste-watch.ts'
import { categoryLabels, labels, leadOf, openWorld, returnOf } from './world.ts'

const slowdown = 4
const rounds = 12
/** Without the first, in which the browser still compiles what it runs. */
const warm = 2
const address = `/returns/${returnOf(0)}/sections/benchmark`
const first = '#figure-BEN-OP1-numerator'

/** Fifteen measures, each with its nine categories: 150 rows of two. Their categories do not come to their totals. */
const rows = labels
  .slice(0, 15)
  .flatMap((label, index) => [
    [label, '', String(40 + index), '100'],
    ...categoryLabels.map((category, at) => [label, `Part: ${category}`, String(3 + at), '10']),
  ])
const block = [['Measure', 'Breakdown', 'Figure', 'Out of'], ...rows]
  .map((row) => row.join('\t'))
  .join('\r\n')
const bareBlock = rows.map((row) => row.slice(2).join('\t')).join('\r\n')
const cells = rows.length * 2

async function openSection(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const data = { personId: leadOf(0) }
  await page.request.post('/api/demo/sign-in', { data, headers: { origin: url } })
  await page.goto(address)
  await page.locator(first).waitFor()
  await page.locator(first).focus()
  await page.waitForLoadState('networkidle')
  await page.evaluate((text) => navigator.clipboard.writeText(text), block)
  return page
}

const slow = async (page: Page): Promise<void> => {
  const debug = await page.context().newCDPSession(page)
  await debug.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

/** Presses a key and answers how long it took until something is drawn that matches. */
async function drawn(page: Page, key: string, selector: string): Promise<number> {
  await page.evaluate(watchFor, selector)
  await page.keyboard.press(key)
  await page.waitForFunction(() => window.drawnAfter !== null, undefined, { timeout: 60_000, polling: 20 })
  return page.evaluate(() => window.drawnAfter ?? Number.NaN)
}

type Timed = { toPreview: number[]; toFindings: number[] }

async function pasteIn(page: Page): Promise<Timed> {
  await slow(page)
  const timed: Timed = { toPreview: [], toFindings: [] }
  for (let round = 0; round < rounds; round++) {
    await page.locator(first).focus()
    timed.toPreview.push(await drawn(page, 'Control+v', '.app-paste button'))
    const told = await page.locator('.app-paste').innerText()
    if (!told.includes(`${cells} cells matched, 0 ignored, ${cells} would change`))
      throw new Error(told.slice(0, 300))
    await page.getByRole('button', { name: 'Put these in' }).focus()
    timed.toFindings.push(await drawn(page, 'Enter', 'main .app-finding--block'))
    await page.keyboard.press('Control+z')
    await page.locator('main .app-finding--block').first().waitFor({ state: 'detached' })
    await page.getByText(/^All changes saved/).waitFor({ timeout: 60_000 })
  }
  return timed
}

/** As many fields and nothing else, which take a block down and to the right. */
async function pasteBare(browser: Browser, url: string): Promise<number[]> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.evaluate((text) => navigator.clipboard.writeText(text), bareBlock)
  await page.evaluate(takeBlocks, cells + 100)
  await slow(page)
  const timed: number[] = []
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(() => document.body.removeAttribute('data-taken'))
    await page.locator('input').first().focus()
    timed.push(await drawn(page, 'Control+v', 'body[data-taken]'))
  }
  await context.close()
  return timed
}

function takeBlocks(fields: number): void {
  document.body.replaceChildren(
    ...Array.from({ length: fields }, () => {
      const line = document.createElement('p')
      line.append(document.createElement('input'))
      return line
    }),
  )
  document.addEventListener('paste', (event) => {
    event.preventDefault()
    const texts = event.clipboardData?.getData('text/plain').split(/[\t\n]/) ?? []
    for (const [at, field] of [...document.querySelectorAll('input')].entries()) field.value = texts[at] ?? ''
    document.body.dataset['taken'] = ''
  })
}

function measurements({ toPreview, toFindings }: Timed, bare: number[]): Measurement[] {
  const line = (words: string, values: number[]): Measurement[] =>
    [0.5, 0.98].map((share) => {
      const [value, floor] = [quantile(values.slice(warm), share), quantile(bare.slice(warm), share)]
      return {
        name: `${words}: ${cells} cells, ${slowdown}x slower, ${share * 100} of 100 within`,
        ...{ unit: 'ms', ours: value, floor, ratio: value / floor, better: 'lower' },
      }
    })
  return [
    ...line('paste to preview shown, against a bare page that takes them', toPreview),
    ...line('put in to findings shown, against the same', toFindings),
  ]
}

/** Nothing, after saying so, where there is no Chromium. */
export async function measurePaste(): Promise<Measurement[]> {
  const browser = await launchBrowser()
  if (!browser) return []
  const { path, database } = await openWorld('proportion')
  await database.close()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const stop = await startProgram('start', { DATABASE_URL: path, PORT: String(port) })
  try {
    const timed = await pasteIn(await openSection(browser, url))
    return measurements(timed, await pasteBare(browser, url))
  } finally {
    await browser.close()
    await stop()
  }
}
