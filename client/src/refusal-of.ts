import { ProblemError } from './api.ts'

/** What a refusal says of one field, as the server names it. */
export const refusalOf = (error: Error | null, field: string): string | undefined =>
  error instanceof ProblemError
    ? error.problem.errors?.find((item) => item.field === field)?.message
    : undefined
