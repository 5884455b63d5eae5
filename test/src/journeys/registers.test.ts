/** A head counts her report from a register, in each shape that school systems export. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import {
  chooseFiles,
  countsRow,
  dropFiles,
  expectStored,
  identifiers,
  mentored,
  paste,
  putCounts,
  reportAddress,
} from './support/counting.ts'
import {
  countByHand,
  dayRows,
  days,
  mondays,
  periodDays,
  pupilRows,
  pupils,
  sessionRows,
  textFile,
  weekRows,
  workbook,
  type DroppedFile,
} from './support/registers.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, signIn, type Visitor } from './support/visitors.ts'

const whole = countByHand([...pupils.keys()], periodDays)
const cohort = countByHand(mentored, periodDays)
const names = mentored.map((pupil) => `${pupils[pupil]!.forename} ${pupils[pupil]!.surname}`)
const isIn = (month: string) => days.filter((day) => day.slice(5, 7) === month)

type Shape = [name: string, files: DroppedFile[], pasted: string[], understood: RegExp]

const shapes: Shape[] = [
  [
    'a row for each session, CSV',
    [textFile('sessions.csv', sessionRows(), { bom: true })],
    identifiers('upn'),
    /One row for each pupil and session/,
  ],
  [
    'a row for each day, CSV with semicolons in an old encoding',
    [textFile('days.csv', dayRows(), { delimiter: ';', encoding: 'latin1' })],
    identifiers('admission'),
    /One row for each pupil and day/,
  ],
  [
    'a row for each pupil, CSV under titles',
    [textFile('pupils.csv', pupilRows())],
    names,
    /One row for each pupil, with a column/,
  ],
  [
    'a row for each week, CSV',
    [textFile('weeks.csv', weekRows())],
    identifiers('admission'),
    /One row for each pupil and week/,
  ],
  [
    'a row for each session, XLSX',
    [workbook('sessions.xlsx', sessionRows())],
    identifiers('upn'),
    /sheet Marks\s+One row for each pupil and session/,
  ],
  [
    'a row for each pupil, XLSX',
    [workbook('pupils.xlsx', pupilRows())],
    identifiers('upn'),
    /One row for each pupil, with a column/,
  ],
  [
    'two files of different months and shapes',
    [
      textFile('september.csv', pupilRows({ when: isIn('09') })),
      workbook('october.xlsx', sessionRows({ when: isIn('10') })),
    ],
    identifiers('upn'),
    /september\.csv[^]*october\.xlsx/,
  ],
]

const browser = await launchBrowser()

describe.skipIf(browser === null)('A register', () => {
  let service: Running
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    service = await startDemonstration()
    visitor = await signIn(browser!, service, 'Helen Achebe', reportAddress)
    page = visitor.page
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  it.each(shapes)('as %s, is counted, put in the report and saved', async (_, files, pasted, understood) => {
    await go(page, reportAddress)
    await (files.length > 1 ? dropFiles(page, ...files) : chooseFiles(page, ...files))
    const main = page.getByRole('main')
    await expect.poll(() => main.innerText()).toMatch(understood)
    await expect.poll(() => main.innerText()).toMatch(/Pupils\s+12, told apart by/)
    await expect.poll(() => main.innerText()).toMatch(/15 September 2025 to Friday 17 October 2025/)
    await paste(page, pasted)
    await page.getByText(/^7 pupils found by/).waitFor()
    const possible = [cohort, whole].map(({ possible }) => String(possible))
    await expect.poll(async () => (await countsRow(page, 'Sessions possible')).slice(0, 2)).toEqual(possible)
    await putCounts(page)
    await expectStored(page, 'whole', whole)
    await expectStored(page, 'mentored', cohort)
  })

  it('leaves the page as it was for who types: the counts are in its fields, and can be changed', async () => {
    const field = page.getByLabel('Young people in the programme, Sessions possible', { exact: true })
    await expect.poll(() => field.inputValue()).toBe(String(cohort.possible))
  })

  it('no browser complained of anything on the way', () => {
    expect(visitor.complaints).toEqual([])
    expect(mondays).toHaveLength(3)
  })
})
