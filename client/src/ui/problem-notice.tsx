import type { ProblemBody } from '@inclusion/shared/problems'
import { ErrorSummary } from './error-summary.tsx'

type ProblemNoticeProps = {
  problem: ProblemBody
  /** The id of the field on this page that an item of the problem is about. */
  fieldId?: (field: string) => string | undefined
}

/** A refusal (RFC 9457) as an error summary: its title, what to do, each item leading to its field. */
export function ProblemNotice({ problem, fieldId = (field) => field }: ProblemNoticeProps) {
  const { title, detail, reference, errors = [] } = problem
  const quote = reference ? `Quote this reference: ${reference}.` : ''
  const words = [detail, quote].filter(Boolean).join(' ')
  const items = errors.map(({ field, message }) => ({ field: fieldId(field), message }))
  return <ErrorSummary title={title} detail={words || undefined} errors={items} />
}
