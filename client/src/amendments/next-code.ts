/** Codes of figures, which are for ever: proposed in order, never used again. Pure. */
import type { DraftDefinition } from '@inclusion/shared/framework/amendment'

const letters: Record<DraftDefinition['kind'], string> = {
  output: 'OP',
  outcome: 'OC',
  context: 'CX',
  finance: 'FI',
  text: 'TX',
}

/** The next code of its kind in a programme: `MHS-OP3` after `MHS-OP2`. */
export function nextCode(programme: string, kind: DraftDefinition['kind'], taken: readonly string[]): string {
  const start = `${programme}-${letters[kind]}`
  const numbers = taken
    .filter((code) => code.startsWith(start))
    .map((code) => Number.parseInt(code.slice(start.length), 10))
    .filter((number) => Number.isFinite(number))
  return `${start}${Math.max(0, ...numbers) + 1}`
}
