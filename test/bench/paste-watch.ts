/** Runs in the page: how long after the last key something was drawn that was not there before. */

declare global {
  interface Window {
    /** Milliseconds from the key's own time stamp to the frame after it; null until then. */
    drawnAfter: number | null
  }
}

/** Waits for the first element that matches; of a page without a framework, for the first change of a value. */
export function watchFor(selector: string): void {
  window.drawnAfter = null
  let pressedAt = 0
  const watch = new AbortController()
  const seen = () => {
    if (!document.querySelector(selector) || watch.signal.aborted) return
    watch.abort()
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => (window.drawnAfter = performance.now() - pressedAt))
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  }
  const press = ({ timeStamp }: KeyboardEvent) => (pressedAt = timeStamp)
  document.addEventListener('keydown', press, { capture: true, signal: watch.signal })
  const observer = new MutationObserver(seen)
  observer.observe(document.body, { subtree: true, childList: true, attributes: true })
  watch.signal.addEventListener('abort', () => observer.disconnect())
}
