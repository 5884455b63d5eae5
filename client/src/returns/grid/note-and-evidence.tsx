import { evidenceWords } from '@inclusion/shared/evidence-words'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Locator } from '@inclusion/shared/locators'
import { Details } from '../../ui/details.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { figureAt } from '../entry/edits.ts'
import { fieldId } from '../field-ids.ts'
import { ClaimStrength, ReadClaim } from './claim-strength.tsx'
import { useGrid } from './grid-context.ts'

/** A note on a figure, and the evidence that its definition asks for: kept beside the figure, folded away. */
export function NoteAndEvidence({
  definition,
  locator,
}: {
  definition: IndicatorDefinition
  locator: Locator
}) {
  const { entry, isOpen } = useGrid()
  const { note, evidence } = figureAt(entry.input, locator)
  const { evidenceAsked } = definition
  const edit = entry.state.edits[locator]
  const given = evidenceAsked.filter((field) => evidence?.[field]).length
  const left = evidenceAsked.length === 0 ? '' : ` (${given} of ${evidenceAsked.length} given)`
  const summary = evidenceAsked.length === 0 ? (note ? 'Note' : 'Add a note') : `Evidence and note${left}`
  if (!isOpen(locator)) return <ReadNote definition={definition} locator={locator} />
  return (
    <Details summary={summary}>
      {evidenceAsked.map((field) => (
        <TextInput
          key={field}
          id={fieldId(locator, field)}
          {...evidenceWords[field]}
          value={edit?.evidence?.[field] ?? evidence?.[field] ?? ''}
          onChange={(text) => entry.change(locator, { evidence: { [field]: text } })}
          onBlur={() => entry.saver.flush()}
        />
      ))}
      <Textarea
        id={fieldId(locator, 'note')}
        label="Note"
        hint="Anything that helps to read this figure. Name no child."
        rows={2}
        isChecked
        value={edit?.note ?? note ?? ''}
        onChange={(text) => entry.change(locator, { note: text })}
        onBlur={() => entry.saver.flush()}
      />
      <ClaimStrength locator={locator} />
    </Details>
  )
}

function ReadNote({ definition, locator }: { definition: IndicatorDefinition; locator: Locator }) {
  const { entry } = useGrid()
  const { note, evidence } = figureAt(entry.input, locator)
  const lines = definition.evidenceAsked.flatMap((field) =>
    evidence?.[field] ? [`${evidenceWords[field].label}: ${evidence[field]}`] : [],
  )
  if (note) lines.push(`Note: ${note}`)
  if (lines.length === 0) return null
  return (
    <div>
      {lines.map((line) => (
        <p key={line} className="app-grid__small">
          {line}
        </p>
      ))}
      <ReadClaim strength={evidence?.claimStrength} />
    </div>
  )
}
