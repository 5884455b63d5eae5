import { useState } from 'react'
import { focusField } from '../../ui/focus-field.ts'
import { Button } from '../../ui/button.tsx'
import { ButtonGroup } from '../../ui/button-group.tsx'
import { Select } from '../../ui/select.tsx'
import { BreakdownEditor } from './breakdown-editor.tsx'
import type { DefinitionFieldsProps } from './definition-fields.tsx'
import { blankBreakdown, draftBreakdown, type DraftedBreakdown } from './drafted-breakdown.ts'
import { definitionField, measureOf } from './drafted-definition.ts'
import { breakdownWords } from './list-words.ts'

const own = 'own'

/** What the figure is broken down by: lists that other figures use already, or one that is typed. */
export function BreakdownFields({ draft, before, vocabularies, errorOf, onChange }: DefinitionFieldsProps) {
  const { breakdowns } = draft
  if (measureOf(draft) === 'text') return null
  const put = (next: DraftedBreakdown[]) => onChange({ ...draft, breakdowns: next })
  const used = new Set(breakdowns.map(({ dimension }) => dimension))
  const offered = vocabularies.filter(({ dimension }) => !used.has(dimension))
  return (
    <section aria-labelledby="group-breakdowns">
      <h2 className="govuk-heading-m" id="group-breakdowns">
        Breakdowns
      </h2>
      <p className="govuk-body">
        {breakdowns.length === 0
          ? 'It is asked as one figure, not broken down.'
          : 'Each breakdown is asked under the figure itself.'}
      </p>
      {breakdowns.map((breakdown, index) => (
        <BreakdownEditor
          // Where it stands is what it is: names and codes change while they are typed.
          key={index}
          index={index}
          breakdown={breakdown}
          before={before && wordsBefore(before, breakdown)}
          errorOf={errorOf}
          onChange={(part) => put(breakdowns.map((each, at) => (at === index ? { ...each, ...part } : each)))}
          onRemove={() => put(breakdowns.filter((_, at) => at !== index))}
        />
      ))}
      <AddBreakdown
        offered={offered}
        onAdd={(breakdown) => {
          put([...breakdowns, breakdown])
          setTimeout(() => focusField(definitionField(`disaggregations.${breakdowns.length}.label`)))
        }}
      />
      {before && <Dropped before={before} breakdowns={breakdowns} />}
    </section>
  )
}

type Before = NonNullable<DefinitionFieldsProps['before']>

function wordsBefore({ edition, draft }: Before, breakdown: DraftedBreakdown) {
  const same = draft.breakdowns.find(({ dimension }) => dimension === breakdown.dimension)
  const words = same ? breakdownWords(same) : 'Not broken down by this'
  return { edition, words, isChanged: words !== breakdownWords(breakdown) }
}

/** Breakdowns of the edition in force that the new one leaves out. */
function Dropped({ before, breakdowns }: { before: Before; breakdowns: readonly DraftedBreakdown[] }) {
  const kept = new Set(breakdowns.map(({ dimension }) => dimension))
  const dropped = before.draft.breakdowns.filter(({ dimension }) => !kept.has(dimension))
  return dropped.map(({ dimension, label }) => (
    <p key={dimension} className="govuk-body">
      {before.edition} is broken down by {label.toLowerCase()}; this one is not.
    </p>
  ))
}

type AddBreakdownProps = {
  offered: DefinitionFieldsProps['vocabularies']
  onAdd: (breakdown: DraftedBreakdown) => void
}

function AddBreakdown({ offered, onAdd }: AddBreakdownProps) {
  const [chosen, setChosen] = useState(own)
  const add = () => {
    const vocabulary = offered.find(({ dimension }) => dimension === chosen)
    onAdd(vocabulary ? draftBreakdown(vocabulary) : blankBreakdown)
    setChosen(own)
  }
  return (
    <>
      <Select
        id="add-breakdown"
        label="Break it down by"
        value={chosen}
        options={[
          { value: own, label: 'A list of your own' },
          ...offered.map(({ dimension, label, categories }) => ({
            value: dimension,
            label: `${label} (${categories.length} categories)`,
          })),
        ]}
        onChange={setChosen}
      />
      <ButtonGroup>
        <Button look="secondary" onClick={add}>
          Add this breakdown
        </Button>
      </ButtonGroup>
    </>
  )
}
