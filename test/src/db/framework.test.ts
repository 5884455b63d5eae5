import { mentoringIdentities } from '@inclusion/db/reference/framework/mentoring-identities'
import { mentoringDefinitions } from '@inclusion/db/reference/framework/mentoring'
import { trainingIdentities } from '@inclusion/db/reference/framework/training-identities'
import { trainingDefinitions } from '@inclusion/db/reference/framework/training'
import { vocabularies } from '@inclusion/db/reference/framework/vocabularies'
import { Identity } from '@inclusion/shared/framework/identities'
import { IndicatorDefinition, isPair } from '@inclusion/shared/framework/indicators'
import { asksIn } from '@inclusion/shared/framework/tiers'
import { describe, expect, it } from 'vitest'

const definitions = [...mentoringDefinitions, ...trainingDefinitions]
const identities = [...mentoringIdentities, ...trainingIdentities]
const byCode = new Map(definitions.map((definition) => [definition.indicator, definition]))

/** The tables of the reference framework: measure, time, place, from, better, baseline, lowest tier. */
const table = `
APM-OP0 count first sum authority none none light
APM-OP1 number last sum authority none none light
APM-OP2 count sum sum authority more none light
APM-OP3 count sum sum authority more none light
APM-OP4 count sum sum authority fewer none light
APM-OP5 count last sum authority none none light
APM-OP6 proportion ratio ratio authority higher none light
APM-OP7 hours sum sum authority more none standard
APM-OP8 count sum sum authority more none standard
APM-OP9 count distinct sum authority more none light
APM-OP10 count sum sum authority none none standard
APM-OC1 proportion ratio ratio setting higher required light
APM-OC2 proportion ratio ratio setting higher none standard
APM-OC3a proportion last ratio setting lower none standard
APM-OC3b proportion last ratio setting lower none standard
APM-OC4 proportion last ratio setting higher inside light
APM-OC5 proportion last ratio setting higher inside light
APM-OC6 proportion ratio ratio authority higher none standard
APM-OC7 rate rate ratio setting lower required standard
APM-OC8 proportion last ratio derived higher none light
APM-OC9a mean last ratio authority lower inside enhanced
APM-OC9b mean last ratio authority lower inside enhanced
APM-FI1 money sum sum authority none none light
APM-FI2 money last sum authority none none light
APM-TX1 text none none authority none none light
APM-TX2 text none none authority none none standard
CPD-OP1 count sum sum authority more none light
CPD-OP2 hours sum sum authority more none light
CPD-OP3 count sum sum authority more none light
CPD-OP4 count distinct sum authority more none light
CPD-OP5 proportion distinct ratio authority higher none light
CPD-OP6 proportion ratio ratio authority higher none standard
CPD-OC1 proportion ratio ratio authority higher none light
CPD-OC1R proportion ratio ratio authority higher none light
CPD-OC2 proportion ratio ratio authority higher inside light
CPD-OC2a mean ratio ratio authority higher inside standard
CPD-OC2b mean ratio ratio authority higher inside standard
CPD-OC3 proportion ratio ratio authority higher none light
CPD-OC4 proportion last ratio authority higher none standard
CPD-OC5 proportion ratio ratio authority higher inside light
CPD-OC6 rate rate ratio authority lower required standard
CPD-FI1 money sum sum authority none none light
CPD-FI2 money last sum authority none none light
CPD-TX1 text none none authority none none light`

const breakdowns: Record<string, string> = {
  'APM-OP2': 'sex:single ethnicity:single age-band:single sen-provision:single fsm:single theme:multiple',
  'APM-OP3': 'sex:single ethnicity:single',
  'APM-OP4': 'reason:single',
  'APM-OP6': 'mode:single',
  'APM-OP7': 'theme:single',
  'APM-FI1': 'kind:single',
  'CPD-OP1': 'area-of-need:single format:single',
  'CPD-OP2': 'area-of-need:single',
  'CPD-OP3': 'role:single',
  'CPD-OP4': 'role:single',
  'CPD-OP5': 'phase:single',
  'CPD-OC3': 'area-of-need:multiple',
}

