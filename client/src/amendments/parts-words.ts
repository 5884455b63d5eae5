/** The parts of an amendment: which there are to write, and how far each is, in words. Pure. */
import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import type { AmendmentContent } from '@inclusion/shared/framework/amendment'
import { parts, type Part } from './fault-places.ts'

export type PartTask = { part: Part; title: string; hint: string }

const ofNew: Record<Part, Omit<PartTask, 'part'>> = {
  programme: { title: 'About the programme', hint: 'Its name, what it is for, its calendar and dates.' },
  figures: { title: 'Figures', hint: 'What boroughs are asked in each return.' },
  rules: { title: 'What must hold between figures', hint: 'Optional: for example, one is at most another.' },
  boroughs: { title: 'Boroughs', hint: 'Which have a grant, and from when.' },
  decisions: {
    title: 'Decisions',
    hint: 'The published decision that gives the money, where it is not on record yet.',
  },
  amounts: { title: 'Amounts', hint: 'What each borough is awarded: its tier follows.' },
  settings: { title: 'Settings that take part', hint: 'Those that report their own attendance.' },
  windows: { title: 'Collection windows', hint: 'When each return opens, and when it is due.' },
  plans: {
    title: 'Profiles and baselines',
    hint: 'What each borough plans to reach by when, and what was there before: ratings follow.',
  },
}

const ofOld: Record<Part, Omit<PartTask, 'part'>> = {
  ...ofNew,
  programme: { title: 'End of the programme', hint: 'Only where it goes on for longer, or ends sooner.' },
  figures: { title: 'Figures', hint: 'Change a definition, add a figure, or stop asking one.' },
  boroughs: { title: 'Boroughs', hint: 'Grants that begin, or end.' },
  amounts: { title: 'Amounts', hint: 'What each borough is awarded in another year.' },
  windows: { title: 'Collection windows', hint: 'When further returns open, and when they are due.' },
}

/** What there is to write: settings only where they report. */
export function tasksOf({ content }: AmendmentView, ground: FrameworkView | null): PartTask[] {
  const settingsReport = (content.programme ?? ground?.programme)?.settingsReport ?? false
  const words = ground === null ? ofNew : ofOld
  return parts
    .filter((part) => part !== 'settings' || (settingsReport && content.grants.length > 0))
    .map((part) => ({ part, ...words[part] }))
}

const counted = (count: number, one: string, many = `${one}s`): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]

/** How far a part is, where nothing is wrong with it. */
export function partWords(content: AmendmentContent, part: Part): string {
  const words = wordsOf[part](content)
  return words.length === 0 ? 'Nothing yet' : words.join(', ')
}

const wordsOf: Record<Part, (content: AmendmentContent) => string[]> = {
  programme: ({ programme, endsBefore }) => (programme || endsBefore ? ['Written'] : []),
  figures: ({ indicators, changed, ended }) => [
    ...counted(indicators.length, 'new figure'),
    ...counted(changed.length, 'changed', 'changed'),
    ...counted(ended.length, 'no longer asked', 'no longer asked'),
  ],
  rules: ({ identities, endedIdentities }) => [
    ...counted(identities.length, 'new rule'),
    ...counted(endedIdentities.length, 'ends', 'end'),
  ],
  boroughs: ({ grants, endedGrants }) => [
    ...counted(grants.length, 'grant begins', 'grants begin'),
    ...counted(endedGrants.length, 'grant ends', 'grants end'),
  ],
  amounts: ({ awards }) => {
    const known = awards.filter(({ pence }) => pence !== null).length
    return awards.length === 0 ? [] : [`${known} of ${awards.length} known`]
  },
  settings: ({ grants }) =>
    counted(
      grants.reduce((sum, { settings }) => sum + settings.length, 0),
      'setting',
    ),
  windows: ({ windows }) => counted(windows.length, 'window'),
  decisions: ({ decisions }) => counted(decisions.length, 'decision'),
  plans: ({ profiles, baselines }) => [
    ...counted(profiles.length, 'profile'),
    ...counted(baselines.length, 'baseline'),
  ],
}
