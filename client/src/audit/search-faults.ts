/** What is typed in the search of the trail, as it is asked, and what of it cannot be asked. Pure. */
import { isLocator } from '@inclusion/shared/locators'
import { monthName, noRealDate } from '@inclusion/shared/time'
import { dateOf, isDate } from '../ui/typed-date.ts'

type Asked = Readonly<Record<string, string>>

const monthNames = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase())

/** `12 January 2026`, `12 Jan 2026`, `12/1/2026`, `12.1.2026` and `2026-01-12` as `2026-01-12`; what is no day as it is. */
export function dayIn(text: string): string {
  const typed = text.trim()
  const [, day = '', named = '', year = ''] = /^(\d{1,2})[\s/.-]+(\w+)[\s/.-]+(\d{4})$/.exec(typed) ?? []
  if (day === '') return typed
  const at = named.length < 3 ? -1 : monthNames.findIndex((name) => name.startsWith(named.toLowerCase()))
  const date = dateOf({ day, month: at === -1 ? named : String(at + 1), year })
  return isDate(date) ? date : typed
}

/** Without spaces around it, and days as the address has them. */
export const askedOf = (typed: Asked): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      name === 'from' || name === 'to' ? dayIn(value) : value.trim(),
    ]),
  )

/** What cannot be searched for, each with its field. */
export const faultsIn = (asked: Asked): { field: string; message: string }[] =>
  Object.entries(forms).flatMap(([field, { is, message }]) =>
    !asked[field] || is(asked[field]) ? [] : [{ field: auditField(field), message }],
  )

export const auditField = (name: string): string => `audit-${name}`

const forms = {
  return: {
    is: (text: string) => /^[A-Z]{2,5}-E\d{8}-(FY|AY)\d{4}-\d{2}-\w+$/.test(text),
    message: 'Enter a return like APM-E09000007-FY2025-26-Q3',
  },
  figure: { is: isLocator, message: 'Enter a figure like APM-OP1, or APM-OC4@100006' },
  from: { is: isDate, message: noRealDate },
  to: { is: isDate, message: noRealDate },
}
