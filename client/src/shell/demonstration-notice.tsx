/** On every page of the demonstration, so that no invented figure is taken for a real one. */
export function DemonstrationNotice() {
  return (
    <section className="app-notice" aria-label="Demonstration">
      <div className="govuk-width-container">
        <p>
          <strong>Demonstration.</strong> Borough names and decisions are real; people and figures are
          invented.
        </p>
      </div>
    </section>
  )
}
