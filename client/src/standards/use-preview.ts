import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Check, Standard } from '@inclusion/shared/standards/check'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Finding } from '@inclusion/shared/standards/finding'
import { returnQuery } from '../returns/queries.ts'

type RunChecks = (standard: Standard, input: CheckInput) => Finding[]

export type Previewed = {
  /** "Camden, AP/PRU Mentoring, October to December 2025 (2025-26 Q3)" */
  label: string
  /** What the check finds as the form has it, and what the return's own edition finds now under its number. */
  draft: Finding[]
  present: Finding[]
}

const pause = 300

/** One check on one return as somebody types it: a moment after the last key. Null until there is something to see. */
export function usePreview(check: Check | null, returnId: string): Previewed | null {
  const { data } = useQuery({ ...returnQuery(returnId), enabled: returnId !== '' })
  const runChecks = useEngine()
  const settled = useSettled(check)
  return useMemo(() => {
    if (!data || !runChecks || !settled) return null
    const draft = { id: 'draft', name: 'draft', clauses: [], checks: [settled] }
    return {
      label: `${data.authority.name}, ${data.programme.name}, ${data.period.label}`,
      draft: runChecks(draft, data.checkInput),
      present: data.findings.filter((finding) => finding.check === settled.code),
    }
  }, [data, runChecks, settled])
}

/** The engine comes after the page. */
function useEngine(): RunChecks | null {
  const [runChecks, setRunChecks] = useState<RunChecks | null>(null)
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const engine = await import('@inclusion/shared/standards/run-checks')
      if (wanted) setRunChecks(() => engine.runChecks)
    }
    void load()
    return () => {
      wanted = false
    }
  }, [])
  return runChecks
}

/** A value once it has stood for a moment. Values are the same when they read the same. */
function useSettled(value: Check | null): Check | null {
  const written = JSON.stringify(value)
  const [settled, setSettled] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), pause)
    return () => clearTimeout(timer)
  }, [written])
  return useMemo(() => JSON.parse(settled) as Check | null, [settled])
}
