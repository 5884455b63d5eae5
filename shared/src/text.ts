/** Text that both databases can hold: no NUL (breaks PostgreSQL), no lone surrogate (not UTF-8). */
import * as z from 'zod'

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** A text of at most `max` characters that can be stored as it is. */
export function storableText(max: number) {
  return z
    .string()
    .max(max, `Use ${max} characters or fewer`)
    .refine(isStorable, 'Remove the characters that cannot be stored (NUL or half a symbol)')
}
