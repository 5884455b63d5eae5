/** All that a page's origin keeps in this browser, as one text. */
import type { Page } from 'playwright-core'

export async function everythingKept(page: Page): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const stores = [localStorage, sessionStorage].map((store) => Object.entries(store))
    const cached: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const key of await cache.keys())
        cached.push(name, key.url, (await (await cache.match(key))?.text()) ?? '')
    }
    const places = [history.state, document.cookie, document.title, document.referrer, location.href]
    const databases = await indexedDB.databases()
    const workers = await navigator.serviceWorker.getRegistrations()
    return { stores, cached, places, databases, workers: workers.map(({ scope }) => scope) }
  })
  const files = await page.evaluate(async () => {
    const names: string[] = []
    const root = (await navigator.storage.getDirectory()) as unknown as { keys: () => AsyncIterable<string> }
    for await (const name of root.keys()) names.push(name)
    return names
  })
  const cookies = await page.context().cookies()
  const state = await page.context().storageState({ indexedDB: true })
  return JSON.stringify([inPage, files, cookies, state])
}
