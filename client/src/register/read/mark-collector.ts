import type { Marks } from '../register.ts'

/** A register has some forty codes; text in the place of marks is not kept beyond these. */
const mostKinds = 5000

function grown(marks: Marks, size: number): Marks {
  const next = emptyMarks(size)
  next.length = marks.length
  next.pupil.set(marks.pupil)
  next.day.set(marks.day)
  next.session.set(marks.session)
  next.mark.set(marks.mark)
  next.sheet.set(marks.sheet)
  next.row.set(marks.row)
  return next
}

function emptyMarks(size: number): Marks {
  return {
    length: 0,
    pupil: new Uint32Array(size),
    day: new Int32Array(size),
    session: new Uint8Array(size),
    mark: new Uint16Array(size),
    sheet: new Uint16Array(size),
    row: new Uint32Array(size),
  }
}

/** Marks as they are read, in columns that double when they are full. */
export class MarkCollector {
  blanks = 0
  /** Where the next marks are read. */
  sheet = 0
  row = 0
  #marks = emptyMarks(1024)
  readonly #kinds = new Map<string, number>()

  /** Keeps a tidy mark ('' is a session without one). False where there are too many kinds to be marks. */
  put(pupil: number, day: number, session: 0 | 1, mark: string): boolean {
    if (mark === '') {
      this.blanks++
      return true
    }
    const kind = this.#kindOf(mark)
    if (kind === null) return false
    if (this.#marks.length === this.#marks.pupil.length)
      this.#marks = grown(this.#marks, this.#marks.length * 2)
    const marks = this.#marks
    const at = marks.length++
    marks.pupil[at] = pupil
    marks.day[at] = day
    marks.session[at] = session
    marks.mark[at] = kind
    marks.sheet[at] = this.sheet
    marks.row[at] = this.row
    return true
  }

  get vocabulary(): string[] {
    return [...this.#kinds.keys()]
  }

  get marks(): Marks {
    return this.#marks
  }

  #kindOf(mark: string): number | null {
    const known = this.#kinds.get(mark)
    if (known !== undefined) return known
    if (this.#kinds.size >= mostKinds) return null
    this.#kinds.set(mark, this.#kinds.size)
    return this.#kinds.size - 1
  }
}
