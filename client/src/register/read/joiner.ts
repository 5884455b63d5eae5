import { isNameAlone, isTemporaryUpn, type Identity } from './identity.ts'

/** One pupil as one sheet names her: what is compared, and her cells by the key of their column. */
export type NamedPupil = {
  identity: Identity
  cells: ReadonlyMap<string, string>
  sheet: number
  /** Whether her rows cannot be more rows of a namesake in her sheet. */
  isApart: boolean
}

type Pupil = {
  upn: string
  numbers: Map<string, string>
  name: string
  birth: string
  cells: Map<string, string>
  /** The sheets that name her by more than a name. */
  sheets: Set<number>
}

const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other

const numbersDiffer = (pupil: Pupil, numbers: Identity['numbers']) =>
  [...numbers].some(([key, value]) => differ(pupil.numbers.get(key) ?? '', value))

/** A temporary UPN gives way to another; no other does. */
const upnsPart = (one: string, other: string) =>
  differ(one, other) && !isTemporaryUpn(one) && !isTemporaryUpn(other)

const isPart = (one: string, other: string) => {
  const words = new Set(other.split(' '))
  return one.split(' ').every((word) => words.has(word))
}

/**
 * A UPN may be copied to the row of another pupil: another name in the same sheet says so, and in another
 * sheet, where she may have changed it, two things that differ.
 */
function isCopied(pupil: Pupil, { identity: { name, birth, numbers }, sheet }: NamedPupil): boolean {
  const isOtherName = differ(pupil.name, name) && !isPart(pupil.name, name) && !isPart(name, pupil.name)
  if (isOtherName && pupil.sheets.has(sheet)) return true
  if (birth !== '' && pupil.birth === birth) return false
  const isOtherNumber = differ(pupil.numbers.get('number') ?? '', numbers.get('number') ?? '')
  return [isOtherName, differ(pupil.birth, birth), isOtherNumber].filter(Boolean).length > 1
}

/** Puts together what is known of each pupil, one naming after another. */
export class Joiner {
  readonly pupils: Pupil[] = []
  /** Those whose UPN another pupil has. */
  readonly sharedUpns: NamedPupil[] = []
  /** By pupil, the first naming of those kept apart from a namesake of their own sheet. */
  readonly apart = new Map<number, NamedPupil>()
  readonly #byKey = new Map<string, number[]>()
  readonly #sharedNames: ReadonlySet<string>

  constructor(sharedNames: ReadonlySet<string>) {
    this.#sharedNames = sharedNames
  }

  /** The pupil's number; null where the name alone names more than one. */
  join(named: NamedPupil): number | null {
    const { identity } = named
    const byNumber = this.#byUpn(named) ?? this.#byNumber(identity)
    if (byNumber !== null) return this.#merge(byNumber, named)
    if (identity.name === '') return this.#merge(this.#open(), named)
    if (isNameAlone(identity) && this.#sharedNames.has(identity.name)) return null
    const sameBirth = this.#namesakes(identity, upnsPart).filter(
      (at) => identity.birth !== '' && this.pupils[at]?.birth === identity.birth,
    )
    return sameBirth.length > 0 ? this.#mergeOnly(sameBirth, named) : this.#joinByName(named)
  }

  /**
   * Her own sheet may give what tells a pupil apart on the first of her rows alone: a name alone is then
   * hers. Else whom her own sheet names beside her is another.
   */
  #joinByName(named: NamedPupil): number | null {
    const sameName = this.#namesakes(named.identity, differ)
    const isBeside = (at: number) => this.pupils[at]?.sheets.has(named.sheet) === true
    const beside = sameName.filter(isBeside)
    if (beside.length > 0 && isNameAlone(named.identity) && !named.isApart)
      return this.#mergeOnly(beside, named)
    const others = sameName.filter((at) => !isBeside(at))
    const found = others.length === 0 ? this.#merge(this.#open(), named) : this.#mergeOnly(others, named)
    if (found !== null && beside.length > 0 && !this.apart.has(found)) this.apart.set(found, named)
    return found
  }

  #mergeOnly(those: readonly number[], named: NamedPupil): number | null {
    return those.length > 1 ? null : this.#merge(those[0] ?? 0, named)
  }

  /** Whether her own sheet names another pupil by her name and more. */
  isBesideNamesake({ identity, sheet }: NamedPupil): boolean {
    return this.#known(`name ${identity.name}`).some((at) => this.pupils[at]?.sheets.has(sheet))
  }

  /** Whether no name says that two pupils are two. */
  isLike(one: number, other: number): boolean {
    return !differ(this.pupils[one]?.name ?? '', this.pupils[other]?.name ?? '')
  }

  #known(key: string): readonly number[] {
    return this.#byKey.get(key) ?? []
  }

  /** Those of her name, where nothing that both have says that they are two. */
  #namesakes(identity: Identity, part: typeof differ): number[] {
    return this.#known(`name ${identity.name}`).filter((at) => this.#mayBe(at, identity, part))
  }

  #mayBe(at: number, { upn, birth, numbers }: Identity, part: typeof differ): boolean {
    const pupil = this.pupils[at]
    if (!pupil || part(pupil.upn, upn) || differ(pupil.birth, birth)) return false
    return !numbersDiffer(pupil, numbers)
  }

  /** Of those with her UPN the one of her name, where there is one. */
  #byUpn(named: NamedPupil): number | null {
    const { upn, name } = named.identity
    if (upn === '') return null
    const holders = this.#known(`upn ${upn}`)
    const fitting = holders.filter((at) => !isCopied(this.pupils[at] as Pupil, named))
    if (fitting.length === 0 && holders.length > 0) this.sharedUpns.push(named)
    return fitting.find((at) => this.pupils[at]?.name === name) ?? fitting[0] ?? null
  }

  /** Two settings may give the same number to two pupils: names that differ keep them apart. */
  #byNumber(identity: Identity): number | null {
    for (const [key, value] of identity.numbers) {
      // A number that is not known to be the setting's own is too little against another UPN.
      const part = key === 'number' ? upnsPart : differ
      const found = this.#known(`${key} ${value}`).find(
        (at) => this.#mayBe(at, identity, part) && !differ(this.pupils[at]?.name ?? '', identity.name),
      )
      if (found !== undefined) return found
    }
    return null
  }

  #open(): number {
    const pupil = {
      upn: '',
      numbers: new Map(),
      name: '',
      birth: '',
      cells: new Map(),
      sheets: new Set<number>(),
    }
    return this.pupils.push(pupil) - 1
  }

  #index(key: string, at: number): void {
    const known = this.#known(key)
    if (!known.includes(at)) this.#byKey.set(key, [...known, at])
  }

  #merge(at: number, { identity, cells, sheet }: NamedPupil): number {
    const pupil = this.pupils[at] as Pupil
    pupil.upn ||= identity.upn
    pupil.name ||= identity.name
    pupil.birth ||= identity.birth
    if (identity.upn !== '') this.#index(`upn ${identity.upn}`, at)
    if (identity.name !== '') this.#index(`name ${identity.name}`, at)
    for (const [key, value] of identity.numbers) {
      if (!pupil.numbers.has(key)) pupil.numbers.set(key, value)
      this.#index(`${key} ${value}`, at)
    }
    if (!isNameAlone(identity)) pupil.sheets.add(sheet)
    for (const [key, cell] of cells) if (cell !== '' && !pupil.cells.get(key)) pupil.cells.set(key, cell)
    return at
  }
}
