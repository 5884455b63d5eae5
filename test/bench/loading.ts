/**
 * A first visit on an old laptop and a slow line: four times slower, 400 kbit/s with 400 ms to the server and
 * back. Bytes as they travel, and milliseconds until the page can be used: its heading is there or, on the grid,
 * a key pressed in a field is shown. The floor is a bare React page of as many fields with the same stylesheet,
 * packed the same way. Each round has a browser of its own with an empty cache; rounds are interleaved.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../src/journeys/support/browser.ts'
import { freePort, startDemonstration } from '../src/journeys/support/running.ts'
import { median, type Measurement } from './figures.ts'

const rounds = 5
const slowdown = 4
const bytesASecond = 400_000 / 8
const roundTrip = 400

const client = fileURLToPath(new URL('../../client/', import.meta.url))
const section = '/returns/APM-E09000007-FY2025-26-Q3/sections/sessions-and-hours'

type Case = {
  name: string
  address: string
  /** A field to type in; the heading where there is none. */ field: string | null
}

const cases: Case[] = [
  { name: 'the home page', address: '/', field: null },
  { name: 'a section of a return', address: section, field: '#figure-APM-OP6-numerator' },
]

/** A page of `fields` inputs that React draws, and nothing else. */
function bareScript(fields: number): string {
  const source = `
    import { createElement as h, useState } from 'react'
    import { createRoot } from 'react-dom/client'
    const Field = ({ at }) => {
      const [value, type] = useState('')
      const typed = (event) => type(event.target.value)
      return h('p', null, h('label', null, 'Figure ' + at, h('input', { id: 'field-' + at, value, onChange: typed })))
    }
    const fields = Array.from({ length: ${fields} }, (_, at) => h(Field, { key: at, at }))
    createRoot(document.body).render(h('main', null, h('h1', null, 'Bare'), ...fields))`
  const how = [
    '--bundle',
    '--minify',
    '--format=esm',
    '--loader=js',
    '--define:process.env.NODE_ENV="production"',
  ]
  return execFileSync(`${client}node_modules/.bin/esbuild`, how, { cwd: client, input: source }).toString()
}

async function serveBare(fields: number): Promise<{ url: string; server: Server }> {
  const page =
    '<!doctype html><title>Bare</title><link rel="stylesheet" href="/service.css"><body></body><script type="module" src="/bare.js"></script>'
  const files: Record<string, [type: string, content: Buffer]> = {
    '/': ['text/html', brotliCompressSync(page)],
    '/bare.js': ['text/javascript', brotliCompressSync(bareScript(fields))],
    '/service.css': ['text/css', brotliCompressSync(readFileSync(`${client}dist/service.css`))],
  }
  const server = createServer((request, response) => {
    const [type, content] = files[request.url ?? ''] ?? []
    if (!type) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(content)
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, resolve))
  return { url: `http://localhost:${port}`, server }
}

type Visit = { kilobytes: number; milliseconds: number; fields: number }

/** Opens a page for the first time, slowed down, and waits until it can be used. */
async function visit(context: BrowserContext, address: string, field: string | null): Promise<Visit> {
  const page = await context.newPage()
  const debug = await context.newCDPSession(page)
  let bytes = 0
  debug.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await debug.send('Network.enable')
  await debug.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: roundTrip },
    ...{ downloadThroughput: bytesASecond, uploadThroughput: bytesASecond },
  })
  await debug.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const begun = performance.now()
  await page.goto(address, { waitUntil: 'commit', timeout: 120_000 })
  await page.locator('h1').first().waitFor({ timeout: 120_000 })
  if (field !== null) await typeInto(page, field)
  const milliseconds = performance.now() - begun
  const fields = await page.locator('main input').count()
  await page.waitForLoadState('networkidle')
  await page.close()
  return { kilobytes: bytes / 1024, milliseconds, fields }
}

/** A key is pressed, and stands in the field. */
async function typeInto(page: Page, field: string): Promise<void> {
  const input = page.locator(field)
  await input.waitFor({ timeout: 120_000 })
  const before = await input.inputValue()
  await input.press('9')
  await page.waitForFunction(
    ({ at, was }) => document.querySelector<HTMLInputElement>(at)?.value !== was,
    { at: field, was: before },
    { polling: 10 },
  )
}

async function signedIn(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url })
  const how = { data: { personId: 'ruth-okafor' }, headers: { origin: url } }
  const answer = await context.request.post('/api/demo/sign-in', how)
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}`)
  return context
}

async function measureCase(
  browser: Browser,
  url: string,
  { name, address, field }: Case,
): Promise<Measurement[]> {
  const ours: Visit[] = []
  const floors: Visit[] = []
  let bare: Awaited<ReturnType<typeof serveBare>> | null = null
  for (let round = 0; round < rounds; round++) {
    const context = await signedIn(browser, url)
    ours.push(await visit(context, address, field))
    await context.close()
    bare ??= await serveBare(ours[0]!.fields)
    const plain = await browser.newContext()
    floors.push(await visit(plain, bare.url, field === null ? null : '#field-3'))
    await plain.close()
  }
  bare?.server.close()
  const line = (words: string, unit: string, part: keyof Visit): Measurement => ({
    ...{ name: `${words}: ${name}, against a bare React page`, unit, better: 'lower' },
    ours: median(ours.map((each) => each[part])),
    floor: median(floors.map((each) => each[part])),
    ratio: median(ours.map((each, round) => each[part] / floors[round]![part])),
  })
  return [
    line('bytes of a first visit as they travel', 'kB', 'kilobytes'),
    line(`first visit to usable, ${slowdown}x slower on slow 3G`, 'ms', 'milliseconds'),
  ]
}

/** Nothing, after saying so, where there is no Chromium. */
export async function measureLoading(): Promise<Measurement[]> {
  const browser = await launchBrowser()
  if (!browser) return []
  const { url, stop } = await startDemonstration()
  try {
    const measured: Measurement[] = []
    for (const each of cases) measured.push(...(await measureCase(browser, url, each)))
    return measured
  } finally {
    await browser.close()
    await stop()
  }
}
