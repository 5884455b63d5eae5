/**
 * From the press of a key to saved, in a real Chromium, while nineteen others type into the same eight returns at a
 * human pace and all of them ask what the others did. The floor is one row in one durable transaction, written by
 * hand on the same disk between the presses, with a probe of the disk itself.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../src/journeys/support/browser.ts'
import { freePort, startProgram } from '../src/journeys/support/running.ts'
import { quantile, type Measurement } from './figures.ts'
import { changesFor, leadOf, openWorld, returnOf, writers } from './world.ts'

const editors = 20
const presses = 40
const warm = 4
/** Milliseconds between two changes of one of the others, and between two looks. */
const pace = 2_000
const lookEvery = 3_000
const field = '#figure-BEN-OP3-part-part-4-value'

type Took = { key: number[]; left: number[]; others: number[]; looks: number[] }

async function sessionOf(url: string, personId: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ personId }),
  })
  return { cookie: answer.headers.getSetCookie()[0]!.split(';')[0]!, origin: url }
}

async function fillIn(url: string): Promise<void> {
  for (let writer = 0; writer < writers; writer++) {
    const own = await sessionOf(url, leadOf(writer))
    const answer = await fetch(`${url}/api/returns/${returnOf(writer)}/figures`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...own },
      body: JSON.stringify({ changes: changesFor(0) }),
    })
    if (!answer.ok) throw new Error(`Filling in answered ${answer.status}`)
  }
}

/** Types one figure again and again, and asks what the others did, until it is told to stop. */
async function typeBeside(
  url: string,
  editor: number,
  { took, signal }: { took: Took; signal: AbortSignal },
) {
  const writer = editor % writers
  const own = await sessionOf(url, leadOf(writer))
  const address = `${url}/api/returns/${returnOf(writer)}`
  const type = async () => {
    for (let revision = 1; !signal.aborted; revision++) {
      await pause(revision === 1 ? (pace * editor) / editors : pace)
      // A category of a figure that nobody else types.
      const locator = `BEN-OP${editor}:part:part-7`
      const change = { locator, revision, entries: { value: String(10 + (revision % 7)) } }
      const started = performance.now()
      const answer = await fetch(`${address}/figures`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...own },
        body: JSON.stringify({ changes: [change] }),
      })
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      await answer.json()
      took.others.push(performance.now() - started)
    }
  }
  const look = async () => {
    let since = 0
    await pause((lookEvery * editor) / editors)
    while (!signal.aborted) {
      const started = performance.now()
      const answer = await fetch(`${address}/position?since=${since}`, { headers: own })
      since = ((await answer.json()) as { position: number }).position
      took.looks.push(performance.now() - started)
      await pause(lookEvery)
    }
  }
  await Promise.all([type(), look()])
}

/** Notes the moment of each key, of each blur, and of each time that the page says that all is saved. */
const watchSaving = (selector: string): void => {
  const moments: { key: number; left: number; saved: number } = { key: 0, left: 0, saved: 0 }
  Object.assign(window, { moments })
  const input = document.querySelector<HTMLInputElement>(selector)!
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') Object.assign(moments, { key: performance.now(), saved: 0 })
  })
  input.addEventListener('blur', () => Object.assign(moments, { left: performance.now() }))
  const words = document.querySelector('.app-saving__words')!
  const look = () => {
    if (words.textContent.startsWith('All changes saved')) moments.saved ||= performance.now()
    else moments.saved = 0
  }
  new MutationObserver(look).observe(words, { childList: true, characterData: true, subtree: true })
}

type Moments = { key: number; left: number; saved: number }

/** Presses a key and waits until it is saved; every other time the field is left at once. */
async function press(page: Page, turn: number, took: Took): Promise<void> {
  await page.locator(field).focus()
  await page.keyboard.press('End')
  await page.keyboard.press(turn % 4 < 2 ? '1' : 'Backspace')
  const leaves = turn % 2 === 1
  if (leaves) await page.keyboard.press('Tab')
  const moments = () => page.evaluate(() => (window as unknown as { moments: Moments }).moments)
  await page.waitForFunction(() => (window as unknown as { moments: Moments }).moments.saved > 0)
  const { key, left, saved } = await moments()
  if (turn < warm) return
  if (leaves) took.left.push(saved - left)
  else took.key.push(saved - key)
}

