import { mentoringDefinitions } from '@inclusion/db/reference/framework/mentoring'
import { trainingDefinitions } from '@inclusion/db/reference/framework/training'
import {
  changesOfOffers,
  copyOffers,
  isOffered,
  repeatableOf,
  repeatablePart,
} from '@inclusion/shared/copy-forward'
import { applyChange } from '@inclusion/shared/figure-changes'
import { emptyFigure, type Figures } from '@inclusion/shared/figures'
import { figure, pair, value } from '@inclusion/shared/standards/examples/worked-example'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figure as anyFigure } from './generators.ts'

const definitions = [...mentoringDefinitions, ...trainingDefinitions]
const may = (part: 'text' | 'value' | 'note') =>
  definitions.filter((definition) => repeatableOf(definition)[part]).map(({ indicator }) => indicator)

describe('what may be copied from the last return', () => {
  it('is the words, of both programmes', () => {
    expect(may('text')).toEqual(['APM-TX1', 'APM-TX2', 'CPD-TX1'])
  })

  it('is one stock: mentors in post. No start, no end, no sum, no rate and no forecast', () => {
    expect(may('value')).toEqual(['APM-OP1'])
  })

  it('is how an outcome was measured, where the borough gives it, and never when or of how many', () => {
    const evidence = definitions.flatMap((definition) => {
      const fields = repeatableOf(definition).evidence
      return fields.length === 0 ? [] : [`${definition.indicator} ${fields.join(' ')}`]
    })
    expect(evidence).toEqual([
      'APM-OC6 source',
      'APM-OC9a source instrument informant',
      'APM-OC9b source instrument informant',
      'CPD-OC4 source',
      'CPD-OC1 source',
      'CPD-OC1R source',
      'CPD-OC2 source instrument informant',
      'CPD-OC2a source instrument informant',
      'CPD-OC2b source instrument informant',
      'CPD-OC3 source',
      'CPD-OC5 source instrument informant',
      'CPD-OC6 source',
    ])
  })

  it('is a note on whatever the borough types, and nothing of what settings give or the service works out', () => {
    const typed = definitions.filter(
      ({ collectedFrom, derivation }) => collectedFrom === 'authority' && derivation === null,
    )
    expect(may('note')).toEqual(typed.map(({ indicator }) => indicator))
    expect(may('note')).not.toContain('APM-OP0')
    expect(may('note')).not.toContain('APM-OC1')
  })

  it('is never a number but that one, whatever the last return holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...definitions), anyFigure, (definition, was) => {
        const kept = repeatablePart(definition, was) ?? emptyFigure
        const numbers = [kept.numerator, kept.denominator, kept.people, kept.missing]
        expect(numbers).toEqual([null, null, null, null])
        expect(kept.value === null || definition.indicator === 'APM-OP1').toBe(true)
        expect([null, was.text]).toContain(kept.text)
      }),
    )
  })
})

const last: Figures = {
  'APM-OP1': figure({ value: 3.5, note: 'Two are at half time.' }),
  'APM-OP2': value(24),
  'APM-OC6': { ...pair(8, 10), evidence: { source: 'Leavers’ interviews', claimStrength: 'reported' } },
  'APM-OC4@100006': figure({ numerator: 4, denominator: 9, note: 'Of a setting' }),
  'APM-TX1': figure({ text: 'Two mentors left.' }),
}
const offered = (figures: Figures, drafts: { locator: string; part: string; entered: string }[] = []) =>
  copyOffers({ asked: mentoringDefinitions, figures, drafts }, last)
const named = (figures: Figures) => offered(figures).map(({ locator, part }) => `${locator} ${part}`)

describe('an offer to copy', () => {
  it('is made of each thing there is, in the order asked', () => {
    expect(named({})).toEqual(['APM-OP1 value', 'APM-OP1 note', 'APM-OC6 evidence', 'APM-TX1 text'])
  })

  it('is not made of what is filled in, or said to be missing, or typed and not readable', () => {
    expect(named({ 'APM-OP1': value(3), 'APM-TX1': figure({ missing: 'z' }) })).toEqual([
      'APM-OP1 note',
      'APM-OC6 evidence',
    ])
    expect(named({ 'APM-OC6': figure({ evidence: { source: 'Our own list' } }) })).not.toContain(
      'APM-OC6 evidence',
    )
    const drafts = [{ locator: 'APM-OP1', part: 'value', entered: 'three' }]
    expect(offered({}, drafts).map(({ part }) => part)).not.toContain('value')
  })

  it('is a change that makes the figure what it was, in what was copied alone', () => {
    const [change, ...others] = changesOfOffers(offered({}), () => 4)
    expect(change).toEqual({
      locator: 'APM-OP1',
      revision: 4,
      entries: { value: '3.5' },
      note: 'Two are at half time.',
    })
    expect(others.map(({ locator }) => locator)).toEqual(['APM-OC6', 'APM-TX1'])
    expect(applyChange({ measure: 'number' }, emptyFigure, change!).figure).toEqual(last['APM-OP1'])
    expect(others[0]!.evidence).toEqual({ source: 'Leavers’ interviews' })
  })

  it('is kept to: anything else is no copy', () => {
    const offers = offered({})
    const is = (change: Parameters<typeof isOffered>[0]) => isOffered(change, offers)
    const revision = 0
    expect(changesOfOffers(offers, () => 0).every(is)).toBe(true)
    expect(is({ locator: 'APM-OP1', revision, entries: { value: '3.5' } })).toBe(true)
    expect(is({ locator: 'APM-OP1', revision, entries: { value: '4' } })).toBe(false)
    expect(is({ locator: 'APM-OP2', revision, entries: { value: '24' } })).toBe(false)
    expect(is({ locator: 'APM-OC6', revision, evidence: { instrument: 'SDQ' } })).toBe(false)
    expect(is({ locator: 'APM-OP1', revision, missing: 'x' })).toBe(false)
  })
})
