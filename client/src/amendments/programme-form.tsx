import type { AmendmentView } from '@inclusion/server/amendments/view'
import { useNavigate } from '@tanstack/react-router'
import type { DraftProgramme } from '@inclusion/shared/framework/amendment'
import { faultOf, useOutcome } from '../outcome.tsx'
import { refusalOf } from '../refusal-of.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { AmendmentFrame } from './amendment-frame.tsx'
import { putProgramme, renameProgramme } from './content-changes.ts'
import { draftProgramme, programmeFaults, readCode, readProgramme } from './drafted-programme.ts'
import { programmeField } from './fault-places.ts'
import { ProgrammeFields } from './programme-fields.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { useSaving } from './use-saving.ts'
import { useTyped } from './use-typed.ts'

type ProgrammeFormProps = { opened: AmendmentView; programme: DraftProgramme }

/** What a new programme is: its name, its code, its calendar and its days. */
export function ProgrammeForm({ opened, programme }: ProgrammeFormProps) {
  const { outcome, ...told } = useOutcome()
  const navigate = useNavigate()
  const saving = useSaving(opened, told)
  const { ground } = saving
  const { typed, change, ...typing } = useTyped(
    `amendment ${opened.id} programme`,
    draftProgramme(ground.programme.code, named(ground.content.programme ?? programme, ground.name)),
  )
  const submit = () => {
    const faults = programmeFaults(typed)
    if (faults.length > 0) return told.onFaults(faults)
    const [code, read] = [readCode(typed), readProgramme(typed)]
    const rename = renameProgramme(ground.programme.code, code)
    return saving.save({
      change: (content) => putProgramme(read)(rename(content)),
      head: { programme: code, name: read.name },
      done: `${read.name} is saved.`,
      after: () => {
        typing.forget()
        void navigate({ href: staffPaths.amendment(opened.id) })
      },
    })
  }
  const errorOf = (field: string) =>
    faultOf(outcome, programmeField(field)) ?? refusalOf(outcome.error, `content.programme.${field}`)
  return (
    <AmendmentFrame
      title="About the programme"
      {...{ saving, outcome, typing }}
      fieldId={(field) => programmeField(field.replace('content.programme.', ''))}
      width="two-thirds"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ProgrammeFields draft={typed} errorOf={errorOf} onChange={(part) => change({ ...typed, ...part })} />
        <SaveButtons amendmentId={opened.id} busy={saving.busy} />
      </form>
    </AmendmentFrame>
  )
}

/** A draft that has just begun knows the name it was begun with. */
const named = (programme: DraftProgramme, name: string): DraftProgramme =>
  programme.name === '' ? { ...programme, name } : programme
