/** Where a figure of a whole programme comes from: the returns that it adds up, and which version of each. */
import type { Db } from '@inclusion/db/open'
import { figureWords } from '@inclusion/shared/figure-words'
import { emptyFigure } from '@inclusion/shared/figures'
import { figureLocator, type Locator } from '@inclusion/shared/locators'
import { comparePeriods, periodLabel, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { definitionsInForce } from '../framework/store.ts'
import { viewProgramme, type IndicatorEvidence, type ProgrammeView } from '../programmes/view.ts'
import type { ReleaseLine } from './figure-provenance.ts'

/** What one borough gave to it in one period: a figure with a provenance of its own. */
export type PartOfRollUp = {
  returnId: string
  locator: Locator
  authority: string
  period: { id: PeriodId; label: string }
  /** The version whose accepted figures it is; the return may have been opened again since. */
  version: number
  shown: string | null
  /** How many of its settings stand behind it. */
  settings: number
  /** Whether it counts in the period; else only in the year up to it. */
  isInPeriod: boolean
}

export type RollUpProvenance = {
  programme: ProgrammeView['programme']
  period: ProgrammeView['period']
  evidence: IndicatorEvidence
  definition: { indicator: string; label: string; edition: number; effectiveFrom: string }
  /** The latest period first, boroughs by name. */
  parts: PartOfRollUp[]
  releases: ReleaseLine[]
}

type Asked = { programme: string; indicator: string; period: PeriodId | undefined }

/** The caller has judged that the programme's evidence may be seen. Throws `not-found` for what is not in it. */
export async function viewRollUpProvenance(context: Context, asked: Asked): Promise<RollUpProvenance> {
  const view = await viewProgramme(context, asked.programme, asked.period)
  const { programme, period } = view
  const evidence = view.indicators.find(({ code }) => code === asked.indicator)
  const definitions = await definitionsInForce(context.db, programme.code, period.id)
  const definition = definitions.find((each) => each.definition.indicator === asked.indicator)?.definition
  if (!evidence || !definition) throw new Problem('not-found')
  const inYear = view.periods
    .map(({ id }) => id)
    .filter((id) => periodOf(id).year === periodOf(period.id).year && comparePeriods(id, period.id) <= 0)
    .filter((id) => evidence.since === null || comparePeriods(id, evidence.since.id) >= 0)
  const rows = await findParts(context.db, { ...asked, periodIds: inYear })
  const { indicator, label, edition, effectiveFrom } = definition
  return {
    programme,
    period,
    evidence,
    definition: {
      indicator,
      label,
      edition,
      effectiveFrom: periodLabel(effectiveFrom),
    },
    parts: rows
      .toSorted((left, right) => comparePeriods(right.periodId, left.periodId))
      .map(({ returnId, authority, periodId, version, settings, ...numbers }) => ({
        returnId,
        locator: figureLocator(indicator),
        authority,
        version,
        settings,
        period: {
          id: periodId,
          label: periodLabel(periodId),
        },
        shown: figureWords(definition, {
          ...emptyFigure,
          ...numbers,
        }),
        isInPeriod: periodId === period.id,
      })),
    releases: [],
  }
}

type Wanted = { programme: string; indicator: string; periodIds: readonly PeriodId[] }

const findParts = (db: Db, { programme, indicator, periodIds }: Wanted) =>
  db
    .selectFrom('roll_ups')
    .innerJoin('authorities', 'authorities.gssCode', 'roll_ups.gssCode')
    .innerJoin('grants', (join) =>
      join
        .onRef('grants.programme', '=', 'roll_ups.programme')
        .onRef('grants.gssCode', '=', 'roll_ups.gssCode'),
    )
    .innerJoin('returns', (join) =>
      join.onRef('returns.grantId', '=', 'grants.id').onRef('returns.periodId', '=', 'roll_ups.periodId'),
    )
    .select(['returns.id as returnId', 'authorities.name as authority', 'roll_ups.periodId'])
    .select(['version', 'settings', 'value', 'numerator', 'denominator'])
    .where('roll_ups.programme', '=', programme)
    .where('indicator', '=', indicator)
    .where('category', '=', '')
    .where('roll_ups.periodId', 'in', periodIds)
    .orderBy('authorities.name')
    .execute()
