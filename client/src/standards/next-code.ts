import type { Standard } from '@inclusion/shared/standards/check'

/** The next number that is free under a clause of this edition. */
export function nextCode({ checks }: Standard, clause: string): string {
  const numbers = checks
    .filter((check) => check.clause === clause)
    .map(({ code }) => Number(code.split('.')[1]))
  return `${clause}.${Math.max(0, ...numbers) + 1}`
}
