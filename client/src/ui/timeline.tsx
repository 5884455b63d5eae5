import type { ReactNode } from 'react'

export type TimelineEvent = {
  id: string
  title: string
  by: string | null
  /** The instant, ISO 8601, and the same in words. */
  at: string
  when: string
  detail?: ReactNode
}

/** What happened, latest first, as given. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <div className="moj-timeline">
      {events.map(({ id, title, by, at, when, detail }) => (
        <div key={id} className="moj-timeline__item">
          <div className="moj-timeline__header">
            <h3 className="moj-timeline__title">{title}</h3>
            {by && <p className="moj-timeline__byline"> by {by}</p>}
          </div>
          <p className="moj-timeline__date">
            <time dateTime={at}>{when}</time>
          </p>
          {detail && <div className="moj-timeline__description">{detail}</div>}
        </div>
      ))}
    </div>
  )
}
