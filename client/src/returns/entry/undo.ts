/** What may be taken back on this page, and put in again, step by step. Pure: it moves no figure by itself. */
import type { MissingReason } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
import type { Edit } from './edits.ts'
import type { Provenance } from './journal.ts'

/** What stands in the fields of a figure, by part, and its reason for none ('' without one). */
export type Held = Readonly<Record<string, string>>

/** The fields of one figure that a step moved. */
export type Touched = { locator: Locator; before: Held; after: Held }

export type Step = {
  /** What it moved, after "Undo:". */
  words: string
  touched: readonly Touched[]
  provenance: Provenance
  /** Steps of one run are one: the keys of one field, until it is left. Null for a step that stands alone. */
  run: string | null
}

export type History = { past: readonly Step[]; future: readonly Step[] }

export const blankHistory: History = { past: [], future: [] }

const most = 200

/** The history with one step more. What was taken back before it cannot be put in again. */
export function record({ past, future }: History, step: Step): History {
  const last = past.at(-1)
  const goesOn = step.run !== null && last?.run === step.run
  const whole = goesOn ? joined(last, step) : step
  const before = goesOn ? past.slice(0, -1) : past
  if (whole.touched.every(isUnmoved)) return goesOn ? { past: before, future: [] } : { past, future }
  return { past: [...before, whole].slice(-most), future: [] }
}

/** A field was left: the next key in it begins a step of its own. */
export function endRun(history: History): History {
  const last = history.past.at(-1)
  if (!last?.run) return history
  return { ...history, past: [...history.past.slice(0, -1), { ...last, run: null }] }
}

type Turn = { step: Step; history: History }

/** The step to take back, and the history after it; null when there is none. */
export function undone({ past, future }: History): Turn | null {
  const step = past.at(-1)
  if (!step) return null
  return { step, history: { past: past.slice(0, -1), future: [{ ...step, run: null }, ...future] } }
}

/** The step to put in again, and the history after it; null when there is none. */
export function redone({ past, future }: History): Turn | null {
  const [step, ...others] = future
  if (!step) return null
  return { step, history: { past: [...past, step], future: others } }
}

/** The history without a step that moved nothing when it was turned: there is nothing of it to turn again. */
export const dropped = (before: History, turned: History): History => ({
  past: shorter(before.past, turned.past),
  future: shorter(before.future, turned.future),
})

const shorter = <Step>(one: readonly Step[], other: readonly Step[]) =>
  one.length < other.length ? one : other

function joined(first: Step, then: Step): Step {
  const byLocator = new Map(first.touched.map((each) => [each.locator, each]))
  for (const { locator, before, after } of then.touched) {
    const was = byLocator.get(locator)
    byLocator.set(locator, {
      locator,
      before: { ...before, ...was?.before },
      after: { ...was?.after, ...after },
    })
  }
  return { ...then, touched: [...byLocator.values()] }
}

const isUnmoved = ({ before, after }: Touched): boolean =>
  Object.entries(after).every(([field, text]) => before[field] === text)

/** The change that brings a figure, of which `now` stands in its fields, to what it held. */
export function changeTo(held: Held, now: Held): Edit {
  const { missing, ...entries } = held
  if (missing) return { missing: missing as MissingReason }
  return { entries, ...(missing !== undefined && now['missing'] && { missing: null }) }
}
