/** What may be planned and measured of one figure: whose, for which periods, and what is on record. Pure. */
import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkReference, FrameworkView } from '@inclusion/server/framework/view'
import type { DraftBaseline, DraftDefinition, DraftProfile } from '@inclusion/shared/framework/amendment'
import { needsBaseline } from '@inclusion/shared/framework/faults/baselines'
import type { PeriodId } from '@inclusion/shared/periods'
import { awardRows } from './drafted-amounts.ts'
import { figuresAfter } from './figures-after.ts'
import { placeKey } from './fault-places.ts'
import { datesOf, periodsToPlan } from './periods-of.ts'

/** Whose baseline it is: of a borough, or of a setting in it. */
export type BaselinePlace = { key: string; gssCode: string; urn: string | null; name: string }

export type PlanOf = {
  definition: DraftDefinition
  boroughs: { gssCode: string; name: string }[]
  periods: PeriodId[]
  /** Empty where no baseline is given here. */
  places: BaselinePlace[]
  onRecord: { profiles: DraftProfile[]; baselines: DraftBaseline[] }
  /** By `borough period`: a return was filed against the plan. */
  filed: ReadonlySet<string>
  /** Boroughs that have filed a return. */
  filers: ReadonlySet<string>
}

/** Null for a figure that is not asked, or has no numbers. */
export function planOf(
  code: string,
  { amendment, framework }: { amendment: AmendmentView; framework: FrameworkView | null },
  reference: FrameworkReference,
): PlanOf | null {
  const definition = figuresAfter(amendment, framework).find(({ indicator }) => indicator === code)
  if (!definition || definition.measure === 'text') return null
  const boroughs = awardRows(amendment.content, framework, reference.authorities)
  const ofIt = ({ indicator }: { indicator: string }) => indicator === code
  return {
    definition,
    boroughs,
    periods: periodsToPlan(datesOf(amendment, framework), framework),
    places: needsBaseline(definition)
      ? boroughs.flatMap((borough) => placesOf(definition, borough, { amendment, framework, reference }))
      : [],
    onRecord: {
      profiles: (framework?.profiles ?? []).filter(ofIt),
      baselines: (framework?.baselines ?? []).filter(ofIt),
    },
    filed: new Set((framework?.filed ?? []).map(({ gssCode, periodId }) => `${gssCode} ${periodId}`)),
    filers: new Set(
      (framework?.grants ?? []).flatMap(({ gssCode, hasFiled }) => (hasFiled ? [gssCode] : [])),
    ),
  }
}

type Around = { amendment: AmendmentView; framework: FrameworkView | null; reference: FrameworkReference }

function placesOf(
  { collectedFrom }: DraftDefinition,
  { gssCode, name }: { gssCode: string; name: string },
  { amendment, framework, reference }: Around,
): BaselinePlace[] {
  if (collectedFrom !== 'setting')
    return [{ key: placeKey({ gssCode, urn: null }), gssCode, urn: null, name }]
  const known = framework?.grants.find((grant) => grant.gssCode === gssCode)?.settings ?? []
  const begun = amendment.content.grants.find((grant) => grant.gssCode === gssCode)?.settings ?? []
  const names = new Map(reference.settings.map((setting) => [setting.urn, setting.name]))
  return [...known, ...begun.map(({ urn }) => ({ urn, name: names.get(urn) ?? urn }))].map((setting) => ({
    key: placeKey({ gssCode, urn: setting.urn }),
    gssCode,
    urn: setting.urn,
    name: `${setting.name} (${name})`,
  }))
}