describe('the definitions', () => {
  it.each(definitions)('$indicator is a definition, unchanged by parsing', (definition) => {
    expect(IndicatorDefinition.parse(definition)).toEqual(definition)
  })

  it('are those of the reference framework', () => {
    const rows = definitions.map((one) =>
      [
        one.indicator,
        one.measure,
        one.overTime,
        one.overPlace,
        one.collectedFrom,
        one.polarity,
        one.baseline,
        one.askedFrom,
      ].join(' '),
    )
    expect(rows.toSorted()).toEqual(table.trim().split('\n').toSorted())
  })

  it('are broken down as the reference framework says', () => {
    const broken = definitions
      .filter(({ disaggregations }) => disaggregations.length > 0)
      .map((one) => [
        one.indicator,
        one.disaggregations.map(({ dimension, choice }) => `${dimension}:${choice}`).join(' '),
      ])
    expect(Object.fromEntries(broken)).toEqual(breakdowns)
  })

  it.each(definitions)(
    '$indicator has words for each part that is typed, and a whole reference sheet',
    (one) => {
      const typed = isPair(one.measure)
        ? ['numerator', 'denominator']
        : one.measure === 'text'
          ? []
          : ['value']
      const named = one.people === 'beside' ? [...typed, 'people'] : typed
      expect(Object.keys(one.parts).toSorted()).toEqual(named.toSorted())
      for (const text of [one.label, one.hint, ...Object.values(one.referenceSheet)])
        expect(text.length).toBeGreaterThan(8)
      for (const text of [one.hint, ...Object.values(one.referenceSheet)]) expect(text).toMatch(/[."]$/)
    },
  )

  it('ask the source of every outcome that somebody enters', () => {
    const entered = definitions.filter((one) => one.kind === 'outcome' && one.collectedFrom !== 'derived')
    expect(entered.filter(({ evidenceAsked }) => !evidenceAsked.includes('source'))).toEqual([])
    expect(byCode.get('CPD-OC3')?.evidenceAsked).toContain('followUpWeeks')
  })

  it.each(['instrument', 'informant', 'window'] as const)(
    'ask the %s where before and after are compared',
    (field) => {
      const wrong = definitions.filter(
        (one) => one.evidenceAsked.includes(field) !== (one.baseline === 'inside'),
      )
      expect(wrong).toEqual([])
    },
  )

  it('count people once in a window that is named', () => {
    const windowed = definitions.filter(({ distinctWindow }) => distinctWindow !== null)
    expect(windowed).toEqual(
      definitions.filter(({ overTime }) => overTime === 'distinct' || overTime === 'rate'),
    )
    expect(byCode.get('APM-OP9')?.distinctWindow).toBe('financial-year')
    expect(byCode.get('CPD-OP4')?.distinctWindow).toBe('grant')
  })

  it('derive only from indicators that exist', () => {
    const sources = definitions.flatMap(({ derivation }) => {
      if (derivation?.kind === 'carried') return [derivation.from]
      return derivation?.kind === 'settings-above-baseline' ? [derivation.of] : []
    })
    expect(sources).toEqual(['APM-OP5', 'APM-OC1'])
  })
})

describe('the vocabularies', () => {
  it.each(Object.values(vocabularies))(
    '$dimension reads no spelling two ways and has no total',
    ({ categories }) => {
      const spellings = categories.flatMap(({ code, label, aliases }) => [
        ...new Set([code, label, ...aliases].map((text) => text.toLowerCase())),
      ])
      expect(new Set(spellings).size).toBe(spellings.length)
      expect(spellings).not.toContain('total')
    },
  )

  it('have names of their own', () => {
    const dimensions = Object.values(vocabularies).map(({ dimension }) => dimension)
    expect(new Set(dimensions).size).toBe(dimensions.length)
  })
})

describe('the identities', () => {
  it('have ids of their own', () => {
    expect(new Set(identities.map(({ id }) => id)).size).toBe(identities.length)
  })

  it.each(identities)(
    '$id is an identity between parts of indicators that exist and are asked together',
    (identity) => {
      expect(Identity.parse(identity)).toEqual(identity)
      expect(identity.id.startsWith(`${identity.programme}-`)).toBe(true)
      for (const { indicator, part, over } of [...identity.left, ...identity.right]) {
        const definition = byCode.get(indicator)
        if (!definition) throw new Error(`${identity.id} names ${indicator}`)
        expect(indicator.startsWith(`${identity.programme}-`)).toBe(true)
        expect(Object.keys(definition.parts)).toContain(part)
        expect(over).toBe(definition.collectedFrom === 'setting' ? 'settings' : 'authority')
        expect(asksIn(definition.askedFrom, identity.askedFrom)).toBe(true)
      }
      expect(identity.kind === 'range').toBe(identity.low !== null && identity.high !== null)
      for (const text of [identity.statement, identity.fix]) expect(text).toMatch(/\.$/)
    },
  )
})
