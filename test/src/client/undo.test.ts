/** Laws of undo, over the very figures and edits of a page: nothing here is drawn. */
import { applyEdits, mergeEdit, typing, type Edit, type Edits } from '@inclusion/client/returns/entry/edits'
import { heldAt, touchedBy } from '@inclusion/client/returns/entry/held'
import { moveFigures } from '@inclusion/client/returns/entry/move-figures'
import { nameOf } from '@inclusion/client/returns/entry/step-words'
import {
  blankHistory,
  dropped,
  endRun,
  record,
  redone,
  undone,
  type History,
} from '@inclusion/client/returns/entry/undo'
import type { Entry } from '@inclusion/client/returns/entry/use-entry'
import { exampleInput, figure, pair, value } from '@inclusion/shared/standards/examples/worked-example'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const source = {
  checkInput: exampleInput({
    asked: ['OP1', 'OP2', 'OP3', 'OC8'],
    figures: {
      'XYZ-OP1': value(9),
      'XYZ-OP2': pair(30, 40),
      'XYZ-OP1:sex:female': figure({ missing: 'x' }),
    },
    drafts: [{ locator: 'XYZ-OP3', part: 'value', entered: '12a' }],
  }),
  marks: {},
  baselines: [],
}
const places = ['XYZ-OP1', 'XYZ-OP1:sex:female', 'XYZ-OP2', 'XYZ-OP3', 'XYZ-OC8'] as const

/** A page with its history, as the hooks keep it. */
class Page {
  edits: Edits = {}
  history: History = blankHistory

  get input() {
    return applyEdits(source, this.edits)
  }
  get entry(): Entry {
    const saver = {
      state: () => ({ edits: this.edits }),
      change: (locator: string, edit: Edit) => this.put(locator, edit),
      flush: () => {},
    }
    return { input: this.input, saver } as unknown as Entry
  }
  put(locator: string, edit: Edit): void {
    this.edits = { ...this.edits, [locator]: mergeEdit(this.edits[locator], edit) }
  }
  /** Several figures as one step; the keys of one run are one step too. */
  change(changes: readonly (readonly [string, Edit])[], run: string | null = null): void {
    const typed = { input: this.input, edits: this.edits }
    const touched = changes.flatMap(([locator, edit]) => touchedBy(typed, locator, edit) ?? [])
    for (const [locator, edit] of changes) this.put(locator, edit)
    if (touched.length > 0)
      this.history = record(this.history, { words: '', touched, provenance: 'typed', run })
  }
  type(locator: string, part: string, text: string): void {
    const { missing } = this.input.figures[locator] ?? { missing: null }
    this.change([[locator, typing({ entries: { [part]: text } }, missing)]], `${locator} ${part}`)
  }
  turn(way: 'undo' | 'redo'): number | null {
    const turned = way === 'undo' ? undone(this.history) : redone(this.history)
    if (!turned) return null
    this.history = turned.history
    return moveFigures(
      { entry: this.entry, isOpen: () => true },
      turned.step,
      way === 'undo' ? 'before' : 'after',
    )
  }
  held() {
    const { input, edits } = this
    return Object.fromEntries(places.map((locator) => [locator, heldAt({ input, edits }, locator)]))
  }
}

