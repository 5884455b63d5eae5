/**
 * Saves what is typed, figure by figure, one request at a time and in order. A request that got no answer
 * is sent again under the same key, so that it counts once; what is typed meanwhile waits its turn.
 * Nothing typed is ever dropped: what the server refuses stays on the page with the reason beside it.
 */
import type { FigureChange } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
import { mayBeHalfWritten } from '@inclusion/shared/privacy/half-written'
import { isPlainNumber } from '@inclusion/shared/privacy/plain-number'
import { NotConnected, ProblemError } from '../../api.ts'
import { mergeEdit, type Edit, type Edits } from './edits.ts'
import { isPassing, sortRefusal, type Conflict } from './save-refusals.ts'

export type Phase = 'idle' | 'waiting' | 'saving' | 'not-connected' | 'signed-out' | 'refused'

export type SaverState = {
  edits: Edits
  phase: Phase
  /** The instant of the last save on this page. */
  savedAt: string | null
  /** Figures with something that the server does not have. */
  unsent: ReadonlySet<Locator>
  /** Figures that somebody else changed meanwhile: the person chooses. */
  conflicts: Readonly<Record<Locator, Conflict>>
  /** Figures that the server would not take, and why. */
  refusals: Readonly<Record<Locator, string>>
  /** Why nothing can be saved now, in words; null otherwise. */
  refusal: string | null
}

/** How a figure came to be here: one request carries figures of one kind. */
export type Provenance = 'typed' | 'pasted'

export type Send = (
  changes: FigureChange[],
  key: string,
  provenance: Provenance,
) => Promise<{ revisions: Record<Locator, number>; savedAt: string | null }>

export type Marks = Readonly<Record<Locator, { revision: number }>>

/** The most figures that one request of a setting's report may carry. */
const most = 200
/** Milliseconds without a key before what was typed is sent. */
const idleFor = 600
const longestWait = 15_000
/** The same for a text that may break off inside an identifier, unless its field is left before. */
const halfWrittenFor = 30_000

type Batch = { changes: FigureChange[]; key: string; provenance: Provenance }

type Texts = Readonly<Record<string, string | null | undefined>>

/** What an edit holds beside plain numbers, which are never half of an identifier. */
function textsOf({ text, note, entries, evidence }: Edit): Texts {
  const odd = Object.entries(entries ?? {}).filter(([, typed]) => !isPlainNumber(typed))
  return { text, note, ...Object.fromEntries(odd), ...evidence }
}

/** Whether a text of the edit may break off inside an identifier, which nobody could tell yet. */
function isHalfWritten(edit: Edit, before: Edit): boolean {
  const was = textsOf(before)
  return Object.entries(textsOf(edit)).some(([part, typed]) => mayBeHalfWritten(typed ?? '', was[part] ?? ''))
}

