/** Which class of change a difference demands: worked examples, and the laws that keep a series honest. */
import { mentoringDefinitions } from '@inclusion/db/reference/framework/mentoring'
import { trainingDefinitions } from '@inclusion/db/reference/framework/training'
import type { DraftDefinition } from '@inclusion/shared/framework/amendment'
import { beyond, classDemanded, differencesBetween } from '@inclusion/shared/framework/change-class'
import { changeClasses, type ChangeClass } from '@inclusion/shared/framework/indicators'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const all: DraftDefinition[] = [...mentoringDefinitions, ...trainingDefinitions]
const started = all.find(({ indicator }) => indicator === 'APM-OP2')!
const sessions = all.find(({ indicator }) => indicator === 'APM-OP6')!

/** One change of one field, and the class it demands; each leaves the others' fields alone. */
type Edit = { name: string; demands: ChangeClass; of: (from: DraftDefinition) => DraftDefinition }

const withSheet = (from: DraftDefinition, sheet: Partial<DraftDefinition['referenceSheet']>) => ({
  ...from,
  referenceSheet: { ...from.referenceSheet, ...sheet },
})
const withParts = (from: DraftDefinition, parts: DraftDefinition['parts']) => ({
  ...from,
  parts: { ...from.parts, ...parts },
})
const bySex = (
  from: DraftDefinition,
  edit: (sex: DraftDefinition['disaggregations'][number]) => DraftDefinition['disaggregations'][number],
) => ({
  ...from,
  disaggregations: from.disaggregations.map((breakdown) =>
    breakdown.dimension === 'sex' ? edit(breakdown) : breakdown,
  ),
})
const another = { code: 'another', label: 'Another', aliases: [] }
const region = {
  ...{ dimension: 'region', label: 'Region', choice: 'single' as const, askedFrom: 'light' as const },
  categories: [another, { ...another, code: 'inner', label: 'Inner London' }],
}

const edits: Edit[] = [
  { name: 'the name', demands: 'patch', of: (from) => ({ ...from, label: `${from.label}!` }) },
  { name: 'the hint', demands: 'patch', of: (from) => ({ ...from, hint: 'Said in other words.' }) },
  { name: 'the section', demands: 'patch', of: (from) => ({ ...from, section: 'Elsewhere' }) },
  { name: 'the limits', demands: 'patch', of: (from) => withSheet(from, { limits: 'Few.' }) },
  { name: 'what is counted', demands: 'minor', of: (from) => withSheet(from, { counts: 'Other things.' }) },
  { name: 'the tier', demands: 'minor', of: (from) => ({ ...from, askedFrom: 'enhanced' }) },
  { name: 'when it is asked', demands: 'minor', of: (from) => ({ ...from, askedInOrdinals: [1, 3] }) },
  {
    ...{ name: 'the highest figure', demands: 'minor' },
    of: (from) => ({ ...from, bounds: { ...from.bounds, maximum: 77 } }),
  },
  {
    ...{ name: 'a new breakdown', demands: 'minor' },
    of: (from) => ({ ...from, disaggregations: [...from.disaggregations, region] }),
  },
  {
    ...{ name: 'a new category', demands: 'minor' },
    of: (from) => bySex(from, (sex) => ({ ...sex, categories: [...sex.categories, another] })),
  },
  { name: 'the measure', demands: 'major', of: (from) => ({ ...from, measure: 'hours' }) },
  { name: 'which way is better', demands: 'major', of: (from) => ({ ...from, polarity: 'fewer' }) },
  { name: 'the roll-up over time', demands: 'major', of: (from) => ({ ...from, overTime: 'first' }) },
  { name: 'the roll-up over places', demands: 'major', of: (from) => ({ ...from, overPlace: 'none' }) },
  { name: 'who gives it', demands: 'major', of: (from) => ({ ...from, collectedFrom: 'setting' }) },
  {
    name: 'the denominator',
    demands: 'major',
    of: (from) => withParts(from, { denominator: 'Other things' }),
  },
  { name: 'before and after', demands: 'major', of: (from) => ({ ...from, baseline: 'inside' }) },
]

