import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Finding } from '@inclusion/shared/standards/finding'
import { shortDate } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { sessionQuery } from '../shell/session.ts'
import { Link } from '../ui/link.tsx'
import { waiverAddress } from '../waivers/waiver-address.ts'

/** From a finding to what its check asks and why, and to a waiver for those who may ask for one. */
export function FindingLinks({ finding }: { finding: Finding }) {
  const { returnId } = useParams({ strict: false })
  const { data: session } = useQuery(sessionQuery)
  const { check, edition, severity, waiver, locator, message } = finding
  // What names somebody is refused before it is stored, whatever was waived.
  const isIdentifier = finding.clause === '9' && severity === 'block' && locator !== null
  const mayAsk = !isIdentifier && (session?.capabilities.includes('waiver.request') ?? false)
  return (
    <p className="app-finding__links">
      <Link href={paths.check(check, edition)}>Why this is asked (check {check})</Link>
      {mayAsk && returnId && waiver === null && severity !== 'note' && (
        <Link href={waiverAddress(finding, returnId)} about={`of check ${check}: ${message}`}>
          Ask for a waiver
        </Link>
      )}
    </p>
  )
}

/** Why a finding demands nothing for now. */
export function WaiverWords({ reason, until }: NonNullable<Finding['waiver']>) {
  return (
    <p className="app-finding__words">
      <strong>Waived until {shortDate(until)}:</strong> {reason}
    </p>
  )
}
