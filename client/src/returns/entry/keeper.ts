/**
 * Writes what is unsent to the queue, one write after another, each with all that was typed by then. What
 * identifies somebody, or may be half of an identifier, is never written: it is on the page only, and the last
 * text of its figure that could be kept stays in its place.
 */
import type { FigureChange } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
import type { Journal, Queue } from './journal.ts'

type Kept = {
  journal: () => Journal
  /** Figures whose text may be half of an identifier. */
  held: ReadonlySet<Locator>
  /** Told after each write which figures are on this page only. */
  tell: (onPage: ReadonlySet<Locator>) => void
}

/** Nobody waits longer for a disk: what is typed is sent then, kept or not. */
const patience = 10_000

/** It is much, and comes after the page. */
export const loadGuard = () => import('../../privacy-guard.ts')

export class Keeper {
  readonly #queue: Queue
  readonly #kept: Kept
  /** The last change of each figure that could be kept, while it waits. */
  #safe = new Map<Locator, FigureChange>()
  #inPlaceOf: string[] = []
  #isStale = false
  #writing: Promise<void> | null = null

  constructor(queue: Queue, kept: Kept) {
    this.#queue = queue
    this.#kept = kept
  }

  /** Whether something typed is not written yet. */
  get isBusy(): boolean {
    return this.#writing !== null
  }

  /** Resolves when all that is typed by now is on the disk, or could not be put there. */
  async keep(): Promise<void> {
    this.#isStale = true
    this.#writing ??= this.#write()
    let limit: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<void>((resolve) => {
      limit = setTimeout(resolve, patience)
    })
    await Promise.race([this.#writing, late])
    clearTimeout(limit)
  }

  /** These are sent, and no longer what waits of their figures. */
  forget(locators: readonly Locator[]): void {
    for (const locator of locators) this.#safe.delete(locator)
  }

  /** The next write stands in place of this journal too. */
  takeOver(id: string): void {
    this.#inPlaceOf.push(id)
  }

  async #write(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false
      this.#kept.tell(await this.#written())
    }
    this.#writing = null
  }

  /** Answers the figures that could not be kept. */
  async #written(): Promise<Set<Locator>> {
    const over = [...this.#inPlaceOf]
    try {
      const { identifiesSomebody } = await loadGuard()
      const { journal, unsafe } = this.#judge(identifiesSomebody)
      await this.#queue.keep(journal, over)
      this.#inPlaceOf = this.#inPlaceOf.filter((id) => !over.includes(id))
      return unsafe
    } catch {
      const { batches, waiting } = this.#kept.journal()
      const changes = [...batches.flatMap((batch) => batch.changes), ...waiting]
      return new Set(changes.map(({ locator }) => locator))
    }
  }

  #judge(identifies: (value: unknown) => boolean): { journal: Journal; unsafe: Set<Locator> } {
    const { batches, waiting, pasted } = this.#kept.journal()
    const unsafe = new Set<Locator>()
    const isSafe = (change: FigureChange): boolean => {
      const safe = !identifies(change)
      if (!safe) unsafe.add(change.locator)
      return safe
    }
    const kept = waiting.flatMap((change): FigureChange[] => {
      const { locator } = change
      if (!this.#kept.held.has(locator) && isSafe(change)) return [change]
      unsafe.add(locator)
      const before = this.#safe.get(locator)
      return before ? [before] : []
    })
    this.#safe = new Map(kept.map((change) => [change.locator, change]))
    const sent = batches.map(({ changes, ...batch }) => ({ ...batch, changes: changes.filter(isSafe) }))
    const batchesKept = sent.filter(({ changes }) => changes.length > 0)
    return { journal: { batches: batchesKept, waiting: kept, pasted }, unsafe }
  }
}
