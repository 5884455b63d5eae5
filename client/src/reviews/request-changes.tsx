import { api, call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { FigureLinks } from './figure-links.tsx'
import { refusalWords } from './refusal-words.ts'
import { useReview } from './review-context.ts'
import { useDecision, type DecisionProps } from './use-decision.ts'

/** Sends every change that was asked for as one request: those figures open to the borough, and no others. */
export function RequestChanges(props: DecisionProps) {
  const { view } = useReview()
  const latest = view.versions.at(-1)?.version
  const wanted = view.decisions.filter(
    ({ decision, version }) => decision === 'request-change' && version === latest,
  )
  const send = useDecision(
    () => call(api.reviews[':returnId']['request-changes'].$post({ param: { returnId: view.id }, json: {} })),
    `Changes were requested. ${view.authority.name} was told, and can change those figures alone.`,
    props,
  )
  const none = wanted.length === 0 ? 'Choose “Ask for a change” on at least one figure first.' : null
  return (
    <>
      <h3 className="govuk-heading-s">Ask for changes</h3>
      <FigureLinks figures={wanted.map(({ locator, note }) => ({ locator, words: note }))} />
      <Button
        look="secondary"
        busy={send.isPending}
        unavailable={refusalWords(view, 'request-changes') ?? none}
        onClick={() => send.mutate()}
      >
        {wanted.length < 2 ? 'Send the request' : `Send ${wanted.length} requests`}
      </Button>
    </>
  )
}
