import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { EditionView } from '@inclusion/server/standards/view'
import { problems } from '@inclusion/shared/problems'
import type { CheckKind, Standard } from '@inclusion/shared/standards/check'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import { api, call } from '../api.ts'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { CheckFields } from './check-fields.tsx'
import { checkField, startingDraft, type CheckParts } from './drafted-check.ts'
import { KindExamples } from './kind-examples.tsx'
import { LivePreview } from './live-preview.tsx'
import { editionQuery } from './queries.ts'
import { useCheckForm } from './use-check-form.ts'

const kinds = (Object.keys(catalogue) as CheckKind[]).toSorted((left, right) =>
  catalogue[left].name.localeCompare(catalogue[right].name, 'en'),
)
const firstKind: CheckKind = 'digits-swapped'

export function AddCheckPage() {
  const { data: edition } = useSuspenseQuery(editionQuery(useRouteParam('standardId')))
  const refusal = edition.actions.edit
  if (refusal === null) return <NewCheck edition={edition} />
  return (
    <Page title="Add a check" caption={edition.name} width="two-thirds">
      <p className="govuk-body">{problems[refusal].title}</p>
    </Page>
  )
}

function NewCheck({ edition }: { edition: EditionView }) {
  const { outcome, ...told } = useOutcome()
  const [code, setCode] = useState(() => nextCode(edition, catalogue[firstKind].clause))
  const form = useCheckForm(() => startingDraft(firstKind), outcome, told.onFaults)
  const { kind } = form.draft
  const choose = (wanted: CheckKind) => {
    const { title, rationale, severity } = form.draft
    form.reset({ ...startingDraft(wanted), title, rationale, severity })
    setCode(nextCode(edition, catalogue[wanted].clause))
  }
  const add = useAdding(edition, told.onRefused)
  return (
    <Page
      title="Add a check"
      caption={edition.name}
      before={<BackLink href={paths.edition(edition.id)}>{edition.name}</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} fieldId={checkField} />
      <div className="govuk-grid-row">
        <form
          className="govuk-grid-column-two-thirds"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            const parts = form.read()
            if (parts) add.mutate({ code, parts })
          }}
        >
          <Select
            id={checkField('rule.kind')}
            label="What kind of check?"
            value={kind}
            error={form.errorOf('rule.kind')}
            options={kinds.map((value) => ({ value, label: catalogue[value].name }))}
            onChange={(value) => choose(value as CheckKind)}
          />
          <p className="govuk-inset-text">{catalogue[kind].looksFor}</p>
          <TextInput
            id={checkField('code')}
            label="Number"
            hint="The clause, a point, and a number that no edition has used. It is for ever."
            width={5}
            value={code}
            error={form.errorOf('code')}
            onChange={setCode}
          />
          <CheckFields draft={form.draft} errorOf={form.errorOf} onChange={form.change} />
          <Button busy={add.isPending}>Add this check</Button>
        </form>
        <div className="govuk-grid-column-one-third">
          <LivePreview check={form.typedAs(code)} />
        </div>
      </div>
      <KindExamples standard={edition} of={{ code: null, kind }} />
    </Page>
  )
}

function useAdding({ id, revision }: EditionView, onRefused: (error: Error) => void) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ code, parts }: { code: string; parts: CheckParts }) =>
      call(
        api.editions[':standardId'].checks.$post({
          param: { standardId: id },
          json: { revision, code, ...parts },
        }),
      ),
    onSuccess: async () => {
      await cache.invalidateQueries(editionQuery(id))
      await navigate({ href: paths.edition(id) })
    },
    onError: onRefused,
  })
}

/** The next number that is free under a clause of this edition. */
function nextCode({ checks }: Standard, clause: string): string {
  const numbers = checks
    .filter((check) => check.clause === clause)
    .map(({ code }) => Number(code.split('.')[1]))
  return `${clause}.${Math.max(0, ...numbers) + 1}`
}
