/** What an event was done to, by its name where it has one. Pure. */
import type { AuditChoices } from '@inclusion/server/trust/view'
import { partedOf } from './search-faults.ts'

/** A return and a person by name; anything else as it is stored. */
export function subjectName(subject: string, choices: AuditChoices): string {
  const [, personId] = /^person:(.+)$/.exec(subject) ?? []
  if (personId === undefined) return returnName(subject, choices)
  return choices.people.find((person) => person.personId === personId)?.name ?? subject
}

/** "Camden, AP/PRU Mentoring, October to December 2025 (2025-26 Q3)"; as it is where it names none. */
export function returnName(id: string, { programmes, authorities, periods }: AuditChoices): string {
  const { programme, gssCode, period } = partedOf({ return: id })
  const names = [
    authorities.find((one) => one.gssCode === gssCode)?.name,
    programmes.find(({ code }) => code === programme)?.name,
    periods.find((one) => one.id === period)?.label,
  ]
  return names.every((name) => name !== undefined) ? names.join(', ') : id
}

/** "Mentor contact hours (APM-OP8)"; two programmes may call theirs the same. A code that names none as it is. */
export function figureName(code: string, { indicators }: Pick<AuditChoices, 'indicators'>): string {
  const label = indicators.find((one) => one.code === code)?.label
  return label === undefined ? code : `${label} (${code})`
}
