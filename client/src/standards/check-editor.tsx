import { useState } from 'react'
import type { EditionView } from '@inclusion/server/standards/view'
import type { Check } from '@inclusion/shared/standards/check'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { CheckFields } from './check-fields.tsx'
import { checkField, draftOf } from './drafted-check.ts'
import { EditionMoved } from './edition-moved.tsx'
import { KindExamples } from './kind-examples.tsx'
import { LivePreview } from './live-preview.tsx'
import { RemoveCheck } from './remove-check.tsx'
import { useCheckForm } from './use-check-form.ts'
import { useSavingCheck } from './use-saving-check.ts'

type CheckEditorProps = { edition: EditionView; check: Check }

/** A check of a draft, open to be changed. */
export function CheckEditor({ edition, check }: CheckEditorProps) {
  const { code } = check
  // What is saved is held against the draft as it was when it was opened, however often it is fetched since.
  const [revision, setRevision] = useState(edition.revision)
  const { outcome, ...told } = useOutcome()
  const form = useCheckForm(() => draftOf(check), outcome, told.onFaults)
  const { save, refresh } = useSavingCheck({ standardId: edition.id, code, setRevision }, told)
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
      before={<BackLink href={staffPaths.edition(edition.id)}>{edition.name}</BackLink>}
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
            <Link href={staffPaths.edition(edition.id)}>Back to {edition.name}</Link>
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
