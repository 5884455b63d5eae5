/** Sends a borough's own figures of a return, and asks what others did to it. */
import { api, call } from '../../api.ts'
import type { Sender } from './savers.ts'

export const sendFigures =
  (returnId: string): Sender =>
  (changes, options) =>
    call(
      api.returns[':returnId'].figures.$put({ param: { returnId }, query: {}, json: { changes } }, options),
    )

export const askReturn = (returnId: string) => (since: number) =>
  call(api.returns[':returnId'].position.$get({ param: { returnId }, query: { since: String(since) } }))
