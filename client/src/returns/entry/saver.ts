/**
 * Saves what is typed, figure by figure, one request at a time and in order. Everything is put into the queue on
 * this computer before it is sent, and taken out when the server has it; a request that got no answer is sent
 * again under the same key, so that it counts once, if need be by the next page. Nothing typed is ever dropped:
 * what the server refuses stays, with the reason beside it.
 */
import type { Locator } from '@inclusion/shared/locators'
import { NotConnected, ProblemError } from '../../api.ts'
import { mergeEdit, type Edit } from './edits.ts'
import { isHalfWritten } from './half-written.ts'
import type { Journal, Provenance, Queue } from './journal.ts'
import { Keeper } from './keeper.ts'
import { isPassing, sortRefusal } from './save-refusals.ts'
import { isSending, nothingTyped, without, type SaverState, type Send } from './saver-state.ts'
import { Unsent, type Marks } from './unsent.ts'

/** The most figures that one request of a setting's report may carry. */
const most = 200
/** Milliseconds without a key before what was typed is sent. */
const idleFor = 600
const longestWait = 15_000
/** Whoever signed in again elsewhere, and does not come back to this page. */
const signedOutFor = 60_000
/** Like `idleFor`, for a text that may break off inside an identifier, unless its field is left before. */
const halfWrittenFor = 30_000
/** So long a figure is marked as changed by somebody else. */
const newsFor = 300_000

export class Saver {
  readonly #send: Send
  readonly #unsent = new Unsent()
  readonly #queue: Queue | null
  readonly #keeper: Keeper | null
  #state: SaverState = nothingTyped
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Figures whose text may be half of an identifier: not sent while it is being typed, whatever else is. */
  readonly #held = new Set<Locator>()
  #release: ReturnType<typeof setTimeout> | undefined
  #running = false
  #failures = 0
  readonly #listeners = new Set<() => void>()

  constructor(send: Send, marks: Marks, queue: Queue | null = null) {
    this.#send = send
    this.#unsent.learn(marks)
    this.#queue = queue
    const kept = {
      journal: () => this.#unsent.journal(this.#state.conflicts),
      held: this.#held,
      tell: (onPage: ReadonlySet<Locator>) => this.#set({ onPage }),
    }
    this.#keeper = queue && new Keeper(queue, kept)
  }

