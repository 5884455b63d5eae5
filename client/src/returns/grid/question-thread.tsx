import { Suspense, useState } from 'react'
import type { QueryView } from '@inclusion/server/reviews/queries'
import { shortMoment } from '@inclusion/shared/time'
import type { Threads } from '../use-threads.ts'
import { afterPage } from './after-page.ts'
import type { MessageWords } from './message-form.tsx'
import { wordsOf } from './fault-words.ts'

const MessageForm = afterPage(async () => (await import('./message-form.tsx')).MessageForm)

type QuestionThreadProps = {
  query: QueryView
  /** Left out for somebody who only reads. */
  threads?: Threads | undefined
}

/** Where a thread stands on its page. */
export const threadId = (queryId: string): string => `question-${queryId}`

/** A question on this figure, what was answered, and, for whoever has a part in it, a box to write in. */
export function QuestionThread({ query, threads }: QuestionThreadProps) {
  const { status, messages } = query
  const title = titleOf(query)
  return (
    <section className="app-question" aria-label={title} id={threadId(query.id)}>
      <p className="app-question__title">
        <strong>{title}.</strong> {stateWords(query, threads?.side)}.
      </p>
      {messages.map(({ by, at, text }) => (
        <blockquote key={`${at} ${by}`} className="app-question__message">
          <p>{text}</p>
          <footer>
            {by}, {shortMoment(at)}
          </footer>
        </blockquote>
      ))}
      {threads && status !== 'closed' && <Writing query={query} threads={threads} />}
    </section>
  )
}

function titleOf({ askedOf, wants }: QueryView): string {
  if (askedOf === 'setting') return 'Question from the borough'
  return wants === 'change' ? 'Change asked for by RMEL' : 'Question from RMEL'
}

function stateWords({ askedOf, wants, status }: QueryView, side: Threads['side'] | undefined): string {
  if (status === 'closed') return 'Closed'
  if (status === 'answered') return 'Answered'
  if (wants === 'change') return side ? 'Change the figure, or say why it stands' : 'Not answered yet'
  if (askedOf === 'borough') return side ? 'Waiting for your answer' : 'Waiting for an answer'
  return side === 'setting' ? 'Waiting for your answer' : 'Waiting for the head of the setting'
}

const answering = { label: 'Your answer', button: 'Send the answer', blank: 'Write your answer first' }
const asking = { label: 'Your question', button: 'Send the question', blank: 'Write your question first' }

/** Who was asked answers; who asked may ask on, and close it. */
function Writing({ query: { id, askedOf, status }, threads }: Required<QuestionThreadProps>) {
  const { side, write } = threads as Threads
  const isAsked = askedOf === 'borough' || side === 'setting'
  const form = (words: MessageWords, folded?: string) => (
    <Suspense>
      <MessageForm {...{ id, words, folded }} onSend={(text) => write(id, text)} />
    </Suspense>
  )
  if (isAsked) return form(answering, status === 'open' ? undefined : 'Write another answer')
  return (
    <>
      {form(asking, 'Ask further')}
      <CloseButton onClose={() => (threads as Threads).close(id)} />
    </>
  )
}

function CloseButton({ onClose }: { onClose: () => Promise<void> }) {
  const [fault, setFault] = useState<string | undefined>()
  const close = () => onClose().catch((error: unknown) => setFault(wordsOf(error)))
  return (
    <>
      {fault && <p className="govuk-error-message">{fault}</p>}
      <button type="button" className="app-link-button" onClick={() => void close()}>
        Close this question
      </button>
    </>
  )
}
