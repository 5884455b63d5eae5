import { useEffect, useMemo, useState } from 'react'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Finding } from '@inclusion/shared/standards/finding'
import type { Standard } from '@inclusion/shared/standards/check'

type RunChecks = (standard: Standard, input: CheckInput) => Finding[]

/** What the checks say of an input. The engine comes after the page; until then the server's findings stand. */
export function useFindings(standard: Standard, input: CheckInput, atFirst: Finding[]): Finding[] {
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
  return useMemo(() => runChecks?.(standard, input) ?? atFirst, [runChecks, standard, input, atFirst])
}
