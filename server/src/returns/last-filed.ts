/** The accepted return of the period before, beyond its figures: who reported in it, what was corrected, what stood beside. */
import type { Db, Trx } from '@inclusion/db/open'
import { repeatablePart } from '@inclusion/shared/copy-forward'
import { differencesBetween } from '@inclusion/shared/differences'
import type { Figures } from '@inclusion/shared/figures'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { saidToBeBackdated } from '@inclusion/shared/movements/backdated'
import { numbersAndWords, type FiledSetting, type Filing } from '@inclusion/shared/movements/filing'
import type { Before } from '@inclusion/shared/movements/since-last'
import type { PeriodId } from '@inclusion/shared/periods'
import { returnId } from '@inclusion/shared/returns'
import { underSuccessor, underSuccessors } from '@inclusion/shared/settings/one-history'
import type { PastPeriod } from '@inclusion/shared/standards/check-input'
import { isSameSeries } from '@inclusion/shared/standards/observations'
import { londonDate, type LocalDate } from '@inclusion/shared/time'
import { findParts } from './find-parts.ts'
import type { LoadedReturn } from './load.ts'
import type { VersionContent } from './versions.ts'

export type LastFiled = {
  returnId: string
  periodId: PeriodId
  /** When what stands was accepted. */
  acceptedAt: string
  /** The settings of which a report was due then, under those that stand for them now. */
  settings: FiledSetting[]
  corrected: Filing['corrected']
  /** Figures that were said then to include some of an earlier period. */
  backdated: Filing['backdated']
  parts: Before['parts']
  /** What of the authority's own figures may be copied: words, notes, evidence, stocks. */
  repeatable: Figures
}

type Loaded = Pick<LoadedReturn, 'head' | 'asked' | 'history' | 'formerly' | 'reports' | 'seriesFrom'>

/** The latest accepted return before this one, whose figures begin its history; null where there is none. */
export async function findLastFiled(db: Db | Trx, loaded: Loaded): Promise<LastFiled | null> {
  const { head, history, formerly, reports } = loaded
  const [last] = history
  if (!last) return null
  const id = returnId(head.grantId, last.periodId)
  const acceptances = await findAcceptances(db, id)
  const [first] = acceptances
  const latest = acceptances.at(-1)
  if (!first || !latest) return null
  const nowOf = (urn: string) => formerly.find((each) => each.urn === urn)?.nowUrn ?? urn
  const due = [...new Set(latest.content.settings.map(({ urn }) => nowOf(urn)))]
  return {
    returnId: id,
    periodId: last.periodId,
    acceptedAt: latest.acceptedAt,
    settings: await namedSettings(db, due, new Map(reports.map(({ urn, name }) => [urn, name]))),
    corrected: correctedOf(
      acceptances.map(({ content, acceptedAt }) => ({
        on: londonDate(acceptedAt),
        figures: underSuccessors(content.figures, nowOf, rulesOf(loaded)),
      })),
    ),
    backdated: saidToBeBackdated(latest.content.explanations.map(asExplained)).map((locator) =>
      underSuccessor(locator, nowOf),
    ),
    parts: await findParts(db, loaded),
    repeatable: repeatableFigures(loaded, last, latest.content.figures),
  }
}

/** An explanation of a version, as it stood beside its finding. */
export const asExplained = ({ locator, ...explanation }: VersionContent['explanations'][number]) => ({
  locator,
  explanation,
})

type Accepted = { on: LocalDate; figures: Figures }

/** What was accepted first, where that was more than once, and since when each figure stands as it does now. */
function correctedOf(acceptances: readonly Accepted[]): Filing['corrected'] {
  const [first] = acceptances
  const latest = acceptances.at(-1)
  if (!first || !latest || first === latest) return null
  const since: Record<Locator, LocalDate> = {}
  for (const [at, { figures }] of acceptances.slice(0, -1).entries()) {
    const differing = differencesBetween(numbersAndWords(figures), numbersAndWords(latest.figures))
    for (const { locator } of differing) since[locator] = acceptances[at + 1]!.on
  }
  return { on: latest.on, figures: first.figures, since }
}

export const rulesOf = ({ asked }: Pick<Loaded, 'asked'>) => {
  const rules = new Map(asked.map(({ indicator, overPlace }) => [indicator, overPlace]))
  return (indicator: string) => rules.get(indicator) ?? 'sum'
}

/** Over a major change nothing is the same again: what was said before was of another figure. */
function repeatableFigures({ asked, seriesFrom }: Loaded, last: PastPeriod, figures: Figures): Figures {
  const same = asked.filter((definition) => isSameSeries(definition, last, seriesFrom))
  const definitions = new Map(same.map((definition) => [definition.indicator, definition]))
  const kept = Object.entries(figures).flatMap(([locator, figure]) => {
    const place = readLocator(locator)
    const definition =
      place.kind === 'figure' && place.urn === null ? definitions.get(place.indicator) : undefined
    const part = definition ? repeatablePart(definition, figure) : null
    return part ? [[locator, part] as const] : []
  })
  return Object.fromEntries(kept)
}

/** Each version that was accepted, first to last. */
async function findAcceptances(db: Db | Trx, id: string) {
  const rows = await db
    .selectFrom('reviews')
    .innerJoin('return_versions', (join) =>
      join
        .onRef('return_versions.returnId', '=', 'reviews.returnId')
        .onRef('return_versions.number', '=', 'reviews.version'),
    )
    .select(['canonical', 'endedAt'])
    .where('reviews.returnId', '=', id)
    .where('outcome', '=', 'accepted')
    .orderBy('version')
    .execute()
  return rows.map(({ canonical, endedAt }) => ({
    content: JSON.parse(canonical) as VersionContent,
    acceptedAt: endedAt ?? '',
  }))
}

/** Settings by name: those that report now are known already. */
export async function namedSettings(
  db: Db | Trx,
  urns: readonly string[],
  known: ReadonlyMap<string, string>,
): Promise<FiledSetting[]> {
  const unknown = urns.filter((urn) => !known.has(urn))
  const rows =
    unknown.length === 0
      ? []
      : await db.selectFrom('settings').select(['urn', 'name']).where('urn', 'in', unknown).execute()
  const names = new Map([...known, ...rows.map(({ urn, name }) => [urn, name] as const)])
  return urns.map((urn) => ({ urn, name: names.get(urn) ?? `Setting ${urn}` }))
}
