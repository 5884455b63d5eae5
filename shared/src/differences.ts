/**
 * What changed between two versions of a return, figure by figure. A law holds, and is tested:
 * applying the differences to the old figures gives the new ones; equal figures have none.
 */
import { emptyFigure, type Figure, type Figures } from './figures.ts'
import type { Locator } from './locators.ts'

export type Difference = {
  locator: Locator
  kind: 'added' | 'changed' | 'removed'
  before: Figure | null
  after: Figure | null
}

const saysTheSame = (left: Figure, right: Figure): boolean =>
  left.value === right.value &&
  left.numerator === right.numerator &&
  left.denominator === right.denominator &&
  left.people === right.people &&
  left.text === right.text &&
  left.missing === right.missing

const same = (left: Figure, right: Figure): boolean =>
  saysTheSame(left, right) && left.note === right.note && sameEvidence(left.evidence, right.evidence)

function sameEvidence(left: Figure['evidence'], right: Figure['evidence']): boolean {
  const fields = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]) as Set<
    keyof NonNullable<Figure['evidence']>
  >
  return [...fields].every((field) => left?.[field] === right?.[field])
}

/** The differences from one set of figures to another, in the order of their locators. */
export function differencesBetween(before: Figures, after: Figures): Difference[] {
  const locators = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return locators.flatMap((locator): Difference[] => {
    const old = before[locator] ?? null
    const now = after[locator] ?? null
    if (old && now) return same(old, now) ? [] : [{ locator, kind: 'changed', before: old, after: now }]
    return [{ locator, kind: old ? 'removed' : 'added', before: old, after: now }]
  })
}

/** Whether the figure says what it said, and only its note or evidence is another. */
export const isOnlyBeside = ({ before, after }: Difference): boolean =>
  before !== null && after !== null && saysTheSame(before, after)

/** The figures after the differences were made to them. */
export function applyDifferences(before: Figures, differences: readonly Difference[]): Figures {
  const after = { ...before }
  for (const { locator, after: figure } of differences) {
    if (figure) after[locator] = figure
    else delete after[locator]
  }
  return after
}

/** A figure with every member present, so that two of the same meaning compare and hash the same. */
export function completeFigure(figure: Partial<Figure>): Figure {
  return { ...emptyFigure, ...figure }
}
