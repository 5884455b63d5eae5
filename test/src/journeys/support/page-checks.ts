/** What every page promises, as lists of what is wrong with the page at hand: empty when nothing is. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const results = fileURLToPath(new URL('../../../../test-results/', import.meta.url))
const phone = { width: 320, height: 640 }
const desk = { width: 1280, height: 900 }

declare const axe: { run: (context: Document, options: object) => Promise<AxeResults> }

/** Violations by axe (WCAG 2.0 to 2.2, A and AA, best practice), one line for each element at fault. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated through the debugger, so that the service's own CSP stays as it is.
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(
    (values) => axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    tags,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} at ${target.join(' ')}: ${html.slice(0, 160)}`),
  )
}

/** What reaches past the right edge of a 320 px screen. The window is put back to its size afterwards. */
export async function overflowFaults(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? desk
  await page.setViewportSize(phone)
  await settled(page)
  const faults = await page.evaluate((width) => {
    const wide = document.documentElement.scrollWidth
    if (wide <= width) return []
    const culprits = [...document.body.querySelectorAll('*')]
      .filter(
        (element) => element.getBoundingClientRect().right > width + 1 && !element.closest('.app-table'),
      )
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
    return [`the page is ${wide} px wide: ${culprits.join(', ')}`]
  }, phone.width)
  await page.setViewportSize(before)
  return faults
}

/**
 * Walks the page with the Tab key from its top to its end. Faults: a stop that cannot be seen, or has no
 * name, and a stop that never comes to an end. `stops` names what was reached, in order.
 */
export async function walkByKeyboard(page: Page, most = 800): Promise<{ stops: string[]; faults: string[] }> {
  // The walk begins at the top, wherever the focus was before.
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
  const stops: string[] = []
  const faults: string[] = []
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(describeFocus)
    if (stop === null) return { stops, faults }
    if (stop.name === '') faults.push(`a stop without a name: ${stop.html}`)
    if (!stop.visible) faults.push(`a stop that cannot be seen: ${stop.name || stop.html}`)
    stops.push(stop.name)
  }
  return { stops, faults: [...faults, `the keyboard did not come to the end within ${most} stops`] }
}

/** Runs in the page: the element with the focus; null when the focus has left the document. */
function describeFocus(): { name: string; visible: boolean; html: string } | null {
  const element = document.activeElement
  if (!element || element === document.body) return null
  const { width, height } = element.getBoundingClientRect()
  const labels = [...document.querySelectorAll('label')].filter(({ control }) => control === element)
  const byId = (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id))
  const words = [
    element.getAttribute('aria-label'),
    ...byId.map((named) => named?.textContent),
    ...labels.map((label) => label.textContent),
    element.textContent,
  ]
  const name =
    words
      .find((text) => text?.trim())
      ?.trim()
      .replaceAll(/\s+/g, ' ') ?? ''
  return { name, visible: width > 0 && height > 0, html: element.outerHTML.slice(0, 160) }
}

/** What can be used on the page and was not among the stops of a walk, by name; radios are one stop a group. */
export async function unreachedFaults(page: Page, stops: readonly string[]): Promise<string[]> {
  const controls = page
    .locator('a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary')
    .filter({ visible: true })
  const wanted = await controls.evaluateAll(
    (elements) => elements.filter((each) => !each.matches('[type=radio], [tabindex="-1"]')).length,
  )
  const reached = stops.length
  return reached >= wanted
    ? []
    : [`${wanted} controls, but the keyboard reached ${reached}: ${stops.join(' | ')}`]
}

/** What is cut off at 200% zoom: half the room of a desk's screen, drawn twice as large. */
export async function zoomFaults(page: Page): Promise<string[]> {
  const debug = await page.context().newCDPSession(page)
  await debug.send('Emulation.setDeviceMetricsOverride', {
    ...{ width: desk.width / 2, height: desk.height / 2 },
    ...{ deviceScaleFactor: 2, mobile: false },
  })
  await settled(page)
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: window.innerWidth,
  }))
  await debug.send('Emulation.clearDeviceMetricsOverride')
  await debug.detach()
  return wide <= room && room === desk.width / 2
    ? []
    : [`the page is ${wide} px wide at 200% zoom, in ${room} px`]
}

/** How many pages the page fills when it is printed on A4. */
export async function pagesOnPaper(page: Page): Promise<number> {
  const file = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  return file.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** Pictures of the whole page at 1280 and 320 px, in test-results/, for people to look at. */
export async function takePictures(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? desk
  for (const size of [desk, phone]) {
    await page.setViewportSize(size)
    await settled(page)
    // A window as high as the page, so that what keeps to its foot is not drawn across the middle.
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width: size.width, height: Math.min(height, 6000) })
    await settled(page)
    await page.screenshot({ path: `${results}${name}-${size.width}.png`, fullPage: true })
  }
  await page.setViewportSize(before)
}

/**
 * Waits until a page that was gone to is whole: nothing is fetched any more, and nothing is drawn that was fetched,
 * for as long as a browser with too little of the machine may take between the two.
 */
export async function still(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(
    (quiet) =>
      new Promise<void>((done) => {
        let timer: ReturnType<typeof setTimeout>
        const observer = new MutationObserver(() => wait())
        const end = () => {
          observer.disconnect()
          done()
        }
        const wait = () => {
          clearTimeout(timer)
          timer = setTimeout(() => requestIdleCallback(end), quiet)
        }
        observer.observe(document, { subtree: true, childList: true, characterData: true })
        wait()
      }),
    150,
  )
}

/** Two frames on, when what watches the size of its box has been drawn again. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}
