/** Runs in the page: from the drop of a file to the paint of the counts, and how long the page was busy. */

export type Watched = {
  /** Milliseconds from the drop to the frame that shows the counts. */
  shown: number
  /** The longest that the page could not answer meanwhile. */
  busy: number
}

type Given = { address: string; name: string }

declare global {
  interface Window {
    dropped: File
  }
}

/** Fetches the file beforehand, so that only what follows the drop is measured. */
export async function fetchFile(given: Given): Promise<void> {
  const answer = await fetch(given.address)
  window.dropped = new File([await answer.blob()], given.name)
}

/** Drops it on the page as a mouse would. */
export function dropAndWatch(): Promise<Watched> {
  const place = document.querySelector('.app-drop')!
  const transfer = new DataTransfer()
  transfer.items.add(window.dropped)
  let busy = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) busy = Math.max(busy, duration)
  }).observe({ type: 'longtask' })
  const isShown = () =>
    [...document.querySelectorAll('.app-register caption')].some(
      ({ textContent }) => textContent === 'What was counted',
    )
  return new Promise((resolve) => {
    const droppedAt = performance.now()
    const drawn = () =>
      requestAnimationFrame(() => setTimeout(() => resolve({ shown: performance.now() - droppedAt, busy })))
    const observer = new MutationObserver(() => {
      if (!isShown()) return
      observer.disconnect()
      drawn()
    })
    observer.observe(document.querySelector('main')!, { subtree: true, childList: true })
    place.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  })
}

/** Decodes the file in a worker of this code that does nothing else; milliseconds inside the worker. */
export function decodeAlone(code: string): Promise<number> {
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const worker = new Worker(address)
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    worker.postMessage(window.dropped, [])
  })
}
