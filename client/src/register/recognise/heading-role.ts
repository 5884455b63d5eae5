import type { ColumnRole } from '../layout.ts'
import { folded } from './words.ts'

/**
 * Which identifier a column of pupils holds, so that files with other headings join: the numbers that are
 * a pupil's own, her names, her date of birth; 'other' is a number that only its own heading names. A UPN she
 * had before is not hers now.
 */
export type Identifier =
  | 'upn'
  | 'former-upn'
  | 'number'
  | 'surname'
  | 'forename'
  | 'full-name'
  | 'birth'
  | 'other'

const person = '(?:pupil|student|learner|child)(?:s)?'
const number = '(?:no|num|number|id|ref|reference|code|identifier|#)'

const identifiers: readonly [Identifier, RegExp][] = [
  ['upn', new RegExp(`^(?:${person} )?(?:current |temporary )?(?:upn|unique pupil ${number})$`)],
  [
    'former-upn',
    new RegExp(`^(?:${person} )?(?:former|previous|old|past) (?:upn|unique pupil ${number})s?$`),
  ],
  ['number', new RegExp(`^(?:${person} )?(?:adm(?:ission)?s?(?: ${number})|admno|adno|admission)$`)],
  [
    'other',
    new RegExp(
      `^(?:uln|unique learner ${number}|(?:${person}|person|mis|sims|arbor|candidate|exam|roll|external|local) ?${number}|id|uci)$`,
    ),
  ],
  ['birth', /^(?:(?:pupil |student )?(?:dob|d o b|date of birth|birth ?date|birthday))$/],
  [
    'surname',
    new RegExp(`^(?:${person} )?(?:legal |preferred |chosen |known )?(?:surname|last ?name|family ?name)$`),
  ],
  [
    'forename',
    new RegExp(
      `^(?:${person} )?(?:legal |preferred |chosen |known |middle )?(?:forename|first ?name|given ?name|middle ?name|known ?as)s?$`,
    ),
  ],
  [
    'full-name',
    new RegExp(
      `^(?:(?:${person} )?(?:full |legal |preferred |display |chosen )?name(?: of ${person})?|${person}|names)$`,
    ),
  ],
]

const roles: readonly [ColumnRole, RegExp][] = [
  [
    'week',
    /^(?:week ?(?:beginning|commencing|starting|start|of|date|ending)?(?: date)?|w c|wc|w b|wb|week start(?:s|ing)?(?: date)?|monday date)$/,
  ],
  [
    'date',
    /^(?:(?:session|mark|attendance|register|registration|event|calendar|school|lesson)? ?date|date time|datetime|day|date of (?:session|mark|attendance|register)|session date time|session start)$/,
  ],
  [
    'session',
    /^(?:(?:register |attendance |school )?session(?: name| type| am pm)?|am ?pm|am or pm|half day|(?:(?:session|mark|start|register|registration) )?time(?: of day)?|period|registration)$/,
  ],
  [
    'am',
    /^(?:am|morning)(?: (?:mark|marks|code|session|attendance|registration|reg))*$|^(?:session |s)1(?: mark| code)?$|^(?:mark|code) am$/,
  ],
  [
    'pm',
    /^(?:pm|afternoon)(?: (?:mark|marks|code|session|attendance|registration|reg))*$|^(?:session |s)2(?: mark| code)?$|^(?:mark|code) pm$/,
  ],
  [
    'mark',
    /^(?:(?:attendance|session|register|registration|statutory|original|final|roll ?call)? ?(?:mark|code)|mark code|code mark|attendance|attendance type|am pm mark)$/,
  ],
  [
    'marks',
    /^(?:(?:attendance |week(?:s|ly)? |session )?(?:marks|codes|pattern|string)|register|attendance (?:register|string|pattern)|marks this week)$/,
  ],
]

const ignored =
  /^(?:yr|year|year ?group|nc ?year|year taught in|national curriculum year|reg(?:istration)? ?(?:group|form)|reg|tutor(?: ?group)?|form(?: ?group)?|class|group|house|sex|gender|ethnicity|fsm|pp|pupil premium|sen(?: status)?|eal|lac|cla|ehcp|key worker|keyworker|teacher|staff|room|subject|event|lesson|comments?|notes?|reason|meaning|description|mins?(?:utes)?(?: late)?|date of (?:admission|leaving|entry)|admission date|leaving date|start date|end date|doa|dol|status|enrolment status|site|provision|school|base|school name|dfe number|urn|la|academic year|term|weekday|day of week|day name)$/

const summary =
  /%|^(?:grand |sub ?)?totals?\b|^(?:summary|present|absent|attended|absences?|lates?|unauth\w*|auth\w*|possible|percentage|percent|attendance percentage|attendance rate|approved\w*|missed|unexplained|sessions|aea|un|n of|number of)\b|\b(?:minutes|mins|comments?|notes?|meaning|description|reason|percentage)\b/

/** Which number or name of a pupil a heading promises; null where it promises none. */
export function identifierOf(heading: string): Identifier | null {
  const words = folded(heading)
  return identifiers.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** What a column is by its heading alone; null where that says nothing. */
export function headingRole(heading: string): ColumnRole | null {
  const words = folded(heading)
  if (words === '') return null
  if (identifierOf(heading)) return 'pupil'
  const role = roles.find(([, pattern]) => pattern.test(words))?.[0]
  if (role) return role
  return ignored.test(words) || summary.test(words) || summary.test(heading) ? 'ignored' : null
}
