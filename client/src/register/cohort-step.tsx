import { describedBy, Field } from '../ui/field.tsx'
import { Details } from '../ui/details.tsx'
import { CohortResult } from './cohort-result.tsx'
import { PupilPicker } from './pupil-picker.tsx'
import type { Counted, Reading } from './protocol.ts'
import type { Answering } from './use-answers.ts'
import type { RegisterRoom } from './use-register.ts'

const cohortId = 'register-cohort'

type CohortStepProps = { answering: Answering; counted: Counted; reading: Reading; room: RegisterRoom }

/** Which pupils of the register are in the programme: pasted or picked, and kept in this page's memory only. */
export function CohortStep({ answering: { given, give }, counted, reading, room }: CohortStepProps) {
  const hint =
    'One a line: a UPN, an admission number or a name, as in your register. Put the day each began beside it, where you have it.'
  return (
    <>
      <h3 className="govuk-heading-s">Young people in the programme</h3>
      <Field id={cohortId} label="Paste who is in the programme" hint={hint}>
        {() => (
          <textarea
            id={cohortId}
            className="govuk-textarea"
            rows={6}
            value={given.pasted}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            aria-describedby={describedBy(cohortId, hint)}
            onChange={({ target }) => give({ pasted: target.value })}
          />
        )}
      </Field>
      <Details summary="Pick them from the register">
        <PupilPicker
          pasted={given.pasted}
          lines={counted.cohort?.lines ?? []}
          reading={reading}
          onChange={(pasted) => give({ pasted })}
          find={room.ask}
        />
      </Details>
      <CohortResult counted={counted} />
    </>
  )
}
