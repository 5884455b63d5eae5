import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { EditionView } from '@inclusion/server/standards/view'
import type { Check } from '@inclusion/shared/standards/check'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import { problems } from '@inclusion/shared/problems'
import { api, call } from '../api.ts'
import { hasErrors, OutcomeNotice, useOutcome, type Told } from '../outcome.tsx'
import { ConfirmedButton } from '../people/confirmed-button.tsx'
import { NotFoundPage } from '../routing/not-found-page.tsx'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { CheckFields } from './check-fields.tsx'
import { checkField, draftOf, type CheckParts } from './drafted-check.ts'
import { EditionMoved } from './edition-moved.tsx'
import { KindExamples } from './kind-examples.tsx'
import { LivePreview } from './live-preview.tsx'
import { editionQuery } from './queries.ts'
import { useCheckForm } from './use-check-form.ts'

export function EditCheckPage() {
  const standardId = useRouteParam('standardId')
  const code = useRouteParam('code')
  const { data: edition } = useSuspenseQuery(editionQuery(standardId))
  const check = edition.checks.find((each) => each.code === code)
  if (!check) return <NotFoundPage />
  const refusal = edition.actions.edit
  if (refusal === null) return <CheckEditor key={code} edition={edition} check={check} />
  return (
    <Page title={check.title} caption={`Check ${code}, ${edition.name}`} width="two-thirds">
      <p className="govuk-body">{problems[refusal].title}</p>
      <p className="govuk-body">
        <Link href={paths.check(code, edition.id)}>Read this check</Link>
      </p>
    </Page>
  )
}

type CheckEditorProps = { edition: EditionView; check: Check }

function CheckEditor({ edition, check }: CheckEditorProps) {
  const { code } = check
  // What is saved is held against the draft as it was when it was opened, however often it is fetched since.
  const [revision, setRevision] = useState(edition.revision)
  const { outcome, ...told } = useOutcome()
  const form = useCheckForm(() => draftOf(check), outcome, told.onFaults)
  const { save, refresh } = useSaving({ standardId: edition.id, code, setRevision }, told)
  const takeOver = async () => {
    const now = await refresh()
    const newer = now.checks.find((each) => each.code === code)
    setRevision(now.revision)
    if (newer) form.reset(draftOf(newer))
    told.onDone('This is the check as it is now.')
  }
  return (
    <Page
      title={`Change check ${code}`}
      caption={edition.name}
      before={<BackLink href={paths.edition(edition.id)}>{edition.name}</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} fieldId={checkField} />
      <EditionMoved error={outcome.error} onTakeOver={() => void takeOver()} />
      <p className="govuk-body-l">{catalogue[form.draft.kind].looksFor}</p>
      <div className="govuk-grid-row">
        <form
          className="govuk-grid-column-two-thirds"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            const parts = form.read()
            if (parts) save.mutate({ revision, parts })
          }}
        >
          <CheckFields draft={form.draft} errorOf={form.errorOf} onChange={form.change} />
          <ButtonGroup>
            <Button busy={save.isPending}>Save this check</Button>
            <Link href={paths.edition(edition.id)}>Back to {edition.name}</Link>
          </ButtonGroup>
          <RemoveCheck edition={edition} code={code} revision={revision} {...told} />
        </form>
        <div className="govuk-grid-column-one-third">
          <LivePreview check={form.typedAs(code)} />
        </div>
      </div>
      <KindExamples standard={edition} of={{ code, kind: form.draft.kind }} />
    </Page>
  )
}

type SavingProps = { standardId: string; code: string; setRevision: (revision: number) => void }

function useSaving({ standardId, code, setRevision }: SavingProps, { onDone, onRefused }: Told) {
  const cache = useQueryClient()
  const refresh = () => cache.fetchQuery({ ...editionQuery(standardId), staleTime: 0 })
  const save = useMutation({
    mutationFn: ({ revision, parts }: { revision: number; parts: CheckParts }) =>
      call(
        api.editions[':standardId'].checks[':code'].$put({
          param: { standardId, code },
          json: { revision, ...parts },
        }),
      ),
    onSuccess: async ({ revision }) => {
      setRevision(revision)
      await refresh()
      onDone(`Check ${code} is saved in the draft.`)
    },
    onError: onRefused,
  })
  return { save, refresh }
}

type RemoveCheckProps = Told & { edition: EditionView; code: string; revision: number }

/** Takes out a check that this draft added. One of the edition before stays, and can be switched off. */
function RemoveCheck({ edition, code, revision, onRefused }: RemoveCheckProps) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { data: ground } = useSuspenseQuery(editionQuery(edition.basedOn ?? edition.id))
  const remove = useMutation({
    mutationFn: () =>
      call(
        api.editions[':standardId'].checks[':code'].$delete({
          param: { standardId: edition.id, code },
          query: { revision: String(revision) },
        }),
      ),
    onSuccess: async () => {
      await navigate({ href: paths.edition(edition.id) })
      await cache.invalidateQueries(editionQuery(edition.id))
    },
    onError: onRefused,
  })
  if (ground.checks.some((check) => check.code === code))
    return (
      <p className="govuk-body-s">
        This check comes from {ground.name}, so it cannot be taken out. To switch it off, choose “Not checked”
        in each tier.
      </p>
    )
  return (
    <ConfirmedButton
      words="Take this check out"
      about={code}
      question={`Check ${code} is only in this draft. It goes, with its words and thresholds.`}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  )
}
