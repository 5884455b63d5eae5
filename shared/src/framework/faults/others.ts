/** What other amendments of the programme change too: whichever is published last finds another ground. */
import { periodLabel } from '../../periods.ts'
import { latestEdition } from '../amended.ts'
import type { AmendmentContent, AmendmentFault } from '../amendment.ts'
import type { Ground } from '../ground.ts'
import { nameOf } from './grants.ts'
import { definitionAfter, fewNames, isBlank, repeats, warning } from './say.ts'

/** Told once for each other amendment, and leads to the first of what both change. */
export function otherFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  if (ground.others.length === 0) return []
  const own = thingsIn(content, ground)
  const faults = ground.others.flatMap(({ name, by, content: theirs }) => {
    const changed = new Set(thingsIn(theirs, ground).map(({ key }) => key))
    const both = own.filter(({ key }) => changed.has(key))
    if (!both[0]) return []
    const names = [...new Set(both.map((thing) => thing.name()))]
    return [warning(both[0].field, `“${name}” by ${by} also changes ${fewNames(names)}.`)]
  })
  // Two of one name, by one person, read the same.
  const again = repeats(faults, ({ message }) => message)
  return faults.filter((_, at) => !again.includes(at))
}

/** One thing that an amendment changes. `key`: the same in every amendment that changes it. */
type Thing = { key: string; field: string; name: () => string }

const thingsIn = (content: AmendmentContent, ground: Ground): Thing[] => [
  ...figuresIn(content, ground),
  ...rulesIn(content, ground),
  ...programmeIn(content),
  ...grantsIn(content, ground),
  ...plansIn(content, ground),
]

function figuresIn(content: AmendmentContent, ground: Ground): Thing[] {
  const of = (code: string, field: string): Thing => ({
    key: `figure ${code}`,
    field: `${field}.indicator`,
    name: () => figureName(code, { content, ground }),
  })
  return [
    ...content.indicators.map(({ definition }, at) =>
      of(definition.indicator, `indicators.${at}.definition`),
    ),
    ...content.changed.map(({ indicator }, at) => of(indicator, `changed.${at}`)),
    ...content.ended.map(({ indicator }, at) => of(indicator, `ended.${at}`)),
  ]
}

type Held = { content: AmendmentContent; ground: Ground }

/** A figure as it is called today, or as the amendment calls it that adds it. */
function figureName(code: string, held: Held): string {
  const label = (latestEdition(held.ground.definitions, code) ?? definitionAfter(held, code))?.label
  return isBlank(label) ? code : `“${label}”`
}

function rulesIn({ identities, endedIdentities }: AmendmentContent, ground: Ground): Thing[] {
  const statementOf = (id: string): string =>
    [...ground.identities, ...identities].find((identity) => identity.id === id)?.statement ?? ''
  const of = (id: string, field: string): Thing => ({
    key: `rule ${id}`,
    field: `${field}.id`,
    name: () => `the rule “${statementOf(id) || id}”`,
  })
  return [
    ...identities.map(({ id }, at) => of(id, `identities.${at}`)),
    ...endedIdentities.map(({ id }, at) => of(id, `endedIdentities.${at}`)),
  ]
}

function programmeIn({ programme, endsBefore, windows, decisions }: AmendmentContent): Thing[] {
  return [
    ...(programme ? [{ key: 'programme', field: 'programme.name', name: () => 'the programme itself' }] : []),
    ...(endsBefore === null
      ? []
      : [{ key: 'end', field: 'endsBefore', name: () => 'the end of the programme' }]),
    ...windows.map(({ periodId }, at) => ({
      key: `window ${periodId}`,
      field: `windows.${at}.periodId`,
      name: () => `the window of ${periodLabel(periodId)}`,
    })),
    ...decisions.flatMap(({ reference }, at) =>
      isBlank(reference)
        ? []
        : [{ key: `decision ${reference}`, field: `decisions.${at}.reference`, name: () => reference }],
    ),
  ]
}

function grantsIn({ grants, endedGrants, awards }: AmendmentContent, ground: Ground): Thing[] {
  const of = (gssCode: string, field: string): Thing => ({
    key: `grant ${gssCode}`,
    field: `${field}.gssCode`,
    name: () => `the grant of ${nameOf(ground, gssCode)}`,
  })
  return [
    ...grants.map(({ gssCode }, at) => of(gssCode, `grants.${at}`)),
    ...endedGrants.map(({ gssCode }, at) => of(gssCode, `endedGrants.${at}`)),
    ...awards.map(({ gssCode, financialYear }, at) => ({
      key: `award ${gssCode} ${financialYear}`,
      field: `awards.${at}.pence`,
      name: () => `the amount of ${nameOf(ground, gssCode)} for ${financialYear}`,
    })),
  ]
}

/** Of each figure its profile and its baseline, however many places and periods they are of. */
function plansIn(content: AmendmentContent, ground: Ground): Thing[] {
  const nameOfPlan = (what: string, code: string) => () =>
    `the ${what} of ${figureName(code, { content, ground })}`
  return [
    ...content.profiles.map(({ gssCode, indicator, periodId }, at) => ({
      key: `profile ${gssCode} ${indicator} ${periodId}`,
      field: `profiles.${at}.value`,
      name: nameOfPlan('profile', indicator),
    })),
    ...content.baselines.map(({ gssCode, indicator, urn }, at) => ({
      key: `baseline ${gssCode} ${indicator} ${urn}`,
      field: `baselines.${at}.value`,
      name: nameOfPlan('baseline', indicator),
    })),
  ]
}
