import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Check } from '@inclusion/shared/standards/check'
import { returnsQuery } from '../returns/queries.ts'
import { Select } from '../ui/select.tsx'
import { SeverityTag } from '../ui/severity-tag.tsx'
import { usePreview, type Previewed } from './use-preview.ts'

const most = 10

/** What the check, as it is typed, would say of a return of one's choice. `check` is null while it cannot be read. */
export function LivePreview({ check }: { check: Check | null }) {
  const { data: returns = [] } = useQuery(returnsQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const returnId = chosen ?? returns.find(({ status }) => status !== 'not-started')?.id ?? ''
  const preview = usePreview(check, returnId)
  return (
    <section className="app-card app-card--beside" aria-labelledby="preview">
      <h2 className="govuk-heading-m" id="preview">
        Preview
      </h2>
      <Select
        id="preview-return"
        label="On which return?"
        value={returnId}
        options={returns.map(({ id, authority, programme, period }) => ({
          value: id,
          label: `${authority.name}, ${period.label}, ${programme.name}`,
        }))}
        onChange={setChosen}
      />
      <output className="app-preview">
        <PreviewWords check={check} preview={preview} />
      </output>
    </section>
  )
}

function PreviewWords({ check, preview }: { check: Check | null; preview: Previewed | null }) {
  if (!check) return <p className="govuk-body">Put right what is marked, and it is shown here.</p>
  if (check.stage === 'signing')
    return (
      <p className="govuk-body">It is made when a return is signed, so there is nothing to show before.</p>
    )
  if (!preview) return <p className="govuk-body">Trying it…</p>
  const { label, draft, present } = preview
  return (
    <>
      <p className="govuk-body">
        On {label}: this check would fire {timesOn(draft.length)} (present edition: {present.length}).
      </p>
      <ul className="app-findings">
        {draft.slice(0, most).map(({ severity, locator, part, message, fix }) => (
          <li key={`${locator} ${part} ${message}`} className={`app-finding app-finding--${severity}`}>
            <p className="app-finding__words">
              <SeverityTag severity={severity} /> {message} {fix}
            </p>
          </li>
        ))}
      </ul>
      {draft.length > most && <p className="govuk-body">And {draft.length - most} more like these.</p>}
    </>
  )
}

const timesOn = (count: number): string =>
  count === 0 ? 'on no figure' : count === 1 ? 'on 1 figure' : `on ${count} figures`
