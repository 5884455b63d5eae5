/** Bytes that somebody sent, to the texts in their cells or one clear sentence. Run in a process of its own. */
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import { openFile, type Opened } from './file-kind.ts'
import { heldIn, type HeldCell } from './held-in.ts'
import { limits } from './limits.ts'
import { refuseTooMuch } from './sheet-of.ts'
import { unreadable, UnreadableFile, sentences } from './unreadable-file.ts'

/** `held`: it identifies somebody, so not a text of it goes any further. */
export type Reading =
  | { kind: 'read'; file: FilledFile }
  | { kind: 'held'; cells: HeldCell[] }
  | { kind: 'refused'; sentence: string }

/** Never throws: whatever is wrong with the bytes becomes a sentence. */
export async function readFile(bytes: Uint8Array): Promise<Reading> {
  try {
    const file = await decode(bytes)
    const cells = heldIn(file)
    return cells.length > 0 ? { kind: 'held', cells } : { kind: 'read', file }
  } catch (error) {
    return { kind: 'refused', sentence: sentenceOf(error) }
  }
}

/** The library's own words may quote the file, and say nothing to a borough officer. */
function sentenceOf(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message
  const isOverLimit = error instanceof Error && /\blimit\b/.test(error.message)
  return isOverLimit ? sentences['too-much'] : sentences.damaged
}

async function decode(bytes: Uint8Array): Promise<FilledFile> {
  if (bytes.length === 0) throw unreadable('empty')
  if (bytes.length > limits.file) throw unreadable('too-large')
  const file = await decoded(bytes, openFile(bytes))
  refuseTooMuch(file)
  if (file.sheets.every(({ rows }) => rows.length === 0)) throw unreadable('empty')
  return file
}

/** What opens one kind of file is loaded when there is one to open: most of what is refused needs none of it. */
async function decoded(bytes: Uint8Array, opened: Opened): Promise<FilledFile> {
  if (opened.kind === 'text') return (await import('./separated-text.ts')).readSeparatedText(bytes)
  if (opened.kind === 'xlsx') return (await import('./workbook.ts')).readWorkbook(bytes, opened.parts)
  return (await import('./open-document.ts')).readOpenDocument(bytes, opened.parts)
}
