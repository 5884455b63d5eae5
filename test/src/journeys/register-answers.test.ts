/** What a head is asked of her register before it is counted: each question, its answer, and what comes of it. */
import { isPossible } from '@inclusion/shared/attendance/classify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import {
  checkPage,
  chooseFiles,
  countsRow,
  expectStored,
  identifiers,
  mentored,
  paste,
  putCounts,
  readReport,
  report,
  reportAddress,
} from './support/counting.ts'
import { walkByKeyboard } from './support/page-checks.ts'
import {
  countByHand,
  days,
  markOf,
  periodDays,
  pupilRows,
  pupils,
  sessionRows,
  textFile,
} from './support/registers.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { typeReport } from './support/typing.ts'
import { go, signIn, type Visitor } from './support/visitors.ts'

const browser = await launchBrowser()

describe.skipIf(browser === null)('A head who counts her register', () => {
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

  const all = [...pupils.keys()]
  const main = () => page.getByRole('main').innerText()
  const put = () => page.getByRole('button', { name: 'Put these counts in the report' }).click()

  it('can use every step by keyboard, on a phone and with a screen reader', async () => {
    await checkPage(page, 'empty')
    const marks = (pupil: number, day: string, session: 0 | 1) =>
      pupil === 1 && day === '2025-10-08' ? ('P*' as '/') : markOf(pupil, day, session)
    const rows = sessionRows({ mark: marks })
    const again = [...rows.at(-1)!.slice(0, -1), 'I']
    await chooseFiles(page, textFile('register.csv', [...rows, again]))
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused).toBe('What was understood')
    await page.getByText('Correct how register.csv is read').click()
    await page.getByText('Pick them from the register').click()
    await page.getByRole('checkbox', { name: /Quillfeather/ }).waitFor()
    await checkPage(page, 'asked')
    const { stops, faults } = await walkByKeyboard(page)
    expect(faults).toEqual([])
    expect(stops).toEqual(expect.arrayContaining(['How it is laid out', 'What P* means, 2 marks']))
  })

  it('says what marks that are no code mean, and which of two counts, before anything is counted', async () => {
    await expect.poll(main).toMatch(/Say what P\* means/)
    await put()
    await page.getByRole('heading', { name: 'The counts wait for you' }).waitFor()
    await page.getByRole('link', { name: 'Say what P* means' }).click()
    const select = page.getByLabel('What P* means, 2 marks')
    await expect.poll(() => select.evaluate((field) => field === document.activeElement)).toBe(true)
    await select.selectOption('no-mark')
    const conflict = page.getByRole('row', { name: /Dragomirescu/ })
    await expect.poll(() => conflict.innerText()).toMatch(/17 October 2025\s+Afternoon/)
    await page.getByLabel('The mark read last').check()
    const possible = async () => (await countsRow(page, 'Sessions possible')).at(-1)
    const two = countByHand([1], ['2025-10-08']).possible
    const gained = isPossible(markOf(11, '2025-10-17', 1)) ? 0 : 1
    await expect.poll(possible).toBe(String(countByHand(all, periodDays).possible - two + gained))
    await checkPage(page, 'counted')
  })

  it('is told of each line of her list that names nobody, or somebody twice', async () => {
    await paste(page, [pupils[0]!.upn, 'X999999999999', pupils[0]!.surname, `${pupils[2]!.upn}\t31/31/2025`])
    const table = page.getByRole('table', { name: 'Lines that are not counted' })
    await expect.poll(() => table.innerText()).toMatch(/2\s+X999999999999\s+Nobody in the register/)
    await expect.poll(() => table.innerText()).toMatch(/3\s+Quillfeather\s+/)
    await expect
      .poll(() => table.innerText())
      .toMatch(/4\s+\S+\s+31\/31\/2025\s+The start date cannot be read/)
  })

  it('sees a small cohort marked, and only its totals are sent', async () => {
    await paste(page, identifiers('upn').slice(0, 4))
    await page.getByText(/Small cohort \(1 to 5 pupils\)/).waitFor()
    const sent = page.waitForRequest((request) => request.method() === 'PUT')
    await putCounts(page)
    const { changes } = (await sent).postDataJSON() as {
      changes: { locator: string; counted: { byCode?: unknown; dispersion?: unknown } }[]
    }
    const small = changes.filter(({ locator }) => locator.includes(':mentored'))
    expect(small.length).toBeGreaterThan(1)
    expect(small.every(({ counted }) => !counted.byCode && !counted.dispersion)).toBe(true)
    await expectStored(page, 'mentored', countByHand(mentored.slice(0, 4), periodDays))
    await checkPage(page, 'put')
  })

  it('corrects the order of day and month, which is asked where it could be either', async () => {
    await go(page, reportAddress)
    // Both are school days either way: 6 and 7 October, 10 June and 10 July.
    const week = periodDays.slice(0, 2)
    await chooseFiles(page, textFile('week.csv', sessionRows({ when: week })))
    await expect.poll(main).toMatch(/Say whether the day or the month comes first in week\.csv/)
    await checkPage(page, 'order')
    await page.getByLabel('The month: 06/10/2025 is 10 June').check()
    await expect.poll(main).toMatch(/Dates\s+Tuesday 10 June 2025/)
    await expect.poll(main).toMatch(/Drop the register of 1 October 2025 to 31 December 2025: these files/)
    await page.getByLabel('The day: 06/10/2025 is 6 October').check()
    await expect.poll(main).toMatch(/Dates\s+Monday 6 October 2025 to Tuesday 7 October 2025/)
    const whole = countByHand(all, week)
    await expect
      .poll(async () => (await countsRow(page, 'Sessions possible')).at(-1))
      .toBe(`${whole.possible}`)
  })

  it('corrects what a column is', async () => {
    await go(page, reportAddress)
    const [head, ...rows] = sessionRows()
    const headings = [...head!.slice(0, -1), 'Mark', 'Zorb']
    const remarks = rows.map((row, at) => [...row.slice(0, -1), `room ${at % 7}`, row.at(-1)!])
    await chooseFiles(page, textFile('strange.csv', [headings, ...remarks]))
    const correct = page.getByText('Correct how strange.csv is read')
    await page.getByLabel('What Zorb is').or(correct).filter({ visible: true }).first().waitFor()
    if (!(await page.getByLabel('What Zorb is').isVisible())) await correct.click()
    await page.getByLabel('What Mark is').selectOption('ignored')
    await page.getByLabel('What Zorb is').selectOption('mark')
    const whole = countByHand(all, periodDays)
    await expect
      .poll(async () => (await countsRow(page, 'Sessions possible')).at(-1))
      .toBe(`${whole.possible}`)
  })

  it('keeps what she pasted while a correction is wrong, and is told what is missing', async () => {
    await paste(page, identifiers('upn'))
    await page.getByText(/^7 pupils found/).waitFor()
    await page.getByLabel('What Zorb is').selectOption('ignored')
    await page.getByRole('button', { name: 'Put these counts' }).waitFor({ state: 'detached' })
    await expect.poll(main).toMatch(/strange\.csv\s+Left out\. /)
    await expect.poll(main).not.toMatch(/could not be/)
    await checkPage(page, 'no-register')
    await page.getByLabel('What Zorb is').selectOption('mark')
    await page.getByText(/^7 pupils found/).waitFor()
  })

  it('says the year where the headings name none', async () => {
    await go(page, reportAddress)
    const headings = periodDays.flatMap((day) =>
      ['AM', 'PM'].map((half) => `${Number(day.slice(8))} Oct ${half}`),
    )
    const rows = pupilRows({ when: periodDays }).slice(4)
    const head = ['UPN', 'Surname', 'Forename', ...headings]
    await chooseFiles(page, textFile('no-year.csv', [head, ...rows]))
    await page.getByLabel('Year of the first date').fill('2025')
    await expect.poll(main).toMatch(/Dates\s+Monday 6 October 2025 to Friday 17 October 2025/)
    const whole = countByHand(all, periodDays)
    await expect
      .poll(async () => (await countsRow(page, 'Sessions possible')).at(-1))
      .toBe(`${whole.possible}`)
  })

  it('counts a baseline in the term before each start, where she gives the starts', async () => {
    await go(page, reportAddress)
    const june = ['2025-06-16', '2025-06-17', '2025-06-18']
    await chooseFiles(page, textFile('year.csv', sessionRows({ when: [...june, ...days] })))
    await paste(
      page,
      mentored.map((pupil) => `${pupils[pupil]!.upn}\t${pupil === 2 ? '' : '03/11/2025'}`),
    )
    await page.getByText(/^7 pupils found by UPN, 6 with a start date/).waitFor()
    const again = page.getByLabel('Yes, count a new baseline')
    const terms = page.getByLabel('The term before each start date')
    await again.or(terms).first().waitFor()
    if (await again.count()) await again.check()
    const result = page.getByText(/of 7 pupils have sessions then/)
    await expect.poll(async () => (await countsRow(page, 'Sessions possible')).length).toBe(3)
    const window = days.filter((day) => day < '2025-10-01')
    const inWindow = countByHand(mentored, window)
    await expect
      .poll(async () => (await countsRow(page, 'Sessions possible')).at(-1))
      .toBe(`${inWindow.possible}`)
    await terms.check()
    const own = countByHand(
      mentored.filter((pupil) => pupil !== 2),
      june,
    )
    const without = countByHand([2], window)
    const possible = own.possible + without.possible
    await expect.poll(async () => (await countsRow(page, 'Sessions possible')).at(-1)).toBe(`${possible}`)
    await result.waitFor()
    await checkPage(page, 'baseline')
    await putCounts(page)
    const stored = async () =>
      (await readReport(page)).checkInput.attendance.find(({ cohort }) => cohort === 'baseline')
    await expect
      .poll(async () => (await stored())?.sessions.reduce((sum, each) => sum + (each.possible ?? 0), 0))
      .toBe(possible)
    expect((await stored())?.window).toMatchObject({ startsOn: '2025-04-21', endsBefore: '2025-10-01' })
  })

  it('forgets the files when she says so', async () => {
    await page.getByRole('button', { name: 'Forget these files' }).click()
    await page.getByText('Nothing of these files is kept now.').waitFor()
    await expect.poll(() => page.getByRole('heading', { name: 'What was understood' }).count()).toBe(0)
  })

  it('can stop a long reading', async () => {
    const [head, row] = sessionRows()
    const long = Array.from({ length: 50_000 }, (_, at) => [`X${at}`, ...row!.slice(1)])
    await page.evaluate(holdBack)
    await page
      .getByLabel('Drop your register here, or choose its files')
      .setInputFiles(textFile('long.csv', [head!, ...long]))
    await page.getByRole('progressbar', { name: 'Reading' }).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('Nothing of these files is kept now.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('register-files')
    await expect.poll(() => page.getByRole('heading', { name: 'What was understood' }).count()).toBe(0)
  })

  it('is told what to do where the reading cannot be done at all', async () => {
    const other = await signIn(browser!, service, 'Helen Achebe', reportAddress)
    await other.page.route('**/assets/worker-*', (route) => route.abort())
    await other.page
      .getByLabel('Drop your register here, or choose its files')
      .setInputFiles(textFile('register.csv', sessionRows()))
    await other.page.getByText(/^Your files could not be read on this computer/).waitFor()
    await other.context.close()
  })

  it('signs off what was counted', async () => {
    await go(page, reportAddress)
    await typeReport(page, report)
    await chooseFiles(page, textFile('register.csv', sessionRows()))
    await paste(page, identifiers('upn'))
    await page.getByText(/^7 pupils found/).waitFor()
    await putCounts(page)
    await page.getByRole('checkbox', { name: /These figures come from our register/ }).check()
    await page.getByRole('button', { name: 'Sign off this report' }).click()
    await page
      .getByText(/Signed off by Helen Achebe/)
      .first()
      .waitFor()
    await expectStored(page, 'whole', countByHand(all, periodDays))
    await expect.poll(async () => (await readReport(page)).status).toBe('signed-off')
  })

  it('no browser complained of anything on the way', () => {
    expect(visitor.complaints).toEqual([])
  })
})

/** Runs in the page: what was read is never told, so that the reading is as long as it takes to stop it. */
function holdBack(): void {
  const isTold = (event: Event) => (event as MessageEvent<{ kind?: string }>).data?.kind === 'told'
  globalThis.Worker = class extends Worker {
    override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
      super.addEventListener(type, (event: Event) => {
        if (!isTold(event) && typeof listener === 'function') listener.call(this, event)
      })
    }
  }
}
