import type { Explain, ExplanationReason, Finding } from '@inclusion/shared/standards/finding'
import { isOutstanding, seenInputs } from '@inclusion/shared/standards/finding'
import { KeptWords } from '../drafts/kept-words.tsx'
import { useKept } from '../drafts/use-kept.ts'
import type { FieldError } from '../ui/error-summary.tsx'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { explainFaults, reasonOptions } from './grid/explain-fields.tsx'
import { FindingList } from './grid/finding-notes.tsx'
import { noAnswers } from './answers.ts'

type Written = { reason: string; text: string }

const keyOf = ({ check, locator }: Finding): string => `${check} ${locator ?? ''}`
const fieldOf = (finding: Finding, part: keyof Written): string =>
  `signing-${keyOf(finding)}-${part}`.replaceAll(/[^\w-]/g, '-')

/** What the signing checks ask of the person who signs, and what has been written to answer it. */
export function useSigning(returnId: string, findings: readonly Finding[]) {
  const [written, keep, forget, isFound] = useKept<Record<string, Written>>(`signing ${returnId}`, {})
  const asked = findings.filter((finding) => finding.severity === 'explain' && isOutstanding(finding))
  const answerOf = (finding: Finding): Written => written[keyOf(finding)] ?? { reason: '', text: '' }
  return {
    asked,
    /** What cannot be answered: it has to be put right before anybody signs. */
    blocking: findings.filter((finding) => finding.severity === 'block' && isOutstanding(finding)),
    answerOf,
    write: (finding: Finding, part: Partial<Written>) =>
      keep({ ...written, [keyOf(finding)]: { ...answerOf(finding), ...part } }),
    forget,
    isFound,
    faults: (): FieldError[] =>
      asked.flatMap((finding) => {
        const { reason, text } = answerOf(finding)
        return Object.entries(explainFaults(reason, text)).map(([part, message]) => ({
          field: fieldOf(finding, part as keyof Written),
          message,
        }))
      }),
    explanations: (): Explain[] =>
      asked.map((finding) => ({
        check: finding.check,
        locator: finding.locator ?? '',
        reason: answerOf(finding).reason as ExplanationReason,
        text: answerOf(finding).text,
        inputs: seenInputs(finding.inputs),
      })),
  }
}

type SigningQuestionsProps = {
  signing: ReturnType<typeof useSigning>
  faults: readonly FieldError[]
  periodId: string
}

/** Answered with the signature, in the name of the person who signs. */
export function SigningQuestions({ signing, faults, periodId }: SigningQuestionsProps) {
  const { asked, blocking, answerOf, write, forget, isFound } = signing
  if (asked.length + blocking.length === 0) return null
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <section aria-labelledby="signing-questions">
      <h2 className="govuk-heading-m" id="signing-questions">
        Before you sign
      </h2>
      <KeptWords {...{ isFound, about: 'your answers before you sign' }} onDiscard={forget} />
      {blocking.length > 0 && <FindingList findings={blocking} answers={noAnswers(periodId)} />}
      {asked.map((finding) => (
        <div key={keyOf(finding)} className="app-explain">
          <FindingList findings={[finding]} answers={noAnswers(periodId)} />
          <Select
            {...{ id: fieldOf(finding, 'reason'), label: 'Reason', options: reasonOptions }}
            value={answerOf(finding).reason}
            onChange={(reason) => write(finding, { reason })}
            error={faultAt(fieldOf(finding, 'reason'))}
          />
          <Textarea
            {...{ id: fieldOf(finding, 'text'), label: 'What happened', rows: 3 }}
            value={answerOf(finding).text}
            onChange={(text) => write(finding, { text })}
            error={faultAt(fieldOf(finding, 'text'))}
          />
        </div>
      ))}
    </section>
  )
}
