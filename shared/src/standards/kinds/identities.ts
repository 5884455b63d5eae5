/** Identities of the framework (4.8 to 4.12, and nested ones in 4.4): what must hold between figures. */
import type { Identity } from '../../framework/identities.ts'
import { asksIn } from '../../framework/tiers.ts'
import { figureLocator } from '../../locators.ts'
import { comparePeriods } from '../../periods.ts'
import { differs, soundPart, type Fault, type PreparedInput } from '../prepared-input.ts'
import { inSentence, numberWords, partName, settingName } from '../words.ts'
import type { RuleOf } from './rule-of.ts'
import { readTerms, seenTerm, type IdentityTerm, type TermPeriods } from './terms.ts'

type Kind = Identity['kind']
type Side = { terms: readonly IdentityTerm[]; values: readonly number[]; sum: number }

/** Identities of a kind that are broken. A term without a figure leaves its identity unjudged. */
export function brokenIdentities(prepared: PreparedInput, { of }: Pick<RuleOf<'identity'>, 'of'>): Fault[] {
  const periods = readTerms(prepared)
  const places = new Set<string>()
  return inForce(prepared, of).flatMap((identity) => {
    const place = placeOf(identity, places)
    if (!isWithin(identity, periods)) return []
    const left = readSide(identity.left, periods)
    const right = readSide(identity.right, periods)
    if (left === null || right === null || holds(identity, left.sum, right.sum)) return []
    const inputs = [left, right].flatMap(({ terms, values }) =>
      terms.map((term, at) => seenTerm(prepared, term, values[at]!)),
    )
    const sides = `${sideWords(prepared, left)}; ${sideWords(prepared, right)}.`
    const message = `${brokenRule(identity.statement)} ${sides.charAt(0).toUpperCase()}${sides.slice(1)}`
    return [{ ...place, inputs, message, fix: identity.fix }]
  })
}

/** A rule of the framework that is broken, in its own sentence: what should be so is never told as if it were. */
export const brokenRule = (statement: string, at = ''): string =>
  `This should be so${at}, and is not: ${inSentence(statement.trim().replace(/\.?$/, '.'))}`

/** The identities of a kind that are asked in this tier and period. */
export function inForce({ input }: PreparedInput, kind: Kind): Identity[] {
  return input.identities.filter(
    (identity) =>
      identity.kind === kind &&
      asksIn(identity.askedFrom, input.tier) &&
      comparePeriods(identity.effectiveFrom, input.periodId) <= 0 &&
      !isProportionItself(identity, input.asked),
  )
}

/** "Numerator at most denominator" of one proportion is 4.1's already: one cause, one finding. */
function isProportionItself({ left, right }: Identity, asked: PreparedInput['input']['asked']): boolean {
  const [over, under] = [left[0]!, right[0]!]
  if (left.length !== 1 || right.length !== 1 || over.indicator !== under.indicator || over.at !== under.at)
    return false
  if (over.part !== 'numerator' || under.part !== 'denominator') return false
  return asked.some(({ indicator, measure }) => indicator === over.indicator && measure === 'proportion')
}

/**
 * The first term of this return: the figure that can still be changed. A bound only blocks; any other kind
 * may be explained, so it avoids a place where an earlier identity of its kind stands.
 */
function placeOf({ kind, left, right }: Identity, taken: Set<string>): { locator: string; part: string } {
  const terms = [...left, ...right]
  const here = terms.filter(({ at }) => at === 'this')
  const places = (here.length > 0 ? here : terms).map(({ indicator, part }) => ({
    locator: figureLocator(indicator),
    part,
  }))
  const free = kind === 'bound' ? undefined : places.find(({ locator }) => !taken.has(locator))
  const place = free ?? places[0]!
  taken.add(place.locator)
  return place
}

function isWithin({ within }: Identity, { yearPlace }: TermPeriods): boolean {
  if (within === 'always') return true
  return yearPlace() === (within === 'first-of-year' ? 'first' : 'later')
}

