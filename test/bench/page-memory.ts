/** The most memory that the process of a page has held, its workers included: as Linux counts it. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'

/** Begins anew; what it answers gives the megabytes held at most since, over those held at the beginning. */
export async function watchMemory(browser: Browser): Promise<() => number> {
  const debug = await browser.newBrowserCDPSession()
  const { processInfo } = await debug.send('SystemInfo.getProcessInfo')
  await debug.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const before = pages.map((id) => {
    writeFileSync(`/proc/${id}/clear_refs`, '5')
    return megabytes(id, 'VmRSS')
  })
  return () => Math.max(...pages.map((id, at) => megabytes(id, 'VmHWM') - before[at]!))
}

/** A process that has ended held nothing more. */
function megabytes(id: number, name: string): number {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
