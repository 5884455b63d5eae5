/** Registers read from texts with semicolons, and what a test looks at in them. */
import type { Correction } from '@inclusion/client/register/layout'
import { reasons, type Reason } from '@inclusion/client/register/read/left-out'
import { readRegister } from '@inclusion/client/register/read/read-register'
import { recognise } from '@inclusion/client/register/recognise/recognise'
import { dateOf, type Register } from '@inclusion/client/register/register'

export const sheetOf = (text: string, at: number, correction: Correction = {}) => {
  const rows = text.split('\n').map((line) => line.split(';'))
  const sheet = { file: `${at + 1}.csv`, name: null, rows }
  const recognised = recognise(sheet, correction)
  if (!recognised.isRegister) throw new Error(recognised.why)
  return { sheet, layout: recognised.layout }
}

export const read = (...texts: string[]): Register => readRegister(texts.map((text, at) => sheetOf(text, at)))

export const readCorrected = (text: string, correction: Correction): Register =>
  readRegister([sheetOf(text, 0, correction)])

export const pupilsOf = ({ pupils }: Register) => pupils.map(({ identifiers }) => identifiers.join('|'))

/** Each mark: the pupil's number, the day, the session, the mark. */
export const marksOf = ({ marks, vocabulary }: Register) =>
  Array.from({ length: marks.length }, (_, at) => {
    const half = marks.session[at] === 0 ? 'am' : 'pm'
    return `${marks.pupil[at]} ${dateOf(marks.day[at] ?? 0)} ${half} ${vocabulary[marks.mark[at] ?? -1]}`
  })

/** Reason, rows, sheet and first row of what was left out. */
export const leftOut = ({ leftOut }: Register) =>
  leftOut.map(({ why, rows, sheet, firstRow }) => {
    const reason = Object.keys(reasons).find((key) => reasons[key as Reason] === why)
    return `${reason} ${rows} ${sheet} ${firstRow}`
  })
