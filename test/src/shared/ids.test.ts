import { createIds } from '@inclusion/server/context'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const first = Date.parse('2026-01-20T10:00:00.000Z')

test('ids sort in the order they were made, whatever the clock does', () => {
  const steps = fc.array(fc.constantFrom(0, 0, 0, 1, 50, -1, -3_600_000), { minLength: 2, maxLength: 60 })
  fc.assert(
    fc.property(steps, (given) => {
      let clock = first
      const newId = createIds(() => clock)
      const ids = given.map((step) => {
        clock += step
        return newId()
      })
      expect(ids.toSorted()).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('ten thousand in one millisecond are still in order', () => {
  const newId = createIds(() => first)
  const ids = Array.from({ length: 10_000 }, () => newId())
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(10_000)
})

test('an id is a UUID of version 7 that holds its moment', () => {
  const id = createIds(() => first)()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(first)
})
