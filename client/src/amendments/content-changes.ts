/** Changes of what an amendment holds, each from the content to the content. Pure. */
import type {
  AmendmentContent,
  DraftDefinition,
  DraftIdentity,
  DraftProgramme,
} from '@inclusion/shared/framework/amendment'
import { periodAt } from '@inclusion/shared/framework/windows'
import type { PeriodId } from '@inclusion/shared/periods'

export type ContentChange = (content: AmendmentContent) => AmendmentContent

/** The new programme; everything of it takes effect from its first period. */
export const putProgramme =
  (programme: DraftProgramme): ContentChange =>
  (content) => {
    const from = periodAt(programme.calendar, programme.startsOn)
    const isOther = content.programme?.calendar !== programme.calendar
    return {
      ...content,
      programme,
      windows: isOther ? [] : content.windows,
      profiles: isOther ? [] : content.profiles,
      indicators: content.indicators.map(({ definition, after }) => ({
        definition: { ...definition, effectiveFrom: from },
        after,
      })),
      identities: content.identities.map((identity) => ({ ...identity, effectiveFrom: from })),
    }
  }

/** A figure that is new: in its place if it is drafted already, else at the end. */
export const putNew =
  (definition: DraftDefinition, after: string | null): ContentChange =>
  (content) => {
    const isIt = (each: { definition: DraftDefinition }) => each.definition.indicator === definition.indicator
    const drafted = { definition, after }
    return {
      ...content,
      indicators: content.indicators.some(isIt)
        ? content.indicators.map((each) => (isIt(each) ? drafted : each))
        : [...content.indicators, drafted],
    }
  }

/** The next edition of a figure that there is; it is asked on, if it was to end. */
export const putChanged =
  (definition: DraftDefinition): ContentChange =>
  (content) => ({
    ...content,
    changed: [...content.changed.filter(({ indicator }) => indicator !== definition.indicator), definition],
    ended: content.ended.filter(({ indicator }) => indicator !== definition.indicator),
  })

/** A figure as it was before this amendment: not drafted, not changed, not ended. Of a new one nothing is left. */
export const leaveAlone =
  (indicator: string): ContentChange =>
  (content) => ({
    ...content,
    ...(content.indicators.some(({ definition }) => definition.indicator === indicator)
      ? {
          profiles: content.profiles.filter((profile) => profile.indicator !== indicator),
          baselines: content.baselines.filter((baseline) => baseline.indicator !== indicator),
        }
      : {}),
    indicators: content.indicators.filter(({ definition }) => definition.indicator !== indicator),
    changed: content.changed.filter((definition) => definition.indicator !== indicator),
    ended: content.ended.filter((ended) => ended.indicator !== indicator),
  })

/** A figure that is no longer asked from a period on. */
export const endFigure =
  (indicator: string, from: PeriodId): ContentChange =>
  (content) => {
    const left = leaveAlone(indicator)(content)
    return { ...left, ended: [...left.ended, { indicator, from }] }
  }

/** A new figure one place up (-1) or down (1) in the order of the return. */
export const moveFigure =
  (indicator: string, by: -1 | 1): ContentChange =>
  (content) => {
    const at = content.indicators.findIndex(({ definition }) => definition.indicator === indicator)
    const to = at + by
    if (at === -1 || to < 0 || to >= content.indicators.length) return content
    const moved = content.indicators.with(at, content.indicators[to]!).with(to, content.indicators[at]!)
    return { ...content, indicators: moved }
  }

export const putIdentity =
  (identity: DraftIdentity): ContentChange =>
  (content) => ({
    ...content,
    identities: [...content.identities.filter(({ id }) => id !== identity.id), identity],
  })

export const dropIdentity =
  (id: string): ContentChange =>
  (content) => ({
    ...content,
    identities: content.identities.filter((identity) => identity.id !== id),
    endedIdentities: content.endedIdentities.filter((ended) => ended.id !== id),
  })

export const endIdentity =
  (id: string, from: PeriodId): ContentChange =>
  (content) => ({
    ...content,
    endedIdentities: [...content.endedIdentities.filter((ended) => ended.id !== id), { id, from }],
  })

/** A code of a programme that is called otherwise now. */
const renamed = (code: string, from: string, to: string): string =>
  code.startsWith(`${from}-`) ? `${to}${code.slice(from.length)}` : code

/** The codes of a programme that is called otherwise now: of its figures, and where rules name them. */
export function renameProgramme(from: string, to: string): ContentChange {
  const here = (code: string) => renamed(code, from, to)
  const terms = (list: DraftIdentity['left']) =>
    list.map((term) => ({ ...term, indicator: here(term.indicator) }))
  return (content) => ({
    ...content,
    indicators: content.indicators.map(({ definition, after }) => ({
      definition: { ...definition, indicator: here(definition.indicator) },
      after: after === null ? null : here(after),
    })),
    identities: content.identities.map((identity) => ({
      ...identity,
      id: here(identity.id),
      programme: to,
      left: terms(identity.left),
      right: terms(identity.right),
    })),
    profiles: content.profiles.map((profile) => ({ ...profile, indicator: here(profile.indicator) })),
    baselines: content.baselines.map((baseline) => ({ ...baseline, indicator: here(baseline.indicator) })),
  })
}