  state = (): SaverState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes a change as it is typed; it is sent after a pause, or at `flush`. */
  change(locator: Locator, edit: Edit, provenance: Provenance = 'typed'): void {
    const { edits, refusals, news } = this.#state
    this.#hold(locator, isHalfWritten(edit, edits[locator] ?? {}))
    this.#unsent.add(locator, edit, provenance)
    this.#set({
      edits: { ...edits, [locator]: mergeEdit(edits[locator], edit) },
      refusals: without(refusals, locator),
      news: without(news, locator),
      refusal: null,
    })
    void this.#keeper?.keep()
    this.#later(idleFor)
  }

  /** Sends what waits now: a field was left, or the page is. */
  flush(): void {
    if (this.#held.size > 0) {
      this.#held.clear()
      void this.#keeper?.keep()
    }
    if (this.#state.phase !== 'not-connected') this.#later(0)
  }

  /** Tries again at once: the connection is back, or the person signed in again. */
  retry(): void {
    this.#failures = 0
    this.#later(0)
  }

  /** Takes over what earlier pages of this person left unsent on this computer, now and when they end. */
  async inherit(): Promise<void> {
    await this.#queue?.inherit((id, journal) => this.#takeOver(id, journal))
  }

  /** The person chose between both values of a figure. */
  resolve(locator: Locator, keep: 'mine' | 'theirs'): void {
    const conflict = this.#state.conflicts[locator]
    if (!conflict) return
    if (keep === 'theirs') return this.discard(locator)
    this.#unsent.insist(conflict)
    this.#set({ conflicts: without(this.#state.conflicts, locator) })
    void this.#keeper?.keep()
    this.#later(0)
  }

  /** The person gives up what they typed of a figure. */
  discard(locator: Locator): void {
    const { edits, conflicts, refusals } = this.#state
    this.#unsent.drop(locator)
    this.#set({
      edits: without(edits, locator),
      conflicts: without(conflicts, locator),
      refusals: without(refusals, locator),
    })
    void this.#keeper?.keep()
    this.#later(0)
  }

  /** The server's figures were fetched anew: edits that it has by now are no longer needed here. */
  rebase(marks: Marks): void {
    const changed = this.#unsent.learn(marks)
    this.#letGo()
    if (changed.length === 0) return
    const news = changed.map((locator) => {
      const { by = '', at = '' } = marks[locator]!
      return [locator, { by, at }] as const
    })
    this.#set({ news: { ...this.#state.news, ...Object.fromEntries(news) } })
    setTimeout(() => this.#set({ news: changed.reduce(without, this.#state.news) }), newsFor)
  }

  /** Whether the server would show something here that was not typed here. */
  isNews(locator: Locator, revision: number): boolean {
    return this.#unsent.isNews(locator, revision)
  }

  /** What was left by earlier pages was read: it need not be said on the next page. */
  acknowledge(): void {
    const { inherited, unsent } = this.#state
    this.#set({ inherited: new Set([...inherited].filter((locator) => unsent.has(locator))) })
  }

  /** Whether closing the page now would lose something, or leave what could be sent in a moment. */
  isAtRisk(): boolean {
    const { unsent, onPage } = this.#state
    if (unsent.size === 0) return false
    return !this.#keeper || this.#keeper.isBusy || onPage.size > 0 || isSending(this.#state)
  }

  /** Resolves when nothing more can be sent for now: true when all of it was saved. */
  async settled(patience = 3_000): Promise<boolean> {
    this.flush()
    const saved = () => this.#state.unsent.size === 0
    if (saved() || this.#state.phase === 'not-connected') return saved()
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(limit)
        leave()
        resolve(saved())
      }
      const limit = setTimeout(end, patience)
      const leave = this.subscribe(() => {
        if (saved() || !isSending(this.#state)) end()
      })
    })
  }

  #takeOver(id: string, journal: Journal): void {
    const left = this.#unsent.inherit(journal)
    this.#keeper?.takeOver(id)
    const { edits, inherited } = this.#state
    const laid = Object.entries(left).map(([at, edit]) => [at, mergeEdit(edits[at], edit)] as const)
    this.#set({
      edits: { ...edits, ...Object.fromEntries(laid) },
      inherited: new Set([...inherited, ...Object.keys(left)]),
    })
    void this.#keeper?.keep()
    this.#later(0)
  }

  #hold(locator: Locator, isHeld: boolean): void {
    this.#held.delete(locator)
    if (!isHeld) return
    this.#held.add(locator)
    clearTimeout(this.#release)
    this.#release = setTimeout(() => this.flush(), halfWrittenFor)
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#run(), milliseconds)
    if (this.#state.phase === 'idle' && this.#isWaiting()) this.#set({ phase: 'waiting' })
  }

  #waiting(): Locator[] {
    return this.#unsent.waiting().filter((locator) => !this.#state.conflicts[locator])
  }

  #isWaiting(): boolean {
    return this.#unsent.batches.length + this.#waiting().length > 0
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    try {
      while (this.#prepared()) {
        this.#set({ phase: 'saving' })
        await this.#keeper?.keep()
        if (!(await this.#sent())) break
      }
    } finally {
      this.#running = false
    }
    const isOver = isSending(this.#state) || this.#state.unsent.size === 0
    if (isOver) this.#set({ phase: this.#isWaiting() ? 'waiting' : 'idle' })
  }

  /** Whether there is a batch to send: the one that had no answer, else what waits. */
  #prepared(): boolean {
    const { batches } = this.#unsent
    while (batches[0]?.changes.length === 0) batches.shift()
    if (batches.length > 0) return true
    const waiting = this.#waiting().filter((locator) => !this.#held.has(locator))
    if (waiting.length === 0) return false
    const locators = this.#unsent.alike(waiting).slice(0, most)
    this.#unsent.take(locators)
    this.#keeper?.forget(locators)
    return true
  }

  /** Sends the first batch. Answers whether to go on at once with what is left. */
  async #sent(): Promise<boolean> {
    const { changes, key, provenance } = this.#unsent.batches[0]!
    try {
      const { revisions, savedAt } = await this.#send(changes, key, provenance)
      this.#unsent.saved(revisions)
      this.#failures = 0
      this.#set({ savedAt, refusal: null })
      this.#letGo()
      void this.#keeper?.keep()
      return true
    } catch (error) {
      return this.#failed(error)
    }
  }

  #failed(error: unknown): boolean {
    if (!(error instanceof ProblemError) || isPassing(error.problem)) {
      this.#failures += 1
      const words = error instanceof ProblemError ? error.problem.title : null
      this.#set({ phase: 'not-connected', refusal: words })
      this.#later(Math.min(longestWait, 500 * 2 ** this.#failures))
      if (!(error instanceof ProblemError) && !(error instanceof NotConnected)) throw error
      return false
    }
    const { type } = error.problem
    if (type === 'not-signed-in' || type === 'another-person') {
      this.#set({ phase: type === 'not-signed-in' ? 'signed-out' : type })
      this.#later(signedOutFor)
      return false
    }
    return this.#refused(error)
  }

  /** Sets aside what was refused, so that the rest of the batch is saved. */
  #refused({ problem }: ProblemError): boolean {
    const sorted = sortRefusal(problem, this.#unsent.batches[0]!.changes)
    const aside = this.#unsent.refused(sorted)
    const refusals = Object.fromEntries(aside.map((locator) => [locator, sorted.refusals[locator]!]))
    const named = Object.keys(sorted.conflicts).length + Object.keys(sorted.refusals).length
    this.#set({
      conflicts: { ...this.#state.conflicts, ...sorted.conflicts },
      refusals: { ...this.#state.refusals, ...refusals },
      ...(named === 0 && { phase: 'refused' as const, refusal: problem.detail ?? problem.title }),
    })
    void this.#keeper?.keep()
    return named > 0
  }

  /** Lets go of edits that the server has, in figures that were fetched since. */
  #letGo(): void {
    const { edits, conflicts } = this.#state
    const needed = Object.entries(edits).filter(
      ([locator]) => conflicts[locator] !== undefined || this.#unsent.isAhead(locator),
    )
    if (needed.length < Object.keys(edits).length) this.#set({ edits: Object.fromEntries(needed) })
  }

  #set(part: Partial<SaverState>): void {
    const next = { ...this.#state, ...part }
    const unsent = new Set([...this.#unsent.locators(), ...Object.keys(next.conflicts)])
    this.#state = { ...next, unsent }
    for (const listener of this.#listeners) listener()
  }
}
