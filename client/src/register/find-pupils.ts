/** Pupils of the register to pick from, by any of their identifiers. */
import { describePupil, matchCohort } from './cohort/match-cohort.ts'
import type { Found } from './protocol.ts'
import type { Register } from './register.ts'

const most = 20

/** The first 20 pupils with these words in an identifier, and how many there are. */
export function findPupils(register: Register, words: string): Found {
  const wanted = words.trim().toLowerCase()
  const hits = register.pupils.flatMap(({ identifiers }, index) =>
    identifiers.join(' ').toLowerCase().includes(wanted) ? [index] : [],
  )
  return {
    pupils: hits.slice(0, most).map((index) => ({
      pupil: index,
      identifier: identifierOf(register, index),
      words: describePupil(register, index),
    })),
    total: hits.length,
  }
}

/** What names this pupil alone, as she would paste it. */
function identifierOf(register: Register, index: number): string {
  const identifiers = register.pupils[index]!.identifiers.filter((identifier) => identifier !== '')
  const alone = [...identifiers, identifiers.join('\t')].find((line) => {
    const { members } = matchCohort(register, line)
    return members.length === 1 && members[0]!.pupil === index
  })
  return alone ?? identifiers.join('\t')
}
