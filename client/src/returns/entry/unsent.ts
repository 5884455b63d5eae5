/**
 * What is typed and not yet saved, and over which revision of each figure: what waits, what is sent, what was
 * refused. No clock, no network and no page.
 */
import type { FigureChange } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
import { mergeEdit, type Edit, type Edits } from './edits.ts'
import type { Batch, Journal, Provenance } from './journal.ts'
import type { Conflict } from './save-refusals.ts'

export type Marks = Readonly<Record<Locator, { revision: number; by?: string; at?: string }>>
type Conflicts = Readonly<Record<Locator, Conflict>>
type Refused = { conflicts: Conflicts; refusals: Readonly<Record<Locator, string>> }

const editOf = ({ locator: _, revision: __, ...edit }: FigureChange): Edit => edit

export class Unsent {
  readonly batches: Batch[] = []
  /** What was typed here, and waits. */
  readonly #pending: Record<Locator, Edit> = {}
  /** What waited on pages that ended, the newer over the older: it was typed before what is typed here. */
  readonly #left: Record<Locator, Edit> = {}
  /** What was refused, on this page only: the next change of the figure is sent together with it. */
  readonly #aside: Record<Locator, Edit> = {}
  /** Figures whose last change was pasted. */
  readonly #pasted = new Set<Locator>()
  /** The revision that a change of the figure is made over: the one its author saw. */
  readonly #over: Record<Locator, number> = {}
  /** The revision that was fetched last. */
  readonly #fetched: Record<Locator, number> = {}

  add(locator: Locator, edit: Edit, provenance: Provenance): void {
    this.#mark(locator, provenance)
    this.#pending[locator] = mergeEdit(this.#pending[locator] ?? this.#aside[locator], edit)
    delete this.#aside[locator]
  }

