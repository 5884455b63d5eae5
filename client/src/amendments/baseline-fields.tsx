import { showNumber } from '@inclusion/shared/figures'
import { TextInput } from '../ui/text-input.tsx'
import { baselineParts, type BaselinePart, type DraftedPlan } from './drafted-plan.ts'
import { baselineField, placeKey } from './fault-places.ts'
import { boroughRow } from './number-sheet.ts'
import { NumberTable } from './number-table.tsx'
import type { PlanOf } from './plan-of.ts'
import { dayHint } from './typed-day-text.ts'

type BaselineFieldsProps = {
  plan: PlanOf
  draft: DraftedPlan
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedPlan>) => void
}

/** What the figure was before the grant began, where it is measured against that. */
export function BaselineFields({ plan, draft, errorOf, onChange }: BaselineFieldsProps) {
  const { definition, places, onRecord, filers } = plan
  const { measure, parts: names } = definition
  const isOfSettings = definition.collectedFrom === 'setting'
  const byKey = new Map(places.map((place) => [place.key, place]))
  const closedOf = (key: string, part: string): string | null => {
    const known = onRecord.baselines.find((each) => placeKey(each) === key)
    if (!known || !filers.has(byKey.get(key)?.gssCode ?? '')) return null
    return showNumber(known[part as BaselinePart] ?? 0, measure)
  }
  return (
    <>
      <h2 className="govuk-heading-m">Baseline</h2>
      <p className="govuk-body govuk-!-width-two-thirds">
        What was there before the grant began. What is on record, and was filed against, stays as it is.
      </p>
      <NumberTable
        caption="Before the grant began"
        rowHeader={isOfSettings ? 'Setting' : 'Borough'}
        rows={places.map(({ key, name, gssCode, urn }) =>
          urn === null
            ? boroughRow({ gssCode, name })
            : { key, name, names: [urn, name.replace(/ \([^)]*\)$/, '')] },
        )}
        columns={baselineParts(measure).map((part) => {
          const header = names[part] || fallback[part]
          return { key: part, header, names: [fallback[part]] }
        })}
        idOf={baselineField}
        {...{ closedOf, errorOf }}
        {...(measure === 'money' && { prefix: '£' })}
        numbers={draft.baselines}
        onChange={(baselines) => onChange({ baselines })}
      />
      <WindowFields {...{ draft, errorOf, onChange }} />
    </>
  )
}

/** What is the same for all baselines that are given. */
function WindowFields({ draft, errorOf, onChange }: Omit<BaselineFieldsProps, 'plan'>) {
  return (
    <div className="govuk-!-width-two-thirds">
      <TextInput
        id="startsOn"
        label="Measured from"
        hint={`${dayHint}. The same for all baselines that are given here.`}
        width={20}
        value={draft.startsOn}
        error={errorOf('startsOn')}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <TextInput
        id="endsOn"
        label="Measured until"
        hint={dayHint}
        width={20}
        value={draft.endsOn}
        error={errorOf('endsOn')}
        onChange={(endsOn) => onChange({ endsOn })}
      />
      <TextInput
        id="source"
        label="Where the numbers come from"
        hint="For example “The schools’ own records”."
        value={draft.source}
        error={errorOf('source')}
        onChange={(source) => onChange({ source })}
      />
    </div>
  )
}

const fallback = { value: 'Number', numerator: 'Numerator', denominator: 'Denominator' }
