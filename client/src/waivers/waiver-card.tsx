import type { WaiverView } from '@inclusion/server/waivers/view'
import { longDate, shortMoment } from '@inclusion/shared/time'
import { waiverStateNames, type WaiverState } from '@inclusion/shared/waivers'
import type { Told } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { Tag, type TagColour } from '../ui/tag.tsx'
import { WaiverActs } from './waiver-acts.tsx'

const colours: Record<WaiverState, TagColour> = {
  requested: 'yellow',
  'in-force': 'teal',
  expired: 'grey',
  refused: 'orange',
  withdrawn: 'grey',
  ended: 'grey',
}

/** One waiver: of what, why, until when, who asked and who decided, and what this person may do. */
export function WaiverCard({ waiver, ...told }: Told & { waiver: WaiverView }) {
  const { id, check, reason, until, state, requested, decided, ended } = waiver
  const headingId = `waiver-${id}`
  return (
    <section className="app-card" aria-labelledby={headingId}>
      <h3 className="govuk-heading-s" id={headingId}>
        <Link href={paths.check(check.code)}>Check {check.code}</Link>
        {`: ${check.title} `}
        <Tag colour={colours[state]}>{waiverStateNames[state]}</Tag>
      </h3>
      <SummaryList
        rows={[
          { key: 'For', value: scopeWords(waiver) },
          { key: 'Until the end of', value: longDate(until) },
          { key: 'Why', value: reason },
          { key: 'Asked for by', value: moment(requested) },
          ...(decided
            ? [{ key: state === 'refused' ? 'Refused by' : 'Approved by', value: moment(decided) }]
            : []),
          ...(decided?.note ? [{ key: 'Reason for the decision', value: decided.note }] : []),
          ...(ended ? [{ key: 'Ended by', value: moment(ended) }] : []),
        ]}
      />
      <WaiverActs waiver={waiver} {...told} />
    </section>
  )
}

const moment = ({ by, at }: { by: string; at: string }): string => `${by}, ${shortMoment(at)}`

/** "Camden, AP/PRU Mentoring, any setting; Sessions attended". */
function scopeWords({ authority, programme, setting, indicator }: WaiverView): string {
  const places = [
    authority?.name ?? 'Every authority',
    programme?.name ?? 'every programme',
    ...(setting ? [setting.name] : []),
  ]
  return `${places.join(', ')}${indicator ? `: ${indicator.label} (${indicator.code})` : ', every measure'}`
}
