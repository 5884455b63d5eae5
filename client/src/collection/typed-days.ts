/** The days of reminders as they are typed in two fields, and what is sent of them. Pure. */

export type TypedDays = { before: string; after: string }

export const typedDays = (days: readonly number[]): TypedDays => ({
  before: days.flatMap((day) => (day <= 0 ? [-day] : [])).join(', '),
  after: days.flatMap((day) => (day > 0 ? [day] : [])).join(', '),
})

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number)

/** Each day once, the earliest first. */
export function daysOf({ before, after }: TypedDays): number[] {
  // No negative nought: it is none to JSON, and another number to a test.
  const days = [...numbersIn(before).map((day) => (day === 0 ? 0 : -day)), ...numbersIn(after)]
  return [...new Set(days)].toSorted((left, right) => left - right)
}

const most = 40

/** What has to be mended before the days can be sent. */
export function daysFault(typed: TypedDays): { field: keyof TypedDays; message: string }[] {
  const fields = ['before', 'after'] as const
  return fields.flatMap((field) => {
    if (/[^\d\s,]/.test(typed[field]))
      return [{ field, message: 'Use only numbers, with commas between them, for example 10, 3' }]
    if (numbersIn(typed[field]).some((day) => day > most))
      return [{ field, message: `Use days up to ${most}` }]
    return field === 'after' && numbersIn(typed.after).includes(0)
      ? [{ field, message: 'The due day itself belongs to the days before it' }]
      : []
  })
}
