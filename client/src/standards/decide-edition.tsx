import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import type { EditionActProps } from './edition-act-props.ts'
import { RefuseEdition } from './refuse-edition.tsx'
import { useEditionAct } from './use-edition-act.ts'
import { whyNotWords } from './why-not-words.ts'

/** What another evaluator decides on a proposed edition, and how its proposer takes it back. */
export function DecideEdition({ edition, ...told }: EditionActProps) {
  const { id: standardId, revision, actions, proposed } = edition
  const param = { standardId }
  const approve = useEditionAct(
    standardId,
    {
      send: () => call(staffApi.editions[':standardId'].approve.$post({ param, json: { revision } })),
      done: 'It is published. From now on it never changes.',
      refetchOnRefusal: true,
    },
    told,
  )
  const takeBack = useEditionAct(
    standardId,
    {
      send: () => call(staffApi.editions[':standardId']['take-back'].$post({ param, json: { revision } })),
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
