/** What has to be answered before anything is counted, each with the field to go to. */
import { addDays, shortDate } from '@inclusion/shared/time'
import { baselineId, dateOrderId, duplicatesId, markId, takeOutId, waitsForOrder } from './asked-fields.ts'
import { filesNotRead, type Waiting } from './files-not-read.ts'
import { counted as countOf, thousands } from './layout-words.ts'
import type { Counted, Reading } from './protocol.ts'
import type { Answering } from './use-answers.ts'

export function waitsFor(reading: Reading, answering: Answering, counted: Counted): Waiting[] {
  const { given, windowFault } = answering
  const unresolved = counted.counts.tally.marks.filter(({ code }) => code === null)
  const first = unresolved[0]
  return [
    ...filesNotRead(reading).map(({ field, message }) => ({
      field,
      message: `${message} ${field === takeOutId ? 'Or take it out.' : 'Or say that it is no register, or take it out.'}`,
    })),
    ...reading.sheets.flatMap((sheet, index) =>
      waitsForOrder(sheet)
        ? [
            {
              field: dateOrderId(index),
              message: `Say whether the day or the month comes first in ${sheet.name ?? sheet.file}`,
            },
          ]
        : [],
    ),
    ...(first
      ? [
          {
            field: markId(first.written),
            message: `Say what ${namesOf(unresolved)} ${unresolved.length === 1 ? 'means' : 'mean'}`,
          },
        ]
      : []),
    ...(counted.conflicts > 0 && given.duplicates === null
      ? [
          {
            field: duplicatesId,
            message: `Say which mark counts where ${countOf(counted.conflicts, 'session has', 'sessions have')} two`,
          },
        ]
      : []),
    ...(counted.counts.whole?.enrolments === 0 ? [nothingThen(answering)] : []),
    ...(windowFault && counted.cohort ? [{ field: baselineId, message: windowFault }] : []),
  ]
}

const marksNamed = 5

/** The marks; of many the first few, and how many others. */
function namesOf(marks: readonly { written: string }[]): string {
  const names = marks.slice(0, marksNamed).map(({ written }) => written)
  const others = marks.length - names.length
  return `${names.join(', ')}${others > 0 ? ` and ${thousands(others)} others` : ''}`
}

/** Zeros are counts too, and nobody means them when the wrong term was dropped. */
const nothingThen = ({ answers: { period } }: Answering): Waiting => ({
  field: 'register-files',
  message: `Drop the register of ${shortDate(period.startsOn)} to ${shortDate(addDays(period.endsBefore, -1))}: these files have no possible session then`,
})
