/** A figure as it is typed: digits, commas in their places, a point, a pound sign. It is stored as a number. */
export const isPlainNumber = (text: string): boolean =>
  /^\s*[-−–]? ?£? ?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*$/.test(text)
