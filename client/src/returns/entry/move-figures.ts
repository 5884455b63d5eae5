/** Brings figures back to what they held before a step, or to what it made of them. */
import type { Locator } from '@inclusion/shared/locators'
import { standsAs, type Typed } from './held.ts'
import { changeTo, type Step } from './undo.ts'
import type { Entry } from './use-entry.ts'

export type Moving = { entry: Entry; isOpen: (locator: Locator) => boolean }

/** The figures of this moment: several changes may come before the page is drawn again. */
export const typedNow = ({ input, saver }: Entry): Typed => ({ input, edits: saver.state().edits })

/**
 * Sends the change of every figure that still stands as the step left it, as any change is sent. Answers how many
 * do not: somebody, or this person, has changed them since, and that is not taken away.
 */
export function moveFigures({ entry, isOpen }: Moving, step: Step, to: 'before' | 'after'): number {
  const from = to === 'before' ? 'after' : 'before'
  const typed = typedNow(entry)
  const own = step.touched.filter((each) => isOpen(each.locator) && standsAs(typed, each.locator, each[from]))
  const provenance = to === 'after' ? step.provenance : 'typed'
  for (const each of own) entry.saver.change(each.locator, changeTo(each[to], each[from]), provenance)
  entry.saver.flush()
  return step.touched.length - own.length
}
