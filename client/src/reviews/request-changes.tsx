import { placeName } from '@inclusion/shared/standards/words'
import { api, call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { questionId } from './asking.ts'
import { QuestionList } from './question-list.tsx'
import { refusalWords } from './refusal-words.ts'
import { useReview } from './review-context.ts'
import { useDecision, type DecisionProps } from './use-decision.ts'

/** Sends every question as one request: those figures open to the borough, and no others. */
export function RequestChanges(props: DecisionProps) {
  const { view, prepared, asking } = useReview()
  const written = Object.entries(asking?.questions ?? {})
  const questions = written.map(([locator, question]) => ({ locator, question }))
  const unwritten = questions.filter(({ question }) => question.trim() === '')
  const send = useDecision(
    () => {
      const sent = { param: { returnId: view.id }, json: { questions } }
      return call(api.reviews[':returnId']['request-changes'].$post(sent))
    },
    `Changes were requested. ${view.authority.name} was told, and can change those figures alone.`,
    props,
  )
  const faults = unwritten.map(({ locator }) => ({
    field: questionId(locator),
    message: `Write your question on ${placeName(prepared, locator)}, or remove it`,
  }))
  const trySend = () => (faults.length > 0 ? props.onFaults(faults) : send.mutate())
  const none = questions.length === 0 ? 'Choose “Ask for a change” on at least one figure first.' : null
  return (
    <>
      <h3 className="govuk-heading-s">Ask for changes</h3>
      <QuestionList questions={asking?.questions ?? {}} />
      <Button
        look="secondary"
        busy={send.isPending}
        unavailable={refusalWords(view, 'request-changes') ?? none}
        onClick={trySend}
      >
        {questions.length < 2 ? 'Send the question' : `Send ${questions.length} questions`}
      </Button>
    </>
  )
}
