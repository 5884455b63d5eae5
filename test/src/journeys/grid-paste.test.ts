/** A block from a spreadsheet in the grid: what it would change is seen first, and it counts once, as one. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { allowClipboard, fillClipboard, fillWithHtml } from './support/clipboard.ts'
import { reportAddress, readReport } from './support/counting.ts'
import {
  expectFocus,
  fieldAt,
  focusOf,
  paste,
  pasteHere,
  preview,
  previewRows,
  putIn,
} from './support/grid.ts'
import { accessibilityFaults, overflowFaults, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { readReturn } from './support/typing.ts'
import { go, signIn } from './support/visitors.ts'

const returnId = 'APM-E09000007-FY2025-26-Q3'
const sectionOf = (slug: string) => `/returns/${returnId}/sections/${slug}`
const people = sectionOf('mentors-and-young-people')

const browser = await launchBrowser()

describe.skipIf(browser === null)('A block that is pasted', () => {
  let service: Running
  let page: Page

  beforeAll(async () => {
    service = await startDemonstration()
    page = (await signIn(browser!, service, 'Ruth Okafor', people)).page
    await allowClipboard(page)
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })
  beforeEach(() => go(page, people))

  const stored = async () => {
    const { checkInput, marks } = await readReturn(page, returnId)
    return { figures: checkInput.figures, marks }
  }
  const said = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor()

  it('is shown first, with what is put in, what is ignored and why, and the focus on it', async () => {
    const before = await stored()
    const sent = watchSaves(page)
    await paste(page, 'APM-OP1-value', '1.5\r\n1,234\r\n12.5%\r\nn/a\r\n-\r\n"about\n40"\r\n7\r\n')
    expect(await preview(page).innerText()).toContain('4 cells matched, 3 ignored, 3 would change.')
    const title = preview(page).getByRole('heading').first()
    await expect.poll(() => title.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await previewRows(page)).toEqual([
      ['Young people who started mentoring', 'Figure', '10', '1,234', 'Changes'],
      [
        ...['Young people who completed mentoring', 'Figure', '9', '12.5%'],
        'Ignored. Type the number itself, not a percentage.',
      ],
      ['Young people who left early', 'Figure', '0', 'n/a', 'The whole figure becomes “Not applicable”'],
      [
        ...['Young people active at the end', 'Figure', 'blank', '-'],
        'Ignored. A dash may mean none, or not known. Type 0 if there were none.',
      ],
      [
        ...['Young people mentored this year, each counted once', 'Figure', 'blank', 'about 40'],
        'Ignored. Use only digits, for example 9.',
      ],
      ['Parents and carers supported', 'Figure', '12a', '7', 'Changes'],
    ])
    await takePictures(page, 'grid-paste')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflowFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expectFocus(page, { place: 'APM-OP1-value', text: '1.5', isWhole: true })
    expect(sent).toEqual([])
    expect(await stored()).toEqual(before)
  })

  it('is put in as one, stored as pasted, undone and redone in one key', async () => {
    const before = await stored()
    await paste(page, 'APM-OP1-value', '2\n11\n8')
    await page.keyboard.press('Tab')
    // By keyboard alone: past the table of cells to the button.
    await page.getByRole('button', { name: 'Put these in' }).focus()
    await page.keyboard.press('Enter')
    await said('Put in: 3 pasted figures.')
    await expectFocus(page, { place: 'APM-OP1-value', text: '2', isWhole: true })
    const values = { 'APM-OP1': 2, 'APM-OP2': 11, 'APM-OP3': 8 }
    const pasted = async () => {
      const { figures } = await stored()
      return Object.fromEntries(Object.keys(values).map((locator) => [locator, figures[locator]?.value]))
    }
    await expect.poll(pasted).toEqual(values)
    await page.getByText(/^All changes saved/).waitFor()
    const { marks } = await stored()
    for (const locator of Object.keys(values))
      expect(marks[locator]).toMatchObject({ provenance: 'pasted', by: 'Ruth Okafor' })
    await page.keyboard.press('Control+z')
    await said('Undone: 3 pasted figures.')
    await expect.poll(async () => (await stored()).figures['APM-OP2']).toEqual(before.figures['APM-OP2'])
    await page.keyboard.press('Control+y')
    await expect.poll(async () => (await stored()).figures['APM-OP3']?.value).toBe(8)
    expect((await stored()).marks['APM-OP3']?.provenance).toBe('pasted')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await stored()).figures['APM-OP3']).toEqual(before.figures['APM-OP3'])
  })

  it('finds its rows by their names, also where they are folded away, however they are ordered', async () => {
    const block = [
      'Category\tOctober to December',
      'Young people who started mentoring\t10',
      'M\t4',
      'f\t5',
      'Not known\t2',
      'Young people active at the start\t99',
      'Somebody else’s measure\t3',
    ]
    await paste(page, 'APM-OP1-value', block.join('\n'))
    expect(await preview(page).innerText()).toContain('Rows were matched by their names')
    const rows = await previewRows(page)
    expect(rows.map(([row, , , pasted, what]) => [row, pasted, what])).toEqual([
      ['Young people who started mentoring, Sex: Male', '4', 'Changes'],
      ['Young people who started mentoring, Sex: Female', '5', 'Changes'],
      ['Young people who started mentoring, Sex: Unknown', '2', 'Changes'],
      ['Young people active at the start', '99', 'Ignored. Worked out for you.'],
      ['Somebody else’s measure', '3', 'Ignored. Nothing in this table has that name.'],
    ])
    await putIn(page)
    await expect.poll(async () => (await stored()).figures['APM-OP2:sex:female']?.value).toBe(5)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await stored()).figures['APM-OP2:sex:female']?.value).toBe(6)
  })

  it('under the months of a quarter is not put in, and says what its columns must be called', async () => {
    await go(page, sectionOf('sessions-and-hours'))
    const block = 'Measure\tOct\tNov\tDec\nMentoring sessions attended\t50\t61\t70'
    await paste(page, 'APM-OP6-numerator', block)
    expect(await preview(page).innerText()).toContain('Name them in the first row: Figure and Out of.')
    expect((await previewRows(page)).map(([row, , , text, what]) => [row, text, what])).toEqual(
      ['50', '61', '70'].map((text) => [
        ...['Mentoring sessions attended', text, 'Ignored. Nothing says which column this is.'],
      ]),
    )
    expect(await page.getByRole('button', { name: 'Put these in' }).count()).toBe(0)
    await takePictures(page, 'grid-paste-unnamed')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it.each([
    [
      'Excel',
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0><!--StartFragment-->
       <tr height=20><td class=xl65 align=right>3</td></tr><tr><td class=xl65 align=right>1,200&nbsp;</td></tr>
       <!--EndFragment--></table></body></html>`,
    ],
    [
      'LibreOffice',
      `<table cellspacing="0" border="0"><colgroup width="85"></colgroup>
       <tr><td height="17" align="right" sdval="3" sdnum="2057;"><font color="#000000">3</font></td></tr>
       <tr><td height="17" align="right" sdval="1200" sdnum="2057;0;#,##0">1,200</td></tr></table>`,
    ],
    [
      'Sheets',
      `<google-sheets-html-origin><table xmlns="http://www.w3.org/1999/xhtml" data-sheets-root="1"><tbody>
       <tr><td data-sheets-value='{"1":3,"3":3}'>3</td></tr><tr><td>1,200</td></tr></tbody></table>`,
    ],
  ])('as a table alone, of %s, is read too', async (_, html) => {
    await fillWithHtml(page, html)
    await pasteHere(page, 'APM-OP1-value')
    expect((await previewRows(page)).map((row) => row.slice(2, 4))).toEqual([
      ['1.5', '3'],
      ['10', '1,200'],
    ])
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(async () => (await focusOf(page)).place).toBe('APM-OP1-value')
  })

  it('of one cell goes into its field as any text does', async () => {
    await fillClipboard(page, '14\r\n')
    await fieldAt(page, 'APM-OP9-value').focus()
    await page.keyboard.press('Control+v')
    await expect.poll(() => fieldAt(page, 'APM-OP9-value').inputValue()).toBe('14')
    expect(await preview(page).count()).toBe(0)
    await page.keyboard.press('Control+z')
    await expect.poll(() => fieldAt(page, 'APM-OP9-value').inputValue()).toBe('')
  })

  it('is refused in words, and nothing else is lost, where what reads it could not be fetched', async () => {
    await page.route(/\/assets\/(paste-preview|edit-bar)-/, (route) => route.abort('connectionreset'))
    await go(page, people)
    await fieldAt(page, 'APM-OP10-value').fill('4')
    await fillClipboard(page, '1\n2')
    await page.keyboard.press('Control+v')
    await said(/^Not connected, so what you pasted cannot be shown/)
    await expect.poll(async () => (await stored()).figures['APM-OP10']?.value).toBe(4)
    await page.unroute(/\/assets\/(paste-preview|edit-bar)-/)
  })

  it('that names a pupil is refused whole, and never leaves the page', async () => {
    const sent = watchSaves(page)
    await paste(page, 'APM-OP1-value', 'Pupil\tUPN\nAmy\tH801200001001\nJo\t5')
    expect(await preview(page).innerText()).toMatch(
      /holds what looks like a pupil's UPN\. None of it was put in/,
    )
    expect(await preview(page).innerText()).not.toContain('H801200001001')
    await page.getByRole('button', { name: 'Close' }).click()
    expect(sent).toEqual([])
  })

  it('goes into the counts of a setting, and says of its figures that they were pasted', async () => {
    const helen = (await signIn(browser!, service, 'Helen Achebe', reportAddress)).page
    await allowClipboard(helen)
    const urn = '134643'
    const place = `attendance-${urn}-mentored-2025-26-possible`
    await paste(
      helen,
      place,
      'Count\tWhole setting\tYoung people in the programme\nSessions attended\t8,000\t700\nSessions possible\t9,000\t820',
    )
    expect((await previewRows(helen)).map((row) => row.slice(0, 2))).toEqual([
      ['Sessions attended', 'Whole setting'],
      ['Sessions attended', 'Young people in the programme'],
      ['Sessions possible', 'Whole setting'],
      ['Sessions possible', 'Young people in the programme'],
    ])
    await takePictures(helen, 'grid-paste-attendance')
    expect(await accessibilityFaults(helen)).toEqual([])
    await putIn(helen)
    const counts = async () => {
      const { checkInput } = await readReport(helen)
      return checkInput.attendance.find(({ cohort }) => cohort === 'mentored')?.sessions[0]
    }
    await expect.poll(counts).toMatchObject({ possible: 820, attended: 700 })
    await expect.poll(async () => (await focusOf(helen)).place).toBe(place)
    await helen.keyboard.press('ArrowDown')
    await expect
      .poll(async () => (await focusOf(helen)).place)
      .toBe(`attendance-${urn}-mentored-2025-26-attended`)
    await helen.context().close()
  })
})

/** Every save that leaves the page. */
function watchSaves(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.postData() ?? '')
  })
  return sent
}