const texts = fc.constantFrom('', '7', '1,234', '12a', '0', '9')
const partOf = (locator: string) => (/OP2|OC8/.test(locator) ? 'numerator' : 'value')
const typedEdit = fc.record({ locator: fc.constantFrom(...places), text: texts })
const act = fc.oneof(
  typedEdit.map((typed) => ({ kind: 'type' as const, ...typed })),
  fc.constant({ kind: 'leave' as const }),
  fc
    .record({
      locator: fc.constantFrom(...places),
      missing: fc.constantFrom('z' as const, 'x' as const, null),
    })
    .map((chosen) => ({ kind: 'choose' as const, ...chosen })),
  fc
    .uniqueArray(typedEdit, { minLength: 1, maxLength: 5, selector: ({ locator }) => locator })
    .map((cells) => ({ kind: 'paste' as const, cells })),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

function perform(page: Page, each: Act): void {
  if (each.kind === 'type') page.type(each.locator, partOf(each.locator), each.text)
  if (each.kind === 'leave') page.history = endRun(page.history)
  if (each.kind === 'choose') page.change([[each.locator, { missing: each.missing }]])
  if (each.kind === 'paste') {
    const { figures } = page.input
    page.change(
      each.cells.map(({ locator, text }) => [
        locator,
        typing({ entries: { [partOf(locator)]: text } }, figures[locator]?.missing ?? null),
      ]),
    )
  }
}

describe('Undo', () => {
  it('after any sequence gives back what was there, and redo what was made of it, step by step', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const page = new Page()
        for (const each of acts) perform(page, each)
        const steps = page.history.past.length
        const states = [page.held()]
        for (let count = 0; count < steps; count += 1) {
          expect(page.turn('undo')).toBe(0)
          states.push(page.held())
        }
        expect(page.held()).toEqual(new Page().held())
        expect(page.turn('undo')).toBeNull()
        for (const state of states.toReversed()) {
          expect(page.held()).toEqual(state)
          page.turn('redo')
        }
        expect(page.turn('redo')).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it('of the keys of one field is one step, until the field is left', () => {
    const page = new Page()
    for (const text of ['1', '12', '120']) page.type('XYZ-OP1', 'value', text)
    page.history = endRun(page.history)
    page.type('XYZ-OP1', 'value', '1200')
    page.turn('undo')
    expect(page.held()['XYZ-OP1']).toMatchObject({ value: '120' })
    page.turn('undo')
    expect(page.held()['XYZ-OP1']).toMatchObject({ value: '9' })
  })

  it('has no step for what was typed and taken back by hand', () => {
    const page = new Page()
    for (const text of ['91', '9']) page.type('XYZ-OP1', 'value', text)
    expect(page.history.past).toEqual([])
  })

  it('forgets what was undone once something else is typed', () => {
    const page = new Page()
    page.type('XYZ-OP1', 'value', '10')
    page.turn('undo')
    page.type('XYZ-OP3', 'value', '5')
    expect(page.turn('redo')).toBeNull()
  })

  it('leaves a figure that somebody else has changed since, and takes back the others', () => {
    const page = new Page()
    page.change([
      ['XYZ-OP1', { entries: { value: '10' } }],
      ['XYZ-OP3', { entries: { value: '5' } }],
    ])
    page.put('XYZ-OP1', { entries: { value: '11' } })
    expect(page.turn('undo')).toBe(1)
    expect(page.held()['XYZ-OP1']).toMatchObject({ value: '11' })
    expect(page.held()['XYZ-OP3']).toMatchObject({ value: '12a' })
  })

  it('drops a step of which nothing stands any more: it is neither to undo nor to redo', () => {
    const page = new Page()
    page.type('XYZ-OP3', 'value', '5')
    page.type('XYZ-OP1', 'value', '10')
    page.put('XYZ-OP1', { entries: { value: '11' } })
    const before = page.history
    expect(page.turn('undo')).toBe(1)
    page.history = dropped(before, page.history)
    expect(page.turn('redo')).toBeNull()
    expect(page.turn('undo')).toBe(0)
    expect(page.held()['XYZ-OP1']).toMatchObject({ value: '11' })
  })

  it('moves only the part that was typed: the other half may be a colleague’s', () => {
    const page = new Page()
    page.type('XYZ-OP2', 'numerator', '31')
    page.put('XYZ-OP2', { entries: { denominator: '50' } })
    expect(page.turn('undo')).toBe(0)
    expect(page.held()['XYZ-OP2']).toMatchObject({ numerator: '30', denominator: '50' })
  })

  it('knows a number however it is written by then', () => {
    const page = new Page()
    page.type('XYZ-OP1', 'value', '1,200')
    page.edits = { 'XYZ-OP1': { entries: { value: '1200' } } }
    expect(page.turn('undo')).toBe(0)
    expect(page.held()['XYZ-OP1']).toMatchObject({ value: '9' })
  })

  it('has nothing to do with notes, texts and counts of a register', () => {
    const typed = { input: source.checkInput, edits: {} }
    expect(touchedBy(typed, 'XYZ-OP1', { note: 'Two were away' })).toBeNull()
    expect(touchedBy(typed, 'XYZ-OP1', { text: 'Words' })).toBeNull()
  })
})

describe('A step says what it moved', () => {
  it.each([
    ['XYZ-OP1', 'value', 'Young people who started'],
    ['XYZ-OP1:sex:female', 'value', 'Young people who started, Sex: Female'],
    ['XYZ-OP2', 'denominator', 'Sessions offered'],
    ['XYZ-OP1', 'missing', 'the reason for Young people who started'],
    ['attendance@100001:whole:2025-26', 'possible', 'Sessions possible'],
  ])('%s %s: %s', (locator, part, words) => {
    expect(nameOf(source.checkInput, locator, part)).toBe(words)
  })
})
