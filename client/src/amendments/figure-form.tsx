import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { faultOf, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { focusField } from '../ui/focus-field.ts'
import { AmendmentFrame } from './amendment-frame.tsx'
import { asDraft } from './copied-figures.ts'
import { ChangeFields } from './change-fields.tsx'
import { DefinitionFields } from './definition/definition-fields.tsx'
import { definitionField, draftOf } from './definition/drafted-definition.ts'
import {
  differencesOf,
  draftFigure,
  figureFaults,
  readFigure,
  saveFigure,
  type Around,
} from './drafted-figure.ts'
import type { EditedFigure } from './edited-figure.ts'
import { NewFields } from './new-fields.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { useReference } from './use-amendment.ts'
import { useSaving } from './use-saving.ts'
import { useTyped } from './use-typed.ts'

type FigureFormProps = { opened: AmendmentView; framework: FrameworkView | null; figure: EditedFigure }

/** The definition of one figure, new or beside the edition in force. */
export function FigureForm({ opened, framework, figure }: FigureFormProps) {
  const { outcome, ...told } = useOutcome()
  const navigate = useNavigate()
  const { vocabularies } = useReference()
  const saving = useSaving(opened, told)
  const { typed, change, ...typing } = useTyped(
    `amendment ${opened.id} figure ${figure.code}`,
    draftFigure(figure, saving.ground),
  )
  useEffect(() => {
    const field = window.location.hash.slice(1)
    if (field !== '') focusField(field)
  }, [])
  const before = figure.before && {
    edition: `Edition ${figure.before.edition}`,
    draft: draftOf(asDraft(figure.before)),
  }
  const around = { amendment: saving.ground, framework }
  const submit = () => {
    const faults = figureFaults(typed, figure, around)
    if (faults.length > 0)
      return told.onFaults(faults.map(({ field, message }) => ({ field: definitionField(field), message })))
    return saving.save({
      change: saveFigure(readFigure(typed, figure, around), typed, figure),
      done: 'It is saved in the draft.',
      after: () => {
        typing.forget()
        void navigate({ href: staffPaths.amendmentFigures(opened.id) })
      },
    })
  }
  const errorOf = (field: string) => faultOf(outcome, definitionField(field))
  const rest = { figure, around, draft: typed, errorOf, onChange: change }
  return (
    <AmendmentFrame title={titleOf(figure)} {...{ saving, outcome, typing }}>
      <form
        className={before ? undefined : 'govuk-!-width-two-thirds'}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DefinitionFields
          draft={typed.definition}
          {...{ before, vocabularies, errorOf, calendar: figure.calendar }}
          figures={figuresOf(around)}
          settingsReport={(framework?.programme ?? saving.ground.content.programme)?.settingsReport ?? false}
          onChange={(definition) => change({ ...typed, definition })}
        />
        {figure.kind === 'new' ? (
          <NewFields {...rest} />
        ) : (
          <ChangeFields {...rest} differences={differencesOf(typed, figure)} />
        )}
        <SaveButtons
          amendmentId={opened.id}
          busy={saving.busy}
          words="Save this figure"
          back={staffPaths.amendmentFigures(opened.id)}
        />
      </form>
    </AmendmentFrame>
  )
}

/** The figures there will be, in the programme and in the draft. */
const figuresOf = ({ amendment, framework }: Around) => [
  ...(framework?.definitions ?? []),
  ...amendment.content.indicators.map(({ definition }) => definition),
]

function titleOf({ kind, drafted }: EditedFigure): string {
  if (kind === 'changed') return `Change “${drafted?.label ?? ''}”`
  return drafted ? `“${drafted.label}”` : 'Add a figure'
}
