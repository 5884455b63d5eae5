import type { FrameworkGrant } from '@inclusion/server/framework/view'
import { useState } from 'react'
import { Details } from '../ui/details.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { DraftedGrants } from './drafted-grants.ts'
import { grantField } from './fault-places.ts'
import { dayHint } from './typed-day-text.ts'

type EndingGrantsProps = {
  grants: readonly FrameworkGrant[]
  draft: DraftedGrants
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedGrants>) => void
}

/** Grants that end: a last day for each, and nothing for those that go on. */
export function EndingGrants({ grants, draft, errorOf, onChange }: EndingGrantsProps) {
  const { endsOn } = draft
  // As it was when the page was opened: a field must not move while somebody types in it.
  const [isOpen] = useState(() => Object.values(endsOn).some((day) => day.trim() !== ''))
  const fields = grants.map(({ gssCode, name }) => (
    <TextInput
      key={gssCode}
      id={grantField(gssCode, 'endsOn')}
      label={`Last day of ${name}`}
      width={20}
      value={endsOn[gssCode] ?? ''}
      error={errorOf(grantField(gssCode, 'endsOn'))}
      onChange={(day) => onChange({ endsOn: { ...endsOn, [gssCode]: day } })}
    />
  ))
  const words = (
    <p className="govuk-body">
      {dayHint}. Leave it empty where the grant goes on. Nothing is owed for a period that begins after the
      last day.
    </p>
  )
  if (isOpen)
    return (
      <>
        <h2 className="govuk-heading-m">Grants that end</h2>
        {words}
        {fields}
      </>
    )
  return (
    <Details summary="End a grant">
      {words}
      {fields}
    </Details>
  )
}
