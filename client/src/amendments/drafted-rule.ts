/** A rule between figures as its form holds it, what is saved of it, and how it reads as a sentence. Pure. */
import type { DraftDefinition, DraftIdentity } from '@inclusion/shared/framework/amendment'
import type { Term } from '@inclusion/shared/framework/identities'
import { isPair } from '@inclusion/shared/framework/indicators'
import { tiers, type Tier } from '@inclusion/shared/framework/tiers'
import type { PeriodId } from '@inclusion/shared/periods'
import { slugOf } from './definition/drafted-breakdown.ts'

export type RuleKind = 'exact' | 'bound' | 'range' | 'together'

export type DraftedTerm = { sign: '1' | '-1'; figure: string; at: Term['at'] }

export type DraftedRule = {
  kind: RuleKind
  left: DraftedTerm[]
  right: DraftedTerm[]
  low: string
  high: string
  fix: string
  /** Null while nobody wrote one: it is said from the figures. */
  statement: string | null
}

export type Figures = readonly DraftDefinition[]

export const blankTerm: DraftedTerm = { sign: '1', figure: '', at: 'this' }
export const blankRule: DraftedRule = {
  kind: 'bound',
  left: [blankTerm],
  right: [blankTerm],
  low: '',
  high: '',
  fix: '',
  statement: null,
}

export const kindNames: Record<RuleKind, string> = {
  bound: 'One is at most the other',
  exact: 'They are equal',
  range: 'One lies between so many and so many times the other',
  together: 'Where one is above zero, so is the other',
}

export const timeNames: Record<Term['at'], string> = {
  this: 'this return',
  last: 'the last return',
  'year-first': 'the first return of the year',
  'year-to-date': 'the year so far',
  'grant-to-date': 'the grant so far',
}

/** Every number that a rule can speak of: `SRS-OP1.value`. Words are none. */
export function numbersOf(figures: Figures): { value: string; label: string }[] {
  return figures.flatMap((definition) => {
    const { indicator, label, measure, parts, people } = definition
    if (measure === 'text') return []
    const beside = people === 'beside' ? [[`${indicator}.people`, parts.people ?? 'People']] : []
    const own = isPair(measure)
      ? [
          [`${indicator}.numerator`, parts.numerator ?? 'First half'],
          [`${indicator}.denominator`, parts.denominator ?? 'Out of'],
        ]
      : [[`${indicator}.value`, '']]
    return [...own, ...beside].map(([value = '', part = '']) => ({
      value,
      label: part === '' ? label : `${label}: ${part.toLowerCase()}`,
    }))
  })
}

/** The number in a sentence: `places attended`, `sessions delivered in the last return`. */
function termWords({ figure, at }: DraftedTerm, figures: Figures): string {
  const [code = '', part = 'value'] = figure.split('.')
  const definition = figures.find(({ indicator }) => indicator === code)
  if (!definition) return '…'
  const own = part === 'value' ? definition.label : definition.parts[part as 'numerator']
  const name = own || definition.label
  const when = at === 'this' ? '' : at === 'last' ? ' in the last return' : ` in ${timeNames[at]}`
  // A name that begins with capitals, like CPD, keeps them.
  const first = /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() : name.charAt(0)
  return `${first}${name.slice(1)}${when}`
}

const sideWords = (terms: readonly DraftedTerm[], figures: Figures): string =>
  terms
    .map((term, index) => {
      const words = termWords(term, figures)
      if (index === 0) return term.sign === '1' ? words : `less ${words}`
      return term.sign === '1' ? ` plus ${words}` : `, less ${words}`
    })
    .join('')

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The rule as a sentence. */
export function ruleSentence(draft: DraftedRule, figures: Figures): string {
  const [left, right] = [sideWords(draft.left, figures), sideWords(draft.right, figures)]
  const between = [draft.low && `at least ${draft.low}`, draft.high && `at most ${draft.high}`]
  const words: Record<RuleKind, string> = {
    exact: `${left} is ${right}`,
    bound: `${left} is at most ${right}`,
    range: `${left} is ${between.filter(Boolean).join(' and ')} times ${right}`,
    together: `where there is ${left} there is ${right}, and the other way round`,
  }
  return `${capital(words[draft.kind])}.`
}

const readTerm = ({ sign, figure, at }: DraftedTerm): Term => {
  const [indicator = '', part = 'value'] = figure.split('.')
  return { times: Number(sign), indicator, part: part as Term['part'], at, over: 'authority' }
}

const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : Number(text))

type Head = { programme: string; from: PeriodId; taken: readonly string[] }

/** What is saved of it. It is asked of the tiers in which all of its figures are. */
export function readRule(
  draft: DraftedRule,
  figures: Figures,
  { programme, from, taken }: Head,
): DraftIdentity {
  const terms = { left: draft.left.map(readTerm), right: draft.right.map(readTerm) }
  return {
    id: freeId(`${programme}-${slugOf(ruleSentence(draft, figures)).slice(0, 40).replace(/-+$/, '')}`, taken),
    programme,
    kind: draft.kind,
    ...terms,
    low: draft.kind === 'range' ? numberOrNull(draft.low) : null,
    high: draft.kind === 'range' ? numberOrNull(draft.high) : null,
    within: 'always',
    askedFrom: tierOfAll([...terms.left, ...terms.right], figures),
    effectiveFrom: from,
    statement: (draft.statement ?? ruleSentence(draft, figures)).trim(),
    fix: draft.fix.trim() || 'Check these figures against each other, or explain the difference.',
  }
}

function freeId(id: string, taken: readonly string[]): string {
  let free = id
  for (let number = 2; taken.includes(free); number += 1) free = `${id}-${number}`
  return free
}

function tierOfAll(terms: readonly Term[], figures: Figures): Tier {
  const asked = terms.map(
    ({ indicator }) => figures.find((figure) => figure.indicator === indicator)?.askedFrom ?? 'light',
  )
  return tiers[Math.max(0, ...asked.map((tier) => tiers.indexOf(tier)))] ?? 'light'
}

const isNumber = (text: string): boolean => text.trim() === '' || Number.isFinite(Number(text))

/** What has to be mended before it can be added, by field. */
export function ruleFaults(draft: DraftedRule): { field: string; message: string }[] {
  const sides = (['left', 'right'] as const).flatMap((side) =>
    draft[side].flatMap(({ figure }, index) =>
      figure === ''
        ? [
            {
              field: `${side}-${index}`,
              message: `Choose a figure of the ${side === 'left' ? 'first' : 'second'} side`,
            },
          ]
        : [],
    ),
  )
  if (draft.kind !== 'range') return sides
  if (draft.low.trim() === '' && draft.high.trim() === '')
    return [...sides, { field: 'low', message: 'Give how many times at least, or at most, for example 0.25' }]
  return [
    ...sides,
    ...(isNumber(draft.low) ? [] : [{ field: 'low', message: 'Give at least how many times as a number' }]),
    ...(isNumber(draft.high) ? [] : [{ field: 'high', message: 'Give at most how many times as a number' }]),
  ]
}
