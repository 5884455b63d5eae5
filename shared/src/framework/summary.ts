/** What an amendment holds, in a few words for a list. */
import type { AmendmentContent } from './amendment.ts'

const counted = (count: number, one: string, many = `${one}s`): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]

/** "New programme", "4 collection windows", "1 changed definition". Empty where there is nothing in it yet. */
export function summaryOf(content: AmendmentContent): string[] {
  const { programme, endsBefore, windows, decisions, grants, awards, endedGrants } = content
  const { indicators, changed, ended, identities, endedIdentities, profiles, baselines } = content
  return [
    ...(programme ? ['New programme'] : []),
    ...(endsBefore ? ['Another end of the programme'] : []),
    ...counted(windows.length, 'collection window'),
    ...counted(decisions.length, 'published decision'),
    ...counted(grants.length, 'grant that begins', 'grants that begin'),
    ...counted(awards.length, 'award line'),
    ...counted(endedGrants.length, 'grant that ends', 'grants that end'),
    ...counted(indicators.length, 'new figure'),
    ...counted(changed.length, 'changed definition'),
    ...counted(ended.length, 'figure no longer asked', 'figures no longer asked'),
    ...counted(identities.length, 'new rule between figures', 'new rules between figures'),
    ...counted(endedIdentities.length, 'rule that ends', 'rules that end'),
    ...counted(profiles.length, 'profile'),
    ...counted(baselines.length, 'baseline'),
  ]
}
