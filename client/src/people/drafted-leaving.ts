/** A departure as it is typed: nothing is chosen before somebody chooses it. Pure. */
import type { LeavingView } from '@inclusion/server/departures/leaving'
import { heldRules, type HeldKind } from '@inclusion/shared/departures'
import { addDays } from '@inclusion/shared/time'
import { dateOf, isDate, type TypedDate } from '../ui/typed-date.ts'

export type DraftedLeaving = TypedDate & {
  when: 'now' | 'later' | null
  heirs: Partial<Record<HeldKind, string>>
  knowing: boolean
}

export const blankLeaving: DraftedLeaving = {
  when: null,
  day: '',
  month: '',
  year: '',
  heirs: {},
  knowing: false,
}

/** Chosen where nobody in particular takes over. */
export const nobody = 'nobody'

/** The id of the field that a part of a departure is typed in. */
export const leavingField = (field: string) => `leaving-${field.replace('heirs.', '')}`

/** The first day without access; null while no such day is said. */
export function endOf(draft: DraftedLeaving, today: string): string | null {
  if (draft.when === 'now') return today
  const lastDay = dateOf(draft)
  return draft.when === 'later' && isDate(lastDay) ? addDays(lastDay, 1) : null
}

/** What has to be chosen or mended before it can be looked at once more. */
export function leavingFaults(
  draft: DraftedLeaving,
  { person, held, warnings }: Pick<LeavingView, 'person' | 'held' | 'warnings'>,
): { field: string; message: string }[] {
  const open = held.filter(({ kind, heirs }) => heirs.length > 0 && !draft.heirs[kind])
  return [
    ...open.map(({ kind }) => ({
      field: leavingField(kind),
      message: `Choose who takes over: ${heldRules[kind].name.toLowerCase()}`,
    })),
    ...(draft.when === null
      ? [{ field: leavingField('when'), message: `Choose when ${person.name} leaves` }]
      : []),
    ...(draft.when === 'later' && !isDate(dateOf(draft))
      ? [{ field: leavingField('endsBefore'), message: 'Enter the last day, for example 31 3 2026' }]
      : []),
    ...(warnings.length > 0 && !draft.knowing
      ? [
          {
            field: leavingField('knowing'),
            message: 'Confirm that you know what would be left without anybody',
          },
        ]
      : []),
  ]
}

/** What is sent of the heirs: nobody chosen is left out, and it goes back to the role. */
export const heirsGiven = (heirs: DraftedLeaving['heirs']): DraftedLeaving['heirs'] =>
  Object.fromEntries(Object.entries(heirs).filter(([, personId]) => personId !== '' && personId !== nobody))

/** "2 questions…: Sam Whitfield", for each kind that is held. */
export const passingLines = (
  { held }: Pick<LeavingView, 'held'>,
  { heirs }: Pick<DraftedLeaving, 'heirs'>,
): { key: string; value: string }[] =>
  held.map(({ kind, items, heirs: possible }) => ({
    key: `${heldRules[kind].name}: ${items.length}`,
    value: possible.find(({ personId }) => personId === heirs[kind])?.name ?? heldRules[kind].otherwise,
  }))
