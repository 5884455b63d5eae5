import { useState, type FormEvent } from 'react'
import type { QueryView } from '@inclusion/server/reviews/queries'
import { londonDate, londonTime, shortDate } from '@inclusion/shared/time'
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { wordsOf } from './explain-form.tsx'

const states = { open: 'Waiting for your answer', answered: 'Answered', closed: 'Closed' }

type QuestionThreadProps = {
  query: QueryView
  answer?: ((queryId: string, text: string) => Promise<void>) | undefined
}

/** A question that RMEL raised on this figure, what was answered, and a box to answer in. */
export function QuestionThread({ query, answer }: QuestionThreadProps) {
  return (
    <section className="app-question" aria-label="Question from RMEL">
      <p className="app-question__title">
        <strong>Question from RMEL.</strong> {states[query.status]}.
      </p>
      {query.messages.map(({ by, at, text }) => (
        <blockquote key={`${at} ${by}`} className="app-question__message">
          <p>{text}</p>
          <footer>
            {by}, {shortDate(londonDate(at))}, {londonTime(at)}
          </footer>
        </blockquote>
      ))}
      {answer && query.status === 'open' && (
        <AnswerForm id={query.id} onAnswer={(text) => answer(query.id, text)} />
      )}
      {answer && query.status === 'answered' && (
        <Details summary="Write another answer">
          <AnswerForm id={query.id} onAnswer={(text) => answer(query.id, text)} />
        </Details>
      )}
    </section>
  )
}

function AnswerForm({ id, onAnswer }: { id: string; onAnswer: (text: string) => Promise<void> }) {
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setFault(text.trim() === '' ? 'Write your answer first' : undefined)
    if (text.trim() === '') return
    setBusy(true)
    await onAnswer(text).then(
      () => setText(''),
      (error: unknown) => setFault(wordsOf(error)),
    )
    setBusy(false)
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Textarea
        id={`answer-${id}`}
        label="Your answer"
        rows={3}
        value={text}
        onChange={setText}
        error={fault}
      />
      <Button look="secondary" busy={busy}>
        Send the answer
      </Button>
    </form>
  )
}
