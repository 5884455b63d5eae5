/** Counts what came of what was typed: what is stored of a figure, and each time that it was changed. */
import type { HistoryEvent } from '@inclusion/server/returns/history'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { APIRequestContext, Page } from 'playwright-core'

export type Place = { url: string; returnId: string }

export async function readView(request: APIRequestContext, { url, returnId }: Place): Promise<ReturnView> {
  const answer = await request.get(`${url}/api/returns/${returnId}`)
  return (await answer.json()) as ReturnView
}

/** What a figure is stored as, and how often it was changed. */
export async function stored(request: APIRequestContext, place: Place, indicator: string) {
  const { checkInput, marks } = await readView(request, place)
  return {
    value: checkInput.figures[indicator]?.value ?? null,
    revision: marks[indicator]?.revision ?? 0,
    by: marks[indicator]?.by ?? null,
  }
}

/** Each value that a figure was given, in order, from the audit trail. */
export async function trailOf(
  request: APIRequestContext,
  { url, returnId }: Place,
  indicator: string,
): Promise<number[]> {
  const address = `${url}/api/returns/${returnId}/history?locator=${indicator}`
  const events = (await (await request.get(address)).json()) as HistoryEvent[]
  return events.toReversed().flatMap(({ detail }) => {
    const lines = (detail['figures'] ?? []) as [string, number, number | null][]
    return lines.flatMap(([, , value]) => (value === null ? [] : [value]))
  })
}

/** All that waits on this computer, as one text. */
export async function everythingQueued(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const request = indexedDB.open('inclusion-returns')
        // Asked before the page has made it: it is the page's to make, with what it puts there.
        request.addEventListener('upgradeneeded', () => {
          request.transaction?.abort()
          resolve('')
        })
        request.addEventListener('error', () => reject(request.error ?? new Error('Not opened')))
        request.addEventListener('success', () => {
          const database = request.result
          const rows = database.transaction('journals').objectStore('journals').getAll()
          rows.addEventListener('success', () => {
            database.close()
            resolve(JSON.stringify(rows.result))
          })
        })
      }),
  )
}
