import { periodLabel } from '@inclusion/shared/periods'
import { Radios } from '../ui/radios.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { DraftedWindow } from './drafted-windows.ts'
import { windowField } from './fault-places.ts'
import { dayHint } from './typed-day-text.ts'

type WindowFieldsProps = {
  window: DraftedWindow
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedWindow>) => void
}

/** One period: whether it is collected, and when. */
export function WindowFields({ window, errorOf, onChange }: WindowFieldsProps) {
  const { periodId, isCollected, opensOn, dueOn } = window
  const id = (part: string) => windowField(periodId, part)
  return (
    <div className="app-window">
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{periodLabel(periodId)}</legend>
        <Radios
          id={id('collected')}
          label="Is it collected?"
          look="inline"
          value={isCollected ? 'yes' : 'no'}
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          onChange={(answer) => onChange({ isCollected: answer === 'yes' })}
        />
        {isCollected && (
          <div className="app-window__days">
            <TextInput
              id={id('opensOn')}
              label="Opens on"
              hint={dayHint}
              width={20}
              value={opensOn}
              error={errorOf(id('opensOn'))}
              onChange={(day) => onChange({ opensOn: day })}
            />
            <TextInput
              id={id('dueOn')}
              label="Due on"
              hint={dayHint}
              width={20}
              value={dueOn}
              error={errorOf(id('dueOn'))}
              onChange={(day) => onChange({ dueOn: day })}
            />
          </div>
        )}
      </fieldset>
    </div>
  )
}
