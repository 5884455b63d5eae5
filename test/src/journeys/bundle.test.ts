/** What a browser has to fetch before somebody can work, gzipped, from the manifest of the built client. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { still } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, signIn } from './support/visitors.ts'

const dist = fileURLToPath(new URL('../../../client/dist/', import.meta.url))

type Chunk = { file: string; src?: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }
type Manifest = Record<string, Chunk>

const kilobyte = 1024

const packed = (file: string): number => gzipSync(readFileSync(`${dist}${file}`)).length
const sum = (files: Iterable<string>): number => [...files].reduce((so, file) => so + packed(file), 0)

/** The files that a chunk needs before it runs. */
function filesOf(manifest: Manifest, name: string, known = new Set<string>()): Set<string> {
  const chunk = manifest[name]!
  if (known.has(chunk.file)) return known
  known.add(chunk.file)
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, known)
  return known
}

describe('The built client', () => {
  let manifest: Manifest
  let first: Set<string>

  beforeAll(async () => {
    // `start` builds the client where it is older than its sources.
    const service = await startDemonstration()
    await service.stop()
    manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8')) as Manifest
    const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!
    const home = Object.keys(manifest).find((name) => name.endsWith('home/home-page.tsx'))!
    first = filesOf(manifest, home, filesOf(manifest, entry))
  })

  it('its first route is at most 115 kB', () => {
    expect(sum(first)).toBeLessThanOrEqual(115 * kilobyte)
  })

  it('each other route adds at most 40 kB', () => {
    const routes = Object.keys(manifest).filter((name) => name.endsWith('-page.tsx'))
    const sizes = routes.map((name) => ({
      name,
      adds: sum([...filesOf(manifest, name)].filter((file) => !first.has(file))),
    }))
    expect(routes.length).toBeGreaterThan(15)
    expect(sizes.filter(({ adds }) => adds > 40 * kilobyte)).toEqual([])
  })

  it('its one stylesheet is at most 25 kB', () => {
    expect(packed('service.css')).toBeLessThanOrEqual(25 * kilobyte)
  })

  it('each file stands packed beside itself, and the shell names what every page needs', () => {
    const parts = Object.values(manifest).map(({ file }) => file)
    const scripts = parts.filter((file) => file.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(15)
    for (const file of [...scripts, 'service.css']) {
      const content = readFileSync(`${dist}${file}`)
      expect(brotliDecompressSync(readFileSync(`${dist}${file}.br`)).equals(content)).toBe(true)
      expect(gunzipSync(readFileSync(`${dist}${file}.gz`)).equals(content)).toBe(true)
    }
    const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!
    const shell = readFileSync(`${dist}index.html`, 'utf8')
    for (const file of filesOf(manifest, entry)) expect(shell).toContain(`/${file}"`)
  })

  it('no page brings the engine of checks, the list of names or zod: they come after it', () => {
    const code = (name: string) =>
      [...filesOf(manifest, name)].map((file) => readFileSync(`${dist}${file}`, 'utf8')).join('\n')
    const pages = Object.keys(manifest).filter((name) => name.endsWith('-page.tsx'))
    const heavy = pages.filter((name) => Object.values(marks).some((mark) => code(name).includes(mark)))
    expect(heavy).toEqual([])
    const parts = Object.values(manifest).map(({ file }) => file)
    const scripts = parts
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(`${dist}${file}`, 'utf8'))
    for (const mark of Object.values(marks))
      expect(scripts.some((script) => script.includes(mark))).toBe(true)
  })
})

/** Words that stand only in that part of the code. */
const marks = { engine: 'We could not check this', names: 'abdirahman', schemas: 'ZodError' }

describe('A browser', () => {
  let browser: Browser | null
  let service: Running

  beforeAll(async () => {
    browser = await launchBrowser()
    service = await startDemonstration()
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  /** Opens the page at an address; `parts` answers which heavy parts it has fetched by then. */
  async function openAt(person: string, address: string) {
    const { page, context } = await signIn(browser!, service, person)
    const fetched: Promise<string>[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) fetched.push(response.text().catch(() => ''))
    })
    await go(page, address)
    const parts = async () => {
      const code = (await Promise.all(fetched)).join('\n')
      return Object.entries(marks).flatMap(([part, mark]) => (code.includes(mark) ? [part] : []))
    }
    return { page, parts, close: () => context.close() }
  }

  it.each([
    ['Ruth Okafor', '/'],
    ['Ruth Okafor', '/returns'],
    ['Leila Haddad', '/reviews'],
    ['Leila Haddad', '/standards'],
    ['Leila Haddad', '/standards/scores'],
    ['Leila Haddad', '/standards/4.1'],
  ])('of %s at %s fetches neither the engine, nor names, nor schemas', async (person, address) => {
    if (!browser) return
    const { page, parts, close } = await openAt(person, address)
    await still(page)
    expect(await parts()).toEqual([])
    await close()
  })

  it('is sent files packed, and a stylesheet that did not change not at all', async () => {
    const ask = (path: string, headers: Record<string, string>) => fetch(`${service.url}${path}`, { headers })
    const shell = await ask('/sign-in', { 'accept-encoding': 'gzip' })
    expect(shell.headers.get('content-encoding')).toBe('gzip')
    const css = await ask('/service.css', { 'accept-encoding': 'br' })
    expect(css.headers.get('content-encoding')).toBe('br')
    expect(css.headers.get('vary')).toContain('Accept-Encoding')
    const plain = await ask('/service.css', { 'accept-encoding': 'identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(await css.text())
    const again = { 'accept-encoding': 'br', 'if-none-match': css.headers.get('etag')! }
    expect((await ask('/service.css', again)).status).toBe(304)
  })

  it('fetches the engine with a section of a return', async () => {
    if (!browser) return
    const section = '/returns/APM-E09000007-FY2025-26-Q3/sections/sessions-and-hours'
    const { parts, close } = await openAt('Ruth Okafor', section)
    await expect.poll(parts).toContain('engine')
    await close()
  })
})
