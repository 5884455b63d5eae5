/** The grants that begin or end by an amendment, as their form holds them, and what is saved of them. Pure. */
import type { AmendmentContent, DraftGrant } from '@inclusion/shared/framework/amendment'
import { addDays, type LocalDate } from '@inclusion/shared/time'
import { grantField } from './fault-places.ts'
import { dayText, readDay } from './typed-day-text.ts'

export type DraftedGrants = {
  /** The boroughs whose grant begins. */
  chosen: string[]
  /** The day on which they begin, where a borough has none of its own. */
  startsOn: string
  personalData: 'yes' | 'no'
  dpiaOn: string
  /** The last day of grants that end, by borough; empty for one that goes on. */
  endsOn: Record<string, string>
}

/** As it is saved; a new draft begins on the given day. */
export function draftGrants({ grants, endedGrants }: AmendmentContent, begins: LocalDate): DraftedGrants {
  const [first] = grants
  return {
    chosen: grants.map(({ gssCode }) => gssCode),
    startsOn: dayText(first?.cohortStartOn ?? begins),
    personalData: first?.processesPersonalData ? 'yes' : 'no',
    dpiaOn: first?.dpiaOn ? dayText(first.dpiaOn) : '',
    endsOn: Object.fromEntries(
      endedGrants.map(({ gssCode, endsBefore }) => [gssCode, dayText(addDays(endsBefore, -1))]),
    ),
  }
}

/** What has to be mended before it can be saved. `names` of boroughs by their code. */
export function grantsFaults(
  { chosen, startsOn, personalData, dpiaOn, endsOn }: DraftedGrants,
  names: ReadonlyMap<string, string>,
): { field: string; message: string }[] {
  const ends = Object.entries(endsOn).flatMap(([gssCode, day]) =>
    day.trim() === '' || readDay(day) !== null
      ? []
      : [
          {
            field: grantField(gssCode, 'endsOn'),
            message: `Give the last day of ${names.get(gssCode) ?? gssCode} as a day, a month and a year`,
          },
        ],
  )
  return [
    ...(chosen.length > 0 && readDay(startsOn) === null
      ? [{ field: 'startsOn', message: 'Give the first day of the grants as a day, a month and a year' }]
      : []),
    ...(personalData === 'yes' && dpiaOn.trim() !== '' && readDay(dpiaOn) === null
      ? [{ field: 'dpiaOn', message: 'Give the day of the assessment as a day, a month and a year' }]
      : []),
    ...ends,
  ]
}

/** What the amendment then holds: settings and amounts of boroughs that stay chosen stay with them. */
export function putGrants(draft: DraftedGrants, content: AmendmentContent): AmendmentContent {
  const cohortStartOn = readDay(draft.startsOn) ?? ''
  const processesPersonalData = draft.personalData === 'yes'
  const common = {
    cohort: cohortStartOn.slice(0, 4),
    cohortStartOn,
    processesPersonalData,
    dpiaOn: processesPersonalData ? readDay(draft.dpiaOn) : null,
  }
  const grants = draft.chosen.map((gssCode): DraftGrant => {
    const known = content.grants.find((grant) => grant.gssCode === gssCode)
    const settings = (known?.settings ?? []).map(({ urn }) => ({ urn, startsOn: cohortStartOn }))
    return { gssCode, ...common, settings }
  })
  const dropped = new Set(
    content.grants.map(({ gssCode }) => gssCode).filter((gssCode) => !draft.chosen.includes(gssCode)),
  )
  return {
    ...content,
    grants,
    awards: content.awards.filter(({ gssCode }) => !dropped.has(gssCode)),
    profiles: content.profiles.filter(({ gssCode }) => !dropped.has(gssCode)),
    baselines: content.baselines.filter(({ gssCode }) => !dropped.has(gssCode)),
    endedGrants: Object.entries(draft.endsOn).flatMap(([gssCode, day]) => {
      const last = readDay(day)
      return last === null ? [] : [{ gssCode, endsBefore: addDays(last, 1) }]
    }),
  }
}
