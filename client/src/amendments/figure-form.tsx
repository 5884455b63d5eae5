import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import { staffPaths } from '../routing/staff-paths.ts'
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
import { PartForm } from './part-form.tsx'
import { NewFields } from './new-fields.tsx'
import { useReference } from './use-amendment.ts'
import { usePart } from './use-part.ts'

type FigureFormProps = { opened: AmendmentView; framework: FrameworkView | null; figure: EditedFigure }

/** The definition of one figure, new or beside the edition in force. */
export function FigureForm({ opened, framework, figure }: FigureFormProps) {
  const { vocabularies } = useReference()
  const back = staffPaths.amendmentFigures(opened.id)
  const { typed, change, errorOf, ...part } = usePart({
    opened,
    name: `figure ${figure.code}`,
    savedIn: (ground) => draftFigure(figure, ground),
    faultsOf: (draft, amendment) =>
      figureFaults(draft, figure, { amendment, framework }).map(({ field, message }) => ({
        field: definitionField(field),
        message,
      })),
    changeOf: (draft, amendment) => ({
      change: saveFigure(readFigure(draft, figure, { amendment, framework }), draft, figure),
      done: 'It is saved in the draft.',
    }),
    nextOf: () => back,
  })
  const around = { amendment: part.saving.ground, framework }
  const said = (field: string) => errorOf(definitionField(field))
  const rest = { figure, around, draft: typed, errorOf: said, onChange: change }
  return (
    <PartForm title={titleOf(figure)} part={part} words="Save this figure" back={back}>
      <div className={figure.before ? undefined : 'govuk-!-width-two-thirds'}>
        <DefinitionFields
          draft={typed.definition}
          before={beforeOf(figure)}
          {...{ vocabularies, calendar: figure.calendar, errorOf: said }}
          figures={figuresOf(around)}
          settingsReport={
            (framework?.programme ?? around.amendment.content.programme)?.settingsReport ?? false
          }
          onChange={(definition) => change({ ...typed, definition })}
        />
        {figure.kind === 'new' ? (
          <NewFields {...rest} />
        ) : (
          <ChangeFields {...rest} differences={differencesOf(typed, figure)} />
        )}
      </div>
    </PartForm>
  )
}

/** The edition in force, as its form would hold it. */
const beforeOf = ({ before }: EditedFigure) =>
  before && { edition: `Edition ${before.edition}`, draft: draftOf(asDraft(before)) }

/** The figures there will be, in the programme and in the draft. */
const figuresOf = ({ amendment, framework }: Around) => [
  ...(framework?.definitions ?? []),
  ...amendment.content.indicators.map(({ definition }) => definition),
]

function titleOf({ kind, drafted }: EditedFigure): string {
  if (kind === 'changed') return `Change “${drafted?.label ?? ''}”`
  return drafted ? `“${drafted.label}”` : 'Add a figure'
}
