import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { EditionLine } from '@inclusion/server/standards/edition-line'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import { Failure } from '../failure.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { editionsQuery } from './queries.ts'
import { refusalOf } from '../refusal-of.ts'

const fieldId = (field: string) => `begin-${field}`

/** Begins a draft from a published edition, and leads to it. */
export function BeginEdition({ editions }: { editions: readonly EditionLine[] }) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const published = editions.filter(({ status }) => status === 'published')
  const [name, setName] = useState('')
  const [basedOn, setBasedOn] = useState(published[0]?.id ?? '')
  const begin = useMutation({
    mutationFn: () => call(staffApi.editions.index.$post({ json: { name, basedOn } })),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries(editionsQuery)
      await navigate({ href: staffPaths.edition(id) })
    },
  })
  const errorOf = (field: string) => refusalOf(begin.error, field)
  return (
    <Details summary="Write a new edition">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          begin.mutate()
        }}
      >
        <Failure key={begin.submittedAt} error={begin.error} fieldId={fieldId} />
        <p>
          It begins as a copy. Nothing changes for any return until two evaluators have published it, and then
          only from the period it begins with.
        </p>
        <TextInput
          id={fieldId('name')}
          label="Name"
          hint="As it stands beside every finding, like “Edition 2”."
          width={20}
          value={name}
          error={errorOf('name')}
          onChange={setName}
        />
        <Select
          id={fieldId('basedOn')}
          label="Based on"
          value={basedOn}
          error={errorOf('basedOn')}
          options={published.map((edition) => ({ value: edition.id, label: edition.name }))}
          onChange={setBasedOn}
        />
        <Button busy={begin.isPending}>Begin the draft</Button>
      </form>
    </Details>
  )
}
