import type { AmendmentView } from '@inclusion/server/amendments/view'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { AmendmentClosed } from './amendment-frame.tsx'
import { DecisionFields } from './decision-fields.tsx'
import {
  blankDecision,
  decisionFaults,
  draftDecisions,
  readDecisions,
  type DraftedDecision,
} from './drafted-decisions.ts'
import { PartForm } from './part-form.tsx'
import { datesOf, yearsDecided } from './periods-of.ts'
import { useAmendment, useGround, useReference } from './use-amendment.ts'
import { usePart } from './use-part.ts'

const title = 'Decisions'

/** The published decisions that give the money, where they are not on record yet. */
export function DecisionsPage() {
  const amendment = useAmendment()
  if (amendment.actions.edit !== null) return <AmendmentClosed title={title} amendment={amendment} />
  return <DecisionsForm opened={amendment} />
}

function DecisionsForm({ opened }: { opened: AmendmentView }) {
  const { decisions: onRecord } = useReference()
  const framework = useGround(opened)
  const references = onRecord.map(({ reference }) => reference)
  const { typed, change, errorOf, ...part } = usePart<DraftedDecision[]>({
    opened,
    name: 'decisions',
    savedIn: ({ content }) => draftDecisions(content),
    faultsOf: (drafted) => decisionFaults(drafted, references),
    changeOf: (drafted) => {
      const decisions = readDecisions(drafted)
      return { change: (content) => ({ ...content, decisions }), done: 'The decisions are saved.' }
    },
    nextOf: () => staffPaths.amendmentAmounts(opened.id),
  })
  const dates = datesOf(part.saving.ground, framework)
  const years = dates === null ? [] : yearsDecided(dates, framework)
  const put = (at: number, some: Partial<DraftedDecision>) =>
    change(typed.map((decision, index) => (index === at ? { ...decision, ...some } : decision)))
  return (
    <PartForm title={title} part={part} width="two-thirds" before={<Known decisions={onRecord} />}>
      {typed.map((decision, at) => (
        <DecisionFields
          key={at}
          {...{ decision, at, years, errorOf }}
          onChange={(some) => put(at, some)}
          {...(typed.length > 1 && { onRemove: () => change(typed.filter((_, index) => index !== at)) })}
        />
      ))}
      <Button look="secondary" onClick={() => change([...typed, blankDecision])}>
        Add another decision
      </Button>
    </PartForm>
  )
}

function Known({ decisions }: { decisions: readonly { reference: string; title: string }[] }) {
  return (
    <>
      <p className="govuk-body">
        Record a published decision here that is not on record yet. What it gives is held against what
        boroughs are awarded by it.
      </p>
      <Details summary="The decisions on record">
        <ul className="govuk-list govuk-list--bullet">
          {decisions.map(({ reference, title: name }) => (
            <li key={reference}>
              {reference}: {name}
            </li>
          ))}
        </ul>
      </Details>
    </>
  )
}
