/** The editions that an amendment adds, its bridge, its windows, and the returns that it touches. */
import { collectionWindows } from '@inclusion/db/reference/calendar'
import { mentoringDefinitions } from '@inclusion/db/reference/framework/mentoring'
import { trainingDefinitions } from '@inclusion/db/reference/framework/training'
import { newEditions } from '@inclusion/shared/framework/amended'
import { emptyContent, type DraftDefinition } from '@inclusion/shared/framework/amendment'
import { bridgeCodeOf, bridgeOf } from '@inclusion/shared/framework/bridge'
import { definitionFaults } from '@inclusion/shared/framework/faults/definition'
import { IndicatorCode, IndicatorDefinition, isEnded, measures } from '@inclusion/shared/framework/indicators'
import { newDefinition } from '@inclusion/shared/framework/new-definition'
import { newProgramme } from '@inclusion/shared/framework/new-programme'
import { periodAt, periodsWithin, proposeWindow } from '@inclusion/shared/framework/windows'
import { kindsIn } from '@inclusion/shared/privacy/find-identifiers'
import { calendars, nextPeriod, periodOf } from '@inclusion/shared/periods'
import { addDays } from '@inclusion/shared/time'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const all = [...mentoringDefinitions, ...trainingDefinitions]
const next = 'FY2025-26-Q4'
const changedOf = (before: IndicatorDefinition, change: Partial<DraftDefinition>): DraftDefinition => {
  const { edition: _, bridges: __, ...draft } = before
  return { ...draft, effectiveFrom: next, ...change }
}
const ofCode = (code: string) => all.find(({ indicator }) => indicator === code)!

describe('a major change', () => {
  const behaviour = ofCode('APM-OC4')
  const changed = changedOf(behaviour, { changeClass: 'major', overTime: 'ratio' })
  const editions = newEditions({ ...emptyContent, changed: [changed] }, mentoringDefinitions)

  it('asks the new figure and, once, the figure as counted before', () => {
    expect(
      editions.map(({ definition: { indicator, edition, effectiveFrom } }) => [
        indicator,
        edition,
        effectiveFrom,
      ]),
    ).toEqual([
      ['APM-OC4', 2, next],
      ['APM-OC4B2', 1, next],
      ['APM-OC4B2', 2, 'FY2026-27-Q1'],
    ])
    const [, asked, over] = editions
    expect(asked).toMatchObject({
      after: 'APM-OC4',
      definition: { bridges: { indicator: 'APM-OC4', edition: 1 } },
    })
    expect(isEnded(asked!.definition)).toBe(false)
    expect(isEnded(over!.definition)).toBe(true)
  })

  it('keeps how the bridge figure is counted, and counts no money or result of it twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), (before) => {
        const [asked] = bridgeOf(before, { edition: 2, period: next })
        const { measure, overTime, overPlace, collectedFrom, derivation, parts } = asked
        expect({ measure, overTime, overPlace, collectedFrom, derivation, parts }).toEqual({
          ...{ measure: before.measure, overTime: before.overTime, overPlace: before.overPlace },
          ...{ collectedFrom: before.collectedFrom, derivation: before.derivation, parts: before.parts },
        })
        expect(asked).toMatchObject({ kind: 'context', disaggregations: [], evidenceAsked: [] })
        expect(IndicatorDefinition.safeParse(asked).success).toBe(true)
      }),
    )
  })

  it('gives the bridge a code of its own, also of a code with a letter, that reads like nothing personal', () => {
    expect(bridgeCodeOf('APM-OC3a', 2)).toBe('APM-OC3B2a')
    for (const { indicator } of all)
      for (let edition = 2; edition < 40; edition += 1) {
        const code = bridgeCodeOf(indicator, edition)
        expect(kindsIn(`${code} ${code}@100006 ${code}:sex:female`), code).toEqual([])
      }
    for (const { indicator } of all)
      expect(IndicatorCode.safeParse(bridgeCodeOf(indicator, 12)).success).toBe(true)
  })

  it('of words needs no bridge, nor does a minor one', () => {
    const words = changedOf(ofCode('APM-TX1'), { changeClass: 'major' })
    const minor = changedOf(behaviour, { changeClass: 'minor', askedFrom: 'standard' })
    const made = newEditions({ ...emptyContent, changed: [words, minor] }, mentoringDefinitions)
    expect(made).toHaveLength(2)
  })
})

it('an indicator that ends is an edition that is asked in no period', () => {
  const ended = [{ indicator: 'APM-OP8', from: next }]
  const [{ definition } = { definition: null }] = newEditions(
    { ...emptyContent, ended },
    mentoringDefinitions,
  )
  expect(definition).toEqual({
    ...{ ...ofCode('APM-OP8'), edition: 2, effectiveFrom: next, changeClass: 'minor', askedInOrdinals: [] },
  })
})

describe('a definition', () => {
  const within = (code: 'APM' | 'CPD') => ({
    at: 'changed.0',
    programme: { ...newProgramme('2026-01-20', ''), settingsReport: code === 'APM' },
    codes: new Set(all.map(({ indicator }) => indicator)),
  })

  it('of those in force has no fault', () => {
    for (const definition of all) {
      const code = definition.indicator.startsWith('APM') ? 'APM' : 'CPD'
      const faults = definitionFaults(definition, within(code))
      expect(faults, definition.indicator).toEqual([])
    }
  })

  it.each(measures)('that begins as a %s lacks only its names and texts', (measure) => {
    const faults = definitionFaults(newDefinition('MHS-OP1', measure, next), within('CPD'))
    const lacking = faults.map(({ field }) => field.replace('changed.0.', ''))
    expect(lacking.filter((field) => !/^(label|section|parts\.|referenceSheet)/.test(field))).toEqual([])
    expect(lacking).toContain('label')
  })
})

describe('windows', () => {
  it('are proposed as the reference data has them, from one year to the next', () => {
    const own = collectionWindows
      .filter(({ programme }) => programme === 'APM')
      .map(({ periodId, opensOn, dueOn }) => ({ periodId, opensOn, dueOn }))
    for (const window of own.slice(4)) {
      const before = own.slice(0, own.indexOf(window))
      expect(proposeWindow(window.periodId, before)).toEqual(window)
      expect(proposeWindow(window.periodId, [])).toEqual(window)
    }
  })

  it('cover every day of a programme with periods that follow each other', () => {
    const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2022-01-01', days))
    fc.assert(
      fc.property(
        fc.constantFrom(...calendars),
        day,
        fc.integer({ min: 1, max: 900 }),
        (calendar, startsOn, days) => {
          const endsBefore = addDays(startsOn, days)
          const periods = periodsWithin(calendar, { startsOn, endsBefore }).map(periodOf)
          expect(periods[0]!.id).toBe(periodAt(calendar, startsOn))
          expect(periods[0]!.startsOn <= startsOn && startsOn < periods[0]!.endsBefore).toBe(true)
          const end = periods.at(-1)!
          expect(end.startsOn < endsBefore && endsBefore <= end.endsBefore).toBe(true)
          periods.slice(1).forEach(({ id }, at) => expect(id).toBe(nextPeriod(periods[at]!.id)))
        },
      ),
    )
  })
})
