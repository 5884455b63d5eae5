import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccessLine } from '@inclusion/server/people/access-review'
import { call } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { RowCheckbox } from '../ui/row-checkbox.tsx'

/** Who is selected to be confirmed: one's own access is another person's to confirm, and cannot be. */
export function useSelected() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const toggle = (personId: string) => {
    const next = new Set(selected)
    if (!next.delete(personId)) next.add(personId)
    setSelected(next)
  }
  return { selected, toggle, clear: () => setSelected(new Set()) }
}

type Selection = ReturnType<typeof useSelected>

export function SelectBox({ line, selected, toggle }: Omit<Selection, 'clear'> & { line: AccessLine }) {
  const { personId, name } = line
  return (
    <RowCheckbox id={`select-${personId}`} checked={selected.has(personId)} onChange={() => toggle(personId)}>
      Still right<span className="govuk-visually-hidden">: {name}</span>
    </RowCheckbox>
  )
}

type ConfirmSelectedProps = Told & { lines: readonly AccessLine[]; selection: Selection }

/** Confirms everybody selected in one act; each is on record by itself, and what is refused of one is said. */
export function ConfirmSelected({ lines, selection, onDone, onRefused }: ConfirmSelectedProps) {
  const cache = useQueryClient()
  const chosen = lines.filter(({ personId, mayConfirm }) => mayConfirm && selection.selected.has(personId))
  const confirm = useMutation({
    mutationFn: () =>
      call(
        staffApi.access.api.people['confirm-access'].$post({
          json: { people: chosen.map(({ personId }) => personId) },
        }),
      ),
    onSuccess: ({ outcomes }) => {
      const refused = outcomes.flatMap(({ personId, reason }) =>
        reason === null ? [] : [`${nameOf(lines, personId)}: ${reason}`],
      )
      selection.clear()
      onDone([doneWords(outcomes.length - refused.length), ...refused].join(' '))
      return cache.invalidateQueries({ queryKey: ['access'] })
    },
    onError: onRefused,
  })
  return (
    <Button
      busy={confirm.isPending}
      unavailable={chosen.length === 0 ? 'Select those whose access is still right.' : null}
      onClick={() => confirm.mutate()}
    >
      {chosen.length < 2 ? 'Confirm the selected person' : `Confirm the ${chosen.length} selected people`}
    </Button>
  )
}

const nameOf = (lines: readonly AccessLine[], wanted: string): string =>
  lines.find(({ personId }) => personId === wanted)?.name ?? wanted

const doneWords = (people: number): string =>
  `You confirmed that the access of ${people === 1 ? 'one person' : `${people} people`} is still right.`
