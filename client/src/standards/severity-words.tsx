import type { Severity } from '@inclusion/shared/standards/check'
import { SeverityTag } from '../ui/severity-tag.tsx'

/** What a finding asks in one tier; a check may be off in a tier. */
export function SeverityWords({ severity }: { severity: Severity }) {
  return severity === 'off' ? (
    <span className="app-reason">Not checked</span>
  ) : (
    <SeverityTag severity={severity} />
  )
}
