import { NotConnected, ProblemError } from '../../api.ts'

/** What went wrong with sending something, in words for beside its field. */
export function wordsOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.errors?.[0]?.message ?? error.message
  if (error instanceof NotConnected) return 'Not connected. Your words are kept here: try again.'
  throw error
}
