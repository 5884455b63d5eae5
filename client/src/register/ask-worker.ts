/** Asks the worker, one request at a time and in order; of counts and searches only the latest matters. */
import type { Act, Acts, Progress, Report, Request } from './protocol.ts'

/** Told, or failed for a reason to show, or overtaken by a later request of its kind. */
export type Answer<A extends Act> =
  | { kind: 'told'; told: Acts[A]['told'] }
  | { kind: 'failed'; why: string }
  | { kind: 'overtaken' }

type Waiting = { request: Request; answer: (answer: Answer<Act>) => void }

const latestOnly: ReadonlySet<Act> = new Set(['count', 'find'])

const lost =
  'Your files could not be read on this computer: it may be short of memory. Close other tabs and drop them again, or type the counts.'

export class RegisterWorker {
  #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  #onProgress: (progress: Progress | null) => void
  #waiting: Waiting[] = []
  #current: Waiting | null = null
  #id = 0
  /** It ended by itself: it holds nothing any more. */
  isLost = false

  constructor(onProgress: (progress: Progress | null) => void) {
    this.#onProgress = onProgress
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Report>) => this.#hear(data))
    // What the browser would print of it may hold words of the file.
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault()
      this.#lose()
    })
    this.#worker.addEventListener('messageerror', () => this.#lose())
  }

  ask<A extends Act>(act: A, asked: Acts[A]['asked']): Promise<Answer<A>> {
    this.#id += 1
    const request = { id: this.#id, act, asked } as Request
    if (latestOnly.has(act)) {
      for (const older of this.#waiting.filter((each) => each.request.act === act))
        older.answer({ kind: 'overtaken' })
      this.#waiting = this.#waiting.filter((each) => each.request.act !== act)
    }
    return new Promise((resolve) => {
      this.#waiting.push({ request, answer: resolve })
      this.#next()
    })
  }

  /** Ends it: what it held is forgotten, and what it was asked is never answered. */
  stop(): void {
    this.#worker.terminate()
    this.#waiting = []
    this.#current = null
    this.#onProgress(null)
  }

  #next(): void {
    if (this.#current || this.#waiting.length === 0) return
    this.#current = this.#waiting.shift()!
    this.#worker.postMessage(this.#current.request, {})
  }

  #hear(report: Report): void {
    const current = this.#current
    if (!current || report.id !== current.request.id) return
    if (report.kind === 'progress') return this.#onProgress(report.progress)
    this.#current = null
    this.#onProgress(null)
    const { act } = current.request
    const isOvertaken = latestOnly.has(act) && this.#waiting.some(({ request }) => request.act === act)
    if (isOvertaken) current.answer({ kind: 'overtaken' })
    else if (report.kind === 'failed') current.answer({ kind: 'failed', why: report.why })
    else current.answer({ kind: 'told', told: report.told })
    this.#next()
  }

  #lose(): void {
    this.isLost = true
    const all = this.#current ? [this.#current, ...this.#waiting] : this.#waiting
    this.stop()
    for (const each of all) each.answer({ kind: 'failed', why: lost })
  }
}
