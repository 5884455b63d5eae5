/** Sends a borough's own figures of a return, and asks what others did to it. */
import { api, call } from '../../api.ts'
import type { Sender } from './savers.ts'

export const sendFigures =
  (returnId: string): Sender =>
  (changes, provenance, options) => {
    const given = { param: { returnId }, query: {}, json: { changes, provenance } }
    return call(api.returns[':returnId'].figures.$put(given, options))
  }

export const askReturn = (returnId: string) => (since: number) =>
  call(api.returns[':returnId'].position.$get({ param: { returnId }, query: { since: String(since) } }))
