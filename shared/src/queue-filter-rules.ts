/** What each filter of the review queue can be. Apart from its schema, so that a review does not bring it. Pure. */
import { isPeriodId } from './periods.ts'

export const queueSorts = ['thought', 'oldest', 'score', 'size', 'borough'] as const
export type QueueSort = (typeof queueSorts)[number]

export const queueReviews = ['thought', 'clean'] as const
// Plain numbers, not members of one object: a bundler cannot leave out a schema whose parts it has to read.
export const longestProgramme = 5
export const longestBorough = 9
export const longestHolder = 60
export const mostPages = 99_999

const isTrue = (text: string): boolean => text === 'true'

/** What each filter can be, as it stands in an address: asked by the schema, and by pages, which do without schemas. */
export const queueFilterRules = {
  programme: (text: string) => text.length <= longestProgramme,
  period: (text: string) => text === 'all' || isPeriodId(text),
  borough: (text: string) => text.length <= longestBorough,
  holder: (text: string) => text.length <= longestHolder,
  review: (text: string) => queueReviews.some((review) => review === text),
  mine: isTrue,
  over: isTrue,
  sort: (text: string) => queueSorts.some((sort) => sort === text),
  page: (text: string) => /^[1-9]\d*$/.test(text) && Number(text) <= mostPages,
}
