import type { Locator } from '@inclusion/shared/locators'
import { londonTime } from '@inclusion/shared/time'
import type { SaverState } from './saver-state.ts'

type News = SaverState['news']

/** Stands beside a figure for a while after somebody else has changed it. */
export function ChangedBy({ news, locator }: { news: News; locator: Locator }) {
  const changed = news[locator]
  if (!changed) return null
  return (
    <p className="app-changed">
      {changed.by || 'Somebody else'} changed this at {londonTime(changed.at)}.
    </p>
  )
}

/** The same for those who do not see it: told once for what came together, when nothing else is being said. */
export function NewsOfOthers({ news }: { news: News }) {
  const changed = Object.values(news)
  const names = [...new Set(changed.map(({ by }) => by || 'Somebody else'))]
  const figures = changed.length === 1 ? 'one figure' : `${changed.length} figures`
  return (
    <output className="govuk-visually-hidden">
      {changed.length > 0 && `${names.join(' and ')} changed ${figures} of this return.`}
    </output>
  )
}
