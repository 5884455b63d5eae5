/** What the worker does: keeps the sheets and the register made of them, and answers what the page shows. */
import { countAnswers } from './count-answers.ts'
import { decodeFile } from './decode/decode-file.ts'
import { UnreadableFile } from './decode/unreadable-file.ts'
import { findPupils } from './find-pupils.ts'
import type { Correction } from './layout.ts'
import type { Answers, Counted, Found, Progress, Reading } from './protocol.ts'
import { readRegister } from './read/read-register.ts'
import { readingOf, type KnownSheet } from './reading-of.ts'
import { recognise } from './recognise/recognise.ts'
import type { Register } from './register.ts'

/** Of the time from a file to its register, about how much goes into opening it. */
const openingShare = 0.6

export class Reader {
  #tell: (progress: Progress) => void
  #sheets: KnownSheet[] = []
  #unread: { file: string; why: string }[] = []
  #register: Register | null = null

  constructor(tell: (progress: Progress) => void) {
    this.#tell = tell
  }

  /** Adds files to what is read; a file of the same name as one before takes its place. */
  async read(files: readonly File[]): Promise<Reading> {
    for (const [index, file] of files.entries()) {
      this.#forget(file.name)
      const progress = (part: number) =>
        this.#tell({
          doing: files.length === 1 ? `Reading ${file.name}` : `Reading file ${index + 1} of ${files.length}`,
          done: ((index + part) / files.length) * openingShare,
        })
      progress(0)
      await this.#open(file, progress)
    }
    return this.#understand()
  }

  correct(sheet: number, correction: Correction): Reading {
    const known = this.#sheets[sheet]!
    this.#sheets[sheet] = { ...known, correction, recognised: recognise(known.sheet, correction) }
    return this.#understand()
  }

  remove(file: string): Reading {
    this.#forget(file)
    return this.#understand()
  }

  count(answers: Answers): Counted | null {
    return this.#register && countAnswers(this.#register, answers)
  }

  find(words: string): Found {
    return this.#register ? findPupils(this.#register, words) : { pupils: [], total: 0 }
  }

  async #open(file: File, progress: (part: number) => void): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const sheets = await decodeFile({ name: file.name, bytes }, progress)
      this.#sheets.push(...sheets.map((sheet) => ({ sheet, correction: {}, recognised: recognise(sheet) })))
    } catch (error) {
      const why =
        error instanceof UnreadableFile
          ? error.message
          : `${file.name} could not be read. Save it as XLSX or CSV, and drop it again.`
      this.#unread.push({ file: file.name, why })
    }
  }

  #forget(file: string): void {
    this.#sheets = this.#sheets.filter(({ sheet }) => sheet.file !== file)
    this.#unread = this.#unread.filter((unread) => unread.file !== file)
  }

  #understand(): Reading {
    const readable = this.#sheets.flatMap(({ sheet, recognised }) =>
      recognised.isRegister ? [{ sheet, layout: recognised.layout }] : [],
    )
    const progress = (part: number) =>
      this.#tell({ doing: 'Putting the marks together', done: openingShare + part * (1 - openingShare) })
    this.#register = readable.length === 0 ? null : readRegister(readable, progress)
    return readingOf(this.#sheets, this.#unread, this.#register)
  }
}
