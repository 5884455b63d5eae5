/** What a page knows of what is typed on it: the edits, where they stand, and why some are not saved. */
import type { FigureChange } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
import type { Edits } from './edits.ts'
import type { Provenance } from './journal.ts'
import type { Conflict } from './save-refusals.ts'

export type Phase =
  | 'idle'
  | 'waiting'
  | 'saving'
  | 'not-connected'
  | 'signed-out'
  | 'another-person'
  | 'refused'

export type SaverState = {
  edits: Edits
  phase: Phase
  /** The instant of the last save on this page. */
  savedAt: string | null
  /** Figures with something that the server does not have. */
  unsent: ReadonlySet<Locator>
  /** Of those, the ones that are on this page only: the others are kept on this computer. */
  onPage: ReadonlySet<Locator>
  /** Figures that an earlier page had left unsent on this computer. */
  inherited: ReadonlySet<Locator>
  /** Figures that somebody else changed a while ago. */
  news: Readonly<Record<Locator, { by: string; at: string }>>
  /** Figures that somebody else changed meanwhile: the person chooses. */
  conflicts: Readonly<Record<Locator, Conflict>>
  /** Figures that the server would not take, and why. */
  refusals: Readonly<Record<Locator, string>>
  /** Why nothing can be saved now, in words; null otherwise. */
  refusal: string | null
}

export type Send = (
  changes: FigureChange[],
  key: string,
  provenance: Provenance,
) => Promise<{ revisions: Record<Locator, number>; savedAt: string | null }>

export const nothingTyped: SaverState = {
  edits: {},
  phase: 'idle',
  savedAt: null,
  unsent: new Set(),
  onPage: new Set(),
  inherited: new Set(),
  news: {},
  conflicts: {},
  refusals: {},
  refusal: null,
}

/** What waits goes out by itself, in a moment. */
export const isSending = ({ phase }: Pick<SaverState, 'phase'>): boolean =>
  phase === 'waiting' || phase === 'saving'

/** A record without one of its members. */
export function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  const { [name]: _, ...others } = record
  return others
}
