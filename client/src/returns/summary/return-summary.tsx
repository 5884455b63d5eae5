import type { ReturnView } from '@inclusion/server/returns/view'
import { figureLocator } from '@inclusion/shared/locators'
import { paths } from '../../routing/paths.ts'
import { provenancePaths } from '../../routing/provenance-paths.ts'
import { Link } from '../../ui/link.tsx'
import { ReadClaim } from '../grid/claim-strength.tsx'
import { missingWords } from '@inclusion/shared/figure-words'
import { copiedWords } from '../prefilled.ts'
import { addressOf } from '../return-news.tsx'
import { findingsOn, progressOf, progressWords, sectionsOf, type Section } from '../sections.ts'
import { ExplanationsGiven } from './explanations-given.tsx'
import { FigureTable } from './figure-table.tsx'

/** The whole return on one page: every section's figures beside last period's, its words, and what was explained. */
export function ReturnSummary({ view }: { view: ReturnView }) {
  const sections = sectionsOf(view.checkInput.asked)
  return sections.map((section) => <SectionSummary key={section.slug} view={view} section={section} />)
}

function SectionSummary({ view, section }: { view: ReturnView; section: Section }) {
  const own = findingsOn(view.findings, section.definitions)
  return (
    <section aria-labelledby={`summary-${section.slug}`}>
      <h2 className="govuk-heading-m" id={`summary-${section.slug}`}>
        {section.name}
        <span className="govuk-caption-m">
          {progressWords(progressOf(section.definitions, view.checkInput))}
        </span>
      </h2>
      <FigureTable view={view} section={section} />
      <Narratives view={view} section={section} />
      <ExplanationsGiven findings={own} view={view} />
      {view.mayEdit && (
        <p className="govuk-body">
          <Link href={paths.returnSection(view.id, section.slug)} about={section.name.toLowerCase()}>
            Change
          </Link>
        </p>
      )}
    </section>
  )
}

function Narratives({ view, section }: { view: ReturnView; section: Section }) {
  return section.definitions
    .filter(({ measure }) => measure === 'text')
    .map(({ indicator, label }) => {
      const figure = view.checkInput.figures[figureLocator(indicator)]
      return (
        <div key={indicator}>
          <h3 className="govuk-heading-s">
            <Link href={addressOf(view, indicator, 'text')}>{label}</Link>
          </h3>
          <Copied view={view} indicator={indicator} />
          <p className="govuk-body app-prose">
            {figure?.missing ? missingWords[figure.missing] : (figure?.text ?? 'Nothing written yet.')}
          </p>
          <p className="govuk-body-s app-screen-only">
            <Link href={provenancePaths.figure(view.id, figureLocator(indicator))} about={label}>
              Where it comes from
            </Link>
          </p>
          <ReadClaim strength={figure?.evidence?.claimStrength} />
        </div>
      )
    })
}

function Copied({ view, indicator }: { view: ReturnView; indicator: string }) {
  const words = copiedWords(view, figureLocator(indicator))
  return words && <p className="app-reason">{words}</p>
}
