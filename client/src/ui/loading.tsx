/** Said while a page's figures are fetched; words appear only when it takes a moment. */
export function Loading({ what = 'this page' }: { what?: string }) {
  return (
    <main className="govuk-main-wrapper" id="main">
      <output className="govuk-body app-loading">Loading {what}…</output>
    </main>
  )
}
