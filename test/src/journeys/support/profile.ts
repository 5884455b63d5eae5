/** A browser whose profile is on the disk, as on a person's own computer: it can be killed, and opened again. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { flags, pathOfBrowser } from './browser.ts'
import type { Running } from './running.ts'
import { patience } from './visitors.ts'

export type Computer = {
  context: () => BrowserContext
  /** Signs in with the demonstration's own request, as somebody who comes back does. */
  signIn: (personId: string) => Promise<void>
  page: (address: string) => Promise<Page>
  /** Ends the whole browser at once: none of its pages is told. */
  kill: () => Promise<void>
  open: () => Promise<void>
  /** Ends it and removes its profile. */
  throwAway: () => Promise<void>
}

type Browser = { context: BrowserContext; kill: () => Promise<void> }

export async function openComputer({ url }: Pick<Running, 'url'>): Promise<Computer> {
  const folder = mkdtempSync(join(tmpdir(), 'inclusion-profile-'))
  let browser = await start(folder)
  const context = () => browser.context
  return {
    context,
    async signIn(personId) {
      const answer = await context().request.post(`${url}/api/demo/sign-in`, {
        data: { personId },
        headers: { origin: url },
      })
      if (!answer.ok()) throw new Error(`Signing in as ${personId} answered ${answer.status()}`)
    },
    async page(address) {
      const page = await context().newPage()
      await page.goto(`${url}${address}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      return page
    },
    kill: () => browser.kill(),
    async open() {
      browser = await start(folder)
    },
    async throwAway() {
      await browser.kill()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function start(folder: string): Promise<Browser> {
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank']
  // A process group of its own, so that what it started ends with it.
  const child = spawn(pathOfBrowser()!, [...flags, ...own], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (found) resolve(found[1]!)
    })
    void ended.then(() => reject(new Error(`The browser ended before it listened: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const context = browser.contexts()[0]!
  context.setDefaultTimeout(patience)
  const kill = async () => {
    process.kill(-child.pid!, 'SIGKILL')
    await ended
    await browser.close().catch(() => {})
  }
  return { context, kill }
}
