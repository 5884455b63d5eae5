/** People come, are looked at again and go; and what was done stands in a trail that can be searched and checked. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, heading, signIn } from './support/visitors.ts'

const camden = 'APM-E09000007-FY2025-26-Q3'
const browser = await launchBrowser()

describe.skipIf(browser === null)('People who leave', () => {
  let service: Running
  let noor: Page
  let ruth: Page

  beforeAll(async () => {
    service = await startDemonstration()
    noor = (await signIn(browser!, service, 'Noor Rahman')).page
    ruth = (await signIn(browser!, service, 'Ruth Okafor')).page
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  const told = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor()

  it('are invited until a day, and asked twice to a role that checks another of theirs', async () => {
    await go(noor, '/people')
    await noor.getByText('Invite a person').click()
    await noor.getByLabel('Name', { exact: true }).fill('Ruth Okafor')
    await noor.getByLabel('Email address at work').fill('ruth.okafor@demo.example')
    const email = await noor
      .getByText(/^ruth.*@/)
      .first()
      .innerText()
    await noor.getByLabel('Email address at work').fill(email)
    await noor.getByLabel('Borough certifier').check()
    await noor.getByLabel('For which authority?').selectOption({ label: 'Camden' })
    await noor.getByLabel('Day', { exact: true }).fill('31')
    await noor.getByLabel('Month', { exact: true }).fill('3')
    await noor.getByLabel('Year', { exact: true }).fill('2026')
    await noor.getByRole('button', { name: 'Send the invitation' }).click()
    await told(noor, /they would sign what they send/)
    await noor.getByLabel('I know this, and invite them all the same').check()
    await takePictures(noor, 'people-conflict')
    await noor.getByRole('button', { name: 'Send the invitation' }).click()
    await told(noor, /An invitation was sent to/)
    await told(noor, /the role ends after 31 March 2026/)
    await noor.getByRole('button', { name: /^Send again the invitation of Ruth Okafor/ }).click()
    await noor.getByRole('button', { name: 'Yes, send again' }).click()
    await told(noor, 'Send it all the same?')
    await takePictures(noor, 'people-conflict-again')
    await noor.getByRole('button', { name: 'Yes, send again' }).click()
    await told(noor, /^The invitation was sent to \S+ again\./)
    expect(await accessibilityFaults(noor)).toEqual([])
  })

  it('are looked at again: who can see what, last used, and still right', async () => {
    await noor.getByRole('link', { name: 'Review who can see what' }).click()
    await heading(noor).filter({ hasText: 'Access review' }).waitFor()
    await noor.getByLabel('Authority').selectOption({ label: 'Hackney' })
    await noor.getByRole('button', { name: 'Show', exact: true }).click()
    await noor.waitForURL(/gssCode=E09000012/)
    await told(noor, /^3 people$/)
    await takePictures(noor, 'access-review')
    const row = noor.getByRole('row', { name: /Owen Clarke/ })
    await row.getByRole('button', { name: /^Confirm/ }).click()
    await noor.getByRole('button', { name: 'Yes, confirm' }).click()
    await told(noor, 'You confirmed that the access of Owen Clarke is still right.')
    await row.getByText(/Confirmed 20 January 2026 by Noor Rahman/).waitFor()
    expect(await accessibilityFaults(noor)).toEqual([])
  })

  it('pass on what they hold, knowingly, and are gone', async () => {
    await go(noor, '/people/leila-haddad/leaving')
    await heading(noor).getByText('Leila Haddad leaves').waitFor()
    const takesOver = noor.getByLabel('Who takes this over?').first()
    await takesOver.selectOption({ label: 'Sam Whitfield' })
    await takePictures(noor, 'leaving')
    expect(await accessibilityFaults(noor)).toEqual([])
    const leila = (await signIn(browser!, service, 'Leila Haddad', '/reviews')).page
    await noor.getByRole('button', { name: 'Continue' }).click()
    await told(noor, 'Choose when Leila Haddad leaves')
    for (const select of await noor.getByLabel('Who takes this over?').all())
      if ((await select.inputValue()) === '') await select.selectOption({ index: 1 })
    await noor.getByLabel(/^Now,/).check()
    await noor.getByRole('button', { name: 'Continue' }).click()
    await told(noor, /^Leila Haddad is signed out now/)
    await takePictures(noor, 'leaving-check')
    expect(await accessibilityFaults(noor)).toEqual([])
    await noor.getByRole('button', { name: 'Yes, record that Leila Haddad leaves' }).click()
    await told(noor, /Leila Haddad has left: their roles ended/)
    await told(noor, 'Leila Haddad holds no role now.')
    await leila.reload()
    await leila.waitForURL(/\/sign-in/)
  })

  it('on a day to come are warned of, and can be taken back', async () => {
    await go(noor, '/people/owen-clarke/leaving')
    await noor.getByLabel('At the end of a day').check()
    await noor.getByRole('button', { name: 'Continue' }).click()
    await told(noor, 'Enter the last day, for example 31 3 2026')
    await noor.getByLabel('Day', { exact: true }).fill('31')
    await noor.getByLabel('Month', { exact: true }).fill('3')
    await noor.getByLabel('Year', { exact: true }).fill('2026')
    await noor.getByLabel('I know this, and Owen Clarke leaves all the same').check()
    await takePictures(noor, 'leaving-warned')
    await noor.getByRole('button', { name: 'Continue' }).click()
    await noor.getByRole('button', { name: 'Yes, record that Owen Clarke leaves' }).click()
    await told(noor, 'It is recorded. Owen Clarke leaves at the end of 31 March 2026.')
    await takePictures(noor, 'leaving-recorded')
    await noor.getByRole('button', { name: /^Take this back/ }).click()
    await noor.getByRole('button', { name: 'Yes, take this back' }).click()
    await told(noor, 'Owen Clarke stays. Everything goes on as it was.')
  })

  it('stand in a trail that is searched, read and checked', async () => {
    await go(noor, '/audit?from=2026-13-45')
    await told(noor, 'Enter a real date, for example 14 2 2026')
    await expect.poll(() => noor.title()).toMatch(/^Error: /)
    await noor.getByLabel('From day').fill('')
    await noor.getByLabel('Return: authority').selectOption({ label: 'Camden' })
    await noor.getByRole('button', { name: 'Search' }).click()
    await told(noor, 'Choose programme, authority and period: together they name a return')
    await expect.poll(() => noor.getByRole('row').count()).toBe(0)
    await takePictures(noor, 'audit-refused')
    await noor.getByLabel('Return: programme').selectOption({ label: 'AP/PRU Mentoring' })
    await noor.getByLabel('Return: period').selectOption('FY2025-26-Q3')
    await noor.getByLabel('Figure').selectOption('APM-OC4')
    await noor.getByRole('button', { name: 'Search' }).click()
    await noor.waitForURL(
      ({ searchParams: asked }) =>
        asked.get('return') === 'APM-E09000007-FY2025-26-Q3' && asked.get('indicator') === 'APM-OC4',
    )
    await told(
      noor,
      /figure Young people with fewer behaviour incidents \(APM-OC4\), of Camden, AP\/PRU Mentoring, October to December 2025 \(2025-26 Q3\)$/,
    )
    await expect.poll(() => noor.getByRole('row').count()).toBeGreaterThan(1)
    await noor.getByRole('link', { name: 'Show everything' }).click()
    await noor.waitForURL(/\/audit$/)
    await noor.getByLabel('From day').fill('1 January 2026')
    await noor.getByLabel('Person').selectOption({ label: 'Leila Haddad' })
    await noor.getByLabel('What was done').selectOption({ label: 'Person: leave' })
    await noor.getByRole('button', { name: 'Search' }).click()
    await noor.waitForURL(/person=leila-haddad/)
    await told(noor, /by or about Leila Haddad/)
    await expect.poll(() => noor.getByRole('row').count()).toBe(2)
    await takePictures(noor, 'audit-search')
    await noor.getByRole('link', { name: /in full/ }).click()
    await heading(noor).getByText('Person: leave').waitFor()
    await noor.getByText('The event as it is stored').click()
    await takePictures(noor, 'audit-event')
    expect(await accessibilityFaults(noor)).toEqual([])
    await go(noor, '/audit/check')
    await noor.getByRole('button', { name: 'Check it now' }).click()
    await told(noor, 'The audit trail is whole.')
    await takePictures(noor, 'audit-check')
    expect(await accessibilityFaults(noor)).toEqual([])
  })

  it('and a filer reads each figure from what to what', async () => {
    await go(ruth, `/returns/${camden}/history`)
    const choice = ruth.getByLabel('Show the history of')
    await choice.selectOption('APM-OP1')
    await ruth.getByRole('button', { name: 'Show', exact: true }).click()
    await ruth.waitForURL(/figure=APM-OP1/)
    await told(ruth, 'From blank to 1.5')
    await takePictures(ruth, 'figure-history')
    expect(await accessibilityFaults(ruth)).toEqual([])
  })
})
