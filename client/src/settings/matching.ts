import type { SettingLine } from '@inclusion/server/settings/view'
import type { LocalDate } from '@inclusion/shared/time'
import { stateOf } from './words.ts'

export type Wanted = { words: string; gssCode: string; state: 'open' | 'closed' | 'all' }

/** The settings that have every word in their name, numbers or authority, lie or serve there, and stand so. */
export function matching(
  settings: readonly SettingLine[],
  { words, gssCode, state }: Wanted,
  today: LocalDate,
): SettingLine[] {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean)
  return settings.filter((setting) => {
    const { name, urn, laestab, authority, serves } = setting
    const known = [name, urn, laestab, authority, ...serves].join(' ').toLowerCase()
    const isClosed = stateOf(setting, today) === 'closed'
    return (
      sought.every((word) => known.includes(word.replace('/', ''))) &&
      (gssCode === '' || setting.gssCode === gssCode) &&
      (state === 'all' || isClosed === (state === 'closed'))
    )
  })
}
