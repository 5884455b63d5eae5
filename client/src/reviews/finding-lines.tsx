import type { Finding } from '@inclusion/shared/standards/finding'
import type { Answers } from '../returns/answers.ts'
import { FindingList } from '../returns/grid/finding-notes.tsx'

type FindingLinesProps = { findings: readonly Finding[]; answers: Answers }

/** What the checks said, each with who explained it, why it is waived, and the check it comes from. */
export function FindingLines({ findings, answers }: FindingLinesProps) {
  return findings.length === 0 ? null : <FindingList quiet findings={findings} answers={answers} />
}
