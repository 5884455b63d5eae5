import type { CollectionPeriod } from '@inclusion/server/collection/view'
import { periodMonths } from '@inclusion/shared/periods'
import { call } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { ConfirmedButton } from '../people/confirmed-button.tsx'
import { staffApi } from '../staff-api.ts'
import { useCollecting } from './use-collecting.ts'

type RemindLateProps = Told & { programme: string; period: CollectionPeriod }

/** Writes to everybody whom the overdue returns of a period wait for. */
export function RemindLate({ programme, period, ...told }: RemindLateProps) {
  const { send, busy } = useCollecting(
    () => call(staffApi.collection.reminders.$post({ json: { programme, periodId: period.id } })),
    ({ reminded, returns }) => doneWords(reminded, returns),
    told,
  )
  return (
    <ConfirmedButton
      words="Remind those who are late"
      about={`with returns for ${periodMonths(period.id)}`}
      question="Everybody whom these returns wait for gets one letter, unless they got one today."
      busy={busy}
      onConfirm={() => send(undefined)}
    />
  )
}

const doneWords = (reminded: number, returns: number): string =>
  `${reminded === 1 ? 'One person was' : `${reminded} people were`} reminded of ${returns === 1 ? 'one return' : `${returns} returns`}.`
