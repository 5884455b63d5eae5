import { useQuery } from '@tanstack/react-query'
import type { MeetingsView } from '@inclusion/server/learning/store'
import { longDate } from '@inclusion/shared/time'
import { OutcomeNotice, useOutcome } from '../outcome.tsx'
import { Details } from '../ui/details.tsx'
import { Timeline, type TimelineEvent } from '../ui/timeline.tsx'
import { meetingField } from './drafted-meeting.ts'
import { MeetingForm } from './meeting-form.tsx'
import { meetingsQuery } from './queries.ts'

const eventOf = ({ id, title, authority, recordedBy, heldOn, note }: MeetingsView['meetings'][number]) =>
  ({
    id,
    title,
    by: recordedBy,
    at: heldOn,
    when: `${longDate(heldOn)}, with ${authority ?? 'all authorities'}`,
    detail: <p className="govuk-body app-prose">{note}</p>,
  }) satisfies TimelineEvent

/** What was learned with the authorities, latest first; whoever may, records more. */
export function Meetings({ programme, mayRecord }: { programme: string; mayRecord: boolean }) {
  const { data } = useQuery(meetingsQuery(programme))
  const { outcome, ...told } = useOutcome()
  return (
    <section aria-labelledby="meetings">
      <h2 className="govuk-heading-m" id="meetings">
        Meetings and learning
      </h2>
      <OutcomeNotice {...outcome} fieldId={meetingField} />
      {data?.meetings.length === 0 && <p className="govuk-body">No meeting is recorded yet.</p>}
      {data && data.meetings.length > 0 && <Timeline events={data.meetings.map(eventOf)} />}
      {data && mayRecord && (
        <Details summary="Record a meeting, or what was learned">
          <MeetingForm {...{ programme, authorities: data.authorities, outcome }} {...told} />
        </Details>
      )}
    </section>
  )
}
