/** What was read from a template as the changes that save it: one to each figure, as if they had been typed. */
import { cleanCell, readCell } from '../cell-text.ts'
import { readClaimStrength } from '../evidence-words.ts'
import type { FigureChange } from '../figures.ts'
import type { TemplateEntry } from './outcome.ts'
import { isEvidencePart } from './template.ts'

export function toChanges(entries: readonly TemplateEntry[]): FigureChange[] {
  const changes = new Map<string, FigureChange>()
  for (const { locator, part, text, revision } of entries) {
    const change = changes.get(locator) ?? { locator, revision }
    changes.set(locator, { ...change, ...changeOf(change, part, text) })
  }
  return [...changes.values()]
}

function changeOf(change: FigureChange, part: TemplateEntry['part'], text: string): Partial<FigureChange> {
  if (part === 'text' || part === 'note') return { [part]: text.replaceAll(/\r\n?/g, '\n') }
  if (isEvidencePart(part)) return { evidence: { ...change.evidence, [part]: storedEvidence(part, text) } }
  const cell = readCell(text)
  if (part === 'missing') return cell.kind === 'missing' ? { missing: cell.reason } : {}
  return { entries: { ...change.entries, [part]: cell.kind === 'entry' ? cell.entered : '' } }
}

/** In one line, as its field has it; how strong a claim is by its key. */
const storedEvidence = (part: TemplateEntry['part'], text: string): string =>
  (part === 'claimStrength' ? readClaimStrength(text) : null) ??
  cleanCell(text).replaceAll(/\s*[\r\n]+\s*/g, ' ')
