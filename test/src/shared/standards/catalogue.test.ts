/** Every kind is described for the editor and the check's page, and its form asks for what its schema takes. */
import { describe, expect, it } from 'vitest'
import { CheckRule } from '@inclusion/shared/standards/check'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { catalogue, parametersOf } from '@inclusion/shared/standards/kinds/catalogue'
import type { Parameter } from '@inclusion/shared/standards/kinds/catalogue/entry'

const entries = Object.entries(catalogue)

/** A starting rule with one of its parameters set to something else. */
const withParameter = (kind: keyof typeof catalogue, name: string, value: unknown) =>
  CheckRule.safeParse({ ...catalogue[kind].starting, [name]: value }).success

describe('the catalogue of kinds', () => {
  it('has every kind of rule, and starts each with a rule that is sound', () => {
    const kinds = CheckRule.options.map((option) => option.shape.kind.value)
    expect(entries.map(([kind]) => kind).toSorted()).toEqual(kinds.toSorted())
    for (const [kind, { starting }] of entries) {
      expect(CheckRule.safeParse(starting).success, kind).toBe(true)
      expect(starting.kind).toBe(kind)
    }
  })

  it('speaks in sentences, and gives every kind its own name', () => {
    expect(new Set(entries.map(([, { name }]) => name)).size).toBe(entries.length)
    for (const [kind, { looksFor }] of entries) expect(looksFor, kind).toMatch(/^[A-Z].*\.$/)
  })

  it('puts the checks of the reference edition under the clause and the stage of their kind', () => {
    for (const { code, clause, stage, rule } of referenceEdition1.checks) {
      expect({ code, clause: catalogue[rule.kind].clause, stage: catalogue[rule.kind].stage }).toEqual({
        code,
        clause,
        stage,
      })
    }
  })

  it.each(entries)('%s: its form takes what its schema takes, and refuses what that refuses', (_, entry) => {
    const { kind } = entry.starting
    for (const [name, parameter] of parametersOf(kind)) {
      const { taken, refused } = typedInto(parameter)
      for (const value of taken)
        expect(withParameter(kind, name, value), `${name} ${String(value)}`).toBe(true)
      for (const value of refused)
        expect(withParameter(kind, name, value), `${name} ${String(value)}`).toBe(false)
    }
  })
})

const full = (length: number, value: unknown) => Array.from({ length }, () => value)

/** What a form lets somebody type, and what lies just beyond. */
function typedInto(parameter: Parameter): { taken: unknown[]; refused: unknown[] } {
  switch (parameter.input) {
    case 'number':
    case 'whole-number':
    case 'share': {
      const { from, to, input } = parameter
      return {
        taken: [...(from > 0 ? [from] : []), to ?? 1_000],
        refused: [from - 1, ...(to === null ? [] : [to + 1]), ...(input === 'whole-number' ? [2.5] : [])],
      }
    }
    case 'choice':
      return { taken: Object.keys(parameter.options), refused: ['of-my-own'] }
    case 'choices':
      return { taken: [Object.keys(parameter.options)], refused: [[], ['of-my-own']] }
    case 'phrases':
      return { taken: [full(parameter.most, 'due to')], refused: [[], full(parameter.most + 1, 'due to')] }
    case 'numbers':
      return { taken: [full(parameter.most, 10)], refused: [[], full(parameter.most + 1, 10)] }
    case 'shares':
      return {
        taken: [Object.fromEntries(Object.keys(parameter.names).map((key) => [key, 0.5]))],
        refused: [{}],
      }
    case 'yes-no':
      return { taken: [true, false], refused: ['yes'] }
    case 'text':
      return { taken: ['unknown'], refused: ['Not a code'] }
  }
}
