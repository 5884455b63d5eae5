/** Files that are not all of one register, what she says of them, and what the page says of the rest. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import {
  checkPage,
  chooseFiles,
  countsRow,
  identifiers,
  mentored,
  paste,
  putCounts,
  reportAddress,
} from './support/counting.ts'
import { countByHand, days, markOf, periodDays, pupils, sessionRows, textFile } from './support/registers.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, signIn, type Visitor } from './support/visitors.ts'

const browser = await launchBrowser()

describe.skipIf(browser === null)('The files of a register', () => {
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
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
  const possible = async () => (await countsRow(page, 'Sessions possible')).at(-1)
  const [first, second] = [periodDays.slice(0, 5), periodDays.slice(5)]
  const notes = (name: string) => textFile(name, [['Rota'], ['Who brings', 'biscuits'], ['nobody', 'yet']])

  it('are not counted past one that is no register, until it is taken out', async () => {
    await chooseFiles(page, textFile('october.csv', sessionRows({ when: first })), notes('rota.csv'))
    await page.getByRole('heading', { name: 'Some of it could not be read' }).waitFor()
    await expect.poll(main).toMatch(/The counts wait for you:\s+rota\.csv: [^]* or take it out\./)
    await checkPage(page, 'not-read')
    await press('Take out rota.csv')
    await expect.poll(possible).toBe(String(countByHand(all, first).possible))
    await expect.poll(main).not.toMatch(/rota\.csv/)
  })

  it('nor past one that cannot be opened', async () => {
    const torn = { ...textFile('torn.xlsx', []), buffer: Buffer.from('PK\u0003\u0004 no workbook') }
    await page.getByLabel('Drop your register here, or choose its files').setInputFiles(torn)
    await expect.poll(main).toMatch(/The counts wait for you:\s+torn\.xlsx [^]*Or take it out\./)
    await press('Put these counts in the report')
    await page.getByRole('heading', { name: 'The counts wait for you' }).waitFor()
    await page.getByRole('link', { name: /^torn\.xlsx .*Or take it out/ }).click()
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused).toMatch(/Take out torn\.xlsx/)
    await press('Take out torn.xlsx')
    await expect.poll(possible).toBe(String(countByHand(all, first).possible))
  })

  it('nor past one of which she has not said that it is none', async () => {
    await chooseFiles(page, notes('plan.csv'))
    await expect.poll(main).toMatch(/The counts wait for you:\s+plan\.csv: /)
    const summary = page.getByText('Correct how plan.csv is read')
    await summary.click()
    await press('This sheet is no register')
    await expect.poll(main).toMatch(/plan\.csv\s+Left out\. You said that it is no register\./)
    await expect.poll(possible).toBe(String(countByHand(all, first).possible))
    await press('Undo these corrections')
    await expect.poll(main).toMatch(/The counts wait for you:\s+plan\.csv: /)
    await press('Take out plan.csv')
  })

  it('of one name are both read, and she is told', async () => {
    await chooseFiles(page, textFile('october.csv', sessionRows({ when: second })))
    await expect.poll(possible).toBe(String(countByHand(all, periodDays).possible))
    await expect.poll(main).toMatch(/october\.csv \(2\): another file has this name, and both are read/)
    await checkPage(page, 'one-name')
    await press('Take out october.csv (2)')
    await expect.poll(possible).toBe(String(countByHand(all, first).possible))
  })

  it('are read as before when their corrections are undone', async () => {
    await go(page, reportAddress)
    await chooseFiles(page, textFile('register.csv', sessionRows({ when: first })))
    await page.getByText('Correct how register.csv is read').click()
    await page.getByLabel('What Mark is').selectOption('ignored')
    await expect.poll(main).toMatch(/register\.csv\s+Left out\. /)
    await press('Undo these corrections')
    await expect.poll(possible).toBe(String(countByHand(all, first).possible))
    await expect.poll(() => page.getByRole('button', { name: 'Undo these corrections' }).count()).toBe(0)
  })

  it('hold dates outside of the period and the baseline, which are said', async () => {
    await go(page, reportAddress)
    await chooseFiles(
      page,
      textFile('year.csv', sessionRows({ when: ['2025-06-16', ...days, '2026-01-06'] })),
    )
    await expect
      .poll(main)
      .toMatch(/Left out because of their dates[^]*: 144 marks before and 24 marks after October/)
    await expect.poll(possible).toBe(String(countByHand(all, periodDays).possible))
  })

  it('hold codes that are explained: dual registration, and those no longer in force', async () => {
    const mark = (pupil: number, day: string, session: 0 | 1) =>
      pupil === 0 && day === first[0] ? (['H', 'Y'] as const)[session] : markOf(pupil, day, session)
    await go(page, reportAddress)
    await chooseFiles(page, textFile('register.csv', sessionRows({ when: first, mark })))
    await page.getByText('How each code was counted').click()
    await expect.poll(main).toMatch(/D: the pupil is also registered elsewhere and was due there\./)
    await expect.poll(main).toMatch(/H, Y: no longer in force, counted as they were then\./)
  })

  it('whose column of words was taken for marks show some of them, and where to correct it', async () => {
    await go(page, reportAddress)
    const [head, ...rows] = sessionRows({ when: first })
    const words = rows.map((row, at) => [...row, `remark ${at % 80}`])
    await chooseFiles(page, textFile('register.csv', [[...head!, 'Zorb'], ...words]))
    await page.getByText('Correct how register.csv is read').click()
    await page.getByLabel('What Zorb is').selectOption('mark')
    const select = page.getByLabel('What Mark is')
    if ((await select.inputValue()) !== 'ignored') await select.selectOption('ignored')
    await expect.poll(main).toMatch(/There are 80 of them, the first 50 are shown\. A column that holds/)
    await expect.poll(main).toMatch(/Say what [^]* and 75 others mean/)
    await expect.poll(() => page.getByLabel(/^What REMARK\d+ means/).count()).toBe(50)
  })

  it('are asked for a new baseline only where she says that the cohort is new', async () => {
    await go(page, reportAddress)
    await chooseFiles(page, textFile('year.csv', sessionRows()))
    await paste(page, identifiers('upn'))
    await page.getByText(/^7 pupils found/).waitFor()
    await page.getByText('A baseline is on record. Is this a new cohort?').waitFor()
    const columns = async () => (await countsRow(page, 'Sessions possible')).length
    await expect.poll(columns).toBe(2)
    await page.getByLabel('Yes, count a new baseline').check()
    await expect.poll(columns).toBe(3)
    await page.getByLabel('No, keep the baseline on record').check()
    await expect.poll(columns).toBe(2)
  })

  it('tell of mentoring that began before the end of the one window', async () => {
    await page.getByLabel('Yes, count a new baseline').check()
    await paste(page, [`${pupils[0]!.upn}\t15/09/2025`, `${pupils[2]!.upn}\t06/10/2025`])
    await expect.poll(main).toMatch(/1 pupil had begun before the last of these days/)
    await checkPage(page, 'begun')
  })

  it('are counted in the term before each start, where all starts are given and the registers reach back', async () => {
    await go(page, reportAddress)
    await chooseFiles(
      page,
      textFile('year.csv', sessionRows({ when: ['2025-06-16', '2025-06-17', ...days] })),
    )
    await paste(
      page,
      identifiers('upn').map((upn) => `${upn}\t06/10/2025`),
    )
    await page.getByLabel('Yes, count a new baseline').check()
    await expect.poll(() => page.getByLabel('The term before each start date').isChecked()).toBe(true)
    const own = countByHand(mentored, ['2025-06-16', '2025-06-17'])
    await expect.poll(possible).toBe(String(own.possible))
    await page.getByLabel('The same dates for everybody').check()
    const september = days.filter((day) => day < '2025-10-01')
    await expect.poll(possible).toBe(String(countByHand(mentored, september).possible))
  })

  it('keep what few pupils who are not mentored could be told by on this computer', async () => {
    await expect
      .poll(main)
      .toMatch(/All but 1 to 5 pupils are in the programme, who could be told by subtraction\./)
    const sent = page.waitForRequest((request) => request.method() === 'PUT')
    await putCounts(page)
    const { changes } = (await sent).postDataJSON() as {
      changes: { locator: string; counted?: { byCode?: unknown; dispersion?: unknown } }[]
    }
    const codesOf = (cohort: string) =>
      changes
        .filter(({ locator, counted }) => locator.includes(`:${cohort}`) && counted)
        .flatMap(({ counted }) => [counted?.byCode ?? null, counted?.dispersion ?? null])
    expect(new Set(codesOf('mentored'))).toEqual(new Set([null]))
    expect(codesOf('whole').some((codes) => codes !== null)).toBe(true)
  })

  it('leave nothing of what was said of them when they are forgotten', async () => {
    await go(page, reportAddress)
    const mark = (pupil: number, day: string, session: 0 | 1) =>
      pupil === 1 && day === first[0] ? ('P*' as '/') : markOf(pupil, day, session)
    const strange = textFile('register.csv', sessionRows({ when: first, mark }))
    await chooseFiles(page, strange)
    await page.getByLabel('What P* means, 2 marks').selectOption('I')
    await expect.poll(possible).toMatch(/\d/)
    await press('Forget these files')
    await page.getByText('Nothing of these files is kept now.').waitFor()
    await chooseFiles(page, strange)
    await expect.poll(main).toMatch(/The counts wait for you:\s+Say what P\* means/)
  })

  it('no browser complained of anything on the way', () => {
    expect(visitor.complaints).toEqual([])
  })
})
