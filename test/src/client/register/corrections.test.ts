/** What she says of a column is obeyed over what was understood of others. */
import type { Correction } from '@inclusion/client/register/layout'
import { recognise } from '@inclusion/client/register/recognise/recognise'
import { describe, expect, test } from 'vitest'
import { marksOf, readCorrected } from './read-text.ts'

const marks = (text: string, correction: Correction) => marksOf(readCorrected(text, correction))

const rolesOf = (text: string, correction: Correction) =>
  recognise(
    { file: 'register.csv', name: null, rows: text.split('\n').map((line) => line.split(';')) },
    correction,
  )
    .layout?.columns.map(({ role }) => role)
    .join(' ')

const whyNot = (text: string, correction: Correction) => {
  const found = recognise(
    { file: 'register.csv', name: null, rows: text.split('\n').map((line) => line.split(';')) },
    correction,
  )
  return found.isRegister ? 'it is a register' : found.why
}

describe('a column that is said to be what another was taken for', () => {
  test('the date', () => {
    const text =
      'Name;Date;Session;Mark;Session Date\nBo;20/12/2025;AM;/;13/10/2025\nBo;20/12/2025;PM;I;13/10/2025'
    expect(marks(text, {})[0]).toBe('0 2025-12-20 am /')
    expect(marks(text, { roles: { 4: 'date' } })).toEqual(['0 2025-10-13 am /', '0 2025-10-13 pm I'])
    expect(rolesOf(text, { roles: { 4: 'date' } })).toBe('pupil ignored session mark date')
  })

  test('the date, where the other is a week', () => {
    const text = 'Name;Week beginning;Date;Session;Mark\nBo;13/10/2025;14/10/2025;AM;/'
    expect(marks(text, { roles: { 2: 'date' } })).toEqual(['0 2025-10-14 am /'])
  })

  test('the session', () => {
    const text = 'Name;Date;Session;Mark;Half\nBo;13/10/2025;AM;/;PM\nBo;13/10/2025;AM;I;AM'
    expect(marks(text, { roles: { 4: 'session' } })).toEqual(['0 2025-10-13 pm /', '0 2025-10-13 am I'])
  })

  test('the mark', () => {
    const text = 'Name;Date;Session;Original mark;Final mark\nBo;13/10/2025;AM;N;/\nBo;13/10/2025;PM;N;I'
    expect(marks(text, { roles: { 4: 'mark' } })).toEqual(['0 2025-10-13 am /', '0 2025-10-13 pm I'])
  })

  test('the marks of a morning, and of a day', () => {
    const text = 'Name;Date;AM;PM;Final;Both\nBo;13/10/2025;N;I;/;LU'
    expect(marks(text, { roles: { 4: 'am' } })).toEqual(['0 2025-10-13 am /', '0 2025-10-13 pm I'])
    expect(marks(text, { shape: 'day-a-row', roles: { 5: 'mark' } })).toEqual([
      '0 2025-10-13 am L',
      '0 2025-10-13 pm U',
    ])
  })

  test('the week, and its string', () => {
    const text =
      'Name;Week beginning;Marks;W/C;Corrected\nBo;13/10/2025;/\\/\\/\\/\\/\\;20/10/2025;IIIIIIIIII'
    const said = marks(text, { roles: { 3: 'week', 4: 'marks' } })
    expect(said[0]).toBe('0 2025-10-20 am I')
    expect(said).toHaveLength(10)
    expect(marks(text, { roles: { 4: 'mark' } })[0]).toBe('0 2025-10-13 am I')
  })
})

test.each([
  ['Name;Date;Session;Mark;When\nBo;13/10/2025;AM;/;14/10/2025', { 1: 'date', 4: 'date' }, 'date', 'When'],
  ['Name;Date;AM;PM;Final\nBo;13/10/2025;/;\\;I', { 2: 'am', 4: 'am' }, 'morning mark', 'Final'],
  [
    'Name;Week;Marks;New\nBo;13/10/2025;/\\/\\/\\/\\/\\;IIIIIIIIII',
    { 2: 'marks', 3: 'marks' },
    'marks',
    'New',
  ],
] as const)('two columns said to be one thing are asked about: %s', (text, roles, what, second) => {
  const why = whyNot(text, { roles })
  expect(why).toMatch(
    new RegExp(`^Two columns are said to hold the ${what}: “.*” and “${second}”\\. Choose one`),
  )
})

test('two columns headed as the morning’s mark: the one that holds marks is read', () => {
  const text = 'Name;Date;AM;PM;AM mark\nBo;13/10/2025;09:00;I;/'
  expect(marks(text, {})).toEqual(['0 2025-10-13 am /', '0 2025-10-13 pm I'])
})
