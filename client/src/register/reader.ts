/** What the worker does: keeps the sheets and the register made of them, and answers what the page shows. */
import { countAnswers } from './count-answers.ts'
import { decodeFile } from './decode/decode-file.ts'
import { UnreadableFile } from './decode/unreadable-file.ts'
import { findPupils } from './find-pupils.ts'
import type { Correction, Recognised } from './layout.ts'
import type { Answers, Counted, Found, Progress, Reading } from './protocol.ts'
import { readRegister } from './read/read-register.ts'
import { readingOf, type KnownSheet } from './reading-of.ts'
import { recognise } from './recognise/recognise.ts'
import type { Register } from './register.ts'
import { freeName, printOf } from './same-bytes.ts'

/** Of the time from a file to its register, about how much goes into opening it. */
const openingShare = 0.6

export class Reader {
  #tell: (progress: Progress) => void
  #sheets: KnownSheet[] = []
  #unread: { file: string; why: string }[] = []
  /** By their names here; the print is '' of one that could not be opened. */
  #files = new Map<string, { given: string; print: string; drop: number }>()
  #drop = 0
  #register: Register | null = null

  constructor(tell: (progress: Progress) => void) {
    this.#tell = tell
  }

  /**
   * Adds files to what is read. The same file again takes its own place, and a file takes the place of one of
   * its name that could not be opened before; any other of the same name stands beside it.
   */
  async read(files: readonly File[]): Promise<Reading> {
    this.#drop += 1
    for (const [index, file] of files.entries()) {
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
    this.#sheets[sheet] = { ...known, correction, recognised: recognised(known, correction) }
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
    const bytes = await bytesOf(file)
    const name = this.#place(file.name, bytes ? printOf(bytes) : '')
    try {
      if (!bytes) throw new UnreadableFile(`${name} could not be opened. Look whether it is still there.`)
      const sheets = await decodeFile({ name, bytes }, progress)
      this.#sheets.push(...sheets.map((sheet) => ({ sheet, correction: {}, recognised: recognise(sheet) })))
    } catch (error) {
      const why =
        error instanceof UnreadableFile
          ? error.message
          : `${name} could not be read. Save it as XLSX or CSV, and drop it again.`
      this.#unread.push({ file: name, why })
    }
  }

  /** Makes room for a file, and answers the name it has here. */
  #place(name: string, print: string): string {
    const isUnread = (known: string): boolean => this.#unread.some(({ file }) => file === known)
    for (const [known, other] of this.#files) {
      const isNamed = known === name || other.given === name
      const isSame = print !== '' && other.print === print
      const isMended = other.drop !== this.#drop && isUnread(known)
      if (isNamed && (isSame || isMended)) this.#forget(known)
    }
    const free = freeName(name, new Set(this.#files.keys()))
    this.#files.set(free, { given: name, print, drop: this.#drop })
    return free
  }

  #forget(file: string): void {
    this.#files.delete(file)
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

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

function recognised(known: KnownSheet, correction: Correction): Recognised {
  if (!correction.isNoRegister) return recognise(known.sheet, correction)
  return { isRegister: false, why: 'You said that it is no register.', layout: known.recognised.layout }
}
