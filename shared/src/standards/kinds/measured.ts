/** Clause 6, Measured: what rises or falls has a baseline, a profile, and the same measure before and after. */
import { pairFromAttendance } from '../../derive.ts'
import { ratioOf } from '../../figures.ts'
import { isPair } from '../../framework/indicators.ts'
import { figureLocator } from '../../locators.ts'
import { periodMonths } from '../../periods.ts'
import type { Fault, PreparedInput } from '../prepared-input.ts'
import { cellName } from '../words.ts'
import { isNumbered, type Cell } from '../prepared-input.ts'
import { grantOnly } from './reporting-year.ts'
import type { RuleOf } from './rule-of.ts'

/** 6.1: reported with numbers for some accepted periods already, and no baseline is on record for it. */
export function baselineMissing(prepared: PreparedInput, { periods }: RuleOf<'baseline-missing'>): Fault[] {
  return prepared.cells().flatMap((cell) => {
    const { definition, locator, figure, dimension, indicator, urn } = cell
    if (definition.baseline !== 'required' || dimension !== null || !isNumbered(definition, figure)) return []
    const earlier = prepared.input.history.filter(({ figures }) => isNumbered(definition, figures[locator]))
    if (earlier.length < periods || hasBaseline(prepared, cell)) return []
    const since = earlier.at(-1)
    const reported = since ? `, reported since ${periodMonths(since.periodId)},` : ''
    return [
      {
        locator,
        part: null,
        inputs: [
          { locator, part: 'baseline', label: `Baseline of ${cellName(prepared, cell)}`, value: null },
        ],
        message: `${cellName(prepared, cell)}${reported} has no baseline on record.`,
        fix:
          definition.derivation?.kind === 'attendance' && urn !== null
            ? "Give the counts of the term before support began, from the setting's register."
            : `Give the VRU the figure from before the programme began, so that it is kept for ${indicator}.`,
      },
    ]
  })
}

function hasBaseline({ input, attendance }: PreparedInput, { definition, indicator, urn }: Cell): boolean {
  const isKept = input.baselines.some(
    (kept) =>
      kept.indicator === indicator &&
      kept.urn === urn &&
      (isPair(definition.measure) ? ratioOf(kept) !== null : kept.value !== null),
  )
  const { derivation } = definition
  if (isKept || derivation?.kind !== 'attendance') return isKept
  return attendance().some(
    (counts) =>
      counts.urn === urn &&
      counts.cohort === 'baseline' &&
      ratioOf(pairFromAttendance(counts, derivation)) !== null,
  )
}

/** 6.2: more or fewer would be better, and nothing says how many were planned. Profiles are the grant's. */
export function profileMissing(prepared: PreparedInput, { kinds }: RuleOf<'profile-missing'>): Fault[] {
  if (!grantOnly(prepared)) return []
  const { asked, profiles, periodId } = prepared.input
  return asked.flatMap(({ indicator, label, kind, polarity, collectedFrom, measure }) => {
    if (polarity === 'none' || measure === 'text' || kind === 'text' || collectedFrom === 'derived') return []
    if (!kinds.includes(kind) || typeof profiles[periodId]?.[indicator] === 'number') return []
    const locator = figureLocator(indicator)
    return [
      {
        locator,
        part: null,
        inputs: [{ locator, part: 'profile', label: `Profile of ${label}`, value: null }],
        message: `${label} has no profile for ${periodMonths(periodId)}.`,
        fix: 'Agree one with the VRU, or say why none can be set.',
      },
    ]
  })
}
