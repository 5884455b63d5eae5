/** Where on which page the server's faults of an amendment are put right. Pure. */
import type { AmendmentContent, AmendmentFault } from '@inclusion/shared/framework/amendment'
import { staffPaths } from '../routing/staff-paths.ts'
import { definitionField } from './definition/drafted-definition.ts'

export const parts = [
  'programme',
  'figures',
  'rules',
  'boroughs',
  'decisions',
  'amounts',
  'settings',
  'windows',
  'plans',
] as const
export type Part = (typeof parts)[number]

/** `part`: null for a fault of no part, as that there is nothing yet. */
export type FaultPlace = { part: Part | null; href: string }

const partOf: Readonly<Record<string, Part>> = {
  programme: 'programme',
  endsBefore: 'programme',
  windows: 'windows',
  grants: 'boroughs',
  endedGrants: 'boroughs',
  decisions: 'decisions',
  awards: 'amounts',
  indicators: 'figures',
  changed: 'figures',
  ended: 'figures',
  identities: 'rules',
  endedIdentities: 'rules',
  profiles: 'plans',
  baselines: 'plans',
}

const addresses: Record<Part, (id: string) => string> = {
  programme: staffPaths.amendmentProgramme,
  figures: staffPaths.amendmentFigures,
  rules: staffPaths.amendmentRules,
  boroughs: staffPaths.amendmentBoroughs,
  decisions: staffPaths.amendmentDecisions,
  amounts: staffPaths.amendmentAmounts,
  settings: staffPaths.amendmentSettings,
  windows: staffPaths.amendmentWindows,
  plans: staffPaths.amendmentPlans,
}

export const partPath = (id: string, part: Part): string => addresses[part](id)

/** The page and field of a fault: `indicators.2.definition.label` is on the page of that figure. */
export function placeOf(
  id: string,
  content: AmendmentContent,
  { field }: Pick<AmendmentFault, 'field'>,
): FaultPlace {
  const [list = '', at = '', ...rest] = field.split('.')
  const figure = at === '' ? null : figureOf(content, list, Number(at))
  if (figure !== null) {
    const within = list === 'indicators' ? rest.slice(1) : rest
    const hash = within.length === 0 ? '' : `#${definitionField(within.join('.'))}`
    return { part: 'figures', href: `${staffPaths.amendmentFigure(id, figure)}${hash}` }
  }
  const planned = planOf(content, list, Number(at || -1))
  if (planned)
    return { part: 'plans', href: `${staffPaths.amendmentPlan(id, planned.code)}#${planned.field}` }
  if (list === 'grants' && rest[0] === 'settings')
    return {
      part: 'settings',
      href: `${staffPaths.amendmentSettings(id)}#${settingsField(gssOf(content, at))}`,
    }
  if (list === 'content') return { part: null, href: staffPaths.amendment(id) }
  const part = partOf[list] ?? 'programme'
  const hash = hashOf(content, [list, at, ...rest])
  return { part, href: `${partPath(id, part)}${hash === null ? '' : `#${hash}`}` }
}

function figureOf({ indicators, changed }: AmendmentContent, list: string, at: number): string | null {
  if (list === 'indicators') return indicators[at]?.definition.indicator ?? null
  return list === 'changed' ? (changed[at]?.indicator ?? null) : null
}

/** The figure of a profile or a baseline, and the field it is typed in. */
function planOf({ profiles, baselines }: AmendmentContent, list: string, at: number) {
  const profile = list === 'profiles' ? profiles[at] : undefined
  if (profile) return { code: profile.indicator, field: profileField(profile.gssCode, profile.periodId) }
  const baseline = list === 'baselines' ? baselines[at] : undefined
  if (!baseline) return null
  const part = baseline.value === null ? 'numerator' : 'value'
  return { code: baseline.indicator, field: baselineField(placeKey(baseline), part) }
}

const gssOf = ({ grants }: AmendmentContent, at: string): string => grants[Number(at)]?.gssCode ?? ''

export const programmeField = (name: string): string => `programme-${name}`
export const windowField = (period: string, part: string): string => `window-${period}-${part}`
export const grantField = (gssCode: string, part: string): string => `grant-${gssCode}-${part}`
export const awardField = (gssCode: string, year: string): string => `award-${gssCode}-${year}`
export const settingsField = (gssCode: string): string => `settings-${gssCode}`
export const decisionField = (at: number, part: string): string => `decision-${at}-${part}`
export const profileField = (gssCode: string, period: string): string => `profile-${gssCode}-${period}`
/** Of a borough, or of a setting in it. */
export const placeKey = ({ gssCode, urn }: { gssCode: string; urn: string | null }): string =>
  urn === null ? gssCode : `${gssCode}-${urn}`
export const baselineField = (place: string, part: string): string => `baseline-${place}-${part}`
export const ruleField = (id: string): string => `rule-${id}`

function hashOf(content: AmendmentContent, [list = '', at = '', part = '']: string[]): string | null {
  const index = Number(at)
  if (list === 'programme') return programmeField(at || 'name')
  if (list === 'endsBefore') return programmeField('endsBefore')
  if (list === 'windows' && content.windows[index])
    return windowField(content.windows[index].periodId, part === 'opensOn' ? 'opensOn' : 'dueOn')
  if (list === 'grants' && content.grants[index])
    return part === 'cohortStartOn' ? grantField(content.grants[index].gssCode, 'startsOn') : 'boroughs'
  if (list === 'awards' && content.awards[index])
    return awardField(content.awards[index].gssCode, content.awards[index].financialYear)
  if (list === 'decisions' && content.decisions[index])
    return decisionField(index, part === 'title' ? 'title' : 'reference')
  if (list === 'identities' && content.identities[index]) return ruleField(content.identities[index].id)
  return null
}
