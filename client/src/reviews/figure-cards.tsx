import { answersOf } from '../returns/answers.ts'
import { FigureCard } from './figure-card.tsx'
import { indicatorOf } from './asking.ts'
import { FindingLines } from './finding-lines.tsx'
import { QueryThreads } from './query-threads.tsx'
import { useReview } from './review-context.ts'

/** Every figure of the return, section by section; first what stands beside no single figure. */
export function FigureCards() {
  const { view } = useReview()
  const sections = [...Map.groupBy(view.checkInput.asked, ({ section }) => section)]
  return (
    <section aria-labelledby="figures">
      <h2 className="govuk-heading-m" id="figures">
        Figure by figure
      </h2>
      <FindingLines
        findings={[...view.findings.filter(elsewhere), ...view.signingFindings]}
        answers={answersOf(view)}
      />
      <QueryThreads queries={view.queries.filter(elsewhere)} />
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