const rank = (given: ChangeClass | null): number => (given === null ? -1 : changeClasses.indexOf(given))
const demanded = (was: DraftDefinition, is: DraftDefinition) => classDemanded(differencesBetween(was, is))
const apply = (from: DraftDefinition, some: readonly Edit[]): DraftDefinition =>
  some.reduce((given, { of }) => of(given), from)
const someEdits = fc.subarray(edits)
const anyDefinition = fc.constantFrom(...all)

describe('a changed definition', () => {
  it.each(edits)('demands $demands for $name', ({ of, demands }) => {
    const from = of(started).parts.denominator === undefined ? started : sessions
    expect(differencesBetween(from, of(from)).map((each) => each.demands)).toEqual([demands])
  })

  it('names the field and says it in words', () => {
    const [difference] = differencesBetween(sessions, withParts(sessions, { numerator: 'Sessions planned' }))
    expect(difference).toEqual({
      ...{ field: 'parts.numerator', label: 'what the first half is called', demands: 'major' },
      ...{ was: sessions.parts.numerator, is: 'Sessions planned' },
    })
  })

  it('of the spelling of a pair’s halves is a patch, of their words a major change', () => {
    const spelled = withParts(sessions, { numerator: sessions.parts.numerator!.toUpperCase() })
    expect(demanded(sessions, spelled)).toBe('patch')
  })

  it('finds a category that goes, and one that is called another thing', () => {
    const fewer = bySex(started, (sex) => ({ ...sex, categories: sex.categories.slice(1) }))
    expect(differencesBetween(started, fewer)).toMatchObject([
      { field: 'disaggregations.sex.categories.female', was: 'there', is: 'not there', demands: 'minor' },
    ])
    const renamed = bySex(started, (sex) => ({
      ...sex,
      categories: sex.categories.map((category) => ({ ...category, label: `${category.label} pupils` })),
    }))
    expect(demanded(started, renamed)).toBe('minor')
  })

  it('is refused with every difference that its class is too low for', () => {
    const is = apply(started, [edits[0]!, edits[5]!, edits[10]!])
    const differences = differencesBetween(started, is)
    expect(beyond('patch', differences).map(({ field }) => field)).toEqual(['measure', 'askedFrom'])
    expect(beyond('minor', differences).map(({ field }) => field)).toEqual(['measure'])
    expect(beyond('major', differences)).toEqual([])
  })
})

describe('the laws of classes', () => {
  it('equal definitions demand none, however their parts are ordered', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const copy = JSON.parse(JSON.stringify(definition)) as DraftDefinition
        const turned = { ...copy, disaggregations: copy.disaggregations.toReversed() }
        turned.evidenceAsked = copy.evidenceAsked.toReversed()
        expect(differencesBetween(definition, copy)).toEqual([])
        expect(demanded(definition, turned)).toBeNull()
      }),
    )
  })

  it('more changes never demand less', () => {
    fc.assert(
      fc.property(anyDefinition, someEdits, someEdits, (from, some, others) => {
        const more = edits.filter((edit) => some.includes(edit) || others.includes(edit))
        expect(rank(demanded(from, apply(from, more)))).toBeGreaterThanOrEqual(
          rank(
            demanded(
              from,
              apply(
                from,
                edits.filter((edit) => some.includes(edit)),
              ),
            ),
          ),
        )
      }),
    )
  })

  it('no detour makes a change smaller: the sum of steps demands what the whole does, or more', () => {
    const made = fc.tuple(anyDefinition, someEdits).map(([from, some]) => apply(from, some))
    fc.assert(
      fc.property(made, made, made, (first, second, third) => {
        const steps = Math.max(rank(demanded(first, second)), rank(demanded(second, third)))
        expect(rank(demanded(first, third))).toBeLessThanOrEqual(steps)
      }),
    )
  })

  it('a change demands as much backwards as it does forwards', () => {
    fc.assert(
      fc.property(anyDefinition, someEdits, (from, some) => {
        const to = apply(from, some)
        expect(demanded(from, to)).toBe(demanded(to, from))
      }),
    )
  })
})
