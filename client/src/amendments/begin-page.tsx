import type { FrameworkReference } from '@inclusion/server/framework/view'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api.ts'
import { Failure } from '../failure.tsx'
import { refusalOf } from '../refusal-of.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { staffApi } from '../staff-api.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Radios } from '../ui/radios.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { beginFaults, blankBeginning, nameOf, toBegin, type Beginning } from './drafted-beginning.ts'
import { amendmentsQuery } from './queries.ts'
import { useReference } from './use-amendment.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'

const fieldId = (field: string) => `begin-${field}`

/** Begins an amendment: which kind, of which programme. Everything else is asked afterwards. */
export function BeginPage() {
  const reference = useReference()
  const asked: { kind?: string; programme?: string } = useSearch({ strict: false })
  const [draft, setDraft] = useState<Beginning>(() => blankBeginning(asked))
  const [faults, setFaults] = useState<{ attempt: number; of: ReturnType<typeof beginFaults> }>({
    attempt: 0,
    of: [],
  })
  const begin = useBegin()
  const change = (part: Partial<Beginning>) => setDraft((before) => ({ ...before, ...part }))
  const errorOf = (field: string) =>
    faults.of.find((fault) => fault.field === field)?.message ?? refusalOf(begin.error, field)
  const submit = () => {
    const found = beginFaults(draft, reference)
    setFaults(({ attempt }) => ({ attempt: attempt + 1, of: found }))
    begin.reset()
    if (found.length === 0) begin.mutate(toBegin(draft, reference))
  }
  return (
    <Page
      title="Change the framework"
      before={<BackLink href={staffPaths.framework()}>Framework</BackLink>}
      width="two-thirds"
      hasErrors={faults.of.length > 0 || begin.error !== null}
    >
      <ErrorSummary
        key={`faults-${faults.attempt}`}
        errors={faults.of.map(({ field, message }) => ({ field: fieldId(field), message }))}
      />
      <Failure key={begin.submittedAt} error={begin.error} fieldId={fieldId} />
      <p className="govuk-body">
        You write an amendment to the framework, as a draft. No borough sees anything of it until another
        evaluator has published it, and before that you can try what each borough would see.
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <KindFields {...{ draft, change, errorOf, reference }} />
        <Button busy={begin.isPending}>Begin the draft</Button>
      </form>
    </Page>
  )
}

type KindFieldsProps = {
  draft: Beginning
  change: (part: Partial<Beginning>) => void
  errorOf: (field: string) => string | undefined
  reference: FrameworkReference
}

const kinds = {
  definitions: {
    label: 'Change what a programme asks',
    hint: 'Change a definition, add a figure, or stop asking one.',
  },
  year: {
    label: 'Another year of a programme',
    hint: 'Its windows and its end are proposed to you. Each borough has a line for its amount, for you to fill in.',
  },
  programme: { label: 'A new programme', hint: 'With its own figures, boroughs, amounts and windows.' },
} as const

function KindFields(props: KindFieldsProps) {
  const { draft, change, errorOf, reference } = props
  const offered = (['definitions', 'year', 'programme'] as const).filter(
    (kind) => kind !== 'programme' || reference.mayPropose,
  )
  return (
    <>
      <Radios
        id={fieldId('kind')}
        label="What do you want to do?"
        labelSize="m"
        value={draft.kind}
        error={errorOf('kind')}
        choices={offered.map((value) => ({ value, ...kinds[value] }))}
        onChange={(kind) => change({ kind })}
      />
      {draft.kind === 'programme' && <NewProgramme {...props} />}
      {(draft.kind === 'definitions' || draft.kind === 'year') && <KnownProgramme {...props} />}
    </>
  )
}

function KnownProgramme({ draft, change, errorOf, reference }: KindFieldsProps) {
  const mine = reference.programmes.filter(({ mayEdit }) => mayEdit)
  return (
    <>
      <Select
        id={fieldId('programme')}
        label="Which programme?"
        value={draft.programme}
        error={errorOf('programme')}
        options={[
          { value: '', label: 'Choose' },
          ...mine.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(programme) => change({ programme })}
      />
      <TextInput
        id={fieldId('name')}
        label="Name of this amendment"
        hint="For you and whoever publishes it, for example “Attendance counted by week”."
        value={draft.name ?? nameOf(draft, reference)}
        error={errorOf('name')}
        onChange={(name) => change({ name })}
      />
    </>
  )
}

function NewProgramme({ draft, change, errorOf }: Omit<KindFieldsProps, 'reference'>) {
  return (
    <>
      <TextInput
        id={fieldId('name')}
        label="Name of the programme"
        hint="As boroughs know it, for example “Safe Routes to School”."
        value={draft.name ?? ''}
        error={errorOf('name')}
        onChange={(name) => change({ name })}
      />
      <TextInput
        id={fieldId('programme')}
        label="Short code"
        hint="2 to 5 letters that stand before the code of each figure, for example SRS."
        width={5}
        value={draft.code}
        error={errorOf('programme')}
        onChange={(code) => change({ code })}
      />
    </>
  )
}

/** Begins the draft, and leads to it. */
function useBegin() {
  const navigate = useNavigate()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (json: ReturnType<typeof toBegin>) => call(staffApi.amendments.index.$post({ json })),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries(amendmentsQuery)
      await navigate({ href: staffPaths.amendment(id) })
    },
  })
}
