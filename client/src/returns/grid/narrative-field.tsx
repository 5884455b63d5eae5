import type { Figure } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { figureLocator } from '@inclusion/shared/locators'
import { AboutPlace } from './about-place.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { figureAt, typing } from '../entry/edits.ts'
import { fieldId } from '../field-ids.ts'
import { missingWords } from '@inclusion/shared/figure-words'
import { ClaimStrength, ReadClaim } from './claim-strength.tsx'
import { FigureRemarks } from './figure-notes.tsx'
import { useGrid } from './grid-context.ts'
import { MissingSelect } from './missing-select.tsx'

const most = 10_000

/** A text of the borough's own, with room counted and nothing cut off. */
export function NarrativeField({ definition }: { definition: IndicatorDefinition }) {
  const { entry, urn, isOpen, whyLocked } = useGrid()
  const locator = figureLocator(definition.indicator, { urn })
  const figure = figureAt(entry.input, locator)
  const edit = entry.state.edits[locator]
  const text = (edit?.missing ? null : edit?.text) ?? figure.text ?? ''
  const over = text.length - most
  return (
    <section className="app-narrative" aria-labelledby={`row-${definition.indicator}`}>
      <h2 className="govuk-heading-m" id={`row-${definition.indicator}`} tabIndex={-1}>
        {definition.label}
      </h2>
      <div className="app-grid__details">
        <AboutPlace definition={definition} locator={locator} />
      </div>
      {isOpen(locator) ? (
        <>
          <Textarea
            id={fieldId(locator, 'text')}
            label={definition.label}
            hint={definition.hint}
            rows={10}
            isChecked
            value={text}
            error={
              over > 0
                ? `Use ${most.toLocaleString('en-GB')} characters or fewer: take out ${over.toLocaleString('en-GB')}`
                : undefined
            }
            onChange={(typed) => entry.change(locator, typing({ text: typed }, figure.missing))}
            onBlur={() => entry.saver.flush()}
          />
          <ClaimStrength locator={locator} />
          <p className="govuk-hint">
            {text.length.toLocaleString('en-GB')} of {most.toLocaleString('en-GB')} characters
          </p>
          {text.trim() === '' && (
            <MissingSelect locator={locator} about={definition.label} missing={figure.missing} />
          )}
        </>
      ) : (
        <ReadText figure={figure} whyLocked={whyLocked} />
      )}
      <FigureRemarks locator={locator} definition={definition} />
    </section>
  )
}

function ReadText({ figure, whyLocked }: { figure: Figure; whyLocked: string | null }) {
  return (
    <>
      {whyLocked && <p className="govuk-hint">{whyLocked}</p>}
      <p className="govuk-body app-prose">
        {figure.missing ? missingWords[figure.missing] : (figure.text ?? 'Nothing written.')}
      </p>
      <ReadClaim strength={figure.evidence?.claimStrength} />
    </>
  )
}
