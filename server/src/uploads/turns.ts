/** Whose file is read next: so many at once, so many that wait, and of one person one at a time while others wait. */
import { Problem } from '@inclusion/shared/problems'

export type TurnLimits = {
  /** Files that are read at once, and that may wait for it: of everybody, and of one person. */
  atOnce: number
  waiting: number
  ofOne: number
}

export type Turns = {
  /** Throws the Problem `files-waiting` when too many wait already. */
  enter: (personId: string) => Promise<void>
  leave: (personId: string) => void
}

type Waiting = { personId: string; start: () => void }

export function createTurns(limits: TurnLimits): Turns {
  const reading: string[] = []
  const waiting: Waiting[] = []
  const isOf = (personId: string) =>
    [...reading, ...waiting.map((each) => each.personId)].filter((each) => each === personId).length

  return {
    async enter(personId) {
      if (waiting.length >= limits.waiting || isOf(personId) >= limits.ofOne)
        throw new Problem('files-waiting')
      if (reading.length >= limits.atOnce)
        await new Promise<void>((resolve) => waiting.push({ personId, start: resolve }))
      else reading.push(personId)
    },

    leave(personId) {
      reading.splice(reading.indexOf(personId), 1)
      // Whoever has no file read now comes first, in the order they came.
      const other = waiting.findIndex((each) => !reading.includes(each.personId))
      const [next] = waiting.splice(Math.max(other, 0), 1)
      if (!next) return
      reading.push(next.personId)
      next.start()
    },
  }
}
