/** One answer to a line: a figure, or the reason there is none. A file can hold both; a figure cannot be both. */
import { readCell } from '../cell-text.ts'
import { readClaimStrength } from '../evidence-words.ts'
import { claimStrengths } from '../framework/indicators.ts'
import type { FoundCell } from './found-cell.ts'
import type { IgnoredCell, TemplateEntry } from './outcome.ts'
import { isRemark, type TemplateLine } from './template.ts'

/** A cell that is not blank. `isNew`: it says something else than it was given with. */
export type ReadCell = {
  line: TemplateLine
  cell: FoundCell
  isNew: boolean
  revision: number
  saysRevision: boolean
}

type Answers = { entries: TemplateEntry[]; leftOut: IgnoredCell[] }

export function oneAnswer(read: readonly ReadCell[]): Answers {
  const answers: Answers = { entries: [], leftOut: [] }
  for (const ofLine of Map.groupBy(read, ({ line }) => line.key).values()) answerLine(answers, ofLine)
  return answers
}

/** Whether a cell gives a reason for none: in its own column, or in the place of the figure. */
const givesReason = ({ cell: { part, text } }: ReadCell): boolean =>
  part === 'missing' || (!isRemark(part) && readCell(text).kind === 'missing')

function answerLine({ entries, leftOut }: Answers, cells: readonly ReadCell[]): void {
  const figures = cells.filter((each) => !isRemark(each.cell.part) && !givesReason(each))
  let reason: ReadCell | null = null
  for (const each of cells.filter(({ isNew }) => isNew)) {
    const isReason = givesReason(each)
    const why = isReason ? whyNoReason(each, figures, reason) : whyNoStrength(each)
    const { at, text, part } = each.cell
    if (why !== null) leftOut.push({ at, text, why, of: { key: each.line.key, part } })
    // The same reason in several cells of a line is given once.
    else if (!isReason || reason === null) entries.push(entryOf(each))
    if (isReason && why === null) reason = each
  }
}

const entryOf = (each: ReadCell): TemplateEntry => {
  const { line, cell, revision, saysRevision } = each
  return {
    locator: line.locator,
    part: givesReason(each) ? 'missing' : cell.part,
    text: cell.text,
    at: cell.at,
    revision,
    saysRevision,
  }
}

const strengths = Object.values(claimStrengths)

const whyNoStrength = ({ cell: { part, text } }: ReadCell): string | null =>
  part === 'claimStrength' && readClaimStrength(text) === null
    ? `Say how strong the claim is in one of these ways: “${strengths.join('”, “')}”.`
    : null

function whyNoReason(each: ReadCell, figures: readonly ReadCell[], reason: ReadCell | null): string | null {
  const { text, part } = each.cell
  if (part === 'missing' && readCell(text).kind !== 'missing')
    return 'This is no reason this service knows. Use “Not applicable” or “Not available”, or z or x.'
  if (figures.length > 0)
    return 'There is a figure in this line too. Leave out one of the two: the reason, or the figure.'
  if (
    each.line.measure === 'text' &&
    each.line.cells.some((cell) => cell.part === 'text' && cell.given !== '')
  )
    return 'There are words here already. Clear them on the page first, if there is nothing to say.'
  if (reason === null || sameReason(reason, each)) return null
  return 'Another reason is given in this line too. The first one is taken.'
}

function sameReason(left: ReadCell, right: ReadCell): boolean {
  const [one, other] = [readCell(left.cell.text), readCell(right.cell.text)]
  return one.kind === 'missing' && other.kind === 'missing' && one.reason === other.reason
}
