/** Invented registers, in the shapes that school systems export, and what a person would count in them. */
import { codeMeanings, type AttendanceCode } from '@inclusion/shared/attendance/codes'
import { addDays } from '@inclusion/shared/time'
import { zippedXml } from '../../support/zip.ts'

export type RegisterPupil = { upn: string; admission: string; surname: string; forename: string; dob: string }

const people: [surname: string, forename: string][] = [
  ['Quillfeather', 'Zéphyrine'],
  ['Vantongeren', 'Oluwadamilare'],
  ['Brackenthwaite', 'Ianthe'],
  ['Szczepaniak', 'Kornelia'],
  ['Nkemelu-Frost', 'Tobenna'],
  ['Aldersworthy', 'Peregrine'],
  ['Mahlangu', 'Thandolwethu'],
  ['Eiríksdóttir', 'Sunniva'],
  ['Pemberthy', 'Caradoc'],
  ['Okwuosa', 'Chibuzor'],
  ['Farquharsen', 'Leofwin'],
  ['Dragomirescu', 'Ilinca'],
]

export const pupils: readonly RegisterPupil[] = people.map(([surname, forename], index) => ({
  surname,
  forename,
  upn: `X2021100${String(47_311 + index * 977)}`,
  admission: `00${String(81_733 + index * 131)}`,
  dob: `${String(13 + index)}/0${(index % 8) + 1}/2011`,
}))

/** Monday to Friday from each of these Mondays: two weeks of the period, one of the baseline's window. */
export const mondays = ['2025-09-15', '2025-10-06', '2025-10-13'] as const
export const days = mondays.flatMap((monday) => [0, 1, 2, 3, 4].map((more) => addDays(monday, more)))
export const periodDays = days.filter((day) => day >= '2025-10-01')

const pattern: readonly AttendanceCode[] = [
  ...([
    '/',
    '/',
    'I',
    '/',
    'O',
    '/',
    '/',
    'B',
    'L',
    '/',
    'N',
    '/',
    'D',
    '/',
    'C1',
    '/',
    'Y3',
    'U',
    '/',
  ] as const),
]

/** The mark of one pupil and session: a morning's `/` is an afternoon's `\`. */
export function markOf(pupil: number, day: string, session: 0 | 1): AttendanceCode {
  const at = Number(day.slice(5, 7)) * 31 + Number(day.slice(8))
  const code = pattern[(pupil * 5 + at * 7 + session * 3 + pupil * at) % pattern.length]!
  return code === '/' && session === 1 ? '\\' : code
}

export type HandCount = {
  possible: number
  attended: number
  authorised: number
  unauthorised: number
  enrolments: number
  persistent: number
  severe: number
}

/** The counts of some pupils over some days, one mark after the other. */
export function countByHand(who: readonly number[], when: readonly string[]): HandCount {
  const sum = { ...{ possible: 0, attended: 0, authorised: 0, unauthorised: 0 }, ...{ enrolments: 0 } }
  const absent = { persistent: 0, severe: 0 }
  for (const pupil of who) {
    const own = { possible: 0, attended: 0 }
    for (const day of when)
      for (const session of [0, 1] as const) {
        const { class: counted } = codeMeanings[markOf(pupil, day, session)]
        if (counted === 'not-possible' || counted === 'not-collected') continue
        own.possible += 1
        if (counted === 'authorised') sum.authorised += 1
        else if (counted === 'unauthorised') sum.unauthorised += 1
        else own.attended += 1
      }
    const missed = own.possible - own.attended
    sum.possible += own.possible
    sum.attended += own.attended
    if (own.possible > 0) sum.enrolments += 1
    if (own.possible > 0 && missed * 10 >= own.possible) absent.persistent += 1
    if (own.possible > 0 && missed * 2 >= own.possible) absent.severe += 1
  }
  return { ...sum, ...absent }
}

export type Rows = readonly (readonly string[])[]

const uk = (day: string): string => day.split('-').toReversed().join('/')
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const named = (day: string): string =>
  `${day.slice(8)}-${monthNames[Number(day.slice(5, 7)) - 1]}-${day.slice(0, 4)}`
const sessionNames = ['AM', 'PM'] as const

type Build = { when?: readonly string[]; dateOf?: (day: string) => string; mark?: typeof markOf }

/** One row for each pupil and session. */
export function sessionRows({ when = days, dateOf = uk, mark = markOf }: Build = {}): Rows {
  const rows = pupils.flatMap(({ upn, surname, forename, dob }, pupil) =>
    when.flatMap((day) =>
      ([0, 1] as const).map((session) => [
        ...[upn, surname, forename, dob, dateOf(day)],
        ...[sessionNames[session], mark(pupil, day, session)],
      ]),
    ),
  )
  return [['UPN', 'Surname', 'Forename', 'Date of birth', 'Date', 'Session', 'Mark'], ...rows]
}

/** One row for each pupil and day. */
export function dayRows({ when = days, dateOf = named, mark = markOf }: Build = {}): Rows {
  const rows = pupils.flatMap(({ admission, surname, forename }, pupil) =>
    when.map((day) => [
      ...[admission, `${surname}, ${forename}`, '9B', dateOf(day)],
      ...[mark(pupil, day, 0), mark(pupil, day, 1)],
    ]),
  )
  return [['Adm No', 'Name', 'Reg Group', 'Date', 'AM', 'PM'], ...rows]
}

/** One row for each pupil, with a column for each session, under titles. */
export function pupilRows({ when = days, mark = markOf }: Build = {}): Rows {
  const headings = when.flatMap((day) => sessionNames.map((session) => `${uk(day)} ${session}`))
  return [
    ['Attendance register'],
    ['Printed by the school office'],
    [],
    ['UPN', 'Legal surname', 'Legal forename', ...headings],
    ...pupils.map(({ upn, surname, forename }, pupil) => [
      ...[upn, surname, forename],
      ...when.flatMap((day) => [mark(pupil, day, 0), mark(pupil, day, 1)]),
    ]),
  ]
}

/** One row for each pupil and week, with a string of ten marks. */
export function weekRows({ mark = markOf }: Build = {}): Rows {
  const rows = pupils.flatMap(({ admission, surname, forename }, pupil) =>
    mondays.map((monday) => [
      ...[admission, surname, forename, uk(monday)],
      [0, 1, 2, 3, 4]
        .map((more) => addDays(monday, more))
        .map((day) => mark(pupil, day, 0) + mark(pupil, day, 1))
        .join(''),
    ]),
  )
  return [['Admission number', 'Surname', 'Forename', 'Week beginning', 'Marks'], ...rows]
}

export type DroppedFile = { name: string; mimeType: string; buffer: Buffer }

const quoted = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

type Text = { delimiter?: string; encoding?: 'utf8' | 'latin1'; bom?: boolean }

/** Rows as a text file, as a school's system would write it. */
export function textFile(name: string, rows: Rows, written: Text = {}): DroppedFile {
  const { delimiter = ',', encoding = 'utf8', bom = false } = written
  const text = rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n')
  return { name, mimeType: 'text/csv', buffer: Buffer.from((bom ? '\uFEFF' : '') + text, encoding) }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Rows as a workbook of one sheet, written part by part. */
export function workbook(name: string, rows: Rows): DroppedFile {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packed = 'http://schemas.openxmlformats.org/package/2006'
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const cells = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`,
  )
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Marks" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
  }
  const mimeType = `${kind}.sheet`
  return { name, mimeType, buffer: Buffer.from(zippedXml(parts)) }
}
