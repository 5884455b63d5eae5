import type { AmendmentView } from '@inclusion/server/amendments/view'
import { useNavigate } from '@tanstack/react-router'
import { problems } from '@inclusion/shared/problems'
import type { AmendmentAction } from '@inclusion/shared/framework/amendment-actions'
import { call } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { ConfirmedButton } from '../people/confirmed-button.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { PublishAmendment } from './publish-amendment.tsx'
import { RefuseAmendment } from './refuse-amendment.tsx'
import { useAmendmentAct } from './use-amendment-act.ts'

type DecisionProps = Told & { amendment: AmendmentView }

/** Why an act is refused to this person now, in words; null where it may be done. */
const whyNot = ({ actions }: AmendmentView, action: AmendmentAction): string | null => {
  const refusal = actions[action]
  return refusal === null ? null : problems[refusal].title
}

/** Proposing a draft, and deciding on what another person proposed. */
export function AmendmentDecision(props: DecisionProps) {
  const { status, actions } = props.amendment
  const mayDoAnything = Object.values(actions).some((refusal) => refusal !== 'not-yours-to-do')
  if (!mayDoAnything) return null
  return (
    <>
      <h2 className="govuk-heading-m">{status === 'draft' ? 'When it is ready' : 'Decide'}</h2>
      {status === 'draft' ? <Propose {...props} /> : <Decide {...props} />}
    </>
  )
}

const at = ({ id, revision }: AmendmentView) => ({ param: { amendmentId: id }, json: { revision } })

function Propose({ amendment, ...told }: DecisionProps) {
  const propose = useAmendmentAct(
    {
      send: () => call(staffApi.amendments[':amendmentId'].propose.$post(at(amendment))),
      done: 'It is proposed. Another evaluator tries it and publishes it, or sends it back with a reason.',
    },
    told,
  )
  return (
    <>
      <p className="govuk-body">
        Try it in the dry run first. Once it is proposed it cannot be changed, unless you take it back.
      </p>
      <Button
        busy={propose.isPending}
        unavailable={whyNot(amendment, 'propose')}
        onClick={() => propose.mutate()}
      >
        Propose it
      </Button>
      <ButtonGroup>
        <ButtonLink href={staffPaths.dryRun(amendment.id)} look="secondary">
          Dry run
        </ButtonLink>
      </ButtonGroup>
      <Discard amendment={amendment} {...told} />
    </>
  )
}

function Discard({ amendment, ...told }: DecisionProps) {
  const navigate = useNavigate()
  const discard = useAmendmentAct(
    {
      send: () => call(staffApi.amendments[':amendmentId'].discard.$post(at(amendment))),
      done: 'It is discarded.',
      after: () => navigate({ href: staffPaths.framework() }),
    },
    told,
  )
  if (amendment.actions.discard !== null) return null
  return (
    <div className="govuk-body">
      <ConfirmedButton
        words="Discard this draft"
        about={amendment.name}
        question={`${amendment.name} goes, with all that was written in it. What is in force stays as it is.`}
        busy={discard.isPending}
        onConfirm={() => discard.mutate()}
      />
    </div>
  )
}

function Decide({ amendment, ...told }: DecisionProps) {
  const { proposed, actions } = amendment
  const takeBack = useAmendmentAct(
    {
      send: () => call(staffApi.amendments[':amendmentId']['take-back'].$post(at(amendment))),
      done: 'It is taken back, and a draft again.',
    },
    told,
  )
  return (
    <>
      <p className="govuk-body">
        Proposed by {proposed?.by}. Another evaluator tries it in the dry run and decides. What is published
        is never changed again: another amendment would be made in its place.
      </p>
      <PublishAmendment amendment={amendment} unavailable={whyNot(amendment, 'publish')} {...told} />
      <ButtonGroup>
        <ButtonLink href={staffPaths.dryRun(amendment.id)} look="secondary">
          Dry run
        </ButtonLink>
        {actions['take-back'] === null && (
          <Button look="secondary" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
            Take it back
          </Button>
        )}
      </ButtonGroup>
      {actions.refuse === null && <RefuseAmendment amendment={amendment} {...told} />}
    </>
  )
}
