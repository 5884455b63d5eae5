/** A head at her report: drops a register, answers what is asked, and puts the counts in. */
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { totalSessions, type Attendance } from '@inclusion/shared/attendance/counts'
import type { Cohort } from '@inclusion/shared/locators'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityFaults, overflowFaults, takePictures } from './page-checks.ts'
import { pupils, type DroppedFile, type HandCount } from './registers.ts'

export const report = { returnId: 'APM-E09000007-FY2025-26-Q3', urn: '134643' } as const
export const reportAddress = `/setting-reports/${report.returnId}/${report.urn}`

const files = 'Drop your register here, or choose its files'

/** Takes the page's pictures, and holds it to what every page promises: axe, and 320 pixels. */
export async function checkPage(page: Page, name: string): Promise<void> {
  await takePictures(page, `register-${name}`)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflowFaults(page)).toEqual([])
}

/** Chooses the files and waits until they were read. */
export async function chooseFiles(page: Page, ...chosen: DroppedFile[]): Promise<void> {
  await page.getByLabel(files).setInputFiles(chosen)
  await page.getByRole('heading', { name: 'What was understood' }).waitFor()
}

/** Drops the files on the page with the mouse. */
export async function dropFiles(page: Page, ...dropped: DroppedFile[]): Promise<void> {
  const contents = dropped.map(({ name, mimeType, buffer }) => ({
    ...{ name, mimeType, text: buffer.toString('base64') },
  }))
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer()
    for (const { name, mimeType, text } of all) {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0)!)
      data.items.add(new File([bytes], name, { type: mimeType }))
    }
    return data
  }, contents)
  const place = page.getByText(files)
  await place.dispatchEvent('dragover', { dataTransfer: transfer })
  await place.dispatchEvent('drop', { dataTransfer: transfer })
  await page.getByRole('heading', { name: 'What was understood' }).waitFor()
}

export const paste = (page: Page, lines: readonly string[]): Promise<void> =>
  page.getByLabel('Paste who is in the programme').fill(lines.join('\n'))

/** The mentored pupils of the invented registers. */
export const mentored: readonly number[] = [0, 2, 3, 5, 6, 8, 10]

export const identifiers = (of: keyof (typeof pupils)[number]): string[] =>
  mentored.map((pupil) => pupils[pupil]![of])

/** A row of the counts by its name: mentored, whole setting, and the baseline where there is one. */
export async function countsRow(page: Page, name: string): Promise<string[]> {
  const table = page.getByRole('table', { name: 'What was counted' })
  return table
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .allInnerTexts()
}

export async function putCounts(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Put these counts in the report' }).click()
  await page.getByText('The counts are in the report below.').waitFor()
  await page.getByText(/^All changes saved/).waitFor()
}

export async function readReport(page: Page): Promise<ReportView> {
  const address = `/api/setting-reports/${report.returnId}/${report.urn}`
  return (await page.request.get(address)).json() as Promise<ReportView>
}

/** Waits until the API answers these counts of a cohort. */
export async function expectStored(page: Page, cohort: Cohort, counts: HandCount): Promise<void> {
  const stored = async () => {
    const { checkInput } = await readReport(page)
    const found = checkInput.attendance.find((each) => each.cohort === cohort)
    return found ? summed(found) : null
  }
  await expect.poll(stored).toEqual(counts)
}

const summed = (attendance: Attendance) => ({
  possible: totalSessions(attendance, 'possible'),
  attended: totalSessions(attendance, 'attended'),
  authorised: totalSessions(attendance, 'authorised'),
  unauthorised: totalSessions(attendance, 'unauthorised'),
  enrolments: attendance.enrolments,
  persistent: attendance.persistent,
  severe: attendance.severe,
})
