import { expect, test } from 'vitest'
import { swappedDigits } from '@inclusion/shared/standards/digits'

test.each([
  [1_640_600, 1_604_600],
  [123, 132],
  [-123, -132],
  [12.53, 12.35],
  [1.52, 5.12],
])('%d and %d are a swap of neighbours', (left, right) => {
  expect(swappedDigits(left, right)).toBe(true)
  expect(swappedDigits(right, left)).toBe(true)
})

test.each([
  [123, 123],
  [110, 110],
  [123, 321],
  [123, 231],
  [120, 12],
  [102, 12],
  [123, -132],
  [12.5, 125],
  [1234, 2143],
  [0, 0],
  [1e21, 2e21],
  [Number.NaN, 12],
  [Number.POSITIVE_INFINITY, 12],
])('%d and %d are not', (left, right) => expect(swappedDigits(left, right)).toBe(false))

test('both have at least the digits asked', () => {
  expect(swappedDigits(12, 21)).toBe(true)
  expect(swappedDigits(12, 21, 3)).toBe(false)
  expect(swappedDigits(312, 321, 3)).toBe(true)
})
