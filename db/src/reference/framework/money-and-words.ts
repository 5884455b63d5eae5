/** What both programmes ask alike: money, and narrative. */
import type { DefinitionDraft } from './define.ts'

const money = 'Money'
const words = 'In your words'

/** Grant spent in the period, in pence. */
export function grantSpent(indicator: string): DefinitionDraft {
  return {
    indicator,
    section: money,
    kind: 'finance',
    label: 'Grant spent',
    parts: { value: 'Spent' },
    hint: 'Spent from the grant in this period only, not the year to date.',
    measure: 'money',
    polarity: 'none',
    overTime: 'sum',
    overPlace: 'sum',
    askedFrom: 'light',
    referenceSheet: {
      purpose: 'Shows spending against its profile, so that an underspend is seen in time to use it.',
      counts: 'Money spent from this grant in the period, whatever it paid for. Commitments are left out.',
      source: "The borough's ledger.",
      limits: 'A late invoice falls into the period in which it is paid.',
    },
  }
}

/** Expected spend of the whole financial year, in pence. */
export function forecastOutturn(indicator: string): DefinitionDraft {
  return {
    indicator,
    section: money,
    kind: 'finance',
    label: 'Forecast for the financial year',
    parts: { value: 'Forecast' },
    hint: 'What you now expect to have spent by 31 March, including what is spent already.',
    measure: 'money',
    polarity: 'none',
    overTime: 'last',
    overPlace: 'sum',
    askedFrom: 'light',
    referenceSheet: {
      purpose: 'Warns of an underspend while it can still be redeployed.',
      counts: 'Expected spend from this grant over the whole financial year that the period lies in.',
      source: "The budget holder's forecast.",
      limits: 'The latest forecast stands; forecasts are never added over periods.',
    },
  }
}

/** A text of the author's own, never broken down or rolled up. */
export function narrative(
  given: Pick<DefinitionDraft, 'indicator' | 'label' | 'hint' | 'askedFrom' | 'referenceSheet'> &
    Partial<DefinitionDraft>,
): DefinitionDraft {
  return {
    section: words,
    kind: 'text',
    parts: {},
    measure: 'text',
    polarity: 'none',
    overTime: 'none',
    overPlace: 'none',
    ...given,
  }
}
