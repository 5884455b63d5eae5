import { useCallback } from 'react'
import type { SettingView } from '@inclusion/server/settings/view'

/** The names of settings by their URN, as the page of one of them knows them. */
export function useNames({ urn, name, others }: SettingView): (urn: string) => string {
  return useCallback(
    (wanted: string) =>
      wanted === urn ? name : (others.find((other) => other.urn === wanted)?.name ?? wanted),
    [urn, name, others],
  )
}
