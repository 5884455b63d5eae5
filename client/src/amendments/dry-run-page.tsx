import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { DryRun } from '@inclusion/server/amendments/dry-run'
import { periodLabel } from '@inclusion/shared/periods'
import { problems } from '@inclusion/shared/problems'
import { Failure } from '../failure.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Page } from '../ui/page.tsx'
import { Select } from '../ui/select.tsx'
import { DryRunTouches } from './dry-run-touches.tsx'
import { FaultList, WarningList } from './fault-list.tsx'
import { dryRunQuery, type Place } from './queries.ts'
import { SeenReturn } from './seen-return.tsx'
import { useAmendment } from './use-amendment.ts'

/** What a borough would see of an amendment, before anything of it is there. */
export function DryRunPage() {
  const amendment = useAmendment()
  const { id, name, status } = amendment
  const isOver = status === 'published' || status === 'discarded'
  return (
    <Page title="Dry run" caption={name} before={<BackLink href={staffPaths.amendment(id)}>{name}</BackLink>}>
      {isOver ? (
        <p className="govuk-body">
          {problems[status === 'published' ? 'amendment-published' : 'amendment-discarded'].title}
        </p>
      ) : (
        <Tried amendment={amendment} />
      )}
    </Page>
  )
}

function Tried({ amendment }: { amendment: AmendmentView }) {
  const { id, revision, content } = amendment
  const [place, setPlace] = useState<Place>({ gssCode: null, periodId: null })
  const { data, error, isFetching } = useQuery(dryRunQuery({ id, revision }, place))
  return (
    <>
      <Failure error={error} />
      <output className="govuk-visually-hidden">{isFetching ? 'Trying it…' : 'The dry run is ready.'}</output>
      {!data && !error && <p className="govuk-body">Trying it…</p>}
      {data && (
        <>
          <FaultList title="What stops it" amendmentId={id} {...{ content, faults: data.faults }} />
          <DryRunTouches touches={data.touches} />
          <ChoosePlace run={data} place={place} onChange={setPlace} />
          {data.seen && <SeenReturn seen={data.seen} />}
          <NotSeen run={data} />
          <WarningList amendmentId={id} {...{ content, faults: data.faults }} />
        </>
      )}
    </>
  )
}

function NotSeen({ run: { seen, faults, places } }: { run: DryRun }) {
  if (seen) return null
  if (faults.some(({ severity }) => severity === 'error'))
    return <p className="govuk-body">Put right what stops it, and the return of a borough is shown here.</p>
  return places.length === 0 ? (
    <p className="govuk-body">No borough would see anything of it yet: it opens or changes no return.</p>
  ) : null
}

type ChoosePlaceProps = { run: DryRun; place: Place; onChange: (place: Place) => void }

/** Whose return, and for which period. */
function ChoosePlace({ run: { places, seen }, place, onChange }: ChoosePlaceProps) {
  const gssCode = place.gssCode ?? seen?.authority.gssCode ?? places[0]?.gssCode ?? ''
  const here = places.find((each) => each.gssCode === gssCode)
  if (!here) return null
  const periodId = place.periodId ?? seen?.period.id ?? here.periods[0] ?? ''
  return (
    <div className="app-filters">
      <Select
        id="dry-run-borough"
        label="The return of"
        value={gssCode}
        options={places.map((each) => ({ value: each.gssCode, label: each.name }))}
        onChange={(value) => onChange({ gssCode: value, periodId: null })}
      />
      <Select
        id="dry-run-period"
        label="For"
        value={periodId}
        options={here.periods.map((id) => ({ value: id, label: periodLabel(id) }))}
        onChange={(value) => onChange({ gssCode, periodId: value })}
      />
    </div>
  )
}
