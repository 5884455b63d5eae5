import type { ReactNode } from 'react'

/** The end of something long: what was done, and its reference. The heading belongs under the page's own. */
export function Panel({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h2 className="govuk-panel__title">{title}</h2>
      {children && <div className="govuk-panel__body">{children}</div>}
    </div>
  )
}
