import type { Difference } from '@inclusion/shared/framework/difference'
import { changeClasses } from '@inclusion/shared/framework/indicators'
import { periodLabel } from '@inclusion/shared/periods'
import { InsetText } from '../ui/inset-text.tsx'
import { Radios } from '../ui/radios.tsx'
import { Select } from '../ui/select.tsx'
import { ChangeLines, classNames } from './definition/changes.tsx'
import { capital } from './definition/difference-words.ts'
import { definitionField } from './definition/drafted-definition.ts'
import { classOf, tooLowWords, type DraftedFigure } from './drafted-figure.ts'
import type { EditedFigure } from './edited-figure.ts'
import { periodsFrom } from './periods-of.ts'

type ChangeFieldsProps = {
  figure: EditedFigure
  draft: DraftedFigure
  differences: readonly Difference[]
  errorOf: (field: string) => string | undefined
  onChange: (draft: DraftedFigure) => void
}

/** What the changes come to: their class with its reasons, and from when they count. */
export function ChangeFields({ figure, draft, differences, errorOf, onChange }: ChangeFieldsProps) {
  const given = classOf(draft, differences)
  return (
    <section aria-labelledby="group-change">
      <h2 className="govuk-heading-m" id="group-change">
        What changes
      </h2>
      <output className="govuk-!-display-block">
        {differences.length === 0 ? (
          <p className="govuk-body">Nothing yet. What you change above is listed here.</p>
        ) : (
          <ChangeLines differences={differences} />
        )}
      </output>
      <Radios
        id={definitionField('changeClass')}
        label="What kind of change is it?"
        hint="Proposed from what you changed. You may say that it is a bigger one, never a smaller one."
        value={given}
        error={errorOf('changeClass') ?? tooLowWords(given, differences)}
        choices={changeClasses.map((value) => ({
          value,
          label: classNames[value].name,
          hint: `${capital(classNames[value].means)}.`,
        }))}
        onChange={(changeClass) => onChange({ ...draft, changeClass })}
      />
      <Select
        id={definitionField('effectiveFrom')}
        label={given === 'major' ? 'From which period? It is also the bridge period' : 'From which period?'}
        hint="The first that is offered is the earliest for which no return is open yet."
        value={draft.from}
        error={errorOf('effectiveFrom')}
        options={periodsFrom(figure.from).map((id) => ({ value: id, label: periodLabel(id) }))}
        onChange={(from) => onChange({ ...draft, from })}
      />
      {given === 'major' && <Bridge label={figure.before?.label ?? ''} from={draft.from} />}
    </section>
  )
}

/** What a break of the series asks of boroughs, once. */
function Bridge({ label, from }: { label: string; from: string }) {
  return (
    <InsetText>
      A major change breaks the series: figures before and after it are never compared or added. So for{' '}
      {periodLabel(from)}, the bridge period, boroughs give both: the new figure, and once more “{label}” as
      it was counted before. Nothing has to be filled in for that here.
    </InsetText>
  )
}
