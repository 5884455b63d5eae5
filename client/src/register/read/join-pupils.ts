import { isNameAlone, isTemporaryUpn } from './identity.ts'
import { Joiner, type NamedPupil } from './joiner.ts'
import type { Reason } from './left-out.ts'

export type Joined = {
  pupilOf: (number | null)[]
  pupils: ReadonlyMap<string, string>[]
  /** Of those in `named` that are kept apart though something says they are one, what is to be said. */
  notes: Map<number, Reason>
}

/** Those with numbers of their own first, so that a name alone is judged when all who have it are known. */
function strength({ identity }: NamedPupil): number {
  if (identity.upn !== '') return isTemporaryUpn(identity.upn) ? 1 : 0
  if (identity.numbers.size > 0) return 2
  return identity.birth === '' ? 4 : 3
}

/** The number of each of `named` among the joiner's pupils. */
function joinAll(joiner: Joiner, named: readonly NamedPupil[]): (number | null)[] {
  const found: (number | null)[] = named.map(() => null)
  const places = [...named.keys()]
  const strengths = named.map((one) => strength(one))
  const join = (those: readonly number[]) => {
    for (const at of those) found[at] = joiner.join(named[at] as NamedPupil)
  }
  const isAlone = (at: number) => isNameAlone((named[at] as NamedPupil).identity)
  join(
    places
      .filter((at) => !isAlone(at))
      .toSorted((one, other) => (strengths[one] ?? 0) - (strengths[other] ?? 0)),
  )
  // Who is another than her namesake must be known before a third sheet has the name alone.
  const names = places.filter(isAlone)
  const beside = new Set(names.filter((at) => joiner.isBesideNamesake(named[at] as NamedPupil)))
  join([...beside])
  join(names.filter((at) => !beside.has(at)))
  return found
}

/** Of each pupil that shares what should be one pupil's with another of another UPN, the first place. */
function withTwoUpns(joiner: Joiner, found: readonly (number | null)[]): number[] {
  const holders = new Map<string, number[]>()
  const seen = new Set<number>()
  return [...found.entries()].flatMap(([place, at]) => {
    const pupil = at === null || seen.has(at) ? undefined : joiner.pupils[at]
    if (at === null || !pupil || pupil.upn === '') return []
    seen.add(at)
    const number = pupil.numbers.get('number') ?? ''
    const keys = [
      ...(pupil.name !== '' && pupil.birth !== '' ? [`born ${pupil.birth} ${pupil.name}`] : []),
      ...(number === '' ? [] : [`number ${number}`]),
    ]
    const others = keys.flatMap((key) => holders.get(key) ?? [])
    for (const key of keys) holders.set(key, [...(holders.get(key) ?? []), at])
    const isOne = others.some((other) => joiner.isLike(other, at) && joiner.pupils[other]?.upn !== pupil.upn)
    return isOne ? [place] : []
  })
}

/**
 * Who is who over all sheets: by UPN, unless her name and something else of her differ; else by another
 * number, unless the names differ; else by name and date of birth; else by a name that one pupil has. A
 * temporary UPN and the one that replaces it are one pupil's by an admission number, or name and date of
 * birth. `sharedNames` name nobody alone. For each as named the pupil's number, in the order of first
 * appearance; null where a name alone names several.
 */
export function joinPupils(named: readonly NamedPupil[], sharedNames: ReadonlySet<string>): Joined {
  const joiner = new Joiner(sharedNames)
  const found = joinAll(joiner, named)
  const notes = new Map<number, Reason>()
  for (const one of joiner.apart.values()) notes.set(named.indexOf(one), 'namesake')
  for (const at of withTwoUpns(joiner, found)) notes.set(at, 'twoUpns')
  for (const one of joiner.sharedUpns) notes.set(named.indexOf(one), 'sharedUpn')
  const places = new Map<number, number>()
  for (const at of found) if (at !== null && !places.has(at)) places.set(at, places.size)
  return {
    pupilOf: found.map((at) => (at === null ? null : (places.get(at) ?? null))),
    pupils: [...places.keys()].map((at) => joiner.pupils[at]?.cells ?? new Map<string, string>()),
    notes,
  }
}
