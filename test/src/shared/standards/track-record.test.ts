import { durationWords, medianWords, recordWords, unfired } from '@inclusion/shared/standards/track-record'
import { expect, test } from 'vitest'

const record = (parts: object) => ({ ...unfired('4.1'), ...parts })

test('a record in words', () => {
  expect(recordWords(unfired('4.1'))).toBe('It has not fired on any return yet.')
  expect(recordWords(record({ fired: 14, returns: 9, fixed: 11, explained: 3, medianHours: 2 }))).toBe(
    'Fired 14 times on 9 returns: 11 fixed, 3 explained. Fixed after 2 hours (median).',
  )
  expect(recordWords(record({ fired: 1, returns: 1, open: 1 }))).toBe('Fired once on 1 return: 1 still open.')
})

test('a median of few is not told', () => {
  expect(recordWords(record({ fired: 2, returns: 1, fixed: 2, medianHours: 2 }))).toBe(
    'Fired twice on 1 return: 2 fixed. Too few were fixed to say how soon.',
  )
  expect(medianWords(unfired('4.1'))).toBe('–')
  expect([0, 4, 5].map((fixed) => medianWords(record({ fired: 6, fixed, medianHours: 2 })))).toEqual([
    'None fixed yet',
    'Too few to say',
    '2 hours',
  ])
})

test.each([
  [0, 'under a minute'],
  [1 / 60, '1 minute'],
  [0.5, '30 minutes'],
  [0.99, '59 minutes'],
  [0.999, '1 hour'],
  [26, '26 hours'],
  [47.6, '2 days'],
  [215, '9 days'],
])('%f hours is %s', (hours, words) => expect(durationWords(hours)).toBe(words))
