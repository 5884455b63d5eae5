/** What an event keeps, in words: a name and a value for each part of its detail. Pure. */
import { roleNames, type Role } from '@inclusion/shared/roles'
import { shortDate, shortMoment } from '@inclusion/shared/time'

/** What parts are called whose own name does not say it. */
const partNames: Record<string, string> = {
  from: 'Status before',
  to: 'Status after',
  sha256: 'SHA-256 of what was filed',
  provenance: 'How it came in',
  onBehalf: 'In the setting’s place',
  gssCode: 'Authority',
  urn: 'Setting',
  endsBefore: 'No longer from',
  startsOn: 'From',
  heirs: 'Taken over by',
  people: 'People concerned',
  personId: 'Person concerned',
  holder: 'Held by',
  holderBefore: 'Held before by',
  held: 'Where an identifier stood, and of what kind',
}

type Names = Readonly<Record<string, string>>

/** Each part of a detail in words, but for the figures: those are a list of their own. */
export function detailRows(
  detail: Readonly<Record<string, unknown>>,
  names: Names,
): { key: string; value: string }[] {
  return Object.entries(detail)
    .filter(([part]) => part !== 'figures')
    .map(([part, value]) => ({ key: partNames[part] ?? partWords(part), value: valueWords(value, names) }))
}

const partWords = (part: string): string => {
  const words = part.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function valueWords(value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return 'None'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') return textWords(value, names)
  if (Array.isArray(value))
    return value.length === 0 ? 'None' : value.map((item) => valueWords(item, names)).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([part, inside]) => `${partNames[part] ?? partWords(part)}: ${valueWords(inside, names)}`)
      .join('; ')
  return JSON.stringify(value)
}

function textWords(text: string, names: Names): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDate(text)
  if (/^\d{4}-\d{2}-\d{2}T.*Z$/.test(text)) return shortMoment(text)
  return names[text] ?? (text in roleNames ? roleNames[text as Role] : text)
}

/** The figures of a save as they came to be: "APM-OP1, revision 2: 2.5". */
export function savedLines({ figures }: Readonly<Record<string, unknown>>): string[] {
  if (!Array.isArray(figures)) return []
  return figures.map((line: unknown) => {
    const [locator, revision, ...numbers] = line as [string, number, ...(number | string | null)[]]
    const given = numbers.filter((number) => number !== null)
    return `${locator}, revision ${revision}: ${given.length === 0 ? 'no number' : given.map(markWords).join(', ')}`
  })
}

const marks: Record<string, string> = {
  x: 'not available',
  z: 'not applicable',
  register: 'counted from the register',
  unreadable: 'an entry that cannot be read',
}

const markWords = (mark: number | string): string =>
  typeof mark === 'number' ? mark.toLocaleString('en-GB') : (marks[mark] ?? mark)
