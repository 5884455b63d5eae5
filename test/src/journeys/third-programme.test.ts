/** A third programme from nothing: drafted, tried, sent back, published on the pages, and its first return filed. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { acceptDoubted } from './support/deciding.ts'
import { accessibilityFaults, overflowFaults, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Watched } from './support/running.ts'
import { explainEverything, saved } from './support/typing.ts'
import { follow, go, heading, signIn, type Visitor } from './support/visitors.ts'

const browser = await launchBrowser()
const name = 'Safe Routes to School'
const returnId = 'SRS-E09000012-FY2025-26-Q3'
const quarter = 'October to December 2025 (2025-26 Q3)'

describe.skipIf(browser === null)('A third programme', () => {
  let service: Watched
  const visitors: Visitor[] = []
  let chloe: Page
  let leila: Page
  let draft: string

  const as = async (person: string, at = '/'): Promise<Page> => {
    const visitor = await signIn(browser!, service, person, at)
    visitors.push(visitor)
    return visitor.page
  }
  /** A picture in both widths, of a page that has no fault by axe and fits a phone. */
  const seen = async (page: Page, picture: string): Promise<void> => {
    await takePictures(page, `third-programme-${picture}`)
    const faults = [...(await accessibilityFaults(page)), ...(await overflowFaults(page))]
    expect({ picture, faults }).toEqual({ picture, faults: [] })
  }
  const part = async (page: Page, title: string): Promise<void> => {
    await go(page, draft)
    await page.getByRole('main').getByRole('link', { name: title, exact: true }).first().click()
    await heading(page).filter({ hasText: title }).waitFor()
  }
  /** Saves, and waits for the page that follows: a heading says the name of the draft on each of them. */
  const saveAndContinue = async (page: Page, next = 'What to write'): Promise<void> => {
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByRole('heading', { name: next }).waitFor()
  }

  beforeAll(async () => {
    service = await startDemonstration()
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  it('is begun from the page of programmes, by a programme manager', async () => {
    chloe = await as('Chloe Bright', '/programmes')
    await follow(chloe, 'What programmes ask: the framework', 'Framework')
    await follow(chloe, 'Change the framework', 'Change the framework')
    await chloe.getByLabel('A new programme').check()
    await chloe.getByRole('button', { name: 'Begin the draft' }).click()
    await chloe.getByRole('link', { name: /^Write a short code of 2 to 5 letters/ }).click()
    await seen(chloe, 'begin')
    await chloe.getByLabel('Name of the programme').fill(name)
    await chloe.getByLabel('Short code').fill('cpd')
    await chloe.getByRole('button', { name: 'Begin the draft' }).click()
    await chloe.getByRole('link', { name: /^Inclusion CPD Grants has the code CPD/ }).waitFor()
    await chloe.getByLabel('Short code').fill('srs')
    await chloe.getByRole('button', { name: 'Begin the draft' }).click()
    await chloe.getByRole('heading', { name: 'What to write' }).waitFor()
    draft = new URL(chloe.url()).pathname
    await seen(chloe, 'draft')
  })

  it('says what it is; what is typed outlives leaving the page', async () => {
    await part(chloe, 'About the programme')
    await chloe.getByLabel('What it is for').fill('Safer ways to school in two boroughs.')
    await type(chloe, 'First day', '1 10 2025')
    await type(chloe, 'Last day', '31 3 2025')
    await chloe.getByRole('button', { name: 'Save and continue' }).click()
    await chloe.getByRole('link', { name: 'Give a last day that comes after the first day' }).waitFor()
    await seen(chloe, 'about')
    await part(chloe, 'About the programme')
    await chloe.getByText('This is what you typed here before and did not save.').waitFor()
    await expect
      .poll(() => chloe.getByLabel('What it is for').inputValue())
      .toBe('Safer ways to school in two boroughs.')
    await type(chloe, 'Last day', '31 3 2026')
    await saveAndContinue(chloe)
  })

  it('asks a count with a breakdown of its own, a proportion, and figures of another programme', async () => {
    await part(chloe, 'Figures')
    await follow(chloe, 'Add a figure', 'Add a figure')
    await chloe.getByRole('button', { name: 'Save this figure' }).click()
    await chloe.getByRole('link', { name: /^Say what counts, in a sentence/ }).waitFor()
    await seen(chloe, 'figure-faults')
    await chloe.getByLabel('Name of the figure').fill('Walks led')
    await chloe.getByLabel('What the number is called').fill('Walks')
    await chloe.getByLabel('Section of the return').fill('Walks')
    await chloe
      .getByLabel('What counts')
      .fill('Walks to or from school that trained staff led in the period.')
    await chloe.getByRole('button', { name: 'Add this breakdown' }).click()
    await chloe.getByLabel('What it is by').fill('Time of day')
    await chloe.getByRole('textbox', { name: 'Categories' }).fill('Morning = AM\nAfternoon = PM')
    await seen(chloe, 'figure')
    await chloe.getByRole('button', { name: 'Save this figure' }).click()
    await heading(chloe).filter({ hasText: 'Figures' }).waitFor()
    await follow(chloe, 'Add a figure', 'Add a figure')
    await chloe.getByLabel('How is it measured?').selectOption('proportion')
    await chloe.getByLabel('Name of the figure').fill('Pupils who feel safer')
    await chloe.getByLabel('What the first half is called').fill('Pupils who feel safer')
    await chloe.getByLabel('What it is out of').fill('Pupils who answered')
    await chloe.getByLabel('What counts').fill('Pupils who say that they feel safer, of all who answered.')
    await chloe.getByText('Change how it is read').click()
    await chloe.getByLabel('A baseline is recorded before the first return').check()
    await chloe.getByRole('button', { name: 'Save this figure' }).click()
    await heading(chloe).filter({ hasText: 'Figures' }).waitFor()
    await chloe.getByText('Copy figures of another programme').click()
    await chloe.getByLabel('Of which programme?').selectOption({ label: 'Inclusion CPD Grants' })
    await chloe.getByLabel('Grant spent (CPD-FI1)').check()
    await chloe.getByRole('button', { name: 'Copy these figures' }).click()
    await chloe.getByText('1 figure is copied.').waitFor()
    await chloe.getByRole('button', { name: 'Move up Pupils who feel safer' }).click()
    await chloe.getByText('Pupils who feel safer is moved up.').waitFor()
    await seen(chloe, 'figures')
    const rows = async () => {
      const names = await chloe.getByRole('rowheader').allInnerTexts()
      return names.map((row) => row.replaceAll(/\s+/g, ' '))
    }
    await expect
      .poll(rows)
      .toEqual(['Pupils who feel safer SRS-OC1', 'Walks led SRS-OP1', 'Grant spent SRS-FI1'])
  })

  it('has a rule between figures, written as a sentence from what is chosen', async () => {
    await part(chloe, 'What must hold between figures')
    const figures = chloe.getByLabel('Figure', { exact: true })
    await figures.first().selectOption({ label: 'Walks led' })
    await chloe.getByRole('button', { name: 'Add this rule' }).click()
    await chloe.getByRole('link', { name: 'Choose a figure of the second side' }).waitFor()
    await figures.last().selectOption({ label: 'Pupils who feel safer: pupils who answered' })
    await chloe.getByText('Walks led is at most pupils who answered.').waitFor()
    await chloe.getByRole('button', { name: 'Add this rule' }).click()
    await chloe.getByText('The rule is added').waitFor()
    await seen(chloe, 'rules')
  })

  it('has boroughs, amounts from which tiers follow, and windows that are proposed', async () => {
    await part(chloe, 'Boroughs')
    for (const borough of ['Camden', 'Hackney']) await chloe.getByLabel(borough, { exact: true }).check()
    await seen(chloe, 'boroughs')
    await saveAndContinue(chloe, 'Amounts')
    await part(chloe, 'Decisions')
    await chloe.getByLabel('Reference').fill('PCD 1769')
    await chloe.getByRole('button', { name: 'Save and continue' }).click()
    await chloe.getByRole('link', { name: /^PCD 1769 is on record already/ }).click()
    await chloe.getByLabel('Reference').fill('PCD 9001')
    await chloe.getByLabel('What it is called').fill('Safe Routes to School')
    await chloe.getByLabel('Pounds for 2025-26').fill('60,000')
    await seen(chloe, 'decisions')
    await saveAndContinue(chloe, 'Amounts')
    expect(await chloe.getByLabel('Which published decision').inputValue()).toBe('PCD 9001')
    await chloe.getByText('The same amount for every borough').click()
    await chloe.getByLabel('Pounds').fill('25,000')
    await chloe.getByRole('button', { name: 'Put it in' }).click()
    await chloe.getByLabel('Hackney, 2025-26').fill('lots')
    await chloe.getByRole('button', { name: 'Save and continue' }).click()
    await chloe.getByRole('link', { name: /^Give what Hackney is awarded in 2025-26 as pounds/ }).click()
    await chloe.getByLabel('Hackney, 2025-26').and(chloe.locator(':focus')).waitFor()
    await chloe.keyboard.type('45,000')
    await expect.poll(() => chloe.getByLabel('Hackney, 2025-26').inputValue()).toContain('45,000')
    await chloe.getByLabel('Hackney, 2025-26').fill('45,000')
    await expect
      .poll(() => chloe.getByRole('row', { name: /^Hackney/ }).innerText())
      .toContain('Standard tier')
    await seen(chloe, 'amounts')
    await saveAndContinue(chloe)
    await part(chloe, 'Collection windows')
    await seen(chloe, 'windows')
    await saveAndContinue(chloe)
    await chloe
      .getByRole('link', { name: /come to £70,000\.00, and it gives £60,000\.00/ })
      .waitFor({ state: 'visible' })
  })

  it('has profiles, pasted from a spreadsheet, and a baseline', async () => {
    await part(chloe, 'Profiles and baselines')
    await follow(chloe, 'Walks led', 'Profile of “Walks led”')
    const camden = chloe.getByLabel(`Camden, ${quarter}`)
    await camden.fill('many')
    await chloe.getByRole('button', { name: 'Save this profile' }).click()
    await chloe.getByRole('link', { name: /^Give the profile of Camden for October/ }).click()
    await pasteInto(camden, 'Borough\tQ4 2025-26\tQ3 2025-26\nHackney\t200\t100\nCamden\t80\t50\nKent\t1\t2')
    await chloe.getByText('4 numbers are put in, 2 are not.').waitFor()
    expect(await camden.inputValue()).toBe('50')
    await seen(chloe, 'profile')
    await chloe.getByRole('button', { name: 'Save this profile' }).click()
    await heading(chloe).filter({ hasText: 'Profiles and baselines' }).waitFor()
    await follow(chloe, 'Pupils who feel safer', 'Profile of “Pupils who feel safer”')
    await chloe.getByText('The same profile for every borough').click()
    await chloe.getByLabel('Percentage').fill('50')
    await chloe.getByRole('button', { name: 'Put it in' }).click()
    await chloe.getByLabel('Hackney, Pupils who feel safer').fill('30')
    await chloe.getByLabel('Hackney, Pupils who answered').fill('60')
    await chloe.getByRole('button', { name: 'Save this profile' }).click()
    await chloe.getByRole('link', { name: /^Give the first day of the baselines/ }).click()
    await chloe.getByLabel('Measured from').fill('1 4 2025')
    await chloe.getByLabel('Measured until').fill('31 7 2025')
    await chloe.getByLabel('Where the numbers come from').fill('A survey in summer 2025.')
    await seen(chloe, 'baseline')
    await chloe.getByRole('button', { name: 'Save this profile' }).click()
    await heading(chloe).filter({ hasText: 'Profiles and baselines' }).waitFor()
    await expect
      .poll(() => chloe.getByRole('row', { name: /^Pupils who feel safer/ }).innerText())
      .toMatch(/2 given here\s+1 given here/)
    await seen(chloe, 'plans')
  })

  it('is written by two at once, and neither loses what they typed', async () => {
    leila = await as('Leila Haddad', draft)
    await part(chloe, 'About the programme')
    await part(leila, 'Collection windows')
    await leila.getByLabel('Due on').last().fill('15/5/2026')
    await saveAndContinue(leila)
    await chloe.getByLabel('What it is for').fill('Safer ways to school, in Camden and Hackney.')
    await chloe.getByRole('button', { name: 'Save and continue' }).click()
    await chloe.getByText(/^Leila Haddad saved this draft on 20 January 2026/).waitFor()
    await seen(chloe, 'conflict')
    await chloe.getByRole('button', { name: 'Save mine too' }).click()
    await chloe.getByRole('heading', { name: 'What to write' }).waitFor()
    await part(chloe, 'Collection windows')
    await expect.poll(() => chloe.getByLabel('Due on').last().inputValue()).toBe('15 May 2026')
  })

  it('is tried before it is proposed: the return as its lead would see it', async () => {
    await part(chloe, 'Dry run')
    await chloe.getByText('2 boroughs would see it, in 4 returns.').waitFor()
    await chloe.getByLabel('The return of').selectOption({ label: 'Hackney' })
    await chloe.getByRole('heading', { name: 'Hackney, October to December 2025 (2025-26 Q3)' }).waitFor()
    const walks = chloe.getByRole('row', { name: /^Walks led/ })
    await expect
      .poll(() => walks.innerText())
      .toMatch(/New.*Time of day \(new\): Morning; Afternoon\s+–\s+100$/s)
    await seen(chloe, 'dry-run')
    await go(chloe, draft)
    await chloe.getByRole('button', { name: 'Propose it' }).click()
    await chloe.getByText(/^It is proposed/).waitFor()
    await seen(chloe, 'proposed')
  })

  it('is sent back by an evaluator with a reason, put right, and published by her', async () => {
    await go(leila, draft)
    await leila.getByText('Send it back instead').click()
    await leila.getByRole('button', { name: 'Send it back' }).click()
    await leila.getByRole('link', { name: /^Write a sentence that says why/ }).click()
    await leila.locator('textarea:focus').waitFor()
    await leila.keyboard.type('Say in a hint that a walk counts once.')
    await leila.getByRole('button', { name: 'Send it back' }).click()
    await leila.getByText(/^It is sent back/).waitFor()
    await go(chloe, draft)
    await chloe.getByText('Leila Haddad sent it back: Say in a hint that a walk counts once.').waitFor()
    await part(chloe, 'Figures')
    await follow(chloe, 'Walks led', '“Walks led”')
    await chloe.getByLabel('Hint (optional)').fill('Count a walk once, however many pupils came.')
    await chloe.getByRole('button', { name: 'Save this figure' }).click()
    await heading(chloe).filter({ hasText: 'Figures' }).waitFor()
    await go(chloe, draft)
    await chloe.getByRole('button', { name: 'Propose it' }).click()
    await chloe.getByText(/^It is proposed/).waitFor()
    await go(leila, draft)
    await seen(leila, 'decide')
    await leila.getByRole('button', { name: 'Publish it' }).click()
    await leila.getByText(/boroughs? will see it, in \d+ returns?\./).waitFor()
    await seen(leila, 'before-publishing')
    await leila.getByRole('button', { name: 'Yes, publish it' }).click()
    // Camden has no lead yet.
    await leila.getByText('It is published. 2 returns are open now, and 1 lead is written to.').waitFor()
    await go(leila, '/framework')
    const row = leila.getByRole('row', { name: /^Safe Routes to School/ })
    await expect.poll(() => row.innerText()).toMatch(/Published by Leila Haddad.*as Chloe Bright proposed/s)
    await seen(leila, 'frameworks')
    await follow(leila, name, name)
  })

  it('can be given to a lead of a borough that has none for it', async () => {
    const noor = await as('Noor Rahman', '/people')
    await noor.getByText('Invite a person').click()
    await noor.getByLabel('Name', { exact: true }).fill('Amira Nasser')
    await noor.getByLabel('Email address at work').fill('amira.nasser@camden.example')
    await noor.getByLabel('Borough lead').check()
    await noor.getByLabel('For which authority?').selectOption({ label: 'Camden' })
    await noor.getByLabel('In which programme?').selectOption({ label: name })
    await noor.getByRole('button', { name: 'Send the invitation' }).click()
    await noor.getByText('An invitation was sent to amira.nasser@camden.example.').waitFor()
  })

  it('has its first return open, and the lead of Hackney files it', async () => {
    // It opened as it was published: nobody waits for the hour.
    const priya = await as('Priya Nair')
    await follow(priya, /Safe Routes to School, Hackney/, /Safe Routes to School, Hackney/)
    await follow(priya, 'Walks', 'Walks')
    await priya
      .locator('.app-grid__cell--profile', { hasText: /^100none so far this year$/ })
      .first()
      .waitFor()
    await priya
      .locator('.app-grid__cell--baseline', { hasText: /^50\.0%$/ })
      .first()
      .waitFor()
    await seen(priya, 'return')
    await priya.getByLabel('Pupils who feel safer, Pupils who feel safer', { exact: true }).fill('60')
    await priya.getByLabel('Pupils who answered, Pupils who feel safer', { exact: true }).fill('80')
    await priya.getByLabel('Walks, Walks led', { exact: true }).fill('90')
    await priya.getByLabel('Walks, Walks led, Time of day: Morning').fill('50')
    await priya.getByLabel('Walks, Walks led, Time of day: Afternoon').fill('40')
    await priya
      .getByText(/^This should be so, and is not: walks led is at most pupils who answered/)
      .first()
      .waitFor()
    await priya.getByLabel('Pupils who answered, Pupils who feel safer', { exact: true }).fill('120')
    await saved(priya)
    await follow(priya, 'Next: Money', 'Money')
    await priya.getByLabel('Spent, Grant spent', { exact: true }).fill('12,000')
    await saved(priya)
    for (const section of ['walks', 'money']) {
      await go(priya, `/returns/${returnId}/sections/${section}`)
      await explainEverything(priya, 'It is the first quarter of the programme, and work began in November.')
    }
    await go(priya, `/returns/${returnId}/check`)
    await priya.getByRole('button', { name: 'Send for sign-off' }).click()
    await priya.getByText('Awaiting sign-off').first().waitFor()
  })

  it('is signed by the certifier and accepted by an evaluator', async () => {
    const owen = await as('Owen Clarke', `/returns/${returnId}/sign-off`)
    await owen.getByRole('checkbox', { name: /To the best of my knowledge/ }).check()
    await owen.getByRole('button', { name: 'Sign and submit' }).click()
    await heading(owen).filter({ hasText: 'Receipt' }).waitFor()
    const sam = await as('Sam Whitfield', `/reviews/${returnId}`)
    await sam.getByRole('button', { name: 'Take this return' }).first().click()
    await acceptDoubted(sam)
    await sam.getByRole('button', { name: 'Accept this return' }).click()
    await sam.getByText(/^Accepted\. Hackney was told/).waitFor()
    await go(sam, '/programmes/SRS?period=FY2025-26-Q3')
    // 90 walks where Hackney planned 100.
    await expect
      .poll(() => sam.getByRole('row', { name: /^Walks led/ }).innerText())
      .toMatch(/\b90\b.*Sum\s+1\s+100\s+On profile$/s)
  })

  it('has a definition changed afterwards: old beside new, the class as one goes, a bridge', async () => {
    await go(leila, '/framework/SRS')
    await follow(leila, 'Change what it asks', 'Change the framework')
    await leila.getByRole('button', { name: 'Begin the draft' }).click()
    await leila.getByRole('heading', { name: 'What to write' }).waitFor()
    draft = new URL(leila.url()).pathname
    await part(leila, 'Figures')
    await follow(leila, 'Pupils who feel safer', /Change “Pupils who feel safer”/)
    await leila.getByLabel('Name of the figure').fill('Pupils feeling safer')
    await expect.poll(() => leila.getByLabel('Patch', { exact: true }).isChecked()).toBe(true)
    await leila.getByLabel('What it is out of').fill('Pupils who took part')
    await leila.getByText('What it is out of: “Pupils who took part”, was “Pupils who answered”.').waitFor()
    await expect.poll(() => leila.getByLabel('Major', { exact: true }).isChecked()).toBe(true)
    await leila.getByText(/the bridge period, boroughs give both/).waitFor()
    await leila.getByLabel('Minor', { exact: true }).check()
    await leila.getByText(/^Error: Choose major: changing what it is out of/).waitFor()
    await leila.getByLabel('Major', { exact: true }).check()
    await seen(leila, 'change')
    await leila.getByRole('button', { name: 'Save this figure' }).click()
    await leila.getByRole('heading', { level: 1, name: /Figures$/ }).waitFor()
    await part(leila, 'Dry run')
    await leila.getByText('2 boroughs would see it, in 2 returns.').waitFor()
    await leila.getByRole('row', { name: /^Pupils who feel safer, as counted before/ }).waitFor()
    await seen(leila, 'dry-run-change')
  })

  it('no browser complained of anything on the way', () => {
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual(conflicts)
  })
})

/** The browser reports the save that came too late as an error. */
const conflicts = [expect.stringContaining('409')]

/** Pastes a text as a spreadsheet puts it on the clipboard. */
const pasteInto = (field: Locator, text: string): Promise<void> =>
  field.evaluate((element, plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

/** Types a day into its three fields. */
async function type(page: Page, legend: string, day: string): Promise<void> {
  const group = page.getByRole('group', { name: legend })
  const labels = ['Day', 'Month', 'Year']
  for (const [index, text] of day.split(' ').entries()) await group.getByLabel(labels[index]!).fill(text)
}
