/** What became of the findings of one check, over all returns under one edition. */
export type CheckRecord = {
  check: string
  /** How often it fired: once for each time that a figure came to stand in the wrong. */
  fired: number
  open: number
  fixed: number
  explained: number
  waived: number
  /** On how many returns. */
  returns: number
  /** The median time from firing to fixed, in hours; null where none was fixed. */
  medianHours: number | null
}

/** Below this many fixed findings their median says little, and is not shown. */
export const fewestTold = 5

/** A check that has not fired under this edition. */
export const unfired = (check: string): CheckRecord => ({
  check,
  fired: 0,
  open: 0,
  fixed: 0,
  explained: 0,
  waived: 0,
  returns: 0,
  medianHours: null,
})

/** "Fired 14 times on 9 returns: 11 fixed, 3 explained. Fixed after 2 hours (median)." */
export function recordWords(record: CheckRecord): string {
  const { fired, returns, open, fixed, explained, waived } = record
  if (fired === 0) return 'It has not fired on any return yet.'
  const became: [number, string][] = [
    [fixed, 'fixed'],
    [explained, 'explained'],
    [waived, 'waived'],
    [open, 'still open'],
  ]
  const parts = became.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  const where = `on ${returns} ${returns === 1 ? 'return' : 'returns'}`
  const soon = fixed === 0 ? '' : ` ${soonWords(record)}`
  return `Fired ${timesWords(fired)} ${where}: ${parts.join(', ')}.${soon}`
}

function soonWords({ fixed, medianHours }: CheckRecord): string {
  if (fixed < fewestTold || medianHours === null) return 'Too few were fixed to say how soon.'
  return `Fixed after ${durationWords(medianHours)} (median).`
}

const timesWords = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`

/** The median of a check as a cell of a table says it. */
export function medianWords({ fired, fixed, medianHours }: CheckRecord): string {
  if (fired === 0) return '–'
  if (fixed === 0 || medianHours === null) return 'None fixed yet'
  return fixed < fewestTold ? 'Too few to say' : durationWords(medianHours)
}

/** Hours as a person says them: "under a minute", "20 minutes", "2 hours", "9 days". */
export function durationWords(hours: number): string {
  const minutes = hours * 60
  if (minutes < 1) return 'under a minute'
  if (minutes < 59.5) return counted(minutes, 'minute')
  return hours < 47.5 ? counted(hours, 'hour') : counted(hours / 24, 'day')
}

function counted(amount: number, unit: string): string {
  const whole = Math.round(amount)
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`
}