function readSide(terms: readonly IdentityTerm[], { value }: TermPeriods): Side | null {
  const values = terms.map(value)
  if (!values.every((number) => number !== null)) return null
  const sum = values.reduce((total, number, at) => total + terms[at]!.times * number, 0)
  return { terms, values, sum }
}

function holds({ id, kind, low, high }: Identity, left: number, right: number): boolean {
  const isEqual = !differs(left, right)
  switch (kind) {
    case 'exact':
    case 'agreement':
      return isEqual
    case 'bound':
    case 'nested':
      return left <= right || isEqual
    case 'range':
      if (low === null && high === null) throw new RangeError(`Identity ${id} has neither a low nor a high`)
      return left >= (low ?? -Infinity) * right - 1e-6 && left <= (high ?? Infinity) * right + 1e-6
    case 'together':
      return left > 0 === right > 0
    case 'before-after':
      throw new RangeError(`Identity ${id} compares evidence, not sums`)
  }
  return kind satisfies never
}

/** One side in words: "active at the start (10) plus started (5) less left (2) comes to 13". */
function sideWords(prepared: PreparedInput, { terms, values, sum }: Side): string {
  const definitionOf = ({ indicator }: IdentityTerm) =>
    prepared.definitions().get(indicator) ?? { measure: 'number' as const }
  const name = (term: IdentityTerm) => seenTerm(prepared, term, null).label
  const show = (term: IdentityTerm, number: number) =>
    numberWords(Number(number.toFixed(6)), definitionOf(term))
  const first = terms[0]!
  if (terms.length === 1 && first.times === 1) return `${name(first)}: ${show(first, sum)}`
  const listed = terms.map((term, at) => {
    const sign = term.times < 0 ? (at === 0 ? 'less ' : ' less ') : at === 0 ? '' : ' plus '
    const times = Math.abs(term.times) === 1 ? '' : `${Math.abs(term.times)} x `
    return `${sign}${times}${name(term)} (${show(term, values[at]!)})`
  })
  return `${listed.join('')}: ${show(first, sum)}`
}

/** Nested identities, in each setting by itself: the inner figure is more than the one it lies in. */
export function nestedFigures(prepared: PreparedInput): Fault[] {
  const nested = inForce(prepared, 'nested')
  if (nested.length === 0) return []
  // What is derived from attendance is judged at the attendance counts themselves.
  const derived = new Set(prepared.cells().flatMap(({ locator, isDerived }) => (isDerived ? [locator] : [])))
  const urns = [null, ...prepared.input.settings.map(({ urn }) => urn)]
  return nested.flatMap((identity) => urns.flatMap((urn) => nestedIn(prepared, identity, urn, derived)))
}

function nestedIn(
  prepared: PreparedInput,
  identity: Identity,
  urn: string | null,
  derived: ReadonlySet<string>,
): Fault[] {
  const [inner, outer] = [identity.left[0]!, identity.right[0]!]
  const locator = figureLocator(inner.indicator, { urn })
  const outside = figureLocator(outer.indicator, { urn })
  const innerDefinition = prepared.definitions().get(inner.indicator)
  const outerDefinition = prepared.definitions().get(outer.indicator)
  if (!innerDefinition || !outerDefinition || (derived.has(locator) && derived.has(outside))) return []
  const fewer = soundPart(innerDefinition, prepared.figures()[locator], inner.part)
  const more = soundPart(outerDefinition, prepared.figures()[outside], outer.part)
  if (fewer === null || more === null || holds(identity, fewer, more)) return []
  const at = urn === null ? '' : ` at ${settingName(prepared, urn)}`
  const [name, limit] = [partName(innerDefinition, inner.part), partName(outerDefinition, outer.part)]
  const shown = [numberWords(fewer, innerDefinition), numberWords(more, outerDefinition)]
  return [
    {
      locator,
      part: inner.part,
      inputs: [
        { locator, part: inner.part, label: name, value: fewer },
        { locator: outside, part: outer.part, label: limit, value: more },
      ],
      message: `${brokenRule(identity.statement, at)} ${name}: ${shown[0]}; ${limit}: ${shown[1]}.`,
      fix: identity.fix,
    },
  ]
}
