/** Where a finding is dealt with: its field, the reports of settings, or the return as a whole. Pure. */
import type { ReturnView } from '@inclusion/server/returns/view'
import { settingOfPlace, type Finding } from '@inclusion/shared/standards/finding'
import { paths } from '../../routing/paths.ts'
import { addressOf } from '../return-news.tsx'
import { wholeReturnId } from '../whole-return.tsx'

export function addressOfFinding(
  view: ReturnView,
  { locator, part }: Pick<Finding, 'locator' | 'part'>,
): string {
  if (locator === null) return `${paths.return(view.id)}#${wholeReturnId}`
  return settingOfPlace(locator) === null ? addressOf(view, locator, part) : paths.returnSettings(view.id)
}
