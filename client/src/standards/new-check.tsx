import { useState } from 'react'
import type { EditionView } from '@inclusion/server/standards/view'
import type { CheckKind } from '@inclusion/shared/standards/check'
import { catalogue } from '@inclusion/shared/standards/kinds/catalogue'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { CheckFields } from './check-fields.tsx'
import { checkField, startingDraft } from './drafted-check.ts'
import { KindExamples } from './kind-examples.tsx'
import { KindFields } from './kind-fields.tsx'
import { LivePreview } from './live-preview.tsx'
import { nextCode } from './next-code.ts'
import { useAddingCheck } from './use-adding-check.ts'
import { useCheckForm } from './use-check-form.ts'

const firstKind: CheckKind = 'digits-swapped'

/** A check that is not there yet, of a kind of one's choice. */
export function NewCheck({ edition }: { edition: EditionView }) {
  const { outcome, ...told } = useOutcome()
  const [code, setCode] = useState(() => nextCode(edition, catalogue[firstKind].clause))
  const form = useCheckForm(() => startingDraft(firstKind), outcome, told.onFaults)
  const { kind } = form.draft
  const choose = (wanted: CheckKind) => {
    const { title, rationale, severity } = form.draft
    form.reset({ ...startingDraft(wanted), title, rationale, severity })
    setCode(nextCode(edition, catalogue[wanted].clause))
  }
  const add = useAddingCheck(edition, told.onRefused)
  return (
    <Page
      title="Add a check"
      caption={edition.name}
      before={<BackLink href={staffPaths.edition(edition.id)}>{edition.name}</BackLink>}
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
          <KindFields kind={kind} code={code} errorOf={form.errorOf} onKind={choose} onCode={setCode} />
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
