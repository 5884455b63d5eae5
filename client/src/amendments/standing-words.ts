/** Where an amendment stands, in words: who did the last thing, and when. Pure. */
import type { AmendmentLine, Moment } from '@inclusion/server/amendments/view'
import { shortMoment } from '@inclusion/shared/time'

const said = (what: string, { by, at }: Moment): string => `${what} by ${by}, ${shortMoment(at)}`

export function standingWords({ status, changed, proposed, published }: AmendmentLine): string {
  if (status === 'published' && published) {
    const by = proposed ? `, as ${proposed.by} proposed` : ''
    return `${said('Published', published)}${by}`
  }
  if (status === 'proposed' && proposed) return said('Proposed', proposed)
  return said(status === 'discarded' ? 'Discarded' : 'Changed', changed)
}
