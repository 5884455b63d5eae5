/** The grid for people who live in Excel, and for people who hear it: keys, undo, copying, names. */
import type { Since } from '@inclusion/server/returns/position'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { allowClipboard, readClipboard, readHtml } from './support/clipboard.ts'
import { fieldAt, focusOf, pasteHere, preview, walk } from './support/grid.ts'
import { accessibilityFaults, overflowFaults, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { readReturn, saved } from './support/typing.ts'
import { go, signIn, type Visitor } from './support/visitors.ts'

const returnId = 'APM-E09000007-FY2025-26-Q3'
const sectionOf = (slug: string) => `/returns/${returnId}/sections/${slug}`
const people = sectionOf('mentors-and-young-people')
const sessions = sectionOf('sessions-and-hours')

/** What the service answers a page that asks after others, where they did nothing. */
const nothingNew: Since = { position: 0, figures: {}, others: false }

const browser = await launchBrowser()

describe.skipIf(browser === null)('The grid', () => {
  let service: Running
  let ruth: Visitor
  let page: Page

  beforeAll(async () => {
    service = await startDemonstration()
    ruth = await signIn(browser!, service, 'Ruth Okafor', people)
    page = ruth.page
    await allowClipboard(page)
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })
  beforeEach(() => go(page, people))

  const stored = async (locator: string) => (await readReturn(page, returnId)).checkInput.figures[locator]
  const amount = async (locator: string) => (await stored(locator))?.value ?? null
  /** What the service comes to hold of OP10 and OP8: of both at once, since either may be stored first. */
  const expectStored = (amounts: (number | null)[]) =>
    expect.poll(async () => [await amount('APM-OP10'), await amount('APM-OP8')]).toEqual(amounts)
  const said = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor()

  it('moves up and down a column by arrow and Enter, over what is folded away, and stops at its ends', async () => {
    await fieldAt(page, 'APM-OP1-value').focus()
    expect(await walk(page, 'ArrowDown', 'Enter', 'Shift+Enter', 'ArrowUp', 'ArrowUp')).toEqual([
      ...['APM-OP2-value', 'APM-OP3-value', 'APM-OP2-value', 'APM-OP1-value', 'APM-OP1-value'],
    ])
    expect(await walk(page, 'Control+End', 'Control+Home')).toEqual(['APM-OP10-value', 'APM-OP1-value'])
    await unfold(page, 'APM-OP2-value')
    await fieldAt(page, 'APM-OP2-value').focus()
    expect(await walk(page, 'ArrowDown', 'ArrowDown')).toEqual([
      ...['APM-OP2-sex-female-value', 'APM-OP2-sex-male-value'],
    ])
  })

  it('moves along a row once the caret is at the end of what stands there', async () => {
    await go(page, sessions)
    await fieldAt(page, 'APM-OP6-numerator').fill('120')
    await page.keyboard.press('End')
    expect(await walk(page, 'ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowLeft')).toEqual([
      ...['APM-OP6-numerator', 'APM-OP6-numerator', 'APM-OP6-denominator', 'APM-OP6-numerator'],
    ])
    expect(await focusOf(page)).toMatchObject({ text: '120', isWhole: true })
  })

  it('selects what it arrives at, so that typing takes its place, and Escape puts it back', async () => {
    await fieldAt(page, 'APM-OP1-value').focus()
    await page.keyboard.press('ArrowDown')
    const before = await focusOf(page)
    expect(before.isWhole).toBe(true)
    await page.keyboard.type('77')
    expect((await focusOf(page)).text).toBe('77')
    await page.keyboard.press('Escape')
    expect(await focusOf(page)).toEqual(before)
    await page.getByRole('button', { name: 'Nothing to undo' }).waitFor()
  })

  it('undoes and redoes what was typed, a field at a time, and stores it', async () => {
    const before = (await stored('APM-OP8'))?.value ?? null
    await fieldAt(page, 'APM-OP10-value').focus()
    await page.keyboard.type('41')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('88')
    await page.getByRole('button', { name: 'Undo: Parents and carers supported' }).waitFor()
    await expectStored([41, 88])
    await page.keyboard.press('Control+z')
    await said('Undone: Parents and carers supported.')
    await expectStored([41, before])
    await page.keyboard.press('Control+z')
    await expect.poll(() => fieldAt(page, 'APM-OP10-value').inputValue()).toBe('')
    await expectStored([null, before])
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Control+Shift+z')
    await expectStored([41, 88])
    await page.getByRole('button', { name: 'Undo: Parents and carers supported' }).click()
    await page.getByRole('button', { name: 'Undo: Safeguarding referrals made' }).click()
    await expectStored([null, before])
    await page.getByRole('button', { name: 'Nothing to undo' }).waitFor()
  })

  it('undoes a reason for none', async () => {
    const select = page.getByLabel('If there is no figure, why, Safeguarding referrals made', { exact: true })
    await fieldAt(page, 'APM-OP10-value').fill('')
    await select.selectOption('')
    await expect.poll(() => stored('APM-OP10')).toMatchObject({ value: null, missing: null })
    await select.selectOption('x')
    await expect.poll(async () => (await stored('APM-OP10'))?.missing).toBe('x')
    await page.keyboard.press('Control+z')
    await said('Undone: the reason for Safeguarding referrals made.')
    await expect.poll(async () => (await stored('APM-OP10'))?.missing).toBeNull()
  })

  it('leaves the keys of a text to its browser', async () => {
    await fieldAt(page, 'APM-OP10-value').fill('3')
    await page.getByText('Add a note').last().click()
    const note = page.getByLabel('Note').filter({ visible: true })
    await note.fill('Two mentors were away')
    await note.press('End')
    await page.keyboard.press('Control+z')
    await expect.poll(() => note.inputValue()).not.toBe('Two mentors were away')
    expect(await fieldAt(page, 'APM-OP10-value').inputValue()).toBe('3')
    await page.keyboard.press('ArrowUp')
    expect(await note.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  /** Types 5 here and 6 on another page; `between` is what this page does before the other is saved. */
  async function changeElsewhere(between: () => Promise<unknown>): Promise<void> {
    await fieldAt(page, 'APM-OP10-value').fill('5')
    await expect.poll(async () => (await stored('APM-OP10'))?.value).toBe(5)
    await saved(page)
    await between()
    const { page: other } = await signIn(browser!, service, 'Ruth Okafor', people)
    await fieldAt(other, 'APM-OP10-value').fill('6')
    await saved(other)
    await expect.poll(async () => (await stored('APM-OP10'))?.value).toBe(6)
    await other.context().close()
  }

  it('asks when a colleague changed what is undone and this page has not heard of it', async () => {
    await changeElsewhere(() => page.route('**/position?**', (route) => route.fulfill({ json: nothingNew })))
    await page.keyboard.press('Control+z')
    const conflict = page.getByRole('alert')
    await conflict.waitFor()
    expect(await conflict.innerText()).toMatch(
      /^You changed this figure in another window at [^]*You saved there\s+6/,
    )
    expect((await stored('APM-OP10'))?.value).toBe(6)
    await conflict.getByRole('button', { name: 'Keep what is saved' }).click()
    await expect.poll(async () => (await focusOf(page)).place).toBe('APM-OP10-value')
    await page.getByText(/^All changes saved/).waitFor()
    await page.unroute('**/position?**')
  })

  it('leaves what a colleague changed as it is once it stands on this page, and says so', async () => {
    await changeElsewhere(() => Promise.resolve())
    await expect.poll(() => fieldAt(page, 'APM-OP10-value').inputValue(), { timeout: 20_000 }).toBe('6')
    await page.keyboard.press('Control+z')
    await said('Not undone: Safeguarding referrals made. One figure was changed since, and stays as it is.')
    for (const name of ['Nothing to undo', 'Nothing to redo'])
      await page.getByRole('button', { name }).waitFor()
    expect(await fieldAt(page, 'APM-OP10-value').inputValue()).toBe('6')
    await saved(page)
    expect((await stored('APM-OP10'))?.value).toBe(6)
  })

  it('copies fields that were selected together, as text and as a table', async () => {
    await go(page, sessions)
    await fieldAt(page, 'APM-OP6-numerator').fill('120')
    await fieldAt(page, 'APM-OP6-denominator').fill('140')
    await saved(page)
    await fieldAt(page, 'APM-OP6-numerator').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Shift+ArrowRight')
    await said('1 row, 2 columns selected')
    await page.keyboard.press('Shift+ArrowDown')
    await said('2 rows, 2 columns selected')
    expect((await focusOf(page)).place).toBe('APM-OP6-numerator')
    expect(await page.locator('td[data-selected]').count()).toBe(4)
    await takePictures(page, 'grid-selected')
    await page.keyboard.press('Control+c')
    await said('Copied: 2 rows, 2 columns')
    expect((await readClipboard(page)).split('\r\n')[0]).toBe('120\t140')
    expect(await readHtml(page)).toMatch(/<td[^>]*>120<\/td><td[^>]*>140<\/td>/)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('td[data-selected]').count()).toBe(0)
  })

  it('selects to where somebody clicks with Shift', async () => {
    await fieldAt(page, 'APM-OP1-value').click()
    await fieldAt(page, 'APM-OP3-value').click({ modifiers: ['Shift'] })
    await said('3 rows, 1 column selected')
  })

  it('copies a whole section with its names, and takes it back without a change', async () => {
    await page.getByRole('button', { name: 'Copy this section’s figures' }).click()
    await said(/^Copied: \d+ rows with their names/)
    const rows = (await readClipboard(page)).split('\r\n').map((row) => row.split('\t'))
    expect(rows[0]).toEqual(['Measure', 'Breakdown', 'Figure'])
    expect(rows).toContainEqual(['Young people who started mentoring', 'Sex: Female', '6'])
    await pasteHere(page, 'APM-OP1-value')
    expect(await preview(page).innerText()).toMatch(/\d\d cells matched, 0 ignored, 0 would change\./)
    expect(await page.getByRole('button', { name: 'Put these in' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await expect.poll(() => focusOf(page)).toMatchObject({ place: 'APM-OP1-value', isWhole: true })
  })

  it('is heard: row, column, value, and what the checks say of it', async () => {
    await go(page, sessions)
    await fieldAt(page, 'APM-OP6-numerator').fill('999')
    await fieldAt(page, 'APM-OP6-denominator').fill('140')
    await saved(page)
    await page.locator('#figure-APM-OP6-numerator[aria-invalid="true"]').waitFor()
    const heard = await heardOf(page, '#figure-APM-OP6-numerator')
    expect(heard).toMatchObject({ role: 'textbox', value: '999', invalid: 'true' })
    expect(heard.name).toBe('Sessions attended , Mentoring sessions attended')
    // What the checks say comes a moment after the keys: to the ear as to the eye.
    const told = page.locator('.app-finding__words').filter({ hasText: '999' }).first()
    await told.filter({ hasText: '140' }).waitFor()
    const described = async () => {
      const { description } = await heardOf(page, '#figure-APM-OP6-numerator')
      return description.includes(plain(await told.innerText()))
    }
    await expect.poll(described).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('copies the closed rows between its fields too, passes over them by arrow, and takes all back', async () => {
    const last = 'APM-E09000007-FY2025-26-Q2'
    const { page: leila } = await signIn(browser!, service, 'Leila Haddad')
    const answer = await leila.evaluate(
      async ([address, data]) =>
        (
          await fetch(address!, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': 'reopened-in-a-test' },
            body: data!,
          })
        ).status,
      [
        `/api/returns/${last}/reopen`,
        JSON.stringify({ reason: 'Two figures only.', locators: ['APM-OP2', 'APM-OP4'] }),
      ],
    )
    expect(answer).toBe(200)
    await leila.context().close()
    await go(page, `/returns/${last}/sections/mentors-and-young-people`)
    const { figures } = (await readReturn(page, last)).checkInput
    await fieldAt(page, 'APM-OP2-value').focus()
    expect(await walk(page, 'ArrowDown')).toEqual(['APM-OP4-value'])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowDown')
    await said('3 rows, 1 column selected')
    await page.keyboard.press('Control+c')
    await said('Copied: 3 rows, 1 column')
    const copied = ['APM-OP2', 'APM-OP3', 'APM-OP4'].map((locator) => String(figures[locator]!.value))
    expect((await readClipboard(page)).split('\r\n')).toEqual(copied)
    await pasteHere(page, 'APM-OP2-value')
    expect(await preview(page).innerText()).toContain('3 cells matched, 0 ignored, 0 would change.')
  })

  it('says which keys it knows, and fits a phone', async () => {
    await page.getByText('Keys you can use').click()
    await page.getByText('The field above or below').waitFor()
    await takePictures(page, 'grid-keys')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflowFaults(page)).toEqual([])
    // The colleague's change was refused with a 409, which the browser reports.
    expect(ruth.complaints.filter((line) => !line.includes('409'))).toEqual([])
  })
})

/** Folds the first breakdown of a figure open. */
const unfold = (page: Page, place: string): Promise<void> =>
  page
    .locator('tbody', { has: fieldAt(page, place) })
    .locator('.app-grid__toggle')
    .first()
    .click()

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

type Heard = { role: string; name: string; value: string; description: string; invalid: string }

/** What a screen reader is told of an element, from the browser's own accessibility tree. */
async function heardOf(page: Page, selector: string): Promise<Heard> {
  const debug = await page.context().newCDPSession(page)
  const { root } = await debug.send('DOM.getDocument')
  const { nodeId } = await debug.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { nodes } = await debug.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false })
  await debug.detach()
  const [node] = nodes
  const text = (value: { value?: unknown } | undefined) =>
    typeof value?.value === 'string' ? plain(value.value) : ''
  const invalid = node?.properties?.find(({ name }) => name === 'invalid')
  return {
    role: text(node?.role),
    name: text(node?.name),
    value: text(node?.value),
    description: text(node?.description),
    invalid: text(invalid?.value),
  }
}
