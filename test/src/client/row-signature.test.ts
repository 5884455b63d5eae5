/** Rows that are not drawn again must have nothing new to show: every part of what they show is in their signature. */
import { signaturesOf } from '@inclusion/client/returns/grid/row-signature'
import type { Grid } from '@inclusion/client/returns/grid/grid-context'
import { exampleInput, figure, value } from '@inclusion/shared/standards/examples/worked-example'
import type { Finding } from '@inclusion/shared/standards/finding'
import { expect, test } from 'vitest'

const input = exampleInput({
  asked: ['OP1', 'OP5'],
  figures: { 'XYZ-OP1': value(12), 'XYZ-OP1:sex:female': value(6), 'XYZ-OP5': value(3) },
})

type Changes = { grid?: Partial<Grid>; entry?: object; state?: object }

function gridOf({ grid = {}, entry = {}, state = {} }: Changes = {}): Grid {
  const quiet = { edits: {}, conflicts: {}, refusals: {}, ...state }
  const base = { input, findings: [], state: quiet, ...entry }
  return {
    ...{ urn: null, isOpen: () => true, unfolded: new Set<string>() },
    ...grid,
    entry: base,
  } as unknown as Grid
}

const finding = {
  check: '4.9',
  locator: 'XYZ-OP1',
  inputs: [{ locator: 'XYZ-OP5', part: 'value' }],
} as Finding

const own: Record<string, Changes> = {
  'a figure': { entry: { input: { ...input, figures: { ...input.figures, 'XYZ-OP1': value(13) } } } },
  'a note': {
    entry: { input: { ...input, figures: { ...input.figures, 'XYZ-OP1': figure({ note: 'n' }) } } },
  },
  'a category': {
    entry: { input: { ...input, figures: { ...input.figures, 'XYZ-OP1:sex:male': value(1) } } },
  },
  'what could not be read': {
    entry: { input: { ...input, drafts: [{ locator: 'XYZ-OP1', part: 'value', entered: '12a' }] } },
  },
  'what is being typed': { state: { edits: { 'XYZ-OP1': { entries: { value: '1' } } } } },
  'a conflict': { state: { conflicts: { 'XYZ-OP1': { by: 'ada' } } } },
  'a refusal': { state: { refusals: { 'XYZ-OP1:sex:female': 'no' } } },
  'a breakdown folded open': { grid: { unfolded: new Set(['XYZ-OP1:sex']) } },
  'a category that is closed': { grid: { isOpen: (locator) => locator !== 'XYZ-OP1:sex:female' } },
}

test.each(Object.entries(own))('%s of its own changes the signature, and of no other', (_, changes) => {
  const before = signaturesOf(gridOf(), input.asked)
  const after = signaturesOf(gridOf(changes), input.asked)
  expect(after.get('XYZ-OP1')).not.toBe(before.get('XYZ-OP1'))
  expect(after.get('XYZ-OP5')).toBe(before.get('XYZ-OP5'))
})

test('a finding changes the rows it stands at and the rows it saw', () => {
  const before = signaturesOf(gridOf(), input.asked)
  const after = signaturesOf(gridOf({ entry: { findings: [finding] } }), input.asked)
  for (const code of ['XYZ-OP1', 'XYZ-OP5']) expect(after.get(code)).not.toBe(before.get(code))
})
