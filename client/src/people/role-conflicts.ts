import { ProblemError } from '../api.ts'

/** What a refusal says of roles that check each other. */
export function conflictsOf(error: Error | null): string[] {
  const isConflict = error instanceof ProblemError && error.problem.type === 'roles-conflict'
  const words: unknown = isConflict ? error.problem['conflicts'] : []
  return Array.isArray(words) ? words.map(String) : []
}
