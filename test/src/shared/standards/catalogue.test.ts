/** Every kind is described for the editor and the check's page, and its form asks for what its schema takes. */
import { describe, expect, it } from 'vitest'
import { CheckRule } from '@inclusion/shared/standards/check'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { catalogue, parametersOf } from '@inclusion/shared/standards/kinds/catalogue'

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
      switch (parameter.input) {
        case 'number':
        case 'whole-number':
        case 'share':
          if (parameter.from > 0) expect(withParameter(kind, name, parameter.from)).toBe(true)
          expect(withParameter(kind, name, parameter.from - 1)).toBe(false)
          expect(withParameter(kind, name, parameter.to ?? 1_000)).toBe(true)
          if (parameter.to !== null) expect(withParameter(kind, name, parameter.to + 1)).toBe(false)
          if (parameter.input === 'whole-number') expect(withParameter(kind, name, 2.5)).toBe(false)
          break
        case 'choice':
          for (const option of Object.keys(parameter.options))
            expect(withParameter(kind, name, option)).toBe(true)
          break
        case 'choices':
          expect(withParameter(kind, name, Object.keys(parameter.options))).toBe(true)
          expect(withParameter(kind, name, [])).toBe(false)
          break
        case 'phrases':
          expect(withParameter(kind, name, Array(parameter.most).fill('due to'))).toBe(true)
          expect(withParameter(kind, name, Array(parameter.most + 1).fill('due to'))).toBe(false)
          break
        case 'numbers':
          expect(withParameter(kind, name, Array(parameter.most).fill(10))).toBe(true)
          expect(withParameter(kind, name, Array(parameter.most + 1).fill(10))).toBe(false)
          break
        case 'shares':
          expect(
            withParameter(
              kind,
              name,
              Object.fromEntries(Object.keys(parameter.names).map((key) => [key, 0.5])),
            ),
          ).toBe(true)
          break
        case 'yes-no':
          expect([true, false].every((given) => withParameter(kind, name, given))).toBe(true)
          break
        case 'text':
          expect(withParameter(kind, name, 'unknown')).toBe(true)
      }
    }
  })
})
