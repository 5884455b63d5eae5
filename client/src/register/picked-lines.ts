/** The pasted list as ticks, and ticks as lines of the list. */
import type { CohortMatch } from './counts.ts'
import type { FoundPupil } from './protocol.ts'

type Picking = {
  pasted: string
  /** Whom lines name; of two of one text the later. */
  lines: CohortMatch['lines']
  /** Those that can be ticked now. */
  pupils: readonly FoundPupil[]
}

export type Picked = {
  /** The numbers of the pupils who stand in the list. */
  values: string[]
  /** The list with just these of the pupils, and the lines that were added. */
  change: (chosen: readonly string[]) => { pasted: string; added: CohortMatch['lines'] }
}

/** A line names whom it was found to name: one name may be the beginning of another. */
export function pickedLines({ pasted, lines, pupils }: Picking): Picked {
  const named = new Map(lines.map(({ text, pupil }) => [text.trim(), pupil]))
  const given = pasted.split('\n').filter((line) => line.trim() !== '')
  const pupilOf = (line: string) => named.get(line.trim())
  const values = pupils
    .filter(({ pupil }) => given.some((line) => pupilOf(line) === pupil))
    .map(({ pupil }) => String(pupil))
  return {
    values,
    change: (chosen) => {
      const gone = pupils.filter(({ pupil }) => !chosen.includes(String(pupil))).map(({ pupil }) => pupil)
      const kept = given.filter((line) => !gone.some((pupil) => pupilOf(line) === pupil))
      const added = pupils
        .filter(({ pupil }) => chosen.includes(String(pupil)) && !values.includes(String(pupil)))
        .map(({ pupil, identifier }) => ({ text: identifier, pupil }))
      return { pasted: [...kept, ...added.map(({ text }) => text), ''].join('\n'), added }
    },
  }
}
