import { placeName } from '@inclusion/shared/standards/words'
import { answersOf } from '../returns/answers.ts'
import { FigureCard } from './figure-card.tsx'
import { indicatorOf } from './asking.ts'
import { FigureVerdict } from './figure-verdict.tsx'
import { FindingLines } from './finding-lines.tsx'
import { QueryThreads } from './query-threads.tsx'
import { useReview } from './review-context.ts'

/** Every figure of the return, section by section; first what stands beside no single figure. */
export function FigureCards() {
  const { view, prepared } = useReview()
  const attendance = [...view.inTheWay, ...view.decisions]
    .map(({ locator }) => locator)
    .filter((locator) => indicatorOf(locator) === null)
  const sections = [...Map.groupBy(view.checkInput.asked, ({ section }) => section)]
  return (
    <section aria-labelledby="figures">
      <h2 className="govuk-heading-m" id="figures">
        Figure by figure
      </h2>
      {view.actions['decide-figures'] === null && (
        <p className="govuk-body">
          A question goes to {view.authority.name} at once. Your other decisions are seen there when you
          decide on the return.
        </p>
      )}
      <FindingLines
        findings={[...view.findings.filter(elsewhere), ...view.signingFindings]}
        answers={answersOf(view)}
      />
      <QueryThreads queries={view.queries.filter(elsewhere)} />
      {[...new Set(attendance)].map((locator) => (
        <FigureVerdict key={locator} locator={locator} name={placeName(prepared, locator)} />
      ))}
      {sections.map(([section, definitions]) => (
        <section key={section}>
          <h3 className="govuk-heading-s">{section}</h3>
          {definitions.map((definition) => (
            <FigureCard key={definition.indicator} definition={definition} />
          ))}
        </section>
      ))}
    </section>
  )
}

const elsewhere = ({ locator }: { locator: string | null }) => indicatorOf(locator) === null
