/**
 * A register in a real Chromium, from the drop of its file to the counts on the head's page, against the time
 * to merely decode the same file in a worker that does nothing else: CSV by TextDecoder and by Papa Parse,
 * XLSX by hucre. Rounds are interleaved; each has a page of its own, so that nothing is warm but the cache.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../src/journeys/support/browser.ts'
import { reportAddress } from '../src/journeys/support/counting.ts'
import { startDemonstration } from '../src/journeys/support/running.ts'
import { decodeAlone, dropAndWatch, fetchFile } from './drop-watch.ts'
import { median, type Measurement } from './figures.ts'
import { watchMemory } from './page-memory.ts'
import { csvRegister, workbookRegister, type RegisterFile } from './register-files.ts'

const rounds = 5
const sizes = [2_500, 25_000, 250_000]

type Decoder = { name: string; code: string }

/** A worker's code: what it imports is bundled as the client's own is. */
function decoder(name: string, imports: string, decode: string): Decoder {
  const source = `${imports}
    addEventListener('message', async ({ data }) => {
      const begun = performance.now()
      const bytes = new Uint8Array(await data.arrayBuffer())
      ${decode}
      postMessage(performance.now() - begun)
    })`
  const client = fileURLToPath(new URL('../../client/', import.meta.url))
  const how = ['--bundle', '--minify', '--format=iife', '--loader=js']
  const code = execFileSync(`${client}node_modules/.bin/esbuild`, how, { cwd: client, input: source })
  return { name, code: code.toString() }
}

const text = 'const text = new TextDecoder().decode(bytes)'
const decoders: Record<RegisterFile['kind'], () => Decoder[]> = {
  CSV: () => [
    decoder('TextDecoder alone', '', text),
    decoder('Papa Parse alone', "import Papa from 'papaparse'", `${text}; Papa.parse(text)`),
  ],
  XLSX: () => [decoder('hucre alone', "import { readXlsx } from 'hucre/xlsx'", 'await readXlsx(bytes)')],
}

const bare = '/bench/bare'

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const data = { personId: 'helen-achebe' }
  const answer = await context.request.post(`${url}/api/demo/sign-in`, { data, headers: { origin: url } })
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}`)
}

/** A page at an address, with the file at hand, closed after what is done there. */
async function onPage<T>(
  context: BrowserContext,
  address: string,
  { name }: RegisterFile,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await context.newPage()
  await page.goto(address)
  if (address !== bare) await page.locator('.app-drop').waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(fetchFile, { address: `/bench/${name}`, name })
  const worked = await work(page)
  await page.close()
  return worked
}

type Round = { shown: number; busy: number; memory: number; alone: number[]; aloneMemory: number[] }

async function measureRound(
  { browser, context }: { browser: Browser; context: BrowserContext },
  file: RegisterFile,
  alone: readonly Decoder[],
): Promise<Round> {
  const watched = await onPage(context, reportAddress, file, async (page) => {
    const held = await watchMemory(browser)
    const { shown, busy } = await page.evaluate(dropAndWatch)
    return { shown, busy, memory: held() }
  })
  const round: Round = { ...watched, alone: [], aloneMemory: [] }
  for (const { code } of alone)
    await onPage(context, bare, file, async (page) => {
      const held = await watchMemory(browser)
      round.alone.push(await page.evaluate(decodeAlone, code))
      round.aloneMemory.push(held())
    })
  return round
}

function measurementsOf(
  { kind, marks, bytes }: RegisterFile,
  alone: readonly Decoder[],
  measured: readonly Round[],
): Measurement[] {
  const megabytes = (bytes.length / 1e6).toFixed(1)
  const what = `${marks.toLocaleString('en-GB')} marks, ${kind} of ${megabytes} MB`
  const of = (part: 'shown' | 'busy' | 'memory') => median(measured.map((round) => round[part]))
  const against = alone.flatMap(({ name }, at): Measurement[] => [
    {
      ...{ name: `register to counts, against ${name}: ${what}`, unit: 'ms', ours: of('shown') },
      floor: median(measured.map((round) => round.alone[at]!)),
      ratio: median(measured.map((round) => round.shown / round.alone[at]!)),
      better: 'lower',
    },
    {
      ...{ name: `memory of the page, against ${name}: ${what}`, unit: 'MB', ours: of('memory') },
      floor: median(measured.map((round) => round.aloneMemory[at]!)),
      ratio: median(measured.map((round) => round.memory / round.aloneMemory[at]!)),
      better: 'lower',
    },
  ])
  const busy = `longest that the page could not answer: ${what}`
  return [...against, { name: busy, unit: 'ms', ours: of('busy'), floor: null, ratio: null, better: 'lower' }]
}

/** Nothing, after saying so, where there is no Chromium. */
export async function measureRegisters(): Promise<Measurement[]> {
  const browser = await launchBrowser()
  if (!browser) return []
  const service = await startDemonstration()
  try {
    const context = await browser.newContext({ baseURL: service.url })
    await signIn(context, service.url)
    const files = sizes.flatMap((marks) => [csvRegister(marks), workbookRegister(marks)])
    const alone = { CSV: decoders.CSV(), XLSX: decoders.XLSX() }
    const measured = new Map<RegisterFile, Round[]>(files.map((file) => [file, []]))
    await context.route(`**${bare}`, (route) => route.fulfill({ contentType: 'text/html', body: '<main>' }))
    for (let round = 0; round < rounds; round++)
      for (const file of files) {
        await context.route(`**/bench/${file.name}`, (route) => route.fulfill({ body: file.bytes }))
        measured.get(file)!.push(await measureRound({ browser, context }, file, alone[file.kind]))
        await context.unroute(`**/bench/${file.name}`)
      }
    return files.flatMap((file) => measurementsOf(file, alone[file.kind], measured.get(file)!))
  } finally {
    await browser.close()
    await service.stop()
  }
}
