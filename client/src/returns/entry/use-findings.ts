import { useEffect, useMemo, useState } from 'react'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Finding } from '@inclusion/shared/standards/finding'
import type { Standard } from '@inclusion/shared/standards/check'

type RunChecks = (standard: Standard, input: CheckInput) => Finding[]

type Judged = { standard: Standard; findings: Finding[]; mayEdit: boolean }

/**
 * What the checks say of an input. The engine comes after the page; until then, and for what is closed, the
 * server's findings stand: a return that was filed keeps those it was filed with.
 */
export function useFindings({ standard, findings, mayEdit }: Judged, input: CheckInput): Finding[] {
  const [runChecks, setRunChecks] = useState<RunChecks | null>(null)
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const engine = await import('@inclusion/shared/standards/run-checks')
      if (wanted) setRunChecks(() => engine.runChecks)
    }
    if (mayEdit) void load()
    return () => {
      wanted = false
    }
  }, [mayEdit])
  return useMemo(() => runChecks?.(standard, input) ?? findings, [runChecks, standard, input, findings])
}
