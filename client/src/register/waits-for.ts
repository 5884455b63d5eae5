/** What has to be answered before anything is counted, each with the field to go to. */
import { addDays, shortDate } from '@inclusion/shared/time'
import type { FieldError } from '../ui/error-summary.tsx'
import { baselineId } from './baseline-step.tsx'
import { duplicatesId } from './conflicts-step.tsx'
import { dateOrderId, waitsForOrder } from './date-order-question.tsx'
import { counted as countOf } from './layout-words.ts'
import { markId } from './marks-step.tsx'
import type { Counted, Reading } from './protocol.ts'
import type { Answering } from './use-answers.ts'

export function waitsFor(reading: Reading, answering: Answering, counted: Counted): FieldError[] {
  const { given, windowFault } = answering
  const unresolved = counted.counts.tally.marks.filter(({ code }) => code === null)
  const first = unresolved[0]
  return [
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
            message: `Say what ${unresolved.map(({ written }) => written).join(', ')} ${unresolved.length === 1 ? 'means' : 'mean'}`,
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

/** Zeros are counts too, and nobody means them when the wrong term was dropped. */
const nothingThen = ({ answers: { period } }: Answering): FieldError => ({
  field: 'register-files',
  message: `Drop the register of ${shortDate(period.startsOn)} to ${shortDate(addDays(period.endsBefore, -1))}: these files have no possible session then`,
})
