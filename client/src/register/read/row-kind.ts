import { headingRole } from '../recognise/heading-role.ts'
import { folded } from '../recognise/words.ts'
import type { IdentifierColumn } from './identity.ts'
import type { Reason } from './left-out.ts'

/** A pupil is called by none of these, nor by figures. */
const totals =
  'total totals subtotal average averages mean present absent possible attendance attended count number ' +
  'percentage percent overall sessions absence absences authorised unauthorised boys girls lates'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const saysTotal = words(totals)

/** What stands beside them; alone they may be a pupil's names, as Mark Day's are. */
const besideTotals = words(
  `${totals} grand sub class group session daily weekly of in for and am pm day week pupil pupils student ` +
    'students mark marks code codes late',
)

const isOf = (known: ReadonlySet<string>, word: string) => known.has(word) || /^[\d%]+$/.test(word)

const isTotal = (text: string) => {
  const all = text.split(' ')
  return all.every((word) => isOf(besideTotals, word)) && all.some((word) => isOf(saysTotal, word))
}

const notes =
  /^(?:page \d|printed|report (?:run|date|generated|produced)|generated|produced (?:by|on)|exported|run (?:on|by|date)|end of (?:report|register)|codes? key|key$|key to)|^©/

/**
 * Why a row is none of a pupil, by the cells that should say who she is; null where they do. Totals and
 * notes stand alone in them, where a pupil has a name and a number or is no such word.
 */
export function noPupil(columns: readonly IdentifierColumn[], cells: readonly string[]): Reason | null {
  const words = new Set(cells.map((cell) => folded(cell)).filter((cell) => cell !== ''))
  if (words.size === 0) return 'nobody'
  const isHeading = columns.some(({ heading }, at) => {
    const [cell, above] = [folded(cells[at] ?? ''), folded(heading)]
    return cell !== '' && headingRole(cell) === 'pupil' && (above.endsWith(cell) || above.startsWith(cell))
  })
  if (isHeading) return 'headings'
  const [only] = words
  if (words.size > 1 || only === undefined) return null
  if (isTotal(only)) return /[a-z%]/.test(only) ? 'totals' : null
  return notes.test(only) ? 'note' : null
}
