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

const returnParts = ['programme', 'gssCode', 'period'] as const
const returnForm = /^([A-Z]{2,5})-(E\d{8})-((?:FY|AY)\d{4}-\d{2}-\w+)$/

/** The return of an address as what is chosen: its programme, authority and period. */
export function partedOf({ return: id = '', ...asked }: Asked): Record<string, string> {
  const parts = returnForm.exec(id)
  // One that names none is said to be wrong, and not asked for again.
  if (!parts) return asked
  return { ...asked, ...Object.fromEntries(returnParts.map((name, at) => [name, parts[at + 1]!])) }
}

/** As the address has it: a return by its id, days as days, without spaces around it. */
export function askedOf(typed: Asked): Record<string, string> {
  const chosen = returnParts.map((name) => typed[name] ?? '')
  const others = Object.entries(typed).filter(([name]) => !returnParts.some((part) => part === name))
  const asked = others.map(([name, value]) => [name, isDay(name) ? dayIn(value) : value.trim()])
  return {
    ...(Object.fromEntries(asked) as Record<string, string>),
    ...(chosen.every((part) => part !== '') && { return: chosen.join('-') }),
  }
}

const isDay = (name: string): boolean => name === 'from' || name === 'to'

/** What cannot be searched for, each with its field. */
export function faultsIn(typed: Asked): { field: string; message: string }[] {
  const asked = askedOf(typed)
  const faults = Object.entries(forms).flatMap(([field, { is, message }]) =>
    !asked[field] || is(asked[field])
      ? []
      : [{ field: auditField(field === 'return' ? 'programme' : field), message }],
  )
  const missing = returnParts.filter((name) => !typed[name])
  if (missing.length === 0 || missing.length === returnParts.length) return faults
  return [{ field: auditField(missing[0]!), message: wholeReturn }, ...faults]
}

const wholeReturn = 'Choose programme, authority and period: together they name a return'

export const auditField = (name: string): string => `audit-${name}`

const forms = {
  return: {
    is: (text: string) => returnForm.test(text),
    message: 'Enter a return like APM-E09000007-FY2025-26-Q3',
  },
  figure: { is: isLocator, message: 'Enter a figure like APM-OP1, or APM-OC4@100006' },
  from: { is: isDate, message: noRealDate },
  to: { is: isDate, message: noRealDate },
}
