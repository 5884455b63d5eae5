import { useState } from 'react'
import type { EditionView } from '@inclusion/server/standards/view'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Outcome, Told } from '../outcome.tsx'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { HeadFields } from './head-fields.tsx'
import { refusalOf } from '../refusal-of.ts'
import { useEditionAct } from './use-edition-act.ts'

type EditionHeadFormProps = Told & { edition: EditionView; outcome: Outcome }

/** What a draft is called, what it is for, and the period it begins with. */
export function EditionHeadForm({ edition, outcome, ...told }: EditionHeadFormProps) {
  const { id: standardId, revision, freePeriods } = edition
  const [head, setHead] = useState(() => ({
    name: edition.name,
    summary: edition.summary,
    effectiveFrom: edition.effectiveFrom,
  }))
  const save = useEditionAct(
    standardId,
    {
      send: () =>
        call(
          staffApi.editions[':standardId'].$put({
            param: { standardId },
            json: { revision, ...head },
          }),
        ),
      done: 'Name, purpose and first period are saved.',
    },
    told,
  )
  const errorOf = (field: string) => refusalOf(outcome.error, field)
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
        <HeadFields
          head={head}
          periods={periods}
          errorOf={errorOf}
          onChange={(part) => setHead((before) => ({ ...before, ...part }))}
        />
        <Button busy={save.isPending}>Save</Button>
      </form>
    </Details>
  )
}
