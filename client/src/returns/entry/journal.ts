/** What is typed and not yet saved, as it is kept on this computer until the server has it. */
import type { FigureChange } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'

/** How a figure came to be here: one request carries figures of one kind. */
export type Provenance = 'typed' | 'pasted'

/** Changes that are sent together, once, under one key: also after a reload, when their answer was lost. */
export type Batch = { key: string; changes: FigureChange[]; provenance: Provenance }

export type Journal = {
  /** In the order in which they were, or will be, sent. */
  batches: Batch[]
  /** What waits to be sent after them, each over the revision that its author saw. */
  waiting: FigureChange[]
  /** Of those, the figures that were pasted. */
  pasted: Locator[]
}

/** One page's journal of one person on one return, or on one setting's report. */
export type Queue = {
  /**
   * Puts the journal in place of the one before, and of those that were inherited, in one step. Resolves when
   * it is on the disk; rejects when it could not be kept.
   */
  keep: (journal: Journal, inPlaceOf: readonly string[]) => Promise<void>
  /** Hands over, oldest first, what pages of the same person left behind when they ended; and looks again when asked. */
  inherit: (take: (id: string, journal: Journal) => void) => Promise<void>
}

export const isEmpty = ({ batches, waiting }: Journal): boolean => batches.length + waiting.length === 0
