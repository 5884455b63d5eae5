import { ProblemError } from './api.ts'
import { ErrorSummary } from './ui/error-summary.tsx'
import { ProblemNotice } from './ui/problem-notice.tsx'

type FailureProps = {
  /** Why the last act did not happen; null when it did, or none was tried. */
  error: Error | null
  /** The id of the field on this page that an item of a refusal is about. */
  fieldId?: (field: string) => string | undefined
}

/** Why an act did not happen, at the top of the page. */
export function Failure({ error, fieldId }: FailureProps) {
  if (error === null) return null
  if (error instanceof ProblemError)
    return <ProblemNotice problem={error.problem} {...(fieldId && { fieldId })} />
  return <ErrorSummary title="This could not be done just now" detail={error.message} errors={[]} />
}
