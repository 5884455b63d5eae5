/** 7.3, Broken down: one group's outcome is apart from the rest by more than chance allows. */
import { showRatio } from '../../figures.ts'
import { figureLocator } from '../../locators.ts'
import { normalTail } from '../../statistics/student.ts'
import { mainParts, soundPart, type Cell, type Fault, type PreparedInput } from '../prepared-input.ts'
import { cellName, countWords, inSentence, listWords, seenParts } from '../words.ts'
import type { RuleOf } from './rule-of.ts'

type Share = { numerator: number; denominator: number }
type Group = { cell: Cell; label: string; group: Share; rest: Share }

/**
 * Outcome proportions with a breakdown. Each group is held against the total without it, by a two-proportion
 * test; the level is shared out over all groups judged of the figure (Bonferroni). One finding a figure.
 */
export function groupDiffers(prepared: PreparedInput, { level, people }: RuleOf<'group-differs'>): Fault[] {
  const cells = new Map(prepared.cells().map((cell) => [cell.locator, cell]))
  return prepared.cells().flatMap((total) => {
    const { definition, dimension } = total
    if (dimension !== null || definition.kind !== 'outcome' || definition.measure !== 'proportion') return []
    const judged = groupsOf(total, cells).filter(
      ({ group, rest }) => group.denominator >= people && rest.denominator >= people,
    )
    const apart = judged.filter(({ group, rest }) => chanceOfDifference(group, rest) < level / judged.length)
    if (apart.length === 0) return []
    const parts = mainParts(definition.measure)
    return [
      {
        locator: total.locator,
        part: null,
        inputs: [total, ...apart.map(({ cell }) => cell)].flatMap((cell) => seenParts(prepared, cell, parts)),
        message: `${cellName(prepared, total)} differs between groups by more than chance allows: ${listWords(apart.map(groupWords))}.`,
        fix: 'Look at what may lie behind it and say what you plan. It need be nobody’s fault.',
      },
    ]
  })
}

const groupWords = ({ label, group, rest }: Group): string =>
  `${label} ${shareWords(group)}, the rest ${shareWords(rest)}`

const shareWords = ({ numerator, denominator }: Share): string =>
  `${showRatio({ numerator, denominator }, 'proportion')} (${countWords(numerator)} of ${countWords(denominator)})`

function groupsOf(total: Cell, cells: ReadonlyMap<string, Cell>): Group[] {
  const all = shareOf(total)
  if (all === null) return []
  const { indicator, urn } = total
  return total.definition.disaggregations.flatMap(({ dimension, label, categories }) =>
    categories.flatMap((category) => {
      const cell = cells.get(figureLocator(indicator, { urn, dimension, category: category.code }))
      const group = cell ? shareOf(cell) : null
      if (!cell || group === null) return []
      const rest = {
        numerator: all.numerator - group.numerator,
        denominator: all.denominator - group.denominator,
      }
      const isSound = rest.numerator >= 0 && rest.numerator <= rest.denominator
      return isSound ? [{ cell, label: `${inSentence(label)} ${category.label}`, group, rest }] : []
    }),
  )
}

function shareOf({ definition, figure }: Cell): Share | null {
  const numerator = soundPart(definition, figure, 'numerator')
  const denominator = soundPart(definition, figure, 'denominator')
  if (numerator === null || denominator === null || numerator > denominator) return null
  return { numerator, denominator }
}

/** The chance of two shares so far apart where there is no difference: pooled, with Yates's correction. */
export function chanceOfDifference(one: Share, other: Share): number {
  const pooled = (one.numerator + other.numerator) / (one.denominator + other.denominator)
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / one.denominator + 1 / other.denominator))
  if (spread === 0) return 1
  const apart = Math.abs(one.numerator / one.denominator - other.numerator / other.denominator)
  const correction = (1 / one.denominator + 1 / other.denominator) / 2
  return Math.min(1, 2 * normalTail(Math.max(0, apart - correction) / spread))
}
