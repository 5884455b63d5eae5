import type { AmendmentView } from '@inclusion/server/amendments/view'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { faultOf, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { focusField } from '../ui/focus-field.ts'
import { useSaving, type Saved } from './use-saving.ts'
import { useTyped } from './use-typed.ts'

type PartOf<Value> = {
  opened: AmendmentView
  /** What it is kept under on this computer while it is not saved. */
  name: string
  /** As it stands in the draft. */
  savedIn: (ground: AmendmentView) => Value
  /** What has to be mended before it can be saved. */
  faultsOf?: (typed: Value, ground: AmendmentView) => { field: string; message: string }[]
  changeOf: (typed: Value, ground: AmendmentView) => Omit<Saved, 'after'>
  /** Where it goes on once it is saved; to the amendment where left out. */
  nextOf?: (typed: Value) => string
}

/** A part of an amendment on a page of its own: typed, kept, saved, and then left. */
export function usePart<Value>({ opened, name, savedIn, ...of }: PartOf<Value>) {
  const { outcome, ...told } = useOutcome()
  const navigate = useNavigate()
  const saving = useSaving(opened, told)
  const { ground } = saving
  const { typed, change, ...typing } = useTyped(`amendment ${opened.id} ${name}`, savedIn(ground))
  useEffect(() => {
    // Where a fault led here.
    const field = window.location.hash.slice(1)
    if (field !== '') focusField(field)
  }, [])
  const submit = () => {
    const faults = of.faultsOf?.(typed, ground) ?? []
    if (faults.length > 0) return told.onFaults(faults)
    const after = () => {
      typing.forget()
      void navigate({ href: of.nextOf?.(typed) ?? staffPaths.amendment(opened.id) })
    }
    return saving.save({ ...of.changeOf(typed, ground), after })
  }
  const errorOf = (field: string) => faultOf(outcome, field)
  return { saving, outcome, typing, typed, change, submit, errorOf }
}
