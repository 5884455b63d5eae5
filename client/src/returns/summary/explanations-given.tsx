import type { ReturnView } from '@inclusion/server/returns/view'
import type { Finding } from '@inclusion/shared/standards/finding'
import { Link } from '../../ui/link.tsx'
import { givenWords } from '../answers.ts'
import { FindingLinks, WaiverWords } from '../finding-links.tsx'
import { addressOfFinding } from './finding-address.ts'
import { ExplanationWords, FindingTag } from '../grid/finding-notes.tsx'

type ExplanationsGivenProps = { findings: readonly Finding[]; view: ReturnView }

/** What was unusual, and how it was explained or why it is waived: what a certifier and an evaluator read first. */
export function ExplanationsGiven({ findings, view }: ExplanationsGivenProps) {
  const answered = findings.filter(({ explanation, waiver }) => explanation !== null || waiver !== null)
  if (answered.length === 0) return null
  return (
    <ul className="app-findings">
      {answered.map((finding) => (
        <li
          key={`${finding.check} ${finding.locator} ${finding.part}`}
          className="app-finding app-finding--note"
        >
          <p className="app-finding__words">
            <FindingTag finding={finding} />{' '}
            <Link href={addressOfFinding(view, finding)}>{finding.message}</Link>
          </p>
          {finding.waiver && <WaiverWords {...finding.waiver} />}
          {finding.explanation && (
            <ExplanationWords {...finding.explanation} given={givenWords(finding, view)} />
          )}
          <FindingLinks finding={finding} />
        </li>
      ))}
    </ul>
  )
}
