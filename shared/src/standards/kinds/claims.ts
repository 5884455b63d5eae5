/** 8.4, Evidenced: what came after is not always what came of it. */
import { claimStrengths } from '../../framework/indicators.ts'
import type { Cell, Fault, PreparedInput } from '../prepared-input.ts'
import { cellName, listWords } from '../words.ts'
import type { RuleOf } from './rule-of.ts'

type Rule = RuleOf<'claim-without-comparison'>

/** A text or note names a cause, says no comparison, and carries no label of how strong the claim is. */
export function claimWithoutComparison(prepared: PreparedInput, rule: Rule): Fault[] {
  const { claims, comparisons } = patternsOf(rule)
  return prepared.cells().flatMap((cell) => {
    if (isLabelled(cell)) return []
    const { locator, figure } = cell
    const said = (['text', 'note'] as const).flatMap((part) => {
      const text = figure[part] ?? ''
      if (text === '' || comparisons.some((pattern) => pattern.test(text))) return []
      const phrases = claims.flatMap(({ phrase, found }) => (found.test(text) ? [`"${phrase}"`] : []))
      return phrases.length === 0 ? [] : [{ part, phrases }]
    })
    if (said.length === 0) return []
    const phrases = [...new Set(said.flatMap((one) => one.phrases))]
    const where = said[0]!.part === 'text' ? 'The text of' : 'The note on'
    return [
      {
        locator,
        part: said[0]!.part,
        inputs: said.map(({ part }) => ({
          locator,
          part,
          label: cellName(prepared, cell),
          value: figure[part],
        })),
        message: `${where} "${cellName(prepared, cell)}" says ${listWords(phrases)}, but not what it is compared with.`,
        fix: 'Choose how strong the claim is, say what it is compared with, or say what happened without the cause.',
      },
    ]
  })
}

type Patterns = { claims: { phrase: string; found: RegExp }[]; comparisons: RegExp[] }

/** Patterns are made once of a rule: checks are judged with every key that is typed. */
const made = new WeakMap<Rule, Patterns>()

function patternsOf(rule: Rule): Patterns {
  const patterns = made.get(rule) ?? {
    claims: rule.claims.map((phrase) => ({ phrase, found: wholeWords(phrase) })),
    comparisons: rule.comparisons.map(wholeWords),
  }
  made.set(rule, patterns)
  return patterns
}

const isLabelled = ({ figure }: Cell): boolean => (figure.evidence?.claimStrength ?? '') in claimStrengths

const wholeWords = (phrase: string): RegExp => {
  const words = phrase
    .trim()
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\s+/g, '\\s+')
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'iu')
}
