import type { WindowChangeView } from '@inclusion/server/collection/windows-view'
import { windowStateNames } from '@inclusion/shared/collection/windows'
import { longDate, shortDate, shortMoment } from '@inclusion/shared/time'
import { Details } from '../ui/details.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { Tag } from '../ui/tag.tsx'
import { windowColours } from './collection-words.ts'
import { WindowForm, type WindowFormProps } from './window-form.tsx'

/** One window: its days, what changed them, and the form to change them again. */
export function WindowCard({ mayManage, ...form }: WindowFormProps & { mayManage: boolean }) {
  const { periodId, label, opensOn, dueOn, state, outstanding, changes } = form.window
  const headingId = `window-${periodId}`
  return (
    <section className="app-card" aria-labelledby={headingId}>
      <h3 className="govuk-heading-s" id={headingId}>
        {`${label} `}
        <Tag colour={windowColours[state]}>{windowStateNames[state]}</Tag>
      </h3>
      <SummaryList
        rows={[
          { key: state === 'to-come' ? 'Opens' : 'Opened', value: longDate(opensOn) },
          { key: 'Due by the end of', value: longDate(dueOn) },
          ...(state === 'to-come' ? [] : [{ key: 'Outstanding', value: outstandingWords(outstanding) }]),
          ...(changes.length > 0 ? [{ key: 'Changed', value: <Changes changes={changes} /> }] : []),
        ]}
      />
      {mayManage && (
        <Details summary={`Change the days of ${label}`}>
          <WindowForm {...form} />
        </Details>
      )}
    </section>
  )
}

const outstandingWords = (outstanding: number): string =>
  outstanding === 0 ? 'Every return is in' : outstanding === 1 ? 'One return' : `${outstanding} returns`

function Changes({ changes }: { changes: readonly WindowChangeView[] }) {
  return (
    <ul className="govuk-list">
      {changes.map((change) => (
        <li key={change.at}>
          {changeWords(change)}
          <p className="app-reason">
            {`“${change.reason}” `}
            {change.by}, {shortMoment(change.at)}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** "Due 8 May 2026, before 30 April 2026". */
function changeWords({ opensOn, opensOnBefore, dueOn, dueOnBefore }: WindowChangeView): string {
  const opening =
    opensOn === opensOnBefore ? [] : [`Opens ${shortDate(opensOn)}, before ${shortDate(opensOnBefore)}`]
  const due = dueOn === dueOnBefore ? [] : [`Due ${shortDate(dueOn)}, before ${shortDate(dueOnBefore)}`]
  return [...opening, ...due].join('; ')
}
