/** A setting becomes an academy: its manager records it, its borough sees it, its head goes on with one history. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, overflowFaults } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { saved } from './support/typing.ts'
import { go, heading, signIn, visit } from './support/visitors.ts'

const camden = '/returns/APM-E09000007-FY2025-26-Q3'
const academy = { name: 'Regent Canal Academy', urn: '150001' }
const before = { name: 'CCfL Key Stage 3 PRU', urn: '134643' }
const email = 'helen-achebe@demonstration.example'
const keptAs = 'Before 1 October 2025 as CCfL Key Stage 3 PRU (134643).'

const browser = await launchBrowser()

describe.skipIf(browser === null)('In the browser,', () => {
  let service: Running

  beforeAll(async () => {
    service = await startDemonstration()
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  const as = async (name: string, at: string): Promise<Page> =>
    (await signIn(browser!, service, name, at)).page
  const date = async (page: Page, group: string, [day, month, year]: readonly string[]) => {
    const fields = page.getByRole('group', { name: group, exact: true })
    await fields.getByLabel('Day').fill(day!)
    await fields.getByLabel('Month').fill(month!)
    await fields.getByLabel('Year').fill(year!)
  }
  const first = ['1', '10', '2025'] as const

  it('a manager records the academy, and is told beside the field what does not fit', async () => {
    const chloe = await as('Chloe Bright', '/settings')
    await chloe.getByText('Record a setting', { exact: true }).click()
    const record = chloe.getByRole('button', { name: 'Record this setting' })
    await record.click()
    await chloe.getByRole('link', { name: 'Give the name of the setting' }).waitFor()
    expect([await accessibilityFaults(chloe), await overflowFaults(chloe)]).toEqual([[], []])
    await chloe.getByLabel('Name', { exact: true }).fill(academy.name)
    await chloe.getByLabel('URN', { exact: true }).fill(academy.urn)
    await chloe.getByLabel('DfE number (LAESTAB)').fill('306/1105')
    await chloe.getByLabel('Type').selectOption('Academy, alternative provision converter')
    await chloe.getByLabel('Authority it lies in').selectOption('Camden (202)')
    await date(chloe, 'Opened on', first)
    await record.click()
    await chloe.getByRole('link', { name: /DfE numbers of Camden begin with 202/ }).waitFor()
    await chloe.getByLabel('DfE number (LAESTAB)').fill('202/1105')
    await record.click()
    await chloe.getByText('Regent Canal Academy is recorded.', { exact: false }).waitFor()
    await chloe.getByLabel('Find a setting by name, number or borough').fill('canal')
    await chloe.getByRole('link', { name: academy.name }).click()
    await heading(chloe).filter({ hasText: academy.name }).waitFor()
  })

  it('says whom it succeeds from when, and which open returns that changes', async () => {
    const chloe = await as('Chloe Bright', `/settings/${before.urn}`)
    await chloe.getByText('Another setting succeeds it').click()
    await chloe
      .getByLabel('Which setting succeeds it?')
      .selectOption(`${academy.name}, Camden (${academy.urn})`)
    await date(chloe, 'From', ['1', '9', '2025'])
    const record = chloe.getByRole('button', { name: 'Record the successor' })
    await record.click()
    await chloe.getByRole('link', { name: /opened on 1 October 2025/ }).waitFor()
    await date(chloe, 'From', first)
    await record.click()
    const told = chloe.getByText(/Regent Canal Academy succeeds CCfL Key Stage 3 PRU\./)
    await told.waitFor()
    expect(await told.innerText()).toContain(
      'In Camden’s return for October to December 2025 (2025-26 Q3): Regent Canal Academy now reports, CCfL Key Stage 3 PRU no longer does.',
    )
    expect([await accessibilityFaults(chloe), await overflowFaults(chloe)]).toEqual([[], []])
    await chloe.getByText('Closed after 30 September 2025').waitFor()
  })

  it('the lead’s open return has the academy, and she invites its head', async () => {
    const ruth = await as('Ruth Okafor', `${camden}/settings`)
    await ruth.getByRole('heading', { name: new RegExp(academy.name) }).waitFor()
    await ruth.getByText(keptAs).waitFor()
    await expect.poll(() => ruth.getByRole('heading', { name: new RegExp(before.name) }).count()).toBe(0)
    await go(ruth, `/settings/${academy.urn}`)
    await ruth.getByText(/Helen Achebe is head of CCfL Key Stage 3 PRU, and does not become head/).waitFor()
    await ruth.getByRole('link', { name: /Invite a head/ }).click()
    await heading(ruth).filter({ hasText: 'People' }).waitFor()
    await ruth.getByText('Invite a person').click()
    await ruth.getByLabel('Name', { exact: true }).fill('Helen Achebe')
    await ruth.getByLabel('Email address at work').fill(email)
    await ruth.getByLabel('Head of a setting').click()
    await ruth.getByLabel('Of which setting?').selectOption(`${academy.name}, Camden`)
    await ruth.getByRole('button', { name: 'Send the invitation' }).click()
    await ruth.getByText(/An invitation was sent to/).waitFor()
  })

  it('the head accepts, and reports beside the past of the setting it was', async () => {
    const ruth = await as('Ruth Okafor', '/')
    const { page: helen } = await visit(browser!, service)
    await helen.goto('/sign-in')
    await helen.getByLabel('Email address').fill(email)
    await helen.getByRole('button', { name: 'Send me a code' }).click()
    await heading(helen).filter({ hasText: 'Enter your code' }).waitFor()
    const codeIn = async () => {
      const letters = await (await helen.request.get('/demo/mail')).text()
      return /sign in to Inclusion Returns is (\d{6})/.exec(letters)?.[1]
    }
    await expect.poll(codeIn, { timeout: 15_000 }).toBeDefined()
    await helen.getByLabel('Code').fill((await codeIn())!)
    await helen.getByRole('button', { name: 'Sign in' }).click()
    await heading(helen).filter({ hasText: 'Your work' }).waitFor()
    await helen
      .getByRole('link', { name: /Regent Canal Academy/ })
      .first()
      .click()
    await heading(helen).filter({ hasText: academy.name }).waitFor()
    await helen.getByText(keptAs).waitFor()
    const possible = helen.locator('#figure-attendance-150001-mentored-2025-26-possible')
    await possible.fill('900')
    await possible.blur()
    await saved(helen)
    expect([await accessibilityFaults(helen), await overflowFaults(helen)]).toEqual([[], []])
    await go(ruth, `${camden}/settings`)
    await ruth.getByText('In progress').first().waitFor()
  })
})
