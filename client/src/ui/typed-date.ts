/** A day as it is typed: nothing of it has to be a number yet. */
export type TypedDate = { day: string; month: string; year: string }
