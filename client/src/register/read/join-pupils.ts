import type { Identity } from './identity.ts'

/** One pupil as one sheet names her: what is compared, and her cells by the key of their column. */
export type NamedPupil = { identity: Identity; cells: ReadonlyMap<string, string> }

type Joined = {
  upn: string
  numbers: Map<string, string>
  name: string
  birth: string
  cells: Map<string, string>
}

const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other

/** Nothing that both have says that they are two. */
function mayBeOne(joined: Joined, { upn, numbers, birth }: Identity): boolean {
  if (differ(joined.upn, upn) || differ(joined.birth, birth)) return false
  return [...numbers].every(([key, value]) => !differ(joined.numbers.get(key) ?? '', value))
}

/** Those with numbers of their own first, so that a name alone is judged when all who have it are known. */
function strength({ upn, numbers, name, birth }: Identity): number {
  if (upn !== '') return 0
  if (numbers.size > 0) return 1
  return name !== '' && birth !== '' ? 2 : 3
}

class Joiner {
  readonly pupils: Joined[] = []
  readonly #byKey = new Map<string, number[]>()

  /** The pupil's number; null where the name alone names more than one. */
  join(named: NamedPupil): number | null {
    const { identity } = named
    const byNumber = this.#byUpn(identity) ?? this.#byNumber(identity)
    if (byNumber !== null) return this.#merge(byNumber, named)
    const sameName = this.#known(`name ${identity.name}`).filter((at) => this.#mayBe(at, identity))
    const sameBirth = sameName.filter(
      (at) => identity.birth !== '' && this.pupils[at]?.birth === identity.birth,
    )
    const those = sameBirth.length > 0 ? sameBirth : sameName
    if (identity.name === '' || those.length === 0) return this.#merge(this.#open(), named)
    return those.length > 1 ? null : this.#merge(those[0] ?? 0, named)
  }

  #known(key: string): number[] {
    return this.#byKey.get(key) ?? []
  }

  #mayBe(at: number, identity: Identity): boolean {
    const pupil = this.pupils[at]
    return pupil !== undefined && mayBeOne(pupil, identity)
  }

  #byUpn({ upn }: Identity): number | null {
    return upn === '' ? null : (this.#known(`upn ${upn}`)[0] ?? null)
  }

  /** Two settings may give the same number to two pupils: names that differ keep them apart. */
  #byNumber(identity: Identity): number | null {
    for (const [key, value] of identity.numbers) {
      const found = this.#known(`${key} ${value}`).find(
        (at) => this.#mayBe(at, identity) && !differ(this.pupils[at]?.name ?? '', identity.name),
      )
      if (found !== undefined) return found
    }
    return null
  }

  #open(): number {
    this.pupils.push({ upn: '', numbers: new Map(), name: '', birth: '', cells: new Map() })
    return this.pupils.length - 1
  }

  #index(key: string, at: number): void {
    const known = this.#known(key)
    if (!known.includes(at)) this.#byKey.set(key, [...known, at])
  }

  #merge(at: number, { identity, cells }: NamedPupil): number {
    const pupil = this.pupils[at] as Joined
    pupil.upn ||= identity.upn
    pupil.name ||= identity.name
    pupil.birth ||= identity.birth
    if (identity.upn !== '') this.#index(`upn ${identity.upn}`, at)
    if (identity.name !== '') this.#index(`name ${identity.name}`, at)
    for (const [key, value] of identity.numbers) {
      if (!pupil.numbers.has(key)) pupil.numbers.set(key, value)
      this.#index(`${key} ${value}`, at)
    }
    for (const [key, cell] of cells) if (cell !== '' && !pupil.cells.get(key)) pupil.cells.set(key, cell)
    return at
  }
}

/**
 * Who is who over all sheets: by UPN; else by another number, unless the names differ; else by name and
 * date of birth; else by a name that one pupil has. For each as named the pupil's number, in the order of
 * first appearance; null where a name alone names several.
 */
export function joinPupils(named: readonly NamedPupil[]): {
  pupilOf: (number | null)[]
  pupils: ReadonlyMap<string, string>[]
} {
  const joiner = new Joiner()
  const order = [...named.keys()].toSorted(
    (one, other) =>
      strength((named[one] as NamedPupil).identity) - strength((named[other] as NamedPupil).identity),
  )
  const found: (number | null)[] = Array.from({ length: named.length }, () => null)
  for (const at of order) found[at] = joiner.join(named[at] as NamedPupil)
  const places = new Map<number, number>()
  for (const at of found) if (at !== null && !places.has(at)) places.set(at, places.size)
  return {
    pupilOf: found.map((at) => (at === null ? null : (places.get(at) ?? null))),
    pupils: [...places.keys()].map((at) => (joiner.pupils[at] as Joined).cells),
  }
}