export class Saver {
  #send: Send
  #state: SaverState = {
    edits: {},
    phase: 'idle',
    savedAt: null,
    unsent: new Set(),
    conflicts: {},
    refusals: {},
    refusal: null,
  }
  #revisions: Record<Locator, number> = {}
  #pending: Record<Locator, Edit> = {}
  /** What was refused, on this page only: the next change of the figure is sent together with it. */
  #aside: Record<Locator, Edit> = {}
  /** How each figure was last changed on this page. */
  #provenances: Record<Locator, Provenance> = {}
  #batch: Batch | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Figures whose text may be half of an identifier: not sent while it is being typed, whatever else is. */
  #held = new Set<Locator>()
  #release: ReturnType<typeof setTimeout> | undefined
  #running = false
  #failures = 0
  #listeners = new Set<() => void>()

  constructor(send: Send, marks: Marks) {
    this.#send = send
    this.#learn(marks)
  }

  state = (): SaverState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes a change as it is typed; it is sent after a pause, or at `flush`. */
  change(locator: Locator, edit: Edit, provenance: Provenance = 'typed'): void {
    const { edits, refusals } = this.#state
    this.#provenances[locator] = provenance
    this.#hold(locator, isHalfWritten(edit, edits[locator] ?? {}))
    this.#pending[locator] = mergeEdit(this.#pending[locator] ?? this.#aside[locator], edit)
    delete this.#aside[locator]
    const { [locator]: _, ...others } = refusals
    this.#set({
      edits: { ...edits, [locator]: mergeEdit(edits[locator], edit) },
      refusals: others,
      refusal: null,
    })
    this.#later(idleFor)
  }

  /** Sends what waits now: a field was left, or the page is. */
  flush(): void {
    this.#held.clear()
    if (this.#state.phase !== 'not-connected') this.#later(0)
  }

  /** Tries again at once: the connection is back, or the person signed in again. */
  retry(): void {
    this.#failures = 0
    this.#later(0)
  }

  /** The person chose between both values of a figure. */
  resolve(locator: Locator, keep: 'mine' | 'theirs'): void {
    const { [locator]: conflict, ...conflicts } = this.#state.conflicts
    if (!conflict) return
    this.#revisions[locator] = conflict.revision
    if (keep === 'theirs') {
      delete this.#pending[locator]
      const { [locator]: _, ...edits } = this.#state.edits
      this.#set({ conflicts, edits })
    } else {
      const { locator: _, revision: __, ...mine } = conflict.yours
      this.#pending[locator] = mergeEdit(mine, this.#pending[locator] ?? {})
      this.#set({ conflicts })
    }
    this.#later(0)
  }

  /** The server's figures were fetched anew: edits that it has by now are no longer needed here. */
  rebase(marks: Marks): void {
    this.#learn(marks)
    const { edits, unsent } = this.#state
    const needed = Object.entries(edits).filter(
      ([locator]) => unsent.has(locator) || (marks[locator]?.revision ?? 0) < (this.#revisions[locator] ?? 0),
    )
    if (needed.length < Object.keys(edits).length) this.#set({ edits: Object.fromEntries(needed) })
  }

  /** Resolves when nothing waits any more: true when all of it was saved. */
  async settled(patience = 3_000): Promise<boolean> {
    this.flush()
    const saved = () => this.#state.unsent.size === 0
    if (saved()) return true
    return new Promise((resolve) => {
      const end = (answer: boolean) => {
        clearTimeout(limit)
        leave()
        resolve(answer)
      }
      const limit = setTimeout(() => end(saved()), patience)
      const leave = this.subscribe(() => {
        if (saved()) end(true)
      })
    })
  }

  #learn(marks: Marks): void {
    for (const [locator, { revision }] of Object.entries(marks)) {
      const isOurs =
        locator in this.#pending || this.#batch?.changes.some((change) => change.locator === locator)
      // A figure that is being typed keeps the revision it was opened with: that is what shows a conflict.
      if (!isOurs) this.#revisions[locator] = Math.max(revision, this.#revisions[locator] ?? 0)
    }
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
    if (this.#state.phase === 'idle' && this.#waiting().length > 0) this.#set({ phase: 'waiting' })
  }

  #waiting(): Locator[] {
    return Object.keys(this.#pending).filter((locator) => !this.#state.conflicts[locator])
  }

  #sendable(): Locator[] {
    return this.#waiting().filter((locator) => !this.#held.has(locator))
  }

  #take(): Batch {
    const provenanceOf = (locator: Locator) => this.#provenances[locator] ?? 'typed'
    const sendable = this.#sendable()
    const provenance = provenanceOf(sendable[0]!)
    const locators = sendable.filter((each) => provenanceOf(each) === provenance).slice(0, most)
    const changes = locators.map((locator) => {
      const edit = this.#pending[locator]!
      delete this.#pending[locator]
      return { locator, revision: this.#revisions[locator] ?? 0, ...edit }
    })
    return { changes, key: crypto.randomUUID(), provenance }
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    while (this.#batch || this.#sendable().length > 0) {
      this.#batch ??= this.#take()
      this.#set({ phase: 'saving' })
      try {
        this.#saved(await this.#send(this.#batch.changes, this.#batch.key, this.#batch.provenance))
      } catch (error) {
        if (!this.#failed(error)) break
      }
    }
    this.#running = false
    if (!['saving', 'waiting'].includes(this.#state.phase)) return
    this.#set({ phase: this.#waiting().length > 0 ? 'waiting' : 'idle' })
  }

  #saved({ revisions, savedAt }: Awaited<ReturnType<Send>>): void {
    Object.assign(this.#revisions, revisions)
    this.#batch = null
    this.#failures = 0
    this.#set({ savedAt, refusal: null })
  }

  /** Whether to go on at once with what is left. */
  #failed(error: unknown): boolean {
    if (!(error instanceof ProblemError) || isPassing(error.problem)) {
      this.#failures += 1
      const words = error instanceof ProblemError ? error.problem.title : null
      this.#set({ phase: 'not-connected', refusal: words })
      this.#later(Math.min(longestWait, 500 * 2 ** this.#failures))
      if (!(error instanceof ProblemError) && !(error instanceof NotConnected)) throw error
      return false
    }
    if (error.problem.type === 'not-signed-in') {
      this.#set({ phase: 'signed-out' })
      return false
    }
    return this.#refused(error)
  }

  /** Sets aside what was refused, so that the rest of the batch is saved. */
  #refused({ problem }: ProblemError): boolean {
    const { changes } = this.#batch!
    const { conflicts, refusals: refused } = sortRefusal(problem, changes)
    this.#batch = null
    const refusals: Record<Locator, string> = {}
    for (const { locator, revision: _, ...edit } of changes) {
      const typedSince = this.#pending[locator]
      const isAside = locator in conflicts || (locator in refused && !typedSince)
      if (!isAside) this.#pending[locator] = mergeEdit(edit, typedSince ?? {})
      // What was typed since may have mended it: it is sent with that, and judged again.
      else if (locator in refused) {
        this.#aside[locator] = edit
        refusals[locator] = refused[locator]!
      }
    }
    const named = Object.keys(conflicts).length + Object.keys(refused).length
    this.#set({
      conflicts: { ...this.#state.conflicts, ...conflicts },
      refusals: { ...this.#state.refusals, ...refusals },
      ...(named === 0 && { phase: 'refused' as const, refusal: problem.detail ?? problem.title }),
    })
    return named > 0
  }

  #set(part: Partial<SaverState>): void {
    const next = { ...this.#state, ...part }
    const inBatch = this.#batch?.changes.map(({ locator }) => locator) ?? []
    const aside = [...Object.keys(next.conflicts), ...Object.keys(next.refusals)]
    this.#state = { ...next, unsent: new Set([...Object.keys(this.#pending), ...inBatch, ...aside]) }
    for (const listener of this.#listeners) listener()
  }
}
