/** Typing into the grids by the labels of their fields, with the demonstration's invented figures. */
import { reportChanges } from '@inclusion/server/demonstration/attendance-figures'
import { changesOf, type Totals } from '@inclusion/server/demonstration/changes'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { AttendancePart, EntryPart, FigureChange, NumberPart } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator } from '@inclusion/shared/locators'
import { attendanceParts, partName } from '@inclusion/shared/standards/words'
import type { Locator as Field, Page } from 'playwright-core'

type Place = ReturnType<typeof readLocator>

/** What is asked, as the page itself reads it. */
export async function readReturn(page: Page, returnId: string): Promise<ReturnView> {
  return (await page.request.get(`/api/returns/${returnId}`)).json() as Promise<ReturnView>
}

/** The borough's own figures of a section, each as somebody types it. */
export async function typeSection(
  page: Page,
  view: ReturnView,
  { section, totals }: { section: string; totals: Totals },
): Promise<void> {
  const asked = view.checkInput.asked.filter(
    (definition) => definition.section === section && definition.collectedFrom === 'authority',
  )
  const name = `${view.authority.gssCode} ${view.period.id}`
  for (const change of changesOf(asked, totals, { tier: view.tier, name })) {
    await typeChange(page, asked, change)
  }
  await saved(page)
}

/** A whole report of a setting, as its head types it. `mentored` is the size of its cohort. */
export async function typeReport(page: Page, { returnId, urn }: { returnId: string; urn: string }) {
  const address = `/api/setting-reports/${returnId}/${urn}`
  const view = (await (await page.request.get(address)).json()) as ReportView
  const { asked, tier } = view.checkInput
  const given = { urn, periodId: view.period.id, tier, mentored: 12, mentoredThisYear: 20 }
  for (const change of reportChanges(asked, given)) {
    if (!change.locator.startsWith(`attendance@${urn}:baseline`)) await typeChange(page, asked, change)
  }
  await saved(page)
}

async function typeChange(
  page: Page,
  asked: readonly IndicatorDefinition[],
  change: FigureChange,
): Promise<void> {
  const place = readLocator(change.locator)
  const entries = Object.entries(change.entries ?? {}) as [EntryPart, string][]
  for (const [part, typed] of entries) {
    const field = fieldOf(page, asked, place, part)
    // A figure that is carried from last period has no field.
    if ((await field.count()) === 0) continue
    // What stands there already is what the demonstration typed.
    if ((await field.inputValue()) !== typed) await field.fill(typed)
  }
  for (const [field, text] of Object.entries(change.evidence ?? {})) {
    const id = `figure-${change.locator}-${field}`.replaceAll(/[^\w-]/g, '-')
    await typeFolded(page, page.locator(`#${id}`), text)
  }
  if (change.missing && place.kind === 'figure') {
    const name = `If there is no figure, why, ${labelOf(asked, place.indicator)}`
    await page.getByLabel(name, { exact: true }).selectOption(change.missing)
  }
  if (change.text !== undefined && place.kind === 'figure') {
    const name = labelOf(asked, place.indicator)
    await page.getByRole('textbox', { name, exact: true }).fill(change.text ?? '')
  }
}

/** Types into a field that is folded away with others. */
async function typeFolded(page: Page, field: Field, text: string): Promise<void> {
  const folded = page.locator('details:not([open])').filter({ has: field })
  if ((await folded.count()) > 0) await folded.locator('summary').click()
  await field.fill(text)
}

function fieldOf(page: Page, asked: readonly IndicatorDefinition[], place: Place, part: EntryPart): Field {
  if (place.kind === 'attendance') {
    const cohort = place.cohort === 'whole' ? 'Whole setting' : 'Young people in the programme'
    return page.getByLabel(`${cohort}, ${attendanceParts[part as AttendancePart]}`, { exact: true })
  }
  const definition = asked.find(({ indicator }) => indicator === place.indicator)!
  const label = definition.parts[part as NumberPart] ?? partName(definition, part as NumberPart)
  const breakdown = definition.disaggregations.find(({ dimension }) => dimension === place.dimension)
  const category = breakdown?.categories.find(({ code }) => code === place.category)
  const about = breakdown
    ? `${definition.label}, ${breakdown.label}: ${category?.label ?? ''}`
    : definition.label
  return page.getByLabel(`${label}, ${about}`, { exact: true })
}

const labelOf = (asked: readonly IndicatorDefinition[], indicator: string): string =>
  asked.find((definition) => definition.indicator === indicator)?.label ?? ''

/** Waits until the page says that nothing typed is unsaved. */
export async function saved(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  await page.getByText(/^All changes saved/).waitFor()
}

/** Answers every finding on the page that asks for a reason; answers how many there were. */
export async function explainEverything(page: Page, text: string): Promise<number> {
  const buttons = page.getByRole('button', { name: /^Explain this figure/ })
  let count = 0
  while ((await buttons.count()) > 0) {
    const left = await buttons.count()
    await buttons.first().click()
    await page.getByLabel('Reason').selectOption({ index: 1 })
    await page.getByLabel('What happened').fill(text)
    await page.getByRole('button', { name: 'Save the explanation' }).click()
    await page.getByRole('button', { name: 'Save the explanation' }).waitFor({ state: 'detached' })
    count += 1
    await buttons.nth(left - 1).waitFor({ state: 'detached' })
  }
  return count
}
