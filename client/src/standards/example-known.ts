/** What is known beside a worked example's return: its past, plans, peers, grant and people, in words. */
import { showNumber, type Figure } from '@inclusion/shared/figures'
import { isPair } from '@inclusion/shared/framework/indicators'
import { periodLabel } from '@inclusion/shared/periods'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { PeerSummary } from '@inclusion/shared/standards/peers'
import type { PreparedInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import { shortDate } from '@inclusion/shared/time'
import type { Fact } from './example-facts.ts'

/** In the order in which a reader asks for them; nothing for what was not loaded or is not there. */
export const knownFacts = (prepared: PreparedInput): Fact[] => [
  ...redefined(prepared),
  ...baselineFacts(prepared),
  ...profileFacts(prepared),
  ...prepared.input.peers.map((peers) => peerFact(prepared, peers)),
  ...comparatorFacts(prepared.input),
  ...grantFacts(prepared.input),
  ...learningFacts(prepared.input),
  ...prepared.input.explanations.map(({ check, locator, text }) => ({
    key: `Explanation of check ${check}, ${placeName(prepared, locator)}`,
    value: `“${text}”`,
  })),
  ...prepared.input.waivers.map(({ check, until, reason }) => ({
    key: `Waiver of check ${check}`,
    value: `Until ${shortDate(until)}: “${reason}”`,
  })),
  ...signingFacts(prepared.input),
]

const per = (share: number): string => `${showNumber(Number((share * 100).toFixed(1)), 'number')}%`

/** Definitions that are not those of the last accepted period. */
function redefined(prepared: PreparedInput): Fact[] {
  const last = prepared.last()
  if (!last) return []
  return prepared.input.asked.flatMap(({ indicator, label, edition }) => {
    const before = last.definitions[indicator]
    return before === undefined || before === edition
      ? []
      : [{ key: `Definition of ${label}`, value: `Edition ${edition}; it was edition ${before} last period` }]
  })
}

function baselineFacts(prepared: PreparedInput): Fact[] {
  return prepared.input.baselines.map(({ indicator, urn, value, numerator, denominator }) => {
    const measure = prepared.definitions().get(indicator)?.measure ?? 'number'
    const name = placeName(prepared, urn === null ? indicator : `${indicator}@${urn}`)
    const words = isPair(measure)
      ? [numerator, denominator]
          .map((part) => (part === null ? 'blank' : showNumber(part, 'number')))
          .join(' of ')
      : value === null
        ? 'None'
        : showNumber(value, measure)
    return { key: `Baseline of ${name}`, value: words }
  })
}

function profileFacts(prepared: PreparedInput): Fact[] {
  return Object.entries(prepared.input.profiles).flatMap(([periodId, values]) =>
    Object.entries(values).map(([indicator, value]) => {
      const definition = prepared.definitions().get(indicator)
      const measure = definition?.measure ?? 'number'
      const words =
        measure === 'proportion' ? per(value) : showNumber(value, isPair(measure) ? 'number' : measure)
      return { key: `Profile of ${definition?.label ?? indicator}, ${periodLabel(periodId)}`, value: words }
    }),
  )
}

function peerFact(prepared: PreparedInput, { indicator, family, peers, centre }: PeerSummary): Fact {
  const label = prepared.definitions().get(indicator)?.label ?? indicator
  const words = {
    count: `${showNumber(Number(centre.toFixed(1)), 'number')} on average`,
    proportion: `${per(centre)} together`,
    rate: `${showNumber(Number(centre.toFixed(2)), 'number')} for each`,
  }
  return { key: `${label}, in ${peers} boroughs of its kind`, value: words[family] }
}

function comparatorFacts({ comparator }: CheckInput): Fact[] {
  if (comparator === null) return []
  const { label, when, places, centre, spread, source } = comparator
  return [
    {
      key: 'Published comparison',
      value: `Attendance in ${showNumber(places, 'count')} ${label} was ${per(centre)}, one place give or take ${per(spread)} (${source}, ${when})`,
    },
  ]
}

function grantFacts({ grant }: CheckInput): Fact[] {
  if (grant === null) return []
  const { startsOn, processesPersonalData, dpiaOn, awards } = grant
  const assessed = dpiaOn === null ? 'none on record' : `on record since ${shortDate(dpiaOn)}`
  return [
    { key: 'Grant begun', value: shortDate(startsOn) },
    ...awards.map(({ financialYear, pence }) => ({
      key: `Award for ${financialYear}`,
      value: pence === null ? 'Not known' : showNumber(pence, 'money'),
    })),
    {
      key: 'Personal data',
      value: processesPersonalData ? `Processed; impact assessment ${assessed}` : 'None is processed',
    },
  ]
}

function learningFacts({ learning }: CheckInput): Fact[] {
  if (learning === null) return []
  if (!learning.isTrial) return [{ key: 'Programme', value: 'Not a trial' }]
  const { lastOn } = learning
  return [
    { key: 'Programme', value: 'A trial' },
    { key: 'Last meeting or note', value: lastOn === null ? 'None on record' : shortDate(lastOn) },
  ]
}

function signingFacts({ signing }: CheckInput): Fact[] {
  if (signing === null) return []
  return [
    { key: 'Sent by', value: named(signing.sentBy) },
    { key: 'Signed by', value: named(signing.certifier) },
    { key: 'Declaration', value: signing.declared ? 'Made' : 'Not made' },
    { key: 'Submitted', value: shortDate(signing.submittedOn) },
    { key: 'Due', value: shortDate(signing.dueOn) },
    ...(signing.changedSinceSent.length === 0
      ? []
      : [{ key: 'Changed since it was sent', value: signing.changedSinceSent.join(', ') }]),
  ]
}

const named = (person: string | null) =>
  person === null ? 'Nobody' : person.charAt(0).toUpperCase() + person.slice(1)

const evidenceNames = {
  source: 'Source',
  instrument: 'Instrument',
  informant: 'Who answered',
  window: 'Window',
  followUpWeeks: 'Weeks to follow-up',
  asked: 'People asked',
  answered: 'People who answered',
  claimStrength: 'Strength of the claim',
} satisfies Record<keyof NonNullable<Figure['evidence']>, string>

/** The evidence and the note that stand beside a figure. */
export function besideFacts(key: string, { note, evidence }: Figure): Fact[] {
  const given = Object.entries(evidence ?? {}) as [keyof typeof evidenceNames, string][]
  return [
    ...(given.length === 0
      ? []
      : [
          {
            key: `Evidence of ${key}`,
            value: given.map(([field, text]) => `${evidenceNames[field]}: ${text}`).join('; '),
          },
        ]),
    ...(note ? [{ key: `Note on ${key}`, value: `“${note}”` }] : []),
  ]
}
