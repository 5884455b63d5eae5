import { Suspense } from 'react'
import type { Locator } from '@inclusion/shared/locators'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import { SeverityTag } from '../../ui/severity-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { givenWords, reasonName, type Answers } from '../answers.ts'
import { findingsId } from '../field-ids.ts'
import { FindingLinks, WaiverWords } from '../finding-links.tsx'
import { afterPage } from './after-page.ts'
import { useGrid, type Explanation } from './grid-context.ts'

// Who only reads explains nothing.
export const loadForm = () => import('./explain-form.tsx')
const ExplainForm = afterPage(async () => (await loadForm()).ExplainForm)

/** What the checks say of one figure, beside it, and the form to explain it right there. */
export function FindingNotes({ locator, findings }: { locator: Locator; findings: readonly Finding[] }) {
  const { answers, explain } = useGrid()
  return <FindingList id={findingsId(locator)} {...{ findings, answers, explain }} />
}

type FindingListProps = {
  id?: string
  findings: readonly Finding[]
  answers: Answers
  /** Only what was found and answered: what to do about it is said to those who can. */
  quiet?: boolean
  /** Left out for somebody who only reads. */
  explain?: ((finding: Finding, explanation: Explanation) => Promise<void>) | undefined
}

/** Findings one under the other, each with its answer or the form to give one. */
export function FindingList({ id, findings, ...answering }: FindingListProps) {
  return (
    <ul className="app-findings" id={id}>
      {findings.map((finding) => (
        <li
          key={`${finding.check} ${finding.locator} ${finding.part}`}
          className={`app-finding app-finding--${finding.waiver ? 'note' : finding.severity}`}
        >
          <FindingNote finding={finding} {...answering} />
        </li>
      ))}
    </ul>
  )
}

type FindingNoteProps = Omit<FindingListProps, 'id' | 'findings'> & { finding: Finding }

/** One finding: what is wrong, what to do, and the explanation when it has one or asks for one. */
function FindingNote({ finding, answers, explain, quiet = false }: FindingNoteProps) {
  const { severity, message, fix, explanation, waiver } = finding
  const asks = !quiet && (isOutstanding(finding) || severity === 'note')
  return (
    <>
      <p className="app-finding__words">
        <FindingTag finding={finding} /> {message} {asks && fix}
      </p>
      {waiver && <WaiverWords {...waiver} />}
      {explanation && <ExplanationWords {...explanation} given={givenWords(finding, answers)} />}
      {severity === 'explain' && waiver === null && explain && (
        <Suspense>
          <ExplainForm finding={finding} answers={answers} onExplain={(given) => explain(finding, given)} />
        </Suspense>
      )}
      <FindingLinks finding={finding} />
    </>
  )
}

/** What a finding asks now: waived and explained ones ask nothing. */
export function FindingTag({ finding: { severity, explanation, waiver } }: { finding: Finding }) {
  if (waiver) return <Tag colour="teal">Waived</Tag>
  if (explanation) return <Tag colour="green">Explained</Tag>
  return <SeverityTag severity={severity} />
}

type ExplanationWordsProps = {
  reason: string
  text: string
  /** Who gave it, when, and how long it holds. */
  given?: string | null
}

export function ExplanationWords({ reason, text, given }: ExplanationWordsProps) {
  return (
    <>
      <p className="app-finding__words">
        <strong>Explained: {reasonName(reason)}.</strong> {text}
      </p>
      {given && <p className="app-reason">{given}</p>}
    </>
  )
}
