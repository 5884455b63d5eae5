/** How a figure came to be what it is, in a sentence. */
import { changeWords, fileWords, sourceWords } from '@inclusion/client/provenance/source-words'
import type { FigureSource } from '@inclusion/server/provenance/figure-provenance'
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

  it('says of a change how it came in; of one from before that was kept only that it was saved', () => {
    expect(changeWords('prefill', { counted: false, onBehalf: false })).toBe('Copied')
    expect(changeWords('typed', { counted: true, onBehalf: true })).toBe(
      'Counted, in the place of the setting',
    )
    expect(changeWords(null, { counted: false, onBehalf: false })).toBe('Saved')
  })
})
