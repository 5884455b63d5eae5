/**
 * What boroughs of one tier and cohort report, in so few numbers that no single borough can be read out of
 * them: made by the server from accepted earlier periods, and frozen with the version.
 */

/** One indicator over the peers. `count`: of the period. `proportion` and `rate`: numerator over denominator. */
export type PeerSummary = {
  indicator: string
  family: 'count' | 'proportion' | 'rate'
  /** The boroughs behind it: at least five, never the one that is judged. */
  peers: number
  /** The mean count, or the pooled proportion or rate (events for each of the denominator). */
  centre: number
  /** How much boroughs differ from each other, beyond chance: squared variation of their means, or rho. */
  between: number
  /** How much one borough differs from itself from period to period, beyond chance: the same measure. */
  within: number
}

/** What the DfE publishes of places of this kind, for attendance. `centre` is the share of sessions attended. */
export type ComparatorSummary = {
  /** "pupil referral units in London" */
  label: string
  /** "autumn and spring terms 2022/23" */
  when: string
  source: string
  places: number
  centre: number
  /** The standard deviation of one setting's share around the centre. */
  spread: number
}
