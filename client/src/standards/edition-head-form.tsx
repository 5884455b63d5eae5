import { useState } from 'react'
import type { EditionView } from '@inclusion/server/standards/view'
import { periodLabel } from '@inclusion/shared/periods'
import { api, call, ProblemError } from '../api.ts'
import type { Outcome, Told } from '../outcome.tsx'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Select } from '../ui/select.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useEditionAct } from './use-edition-act.ts'

/** The id of the field in which a part of an edition is typed. */
export const headField = (field: string): string => `edition-${field}`

type EditionHeadFormProps = Told & { edition: EditionView; outcome: Outcome }

/** What a draft is called, what it is for, and the period it begins with. */
export function EditionHeadForm({ edition, outcome, ...told }: EditionHeadFormProps) {
  const { id: standardId, revision, freePeriods } = edition
  const [name, setName] = useState(edition.name)
  const [summary, setSummary] = useState(edition.summary)
  const [effectiveFrom, setFrom] = useState(edition.effectiveFrom)
  const save = useEditionAct(
    standardId,
    {
      send: () =>
        call(
          api.editions[':standardId'].$put({
            param: { standardId },
            json: { revision, name, summary, effectiveFrom },
          }),
        ),
      done: 'Name, purpose and first period are saved.',
    },
    told,
  )
  const errorOf = (field: string) =>
    outcome.error instanceof ProblemError
      ? outcome.error.problem.errors?.find((item) => item.field === field)?.message
      : undefined
  const periods = [...new Set([...freePeriods, edition.effectiveFrom])]
  return (
    <Details summary="Change its name, purpose or first period">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <TextInput
          id={headField('name')}
          label="Name"
          width={20}
          value={name}
          error={errorOf('name')}
          onChange={setName}
        />
        <Textarea
          id={headField('summary')}
          label="What it is for (optional)"
          hint="Shown to everybody at the top of the standard."
          rows={3}
          value={summary}
          error={errorOf('summary')}
          onChange={setSummary}
        />
        <Select
          id={headField('effectiveFrom')}
          label="For returns from"
          hint="Periods whose returns are open already cannot be chosen."
          value={effectiveFrom}
          error={errorOf('effectiveFrom')}
          options={periods.map((period) => ({ value: period, label: periodLabel(period) }))}
          onChange={setFrom}
        />
        <Button busy={save.isPending}>Save</Button>
      </form>
    </Details>
  )
}