  waiting(): Locator[] {
    return [...new Set([...Object.keys(this.#left), ...Object.keys(this.#pending)])]
  }

  /** Every figure with something that the server does not have; those in conflict are for the caller to add. */
  locators(): Locator[] {
    return [...this.waiting(), ...Object.keys(this.#aside), ...this.#inBatches()]
  }

  has(locator: Locator): boolean {
    return this.#waits(locator) || locator in this.#aside || this.#inBatches().includes(locator)
  }

  /** Those that came here as the first of them did: what one request may carry. */
  alike(locators: readonly Locator[]): Locator[] {
    return locators.filter((locator) => this.#provenanceOf(locator) === this.#provenanceOf(locators[0]!))
  }

  /** Makes these, which are alike, a batch under a key of their own. */
  take(locators: readonly Locator[]): void {
    const provenance = this.#provenanceOf(locators[0]!)
    const changes = locators.map((locator) => ({ ...this.#place(locator), ...this.#waitingOf(locator) }))
    for (const locator of locators) this.#clear(locator)
    this.batches.push({ key: crypto.randomUUID(), changes, provenance })
  }

  /** The first batch is saved, and this is what its figures came to. */
  saved(revisions: Readonly<Record<Locator, number>>): void {
    this.batches.shift()
    for (const [locator, revision] of Object.entries(revisions)) {
      // The answer to a repeat is what it was then: somebody may have changed the figure since.
      this.#over[locator] = this.has(locator) ? revision : Math.max(revision, this.#fetched[locator] ?? 0)
    }
  }

  /**
   * Nothing of the first batch was saved: what is in conflict stands there, what was refused is set aside, all
   * else waits again, and so does what was to be sent after it. Answers what was set aside.
   */
  refused({ conflicts, refusals }: Refused): Locator[] {
    const [first, ...later] = this.batches.splice(0)
    for (const { changes, provenance } of later.toReversed())
      for (const change of changes) this.#putUnder(change, provenance)
    const { changes = [], provenance = 'typed' } = first ?? {}
    return changes
      .filter((change) => {
        const { locator } = change
        if (locator in conflicts) return false
        // What was typed since may have mended it: it is sent with that, and judged again.
        const isAside = locator in refusals && !this.#waits(locator)
        if (isAside) this.#aside[locator] = editOf(change)
        else this.#putUnder(change, provenance)
        return isAside
      })
      .map(({ locator }) => locator)
  }

  /** The person chose their own value over another's: it waits, over the revision they have seen now. */
  insist({ locator, yours, revision }: Conflict): void {
    this.#left[locator] = mergeEdit(editOf(yours), this.#left[locator] ?? {})
    this.#over[locator] = revision
  }

  drop(locator: Locator): void {
    this.#clear(locator)
    delete this.#aside[locator]
    this.#over[locator] = Math.max(this.#over[locator] ?? 0, this.#fetched[locator] ?? 0)
  }

  /** Takes what another page left. Answers what is unsent of its figures now. */
  inherit({ batches, waiting, pasted }: Journal): Edits {
    const since = waiting.filter((change) => !this.#isReplaced(change))
    const changes = [...batches.flatMap((batch) => batch.changes), ...since]
    for (const { locator, revision } of changes) this.#lower(locator, revision)
    for (const change of since)
      this.#left[change.locator] = mergeEdit(this.#left[change.locator], editOf(change))
    for (const locator of pasted) if (!(locator in this.#pending)) this.#pasted.add(locator)
    this.batches.push(...batches)
    return Object.fromEntries(changes.map(({ locator }) => [locator, this.#whole(locator)]))
  }

  /** Takes in what was fetched, and answers the figures that were changed elsewhere since. */
  learn(marks: Marks): Locator[] {
    return Object.entries(marks).flatMap(([locator, { revision }]) => {
      const isNews = this.isNews(locator, revision)
      this.#fetched[locator] = Math.max(revision, this.#fetched[locator] ?? 0)
      // A figure that is being typed keeps the revision it was opened with: that is what shows a conflict.
      if (this.has(locator)) return []
      this.#over[locator] = Math.max(revision, this.#over[locator] ?? 0)
      return isNews ? [locator] : []
    })
  }

  /** Whether a revision is more than what was fetched, and than what was sent from here. */
  isNews(locator: Locator, revision: number): boolean {
    const sent = this.#inBatches().filter((each) => each === locator).length
    return revision > Math.max(this.#fetched[locator] ?? 0, (this.#over[locator] ?? 0) + sent)
  }

  /** Whether what was typed here is newer than what was fetched. */
  isAhead(locator: Locator): boolean {
    return this.has(locator) || (this.#fetched[locator] ?? 0) < (this.#over[locator] ?? 0)
  }

  /** What is to be kept of what waits, was set aside or is in conflict: each figure as one change. */
  journal(conflicts: Conflicts): Journal {
    const aside = { ...this.#aside, ...Object.fromEntries(Object.entries(conflicts).map(yoursOf)) }
    const locators = new Set([...Object.keys(aside), ...this.waiting()])
    const waiting = [...locators].map((locator) => ({
      ...this.#place(locator),
      ...mergeEdit(aside[locator], this.#waitingOf(locator)),
      ...(conflicts[locator] && { revision: conflicts[locator].yours.revision }),
    }))
    const pasted = [...locators].filter((locator) => this.#pasted.has(locator))
    return { batches: this.batches, waiting, pasted }
  }

  #mark(locator: Locator, provenance: Provenance): void {
    if (provenance === 'pasted') this.#pasted.add(locator)
    else this.#pasted.delete(locator)
  }

  #provenanceOf(locator: Locator): Provenance {
    return this.#pasted.has(locator) ? 'pasted' : 'typed'
  }

  #inBatches(): Locator[] {
    return this.batches.flatMap(({ changes }) => changes.map(({ locator }) => locator))
  }

  #place(locator: Locator) {
    return { locator, revision: this.#over[locator] ?? 0 }
  }

  /** All of it was typed anew here, over a revision that was seen later: nothing of it is left to send. */
  #isReplaced(change: FigureChange): boolean {
    const pending = this.#pending[change.locator]
    return (
      pending !== undefined && JSON.stringify(mergeEdit(editOf(change), pending)) === JSON.stringify(pending)
    )
  }

  #waits(locator: Locator): boolean {
    return locator in this.#left || locator in this.#pending
  }

  #waitingOf(locator: Locator): Edit {
    return mergeEdit(this.#left[locator], this.#pending[locator] ?? {})
  }

  #clear(locator: Locator): void {
    delete this.#left[locator]
    delete this.#pending[locator]
  }

  #whole(locator: Locator): Edit {
    const sent = this.batches.flatMap(({ changes }) => changes.filter((each) => each.locator === locator))
    return mergeEdit(sent.map(editOf).reduce(mergeEdit, {}), this.#waitingOf(locator))
  }

  /** The change was typed before what waits of its figure. */
  #putUnder(change: FigureChange, provenance: Provenance): void {
    const { locator, revision } = change
    if (!this.#waits(locator)) this.#mark(locator, provenance)
    this.#lower(locator, revision)
    this.#left[locator] = mergeEdit(editOf(change), this.#left[locator] ?? {})
  }

  /** Two changes of a figure as one are made over the older revision: what its author did not see is shown. */
  #lower(locator: Locator, revision: number): void {
    this.#over[locator] = this.has(locator) ? Math.min(revision, this.#over[locator] ?? 0) : revision
  }
}

const yoursOf = ([locator, { yours }]: [Locator, Conflict]): [Locator, Edit] => [locator, editOf(yours)]
