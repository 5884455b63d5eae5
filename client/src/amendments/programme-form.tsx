import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { DraftProgramme } from '@inclusion/shared/framework/amendment'
import { refusalOf } from '../refusal-of.ts'
import { putProgramme, renameProgramme } from './content-changes.ts'
import { draftProgramme, programmeFaults, readCode, readProgramme } from './drafted-programme.ts'
import { programmeField } from './fault-places.ts'
import { PartForm } from './part-form.tsx'
import { ProgrammeFields } from './programme-fields.tsx'
import { usePart } from './use-part.ts'

type ProgrammeFormProps = { opened: AmendmentView; programme: DraftProgramme }

/** What a new programme is: its name, its code, its calendar and its days. */
export function ProgrammeForm({ opened, programme }: ProgrammeFormProps) {
  const { typed, change, errorOf, ...part } = usePart({
    opened,
    name: 'programme',
    savedIn: ({ programme: { code }, name, content }) =>
      draftProgramme(code, named(content.programme ?? programme, name)),
    faultsOf: programmeFaults,
    changeOf: (draft, ground) => {
      const [code, read] = [readCode(draft), readProgramme(draft)]
      const rename = renameProgramme(ground.programme.code, code)
      return {
        change: (content) => putProgramme(read)(rename(content)),
        head: { programme: code, name: read.name },
        done: `${read.name} is saved.`,
      }
    },
  })
  const said = (field: string) =>
    errorOf(programmeField(field)) ?? refusalOf(part.outcome.error, `content.programme.${field}`)
  return (
    <PartForm title="About the programme" part={part} width="two-thirds">
      <ProgrammeFields draft={typed} errorOf={said} onChange={(some) => change({ ...typed, ...some })} />
    </PartForm>
  )
}

/** A draft that has just begun knows the name it was begun with. */
const named = (programme: DraftProgramme, name: string): DraftProgramme =>
  programme.name === '' ? { ...programme, name } : programme
