/** The two effects that a change of a rate over several settings is made of, in words and numbers. */
import { isPair, type IndicatorDefinition } from '../framework/indicators.ts'
import { amountWords } from './amount-words.ts'
import type { Movement } from './movements.ts'
import { shownSplit } from './shown-split.ts'
import { compositionOf } from './split.ts'

/**
 * "Rate effect +0.6 points: what the settings changed themselves. Composition effect -18.2 points: -2.2 by how much
 * each weighs, -16.0 by which settings there are." Null of what is no rate, or of one place.
 */
export function splitWords(
  { measure }: Pick<IndicatorDefinition, 'measure'>,
  { split, change }: Pick<Movement, 'split' | 'change'>,
): string | null {
  if (split === null || change === null || !isPair(measure)) return null
  if (split.both === null) return 'Rate and composition cannot be told apart: no setting counts both times.'
  const signed = (part: number): string => {
    const words = amountWords(measure, part)
    return words === null ? 'none' : `${part > 0 ? '+' : '−'}${words}`
  }
  const shown = shownSplit(measure, split, change)
  const rate = `Rate effect ${signed(shown.within)}: what the settings changed themselves.`
  const parts = [
    part(signed(shown.mix), 'by how much each setting weighs'),
    part(signed(shown.coverage), 'by which settings there are'),
  ].filter((words) => words !== null)
  return `${rate} Composition effect ${compositionWords(parts, signed(compositionOf(shown)))}.`
}

/** One part is the whole of it. */
function compositionWords(parts: readonly string[], whole: string): string {
  if (parts.length === 0) return 'none'
  return parts.length === 1 ? parts[0]! : `${whole}: ${parts.join(', ')}`
}

const part = (size: string, words: string): string | null => (size === 'none' ? null : `${size} ${words}`)
