import type { WorkedExample } from '@inclusion/shared/standards/examples/worked-example'
import { SeverityTag } from '../ui/severity-tag.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { exampleFacts } from './example-facts.ts'

const shows: Record<WorkedExample['shows'], string> = {
  fires: 'It fires',
  'does-not-fire': 'It does not fire',
  edge: 'At the edge',
  'no-history': 'Without enough history',
}

/** A return in a few lines, and what the check says of it. */
export function WorkedExampleCard({ example }: { example: WorkedExample }) {
  const { title, expected } = example
  return (
    <section className="app-card">
      <h3 className="govuk-heading-s">
        <span className="app-reason">{shows[example.shows]}:</span> {title}
      </h3>
      <SummaryList rows={exampleFacts(example.input)} borders={false} />
      {expected.length === 0 && <p className="govuk-body">Nothing is said.</p>}
      {expected.map(({ severity, message }) => (
        <p key={message} className="govuk-body">
          <SeverityTag severity={severity} /> {message}
        </p>
      ))}
    </section>
  )
}
