/** The routes that take a file, and the types and sizes they take. Every other route takes JSON, of at most 1 MB. */
import { permissionFor } from './allow.ts'

export const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
} as const

export type TakenFiles = { types: readonly string[]; largest: number; whenOther: string }

/** A little more than the largest file that is read, so that a larger one is refused in words on its page. */
const largest = 8_000_000

const taken: Readonly<Record<string, TakenFiles>> = {
  'POST /api/returns/:returnId/uploads': {
    types: Object.values(fileTypes),
    largest,
    whenOther: `Send the file as the body, with its content type: ${Object.values(fileTypes).join(', ')}.`,
  },
  'POST /uploads/:returnId': {
    types: ['multipart/form-data'],
    largest,
    whenOther: 'Send the form with its file.',
  },
}

/** What a route takes in place of JSON; undefined for every other route. */
export const filesTakenBy = (method: string, path: string): TakenFiles | undefined =>
  taken[`${method} ${permissionFor(method, path)?.path}`]
