/** What the counts wait for, in words. */
import type { Counted, Reading } from '@inclusion/client/register/protocol'
import { countAnswers } from '@inclusion/client/register/count-answers'
import type { Answering } from '@inclusion/client/register/use-answers'
import { waitsFor } from '@inclusion/client/register/waits-for'
import { expect, test } from 'vitest'
import { marksOf, registerOf, request, type Mark } from './build-register.ts'

const { period, meanings, duplicates } = request
const asked = { kind: null, mayBeOwn: false, window: request.baseline.window }
const answers = { period, meanings, duplicates, pasted: '', baseline: asked }
const counted = (given: readonly Mark[]): Counted => countAnswers(registerOf(given), answers)
const typed = { day: '1', month: '7', year: '2025' }
const answering: Answering = {
  given: { ...answers, wantsBaseline: false, windows: null, from: typed, to: typed },
  ...{ give: () => {}, forget: () => {}, answers, windowFault: null },
}
const reading: Reading = { sheets: [], unread: [], register: null }

const waits = (given: readonly Mark[], read: Reading = reading) =>
  waitsFor(read, answering, counted(given)).map(({ message }) => message)

test('of thousands of kinds of marks a few are named, and how many others', () => {
  const words = Array.from({ length: 3_000 }, (_, at) => `WORD${String(at).padStart(4, '0')}`)
  const apart = words.map((mark, pupil): Mark => ({ pupil, day: '2025-10-06', session: 0, mark }))
  expect(waits(apart)[0]).toBe(
    'Say what WORD0000, WORD0001, WORD0002, WORD0003, WORD0004 and 2,995 others mean',
  )
})

test('few kinds are all named', () => {
  expect(waits(marksOf(0, '2025-10-06', ['?', '/']))).toEqual(['Say what ? means'])
})

test('a file that could not be opened is waited for', () => {
  const read = { ...reading, unread: [{ file: 'a.xlsx', why: 'a.xlsx is damaged.' }] }
  expect(waits(marksOf(0, '2025-10-06', ['/']), read)).toEqual(['a.xlsx is damaged. Or take it out.'])
})
