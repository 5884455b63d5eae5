/** One return of a dry run as its lead will see it, beside what is asked today. */
import type { Trx } from '@inclusion/db/open'
import { figureWords, lastPeriod, levelWords, profileWords, together } from '@inclusion/shared/figure-words'
import { breakdownsAsked, originExpected, type FigureOrigin } from '@inclusion/shared/figure-origin'
import { differencesBetween } from '@inclusion/shared/framework/change-class'
import type { Difference } from '@inclusion/shared/framework/difference'
import type { ChangeClass, IndicatorDefinition, Measure } from '@inclusion/shared/framework/indicators'
import type { Tier } from '@inclusion/shared/framework/tiers'
import type { Touched } from '@inclusion/shared/framework/touched'
import { figureLocator } from '@inclusion/shared/locators'
import { periodLabel, type PeriodId } from '@inclusion/shared/periods'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { isSameSeries } from '@inclusion/shared/standards/observations'
import { today, type Context } from '../context.ts'
import { holdersOf } from '../people/holders.ts'
import { judge } from '../returns/judge.ts'
import { checkInputOf, type LoadedReturn } from '../returns/load.ts'
import { namesOf } from '../returns/store.ts'

export type SeenFigure = {
  indicator: string
  label: string
  hint: string
  measure: Measure
  what: 'new' | 'changed' | 'same' | 'bridge'
  changeClass: ChangeClass | null
  /** Against the definition that is asked today. */
  differences: Difference[]
  from: FigureOrigin['kind']
  /** What stands there when the return opens, in words. */
  prefilled: string | null
  /** What the last accepted return said, in words; null also where a major change lies between. */
  before: string | null
  /** What it was before the grant began, and what is planned for the period, in words. */
  baseline: string | null
  profile: string | null
  breakdowns: { label: string; categories: string[]; isNew: boolean }[]
}

export type Seen = {
  authority: { gssCode: string; name: string }
  period: { id: PeriodId; label: string }
  opensOn: string
  dueOn: string
  tier: Tier
  tierNow: Tier | null
  standard: { id: string; name: string }
  /** The names of those who will be written to when it opens. */
  leads: string[]
  settings: { urn: string; name: string }[]
  sections: { name: string; figures: SeenFigure[] }[]
  /** What is asked today, and will not be. */
  gone: { indicator: string; label: string; section: string }[]
  /** The checks that are made in its tier. */
  checks: { code: string; title: string; severity: 'block' | 'explain' | 'note' }[]
  /** What they find while nothing is filled in. */
  findings: { check: string; severity: string; message: string }[]
}

type Tried = {
  loaded: LoadedReturn
  touched: Touched
  before: readonly IndicatorDefinition[]
  tierNow: Tier | null
}

export async function viewSeen(
  context: Context,
  trx: Trx,
  { loaded, touched, before, tierNow }: Tried,
): Promise<Seen> {
  const { head, standard, asked } = loaded
  const input = checkInputOf(loaded)
  const { programme, gssCode, tier } = head
  const leads = await holdersOf(trx, ['lead'], { programme, gssCode, on: today(context) })
  const names = await namesOf(
    trx,
    leads.map(({ personId }) => personId),
  )
  const figures = asked.map((definition) => ({
    section: definition.section,
    figure: figureSeen(definition, { input, before }),
  }))
  return {
    authority: { gssCode, name: head.authorityName },
    period: { id: head.periodId, label: periodLabel(head.periodId) },
    opensOn: touched.opensOn,
    dueOn: touched.dueOn,
    tier,
    tierNow,
    standard: { id: standard.id, name: standard.name },
    leads: Object.values(names),
    settings: loaded.reports.map(({ urn, name }) => ({ urn, name })),
    sections: [...Map.groupBy(figures, ({ section }) => section)].map(([name, of]) => ({
      name,
      figures: of.map(({ figure }) => figure),
    })),
    gone: before
      .filter(({ indicator }) => asked.every((definition) => definition.indicator !== indicator))
      .map(({ indicator, label, section }) => ({ indicator, label, section })),
    checks: standard.checks.flatMap(({ code, title, severity }) => {
      const inTier = severity[tier]
      return inTier === 'off' ? [] : [{ code, title, severity: inTier }]
    }),
    findings: judge(context, loaded, input).map(({ check, severity, message }) => ({
      check,
      severity,
      message,
    })),
  }
}

type Beside = { input: CheckInput; before: readonly IndicatorDefinition[] }

function figureSeen(definition: IndicatorDefinition, { input, before }: Beside): SeenFigure {
  const { indicator, label, hint, measure, edition, changeClass } = definition
  const was = before.find((each) => each.indicator === indicator)
  const isChanged = was !== undefined && was.edition !== edition
  const last = lastPeriod(input)
  const isComparable = last !== undefined && isSameSeries(definition, last, input.seriesFrom)
  const planned = input.profiles[input.periodId]?.[indicator]
  const known = new Set(was?.disaggregations.map(({ dimension }) => dimension))
  return {
    indicator,
    label,
    hint,
    measure,
    what: definition.bridges ? 'bridge' : !was ? 'new' : isChanged ? 'changed' : 'same',
    changeClass: isChanged ? changeClass : null,
    differences: isChanged ? differencesBetween(was, definition) : [],
    from: originExpected(definition, input).kind,
    prefilled: figureWords(definition, input.figures[figureLocator(indicator)]),
    before: isComparable ? lastWords(definition, last.figures) : null,
    baseline: baselineSeen(definition, input),
    profile: planned === undefined ? null : profileWords(definition, planned),
    breakdowns: breakdownsAsked(definition, input.tier).map(({ dimension, label: name, categories }) => ({
      label: name,
      categories: categories.map((category) => category.label),
      isNew: !known.has(dimension),
    })),
  }
}

/** The borough's own baseline, or of how many settings there is one. */
function baselineSeen(definition: IndicatorDefinition, { baselines, settings }: CheckInput): string | null {
  const own = baselines.filter(({ indicator }) => indicator === definition.indicator)
  const ofBorough = own.find(({ urn }) => urn === null)
  if (ofBorough) return levelWords(definition, ofBorough)
  const count = own.filter(({ urn }) => settings.some((setting) => setting.urn === urn)).length
  return count === 0 ? null : `Of ${count} of ${settings.length} settings`
}

/** Of words only that there were some: they are the borough's. */
function lastWords(definition: IndicatorDefinition, figures: CheckInput['figures']): string | null {
  if (definition.measure === 'text')
    return figures[figureLocator(definition.indicator)]?.text ? 'Words were given' : null
  return figureWords(definition, together(definition, figures))
}
