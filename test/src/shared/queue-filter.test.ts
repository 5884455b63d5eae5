/** What a page says a filter of the queue can be is what the service takes. */
import { queueFilterRules } from '@inclusion/shared/queue-filter-rules'
import { QueueFilter } from '@inclusion/shared/review-queue'
import { expect, test } from 'vitest'

const texts = [
  ...['APM', 'TOO-LONG', 'all', 'FY2025-26-Q3', 'FY2025-27-Q3', 'AY2025-26-autumn', 'spring', 'true', 'no'],
  ...[
    'E09000007',
    'E090000071',
    'thought',
    'clean',
    'oldest',
    'size',
    'loudest',
    '1',
    '50',
    '99999',
    '100000',
  ],
  ...['x'.repeat(60), 'x'.repeat(61)],
]

test.each(Object.entries(queueFilterRules))('%s', (name, isKnown) => {
  const taken = texts.filter((text) => QueueFilter.safeParse({ [name]: text }).success)
  expect(texts.filter((text) => isKnown(text))).toEqual(taken)
  expect(taken.length).toBeGreaterThan(0)
  expect(taken.length).toBeLessThan(texts.length)
})
