import { calendarNames } from '../framework/framework-facts.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Radios } from '../ui/radios.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { DraftedProgramme } from './drafted-programme.ts'
import { programmeField as id } from './fault-places.ts'

type ProgrammeFieldsProps = {
  draft: DraftedProgramme
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedProgramme>) => void
}

export function ProgrammeFields(props: ProgrammeFieldsProps) {
  return (
    <>
      <NameFields {...props} />
      <TimeFields {...props} />
      <KindFields {...props} />
    </>
  )
}

function NameFields({ draft, errorOf, onChange }: ProgrammeFieldsProps) {
  return (
    <>
      <TextInput
        id={id('name')}
        label="Name"
        hint="As boroughs know it."
        value={draft.name}
        error={errorOf('name')}
        onChange={(name) => onChange({ name })}
      />
      <TextInput
        id={id('code')}
        label="Short code"
        hint="2 to 5 letters that stand before the code of each figure, for example SRS. Once it is published it stays."
        width={5}
        value={draft.code}
        error={errorOf('code')}
        onChange={(code) => onChange({ code })}
      />
      <Textarea
        id={id('summary')}
        label="What it is for"
        hint="A sentence or two: who it is for, where, and since when."
        rows={3}
        value={draft.summary}
        error={errorOf('summary')}
        onChange={(summary) => onChange({ summary })}
      />
    </>
  )
}

function TimeFields({ draft, errorOf, onChange }: ProgrammeFieldsProps) {
  return (
    <>
      <Radios
        id={id('calendar')}
        label="How often is it reported?"
        value={draft.calendar}
        error={errorOf('calendar')}
        choices={[
          { value: 'financial-quarters', label: calendarNames['financial-quarters'] },
          { value: 'school-terms', label: calendarNames['school-terms'] },
        ]}
        onChange={(calendar) => onChange({ calendar })}
      />
      <DateInput
        id={id('startsOn')}
        label="First day"
        hint="For example 1 4 2026"
        value={draft.startsOn}
        error={errorOf('startsOn')}
        onChange={(part) => onChange({ startsOn: { ...draft.startsOn, ...part } })}
      />
      <DateInput
        id={id('endsBefore')}
        label="Last day"
        hint="For example 31 3 2027"
        value={draft.endsOn}
        error={errorOf('endsBefore')}
        onChange={(part) => onChange({ endsOn: { ...draft.endsOn, ...part } })}
      />
    </>
  )
}

const yesNo = [
  { value: 'yes' as const, label: 'Yes' },
  { value: 'no' as const, label: 'No' },
]

function KindFields({ draft, errorOf, onChange }: ProgrammeFieldsProps) {
  return (
    <>
      <Radios
        id={id('settingsReport')}
        label="Do settings report their own attendance?"
        hint="Pupil referral units and other alternative provision, for example."
        look="inline"
        value={draft.settingsReport}
        error={errorOf('settingsReport')}
        choices={yesNo}
        onChange={(settingsReport) => onChange({ settingsReport })}
      />
      {draft.settingsReport === 'yes' && (
        <Radios
          id={id('baselineWindows')}
          label="Which sessions make a young person’s baseline?"
          value={draft.baselineWindows}
          choices={[
            { value: 'term-before-start', label: 'Those of the term before they started' },
            { value: 'one-window', label: 'Those of one window, the same for everybody' },
          ]}
          onChange={(baselineWindows) => onChange({ baselineWindows })}
        />
      )}
      <Radios
        id={id('isTrial')}
        label="Is it a trial?"
        hint="Of a trial learning is asked: a meeting or a note each period."
        look="inline"
        value={draft.isTrial}
        error={errorOf('isTrial')}
        choices={yesNo}
        onChange={(isTrial) => onChange({ isTrial })}
      />
    </>
  )
}
