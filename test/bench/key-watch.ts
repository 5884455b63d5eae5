/** Runs in the page: when each key was pressed, when its figure was painted, and when what the checks say was. */

export type Watched = { paint: number | null; shown: number | null }

declare global {
  interface Window {
    watched: Watched[]
  }
}

/** Starts watching. Milliseconds count from the key's own time stamp to the frame after the change. */
export function watchKeys(): void {
  let pressedAt = 0
  let pressed: Watched | null = null
  window.watched = []
  /** Calls back when the frame that holds what stands in the page now has been drawn. */
  const drawn = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', then)
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  document.addEventListener(
    'keydown',
    (event) => {
      const own: Watched = { paint: null, shown: null }
      pressedAt = event.timeStamp
      pressed = own
      window.watched.push(own)
      drawn(() => (own.paint = performance.now() - event.timeStamp))
    },
    { capture: true },
  )
  const isFinding = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest('.app-todo, .app-findings')
  new MutationObserver((records) => {
    const own = pressed
    if (!own || !records.some(({ target, addedNodes }) => [target, ...addedNodes].some(isFinding))) return
    pressed = null
    const at = pressedAt
    drawn(() => (own.shown = performance.now() - at))
  }).observe(document.querySelector('main')!, { subtree: true, childList: true, characterData: true })
}
