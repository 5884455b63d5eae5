/** How the rules of this folder say what is wrong, and the few questions that several of them ask. */
import { latestEdition } from '../amended.ts'
import type { AmendmentContent, AmendmentFault, DraftDefinition, DraftProgramme } from '../amendment.ts'
import type { Ground } from '../ground.ts'

export const error = (field: string, message: string): AmendmentFault => ({
  severity: 'error',
  field,
  message,
})

export const warning = (field: string, message: string): AmendmentFault => ({
  severity: 'warning',
  field,
  message,
})

/** The faults that hold, of each with its condition. */
export const when = (...cases: readonly (readonly [unknown, AmendmentFault])[]): AmendmentFault[] =>
  cases.flatMap(([holds, fault]) => (holds ? [fault] : []))

/** The programme as the amendment leaves it; null where it names none. */
export function programmeAfter(
  { programme, endsBefore }: AmendmentContent,
  ground: Ground,
): DraftProgramme | null {
  const there = ground.programme ?? programme
  return there && endsBefore !== null && ground.programme !== null ? { ...there, endsBefore } : there
}

type Held = { content: AmendmentContent; ground: Ground }

/** The latest definition of a code there will be. */
export function definitionAfter({ content, ground }: Held, code: string): DraftDefinition | undefined {
  return (
    content.changed.find(({ indicator }) => indicator === code) ??
    content.indicators.find(({ definition }) => definition.indicator === code)?.definition ??
    latestEdition(ground.definitions, code)
  )
}

/** Whether a borough has a grant once the amendment is published. */
export const hasGrant = ({ content, ground }: Held, gssCode: string): boolean =>
  [...ground.grants, ...content.grants].some((grant) => grant.gssCode === gssCode)

/** A few names, and how many more there are: "Camden, Hackney and 3 more". */
export function fewNames(names: readonly string[]): string {
  const [first, second, ...others] = names
  if (second === undefined) return first ?? ''
  if (others.length === 0) return `${first} and ${second}`
  return `${first}, ${second} and ${others.length} more`
}

/** What stands more than once, where each may stand once: the positions of the second and later ones. */
export function repeats<T>(items: readonly T[], keyOf: (item: T) => string): number[] {
  const seen = new Set<string>()
  return items.flatMap((item, at) => {
    const key = keyOf(item)
    if (seen.has(key)) return [at]
    seen.add(key)
    return []
  })
}

export const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === ''
