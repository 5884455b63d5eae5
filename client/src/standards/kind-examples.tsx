import { useQuery } from '@tanstack/react-query'
import type { Standard } from '@inclusion/shared/standards/check'
import { examplesOf, examplesQuery } from './queries.ts'
import { WorkedExampleCard } from './worked-example-card.tsx'

type KindExamplesProps = { standard: Standard; of: { code: string | null; kind: string } }

/** Worked examples of a check, or of its kind where it has none of its own. */
export function KindExamples({ standard, of }: KindExamplesProps) {
  const { data } = useQuery(examplesQuery)
  if (!data) return null
  const examples = examplesOf(data, standard, of)
  const isOwn = examples.some(({ check }) => check === of.code)
  return (
    <section>
      <h2 className="govuk-heading-m">Worked examples</h2>
      <p className="govuk-body">
        Of an invented programme, in October to December 2025
        {isOwn ? '' : ', with the other checks of this kind'}. Each is run as a test of the service.
      </p>
      {examples.length === 0 && <p className="govuk-body">There are none of this kind.</p>}
      {examples.map((example) => (
        <WorkedExampleCard key={`${example.check} ${example.title}`} example={example} />
      ))}
    </section>
  )
}