/** One row, one transaction, on the disk when it is done. */
function openFloor(path: string): { write: () => number; probe: () => number; close: () => void } {
  const database = new Database(`${path}.floor`)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE figures (locator TEXT PRIMARY KEY, value REAL, revision INTEGER) STRICT')
  const put = database.prepare(
    `INSERT INTO figures VALUES ('a', 1, 1) ON CONFLICT (locator) DO UPDATE SET value = value + 1, revision = revision + 1`,
  )
  const file = openSync(`${path}.probe`, 'w')
  const timed = (work: () => void): number => {
    const started = performance.now()
    work()
    return performance.now() - started
  }
  return {
    write: () => timed(() => put.run()),
    probe: () => {
      writeSync(file, 'x'.repeat(4096))
      return timed(() => fsyncSync(file))
    },
    close: () => {
      database.close()
      closeSync(file)
    },
  }
}

async function openPage(url: string, page: Page): Promise<void> {
  await page.request.post(`${url}/api/demo/sign-in`, {
    data: { personId: leadOf(0) },
    headers: { origin: url },
  })
  await page.goto(`${url}/returns/${returnOf(0)}/sections/benchmark`)
  await page.locator(field).waitFor({ state: 'attached' })
  await page.evaluate(() => {
    for (const toggle of document.querySelectorAll<HTMLElement>('.app-grid__toggle[aria-expanded="false"]'))
      toggle.click()
  })
  await page.waitForLoadState('networkidle')
  await page.evaluate(watchSaving, field)
}

type Floor = { rows: number[]; probes: number[] }

function measurements(took: Took, { rows, probes }: Floor): Measurement[] {
  const line = (name: string, values: number[], floors: number[]): Measurement[] =>
    [0.5, 0.99].map((share) => {
      const [ours, floor] = [quantile(values, share), quantile(floors, share)]
      const words = `${name}, ${editors} editors: ${share * 100} of 100 within`
      return { name: words, unit: 'ms', ours, floor, ratio: ours / floor, better: 'lower' }
    })
  return [
    ...line('key to saved, with the pause of 600 ms', took.key, rows),
    ...line('field left to saved', took.left, rows),
    ...line('the others’ saves over HTTP', took.others, rows),
    ...line('a look at what others did', took.looks, rows),
    {
      ...{ name: 'fsync probe between the presses', unit: 'ms', ours: quantile(probes, 0.5) },
      ...{ floor: null, ratio: null, better: 'lower' },
    },
  ]
}

/** Nothing, after saying so, where there is no Chromium. */
export async function measureKeys(): Promise<Measurement[]> {
  const browser = await launchBrowser()
  if (!browser) return []
  const { path, database } = await openWorld()
  await database.close()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const stop = await startProgram('start', { DATABASE_URL: path, PORT: String(port) })
  const floor = openFloor(path)
  const ending = new AbortController()
  try {
    await fillIn(url)
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await openPage(url, page)
    const took: Took = { key: [], left: [], others: [], looks: [] }
    const floors: Floor = { rows: [], probes: [] }
    const { signal } = ending
    const others = Array.from({ length: editors - 1 }, (_, index) =>
      typeBeside(url, index + 1, { took, signal }),
    )
    for (let turn = 0; turn < presses; turn++) {
      await press(page, turn, took)
      for (let row = 0; row < 5; row++) floors.rows.push(floor.write())
      floors.probes.push(floor.probe())
      await pause(300)
    }
    ending.abort()
    await Promise.all(others)
    return measurements(took, floors)
  } finally {
    ending.abort()
    floor.close()
    await browser.close()
    await stop()
  }
}
