import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkReference } from '@inclusion/server/framework/view'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { AmountRows } from './amount-rows.tsx'
import {
  amountFaults,
  draftAmounts,
  fillYear,
  readAmounts,
  type AwardRow,
  type DraftedAmounts,
} from './drafted-amounts.ts'
import { PartForm } from './part-form.tsx'
import { SameForAll } from './same-for-all.tsx'
import { useReference } from './use-amendment.ts'
import { usePart } from './use-part.ts'

type AmountsFormProps = { opened: AmendmentView; rows: readonly AwardRow[]; years: readonly string[] }

export function AmountsForm({ opened, rows, years }: AmountsFormProps) {
  const { tiers, decisions: onRecord } = useReference()
  const { typed, change, errorOf, ...part } = usePart({
    opened,
    name: 'amounts',
    savedIn: ({ content }) => draftAmounts(content),
    faultsOf: (draft) => amountFaults(draft, rows, years),
    changeOf: (draft) => {
      const awards = readAmounts(draft, rows, years)
      return { change: (content) => ({ ...content, awards }), done: 'The amounts are saved.' }
    },
  })
  const decisions = [...part.saving.ground.content.decisions, ...onRecord]
  const before = (
    <p className="govuk-body govuk-!-width-two-thirds">
      What each borough is awarded in each financial year, in pounds. Leave it empty where it is not known.
      How much is asked follows from the whole grant: {tierWords(tiers)}.
    </p>
  )
  return (
    <PartForm title="Amounts" part={part} before={before}>
      <SameForAll
        words={{ summary: 'The same amount for every borough', column: 'Financial year', number: 'Pounds' }}
        columns={years.map((year) => ({ value: year, label: year }))}
        onFill={(year, amount) => change(fillYear(typed, rows, { year, amount }))}
      />
      <AmountRows {...{ rows, years, errorOf }} thresholds={tiers} draft={typed} onChange={change} />
      <Reasons draft={typed} decisions={decisions} onChange={change} />
    </PartForm>
  )
}

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
})

/** "light below £30,000, standard from £30,000, enhanced from £100,000" */
function tierWords(tiers: FrameworkReference['tiers']): string {
  const [lowest, ...others] = tiers.toSorted((left, right) => left.fromPence - right.fromPence)
  const second = others[0]
  return [
    ...(lowest && second ? [`${lowest.tier} below ${pounds.format(second.fromPence / 100)}`] : []),
    ...others.map(({ tier, fromPence }) => `${tier} from ${pounds.format(fromPence / 100)}`),
  ].join(', ')
}

type ReasonsProps = {
  draft: DraftedAmounts
  decisions: readonly { reference: string; title: string }[]
  onChange: (draft: DraftedAmounts) => void
}

/** What the amounts rest on. */
function Reasons({ draft, decisions, onChange }: ReasonsProps) {
  return (
    <div className="govuk-!-width-two-thirds">
      <Select
        id="decision"
        label="Which published decision gives these amounts?"
        hint="One that is not listed is recorded under “Decisions” of this draft first."
        value={draft.decision}
        options={[
          { value: '', label: 'None, or not known' },
          ...decisions.map(({ reference, title }) => ({ value: reference, label: `${reference}: ${title}` })),
        ]}
        onChange={(decision) => onChange({ ...draft, decision })}
      />
      <Textarea
        id="assumption"
        label="What is assumed? (optional)"
        hint="For example “Equal shares of £175,000”."
        rows={2}
        value={draft.assumption}
        onChange={(assumption) => onChange({ ...draft, assumption })}
      />
    </div>
  )
}
