/** The clean returns chosen so far, in the version that was seen: kept in this tab until they are accepted. */
import type { QueueLine } from '@inclusion/server/reviews/queue/queue-line'
import { useState } from 'react'
import { chosenText, readChosen, type ChosenReturn } from './address.ts'

const key = 'returns selected in the review queue'

export const forgetSelected = () => window.sessionStorage.removeItem(key)

type Selected = ReadonlyMap<string, ChosenReturn>

const chosenOf = ({ id, filed }: QueueLine) => [id, { returnId: id, version: filed?.version ?? 0 }] as const

/** What is selected, so that a look at the next page and back loses none of it. */
export function useSelection() {
  const [selected, setSelected] = useState<Selected>(read)
  const select = (next: Selected) => {
    setSelected(next)
    window.sessionStorage.setItem(key, chosenText([...next.values()]))
  }
  return {
    selected,
    selection: {
      has: (id: string) => selected.has(id),
      toggle: (line: QueueLine) => {
        const next = new Map(selected)
        if (!next.delete(line.id)) next.set(...chosenOf(line))
        select(next)
      },
    },
    selectAll: (lines: readonly QueueLine[]) =>
      select(new Map(lines.filter(({ mayAcceptTogether }) => mayAcceptTogether).map(chosenOf))),
  }
}

const read = (): Selected =>
  new Map(readChosen(window.sessionStorage.getItem(key)).map((chosen) => [chosen.returnId, chosen]))
