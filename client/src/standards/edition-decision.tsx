import type { EditionView } from '@inclusion/server/standards/view'
import { periodLabel } from '@inclusion/shared/periods'
import { problems } from '@inclusion/shared/problems'
import type { EditionAction } from '@inclusion/shared/standards/editions'
import { api, call } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { BackTestState } from './back-test-state.tsx'
import { DiscardEdition } from './discard-edition.tsx'
import { RefuseEdition } from './refuse-edition.tsx'
import { useEditionAct } from './use-edition-act.ts'

export type EditionDecisionProps = Told & { edition: EditionView }

/** Why an act cannot be done now, in words to stand beside its button. */
export const whyNotWords = ({ actions }: EditionView, action: EditionAction): string | null => {
  const refusal = actions[action]
  return refusal === null ? null : problems[refusal].title
}

/** The way of a draft to being published: back-test, proposal, the second person's decision. */
export function EditionDecision({ edition, ...told }: EditionDecisionProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Publishing</h2>
      <p className="govuk-body govuk-!-width-two-thirds">
        A draft is back-tested as it stands, then one evaluator proposes it and another approves it. Returns
        for {periodLabel(edition.effectiveFrom)} and later are then judged by it; earlier ones keep their
        edition.
      </p>
      <BackTestState edition={edition} />
      {edition.status === 'draft' ? (
        <ButtonGroup>
          <Propose edition={edition} {...told} />
          {edition.actions.discard === null && <DiscardEdition edition={edition} {...told} />}
        </ButtonGroup>
      ) : (
        <Decide edition={edition} {...told} />
      )}
    </section>
  )
}

function Propose({ edition, ...told }: EditionDecisionProps) {
  const { id: standardId, revision } = edition
  const propose = useEditionAct(
    standardId,
    {
      send: () =>
        call(api.editions[':standardId'].propose.$post({ param: { standardId }, json: { revision } })),
      done: 'It is proposed. The other evaluators were written to: one of them decides.',
      refetchOnRefusal: true,
    },
    told,
  )
  return (
    <Button
      busy={propose.isPending}
      unavailable={whyNotWords(edition, 'propose')}
      onClick={() => propose.mutate()}
    >
      Propose this edition
    </Button>
  )
}

function Decide({ edition, ...told }: EditionDecisionProps) {
  const { id: standardId, revision, actions, proposed } = edition
  const param = { standardId }
  const approve = useEditionAct(
    standardId,
    {
      send: () => call(api.editions[':standardId'].approve.$post({ param, json: { revision } })),
      done: 'It is published. From now on it never changes.',
      refetchOnRefusal: true,
    },
    told,
  )
  const takeBack = useEditionAct(
    standardId,
    {
      send: () => call(api.editions[':standardId']['take-back'].$post({ param, json: { revision } })),
      done: 'It is taken back, and a draft again.',
      refetchOnRefusal: true,
    },
    told,
  )
  return (
    <>
      <p className="govuk-body">
        Proposed by {proposed?.by}. Another evaluator reads what it changes and decides.
      </p>
      <ButtonGroup>
        <Button
          busy={approve.isPending}
          unavailable={whyNotWords(edition, 'approve')}
          onClick={() => approve.mutate()}
        >
          Approve and publish
        </Button>
        {actions['take-back'] === null && (
          <Button look="secondary" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
            Take it back
          </Button>
        )}
      </ButtonGroup>
      {actions.refuse === null && <RefuseEdition edition={edition} {...told} />}
    </>
  )
}
