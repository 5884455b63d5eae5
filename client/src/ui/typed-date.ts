/** A day typed in three fields, as what is sent of it. */

/** A day as it is typed: nothing of it has to be a number yet. */
export type TypedDate = { day: string; month: string; year: string }

/** `31`, `3`, `2026` as `2026-03-31`; what is no day stays a text that the server refuses in words. */
export const dateOf = ({ day, month, year }: TypedDate): string =>
  `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`

/** Whether a text is a day of the calendar. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
