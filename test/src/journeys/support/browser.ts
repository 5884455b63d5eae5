/**
 * A real Chromium for the journeys: CHROMIUM_PATH, or `chromium` on the PATH (Debian package chromium).
 * Without one the journeys say loudly that they were skipped; with REQUIRE_BROWSER=1 that is an error.
 */
import { chromium, type Browser } from 'playwright-core'
import { onPath } from '../../support/on-path.ts'

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A browser with an empty profile, which the caller closes; null, after saying so, where there is none. All
 * that it asks for goes through `proxy`, where one is given.
 */
export async function launchBrowser(proxy?: string): Promise<Browser | null> {
  const executablePath = pathOfBrowser()
  const through = proxy ? { proxy: { server: proxy, bypass: '<-loopback>' } } : {}
  if (executablePath) return chromium.launch({ executablePath, headless: true, args: flags, ...through })
  const sentence = 'The browser journeys were SKIPPED: chromium was not found (Debian package chromium).'
  if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(`${sentence} REQUIRE_BROWSER=1 forbids that.`)
  console.warn(`\n*** ${sentence} Set CHROMIUM_PATH to use a browser of your own. ***\n`)
  return null
}

export const pathOfBrowser = (): string | undefined => process.env['CHROMIUM_PATH'] ?? onPath('chromium')
