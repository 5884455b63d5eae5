/** What a browser has to fetch before somebody can work, gzipped, from the manifest of the built client. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { startDemonstration } from './support/running.ts'

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

  it('the first route has neither the engine of checks nor zod', () => {
    const code = [...first].map((file) => readFileSync(`${dist}${file}`, 'utf8')).join('\n')
    expect([code.includes('ZodError'), code.includes('failedClosed')]).toEqual([false, false])
    const all = Object.values(manifest).filter(({ file }) => file.endsWith('.js'))
    const engine = all.filter(({ file }) => readFileSync(`${dist}${file}`, 'utf8').includes('failedClosed'))
    expect(engine.length).toBeGreaterThan(0)
  })
})
