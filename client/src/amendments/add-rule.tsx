import type { FrameworkView } from '@inclusion/server/framework/view'
import type { PeriodId } from '@inclusion/shared/periods'
import { faultOf, type Outcome, type Told } from '../outcome.tsx'
import { Button } from '../ui/button.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Radios } from '../ui/radios.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { putIdentity } from './content-changes.ts'
import {
  blankRule,
  kindNames,
  readRule,
  ruleFaults,
  ruleSentence,
  type DraftedRule,
  type Figures,
  type RuleKind,
} from './drafted-rule.ts'
import { RuleSide } from './rule-side.tsx'
import type { Saving } from './use-saving.ts'
import { useTyped } from './use-typed.ts'

type AddRuleProps = {
  saving: Saving
  outcome: Outcome
  told: Told
  figures: Figures
  from: PeriodId
  framework: FrameworkView | null
}

const id = (field: string) => `new-rule-${field}`

const isWhole = ({ left, right }: DraftedRule): boolean =>
  [...left, ...right].every(({ figure }) => figure !== '')

/** Writes a rule: which figures, and how they stand to each other. Its sentence is written along with it. */
export function AddRule({ saving, outcome, told, figures, from, framework }: AddRuleProps) {
  const { content, programme } = saving.ground
  const { typed, change, forget } = useTyped(`amendment ${saving.ground.id} rule`, blankRule)
  const put = (part: Partial<DraftedRule>) => change({ ...typed, ...part })
  const errorOf = (field: string) => faultOf(outcome, id(field))
  const submit = () => {
    const faults = ruleFaults(typed)
    if (faults.length > 0)
      return told.onFaults(faults.map(({ field, message }) => ({ field: id(field), message })))
    const taken = [...(framework?.identities ?? []), ...content.identities].map((rule) => rule.id)
    const rule = readRule(typed, figures, { programme: programme.code, from, taken })
    return saving.save({
      change: putIdentity(rule),
      done: `The rule is added: ${rule.statement}`,
      after: forget,
    })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2 className="govuk-heading-m">Add a rule</h2>
      <RuleFields draft={typed} figures={figures} errorOf={errorOf} onChange={put} />
      <Textarea
        id={id('fix')}
        label="What should a borough do where it does not hold? (optional)"
        hint="For example “Check both against the sign-in sheets.”"
        rows={2}
        value={typed.fix}
        onChange={(fix) => put({ fix })}
      />
      <Button look="secondary" busy={saving.busy}>
        Add this rule
      </Button>
    </form>
  )
}

type FieldsProps = {
  draft: DraftedRule
  figures: Figures
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedRule>) => void
}

/** Which figures, and how they stand to each other; and the sentence that it comes to. */
function RuleFields({ draft, figures, errorOf, onChange }: FieldsProps) {
  return (
    <>
      <Radios<RuleKind>
        id={id('kind')}
        label="How do the figures stand to each other?"
        look="small"
        value={draft.kind}
        choices={Object.entries(kindNames).map(([value, label]) => ({ value: value as RuleKind, label }))}
        onChange={(kind) => onChange({ kind })}
      />
      <RuleSide side="left" {...{ draft, figures, errorOf, id, onChange }} />
      <RuleSide side="right" {...{ draft, figures, errorOf, id, onChange }} />
      {draft.kind === 'range' && <Times draft={draft} errorOf={errorOf} onChange={onChange} />}
      <InsetText>
        <output>
          {isWhole(draft)
            ? ruleSentence(draft, figures)
            : 'The rule stands here as a sentence once you have chosen.'}
        </output>
      </InsetText>
    </>
  )
}

type TimesProps = Omit<FieldsProps, 'figures'>

function Times({ draft, errorOf, onChange }: TimesProps) {
  return (
    <>
      <TextInput
        id={id('low')}
        label="At least how many times?"
        hint="For example 0.25"
        width={5}
        inputMode="decimal"
        value={draft.low}
        error={errorOf('low')}
        onChange={(low) => onChange({ low })}
      />
      <TextInput
        id={id('high')}
        label="At most how many times?"
        hint="For example 8"
        width={5}
        inputMode="decimal"
        value={draft.high}
        error={errorOf('high')}
        onChange={(high) => onChange({ high })}
      />
    </>
  )
}
