/** The marks of one day as written: '' where a session has none. */
export type DayMarks = { am: string; pm: string }

const twoCharacters = /[CJY]\d/
const unit = /[CJY]\d|./g

/** Marks in the form they are counted in: capitals, without spaces; a long comment is cut, as it is no mark. */
export function tidyMark(cell: string): string {
  return cell
    .replace(/[\s\u00a0]+/g, '')
    .toUpperCase()
    .slice(0, 40)
}

/** Marks that stand side by side; C1, J1 and Y1 to Y7 are one each, and a space is a session without one. */
export function sideBySide(marks: string): string[] {
  return marks.toUpperCase().match(unit) ?? []
}

const separator = /[,;|]/

/** Two marks that a comma, semicolon, bar or space parts; '/|\' and '/,\' keep a side that is blank. */
function parted(cell: string): DayMarks | null {
  const parts = separator.test(cell) ? cell.split(separator) : cell.trim().split(/\s+/)
  if (parts.length !== 2) return null
  const [am, pm] = parts.map((part) => tidyMark(part))
  return { am: am ?? '', pm: pm ?? '' }
}

/**
 * The marks of a cell that stands for a whole day: "/\" or "/ \" or "/,\" is the morning's and the
 * afternoon's; a mark alone is the morning's, except "\", which is the afternoon's by its meaning. Two
 * characters of which one is a space stand in their places. Anything else is one mark that is not known.
 */
export function dayMarks(cell: string): DayMarks {
  const whole = cell.replace(/\u00a0/g, ' ')
  if (/^\s\S$/.test(whole)) return { am: '', pm: tidyMark(whole) }
  const two = parted(whole)
  if (two) return two
  const marks = tidyMark(whole)
  if (marks === '\\') return { am: '', pm: marks }
  const units = sideBySide(marks)
  if (units.length !== 2 || (marks.length > 2 && !twoCharacters.test(marks))) return { am: marks, pm: '' }
  return { am: units[0] ?? '', pm: units[1] ?? '' }
}

const isWeek = (count: number) => count === 10 || count === 14

const inGroups = (groups: readonly string[]): string[] | null => {
  if (isWeek(groups.length)) return groups.map((group) => tidyMark(group))
  const units = groups.map((group) => sideBySide(tidyMark(group)))
  const isPairs = (groups.length === 5 || groups.length === 7) && units.every((pair) => pair.length === 2)
  return isPairs ? units.flat() : null
}

/** Pairs that a space parts, each in its place: five are 14 characters, seven are 20. */
function pairsIn(whole: string): string[] | null {
  if (whole.length !== 14 && whole.length !== 20) return null
  const pairs = whole.match(/.{1,3}/g) ?? []
  return pairs.every((pair) => (pair[2] ?? ' ') === ' ') ? pairs : null
}

/** A code of two characters leaves it open which session of its day has it. */
const marksOfPairs = (pairs: readonly string[]) =>
  pairs.some((pair) => twoCharacters.test(pair.toUpperCase()))
    ? null
    : pairs.flatMap((pair) => [tidyMark(pair[0] ?? ''), tidyMark(pair[1] ?? '')])

/** Ten, or fourteen where no space between them may part what is not of seven days. */
function inPlaces(whole: string): string[] | null {
  const most = /\S\s+\S/.test(whole) ? 10 : 14
  const texts = [whole, whole.trimEnd(), whole.trim()].map((text) => sideBySide(text))
  const units = texts.find(({ length }) => isWeek(length) && length <= most)
  return units?.map((mark) => mark.trim()) ?? null
}

/**
 * The marks of a week's string, in turn from Monday morning: 10 to Friday, or 14 to Sunday; '' for none.
 * They stand side by side, in pairs, or with commas, semicolons or bars. Null for any other number, and
 * where spaces may be read either way: which session would be missing cannot be known.
 */
export function weekMarks(cell: string): string[] | null {
  const whole = cell.replace(/[\u00a0\t]/g, ' ')
  if (separator.test(whole)) return inGroups(whole.split(separator))
  const pairs = pairsIn(whole)
  if (pairs) return marksOfPairs(pairs)
  const groups = whole.trim().split(/ +/)
  return (groups.length > 1 ? inGroups(groups) : null) ?? inPlaces(whole)
}
