import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { LeavingView } from '@inclusion/server/departures/leaving'
import { heldRules } from '@inclusion/shared/departures'
import { addDays, londonDate, shortDate } from '@inclusion/shared/time'
import { call } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { staffApi } from '../staff-api.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { ConfirmedButton } from './confirmed-button.tsx'

type Waiting = LeavingView['waiting'][number]
type WaitingDeparturesProps = Told & { waiting: readonly Waiting[]; name: string }

/** What is recorded for a day to come, and a way to take it back. */
export function WaitingDepartures({ waiting, ...about }: WaitingDeparturesProps) {
  return waiting.map((departure) => (
    <WaitingDeparture key={departure.departureId} departure={departure} {...about} />
  ))
}

function WaitingDeparture({
  departure,
  name,
  onDone,
  onRefused,
}: Told & { departure: Waiting; name: string }) {
  const { departureId, endsBefore, recordedBy, recordedAt, heirs } = departure
  const cache = useQueryClient()
  const takeBack = useMutation({
    mutationFn: () =>
      call(staffApi.departures.api.departures[':departureId']['take-back'].$post({ param: { departureId } })),
    onSuccess: () => {
      onDone(`${name} stays. Everything goes on as it was.`)
      return cache.invalidateQueries()
    },
    onError: onRefused,
  })
  return (
    <InsetText>
      <p className="govuk-body">
        {name} leaves at the end of {shortDate(addDays(endsBefore, -1))}. {recordedBy ?? 'Somebody'} recorded
        this on {shortDate(londonDate(recordedAt))}; it takes effect by itself.
      </p>
      {heirs.map(({ kind, name: heir }) => (
        <p key={kind} className="govuk-body-s">
          {heldRules[kind].name}: {heir ?? heldRules[kind].otherwise}
        </p>
      ))}
      <ConfirmedButton
        words="Take this back"
        about={`that ${name} leaves`}
        question={`${name} keeps their roles, and what they hold.`}
        busy={takeBack.isPending}
        onConfirm={() => takeBack.mutate()}
      />
    </InsetText>
  )
}
