import type { Figure } from '@inclusion/shared/figures'
import {
  claimStrengths,
  type EvidenceField,
  type IndicatorDefinition,
} from '@inclusion/shared/framework/indicators'
import { evidenceNames } from '@inclusion/shared/standards/words'
import { answersOf } from '../returns/answers.ts'
import { paths } from '../routing/paths.ts'
import { provenancePaths } from '../routing/provenance-paths.ts'
import { Link } from '../ui/link.tsx'
import { AmountsList } from './amounts.tsx'
import { cardId, indicatorOf } from './asking.ts'
import { BreakdownFigures } from './breakdown-figures.tsx'
import { CardVerdicts } from './card-verdicts.tsx'
import { FindingLines } from './finding-lines.tsx'
import { QueryThreads } from './query-threads.tsx'
import { useReview } from './review-context.ts'
import { SettingFigures } from './setting-figures.tsx'

/** One figure of the return under review: what it is, what was said of it, and what is decided. */
export function FigureCard({ definition }: { definition: IndicatorDefinition }) {
  const { view } = useReview()
  const { indicator, label, measure, collectedFrom } = definition
  const ofIndicator = ({ locator }: { locator: string | null }) => indicatorOf(locator) === indicator
  const headingId = `${cardId(indicator)}-name`
  const figure = view.checkInput.figures[indicator]
  return (
    <section className="app-card" id={cardId(indicator)} aria-labelledby={headingId}>
      <h4 className="govuk-heading-s govuk-!-margin-bottom-1" id={headingId}>
        {label}
      </h4>
      <p className="app-reason govuk-!-margin-bottom-3">
        {indicator},{' '}
        <Link href={paths.indicator(indicator)} about={`of ${label}`}>
          reference sheet
        </Link>
        ,{' '}
        <Link href={provenancePaths.figure(view.id, indicator)} about={label}>
          where it comes from
        </Link>
      </p>
      {measure === 'text' ? (
        <p className="govuk-body app-written">{figure?.text ?? 'Blank'}</p>
      ) : (
        <AmountsList definition={definition} />
      )}
      {collectedFrom === 'setting' && <SettingFigures definition={definition} />}
      <BreakdownFigures definition={definition} />
      <Beside figure={figure} />
      <FindingLines findings={view.findings.filter(ofIndicator)} answers={answersOf(view)} />
      <QueryThreads queries={view.queries.filter(ofIndicator)} />
      <CardVerdicts definition={definition} />
    </section>
  )
}

/** The note and the evidence that stand beside a figure. */
function Beside({ figure }: { figure: Figure | undefined }) {
  const evidence = Object.entries(figure?.evidence ?? {}).map(
    ([field, words]) => `${evidenceNames[field as EvidenceField]}: ${claimOf(field, words)}`,
  )
  if (!figure?.note && evidence.length === 0) return null
  return (
    <>
      {figure?.note && <p className="govuk-body">Note: {figure.note}</p>}
      {evidence.length > 0 && <p className="govuk-body">Evidence: {evidence.join('; ')}</p>}
    </>
  )
}

/** A strength of claim is kept as a code, all other evidence in the words that were typed. */
const claimOf = (field: string, words: string): string =>
  field === 'claimStrength'
    ? (Object.entries(claimStrengths).find(([value]) => value === words)?.[1] ?? words)
    : words
