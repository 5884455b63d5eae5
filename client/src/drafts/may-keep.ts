/** What of a form may be kept on this computer: it comes with the guard, after the page. */
import { mayBeHalfWritten } from '@inclusion/shared/privacy/half-written'
import { isPlainNumber } from '@inclusion/shared/privacy/plain-number'
import { identifiesSomebody } from '../privacy-guard.ts'

export { identifiesSomebody }

/** Whether a text that was changed may break off inside an identifier. Fields that were left are whole. */
export function isBeingTyped(value: unknown, before: unknown): boolean {
  if (typeof value === 'string') {
    const was = typeof before === 'string' ? before : ''
    return value !== was && !isPlainNumber(value) && mayBeHalfWritten(value, was)
  }
  if (typeof value !== 'object' || value === null) return false
  const earlier = typeof before === 'object' && before !== null ? before : {}
  return Object.entries(value).some(([name, part]) =>
    isBeingTyped(part, (earlier as Record<string, unknown>)[name]),
  )
}
