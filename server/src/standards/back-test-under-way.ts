/**
 * The back-tests that this process runs. One that stands as running and is none of them has died: its end could
 * not be written, or the service was stopped.
 */
const ids = new Set<string>()

export const begins = (backTestId: string): void => void ids.add(backTestId)

export const ends = (backTestId: string): void => void ids.delete(backTestId)

export const isUnderWay = (backTestId: string): boolean => ids.has(backTestId)
