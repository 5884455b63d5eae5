/** How a figure came to be what it is, in a sentence. */
import {
  becameWords,
  changeWords,
  fileWords,
  saidWords,
  sourceWords,
} from '@inclusion/client/provenance/source-words'
import type { FigureChanged, FigureSource } from '@inclusion/server/provenance/figure-provenance'
import { describe, expect, it } from 'vitest'

const source = (given: Partial<FigureSource>): FigureSource => ({
  kind: 'typed',
  by: 'Ruth Okafor',
  at: '2026-01-20T10:05:00.000Z',
  onBehalf: false,
  file: null,
  report: null,
  madeOf: [],
  baselines: [],
  ...given,
})
const nobody = { by: null, at: null }

describe('Where a figure comes from', () => {
  it.each([
    [source({}), 'Typed by Ruth Okafor, 20 January 2026, 10:05am.'],
    [
      source({ kind: 'pasted', onBehalf: true }),
      'Pasted from a spreadsheet by Ruth Okafor in the place of the setting, 20 January 2026, 10:05am.',
    ],
    [source({ kind: 'worked-out', ...nobody }), 'Worked out by the service.'],
    [source({ kind: 'settings', ...nobody }), 'The figures of the settings together.'],
    [
      source({ kind: 'settings' }),
      'The figures of the settings together, with what was given by Ruth Okafor for those in none of them, 20 January 2026, 10:05am.',
    ],
    [null, 'Nobody has given it yet.'],
  ])('is said in a sentence', (given, words) => {
    expect(sourceWords(given)).toBe(words)
  })

  it('names the file, and where in it each part stood', () => {
    const places = [
      { part: 'numerator', at: 'Sessions and hours!C2' },
      { part: 'denominator', at: 'Sessions and hours!D2' },
    ]
    expect(fileWords({ name: 'Camden.xlsx', format: 'xlsx', places })).toBe(
      'Camden.xlsx: the first number at Sessions and hours!C2, the second number at Sessions and hours!D2',
    )
  })

  it('says of an entry that cannot be read that it is one, and of an older one that it was', () => {
    const drafts = [{ part: 'value', entered: '12a' }]
    expect(saidWords(null, drafts)).toBe('“12a”: cannot be read as a figure')
    expect(saidWords('4', drafts)).toBe('4; “12a”: cannot be read as a figure')
    expect([saidWords(null, []), saidWords('4', [])]).toEqual(['Blank', '4'])
    const numbers = { numbers: {}, missing: null, counted: false }
    const change = (revision: number, unreadable: boolean): FigureChanged => ({
      ...{ position: revision, at: '', by: null, revision, before: null, provenance: 'typed' as const },
      ...{ after: { ...numbers, unreadable }, onBehalf: false, shown: null, file: null },
    })
    const changes = [change(3, true), change(2, true), change(1, false)]
    const told = changes.map((each) => becameWords({ measure: 'count', changes, drafts }, each))
    expect(told).toEqual(['“12a”: cannot be read as a figure', 'An entry that cannot be read', 'Blank'])
  })

  it('says of a change how it came in; of one from before that was kept only that it was saved', () => {
    expect(changeWords('carried', { counted: false, onBehalf: false })).toBe('Carried')
    expect(changeWords('prefill', { counted: false, onBehalf: false })).toBe('Copied')
    expect(changeWords('typed', { counted: true, onBehalf: true })).toBe(
      'Counted, in the place of the setting',
    )
    expect(changeWords(null, { counted: false, onBehalf: false })).toBe('Saved')
  })
})
