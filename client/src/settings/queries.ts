import { queryOptions } from '@tanstack/react-query'
import type { SettingsView, SettingView } from '@inclusion/server/settings/view'
import { api, call } from '../api.ts'

/** The settings that this person may see. */
export const settingsQuery = queryOptions<SettingsView>({
  queryKey: ['settings'],
  queryFn: () => call(api.settings.index.$get()),
})

export const settingQuery = (urn: string) =>
  queryOptions<SettingView>({
    queryKey: ['settings', urn],
    queryFn: () => call(api.settings[':urn'].$get({ param: { urn } })),
  })
