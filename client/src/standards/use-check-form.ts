import { useState } from 'react'
import type { Check } from '@inclusion/shared/standards/check'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import { ProblemError } from '../api.ts'
import { faultOf, type Outcome } from '../outcome.tsx'
import { checkField, readDraft, type CheckParts, type DraftedCheck } from './drafted-check.ts'

export type CheckForm = {
  draft: DraftedCheck
  change: (part: Partial<DraftedCheck>) => void
  reset: (draft: DraftedCheck) => void
  /** What would be saved; null, after saying what is wrong, while something has to be put right. */
  read: () => CheckParts | null
  /** The check as it is typed, under a number; null while it cannot be read. */
  typedAs: (code: string) => Check | null
  errorOf: (field: string) => string | undefined
}

/** A check being typed. What was typed stays until it is reset. */
export function useCheckForm(
  start: () => DraftedCheck,
  outcome: Outcome,
  onFaults: (faults: Outcome['faults']) => void,
): CheckForm {
  const [draft, setDraft] = useState(start)
  const { parts, faults } = readDraft(draft)
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    reset: setDraft,
    read() {
      if (faults.length === 0) return parts
      onFaults(faults.map(({ field, message }) => ({ field: checkField(field), message })))
      return null
    },
    typedAs(code) {
      // Words that are still to be written do not keep a threshold from being tried.
      if (faults.some(({ field }) => field !== 'title')) return null
      const { stage } = catalogue[draft.kind]
      return { ...parts, title: parts.title.padEnd(5, '.'), code, clause: code.split('.')[0]!, stage }
    },
    errorOf: (field) => faultOf(outcome, checkField(field)) ?? refusalOf(outcome.error, field),
  }
}

function refusalOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  return error.problem.errors?.find((item) => checkField(item.field) === checkField(field))?.message
}
