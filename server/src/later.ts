/** Work that goes on after an answer was sent: started by a request, waited for or stopped with the service. */
import type { Logger } from 'pino'
import { describe } from './http/problems.ts'

/** Long work, in slices: it looks at the signal between them, and ends early once it is aborted. */
export type LaterWork = (signal: AbortSignal) => Promise<void>

export type Later = {
  start: (work: LaterWork) => void
  /** Tells what is under way to end, and waits until it has. */
  stop: () => Promise<void>
}

export function createLater(log: Logger): Later {
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  return {
    start(work) {
      const done = work(stopping.signal)
        .catch((error: unknown) => log.error({ error: describe(error) }, 'Work in the background failed'))
        .finally(() => underWay.delete(done))
      underWay.add(done)
    },
    async stop() {
      stopping.abort()
      await Promise.all(underWay)
    },
  }
}
