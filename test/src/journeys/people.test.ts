/** Long pages about people: each act says what came of it where the person looks, and asks only about itself. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeIn } from '../support/mail-server.ts'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Watched } from './support/running.ts'
import { go, heading, signIn, visit } from './support/visitors.ts'

const browser = await launchBrowser()

describe.skipIf(browser === null)('Pages about people', () => {
  let service: Watched
  let noor: Page

  beforeAll(async () => {
    service = await startDemonstration()
    noor = (await signIn(browser!, service, 'Noor Rahman')).page
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  it('ask about two roles that check each other beside what asks, and nowhere else', async () => {
    await go(noor, '/people')
    await inviteRuth(noor)
    const question = noor.getByRole('group', { name: 'They would hold two roles that check each other' })
    await question.getByLabel('I know this, and invite them all the same').check()
    await noor.getByRole('button', { name: 'Send the invitation' }).click()
    await inSight(noor, /^An invitation was sent to/)
    expect(await question.count()).toBe(0)
    expect(await noor.getByLabel('Name', { exact: true }).inputValue()).toBe('')
    await noor.getByRole('button', { name: /^Send again the invitation of Ruth Okafor/ }).click()
    await noor.getByRole('button', { name: 'Yes, send again' }).click()
    await inSight(noor, /Send it all the same\?$/)
    const box = noor.getByRole('group', { name: /Send it all the same\?$/ })
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await question.count()).toBe(0)
    expect(await noor.getByRole('heading', { name: 'There is a problem' }).count()).toBe(0)
    expect(await accessibilityFaults(noor)).toEqual([])
    await noor.getByRole('button', { name: 'Yes, send again' }).click()
    await inSight(noor, /^The invitation was sent to \S+ again\./)
  })

  it('have what waits for an answer before everybody who has access', async () => {
    const tables = await noor.getByRole('table').locator('caption').allInnerTexts()
    expect(tables).toEqual(['Invitations not accepted yet', expect.stringMatching(/^\d+ people$/)])
    await takePictures(noor, 'people')
    await noor.getByRole('button', { name: /^Withdraw the invitation of Ruth Okafor/ }).click()
    await noor.getByRole('button', { name: 'Yes, withdraw' }).click()
    await inSight(noor, /^The invitation of Ruth Okafor as Borough certifier, Camden is withdrawn\.$/)
    const row = noor
      .getByRole('table', { name: 'Invitations not accepted yet' })
      .getByRole('row', { name: /Ruth/ })
    await row.waitFor({ state: 'detached' })
  })

  it('tell whoever comes too late for an invitation whom to ask, and offer nothing else', async () => {
    const { page, context, complaints } = await visit(browser!, service)
    await page.goto('/sign-in')
    await page.getByLabel('Email address').fill(jo)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await heading(page).filter({ hasText: 'Enter your code' }).waitFor()
    await expect.poll(() => codesFor(service, jo)).toHaveLength(1)
    await page.getByLabel('Code').fill(codesFor(service, jo)[0]!)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await heading(page).filter({ hasText: 'Your work' }).waitFor()
    const told =
      'Your invitation to be borough certifier of Barnet for AP/PRU Mentoring ran out on 28 December 2025. Ask Noor Rahman, who invited you, to send it again.'
    await page.getByText(told).waitFor()
    expect(await page.getByRole('main').innerText()).toBe(`Your work\n\n${told}`)
    await takePictures(page, 'home-invitation-run-out')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('confirm the access of several at once, and say how many', async () => {
    await go(noor, '/people/access?gssCode=E09000012')
    const button = noor.getByRole('button', { name: /^Confirm the/ })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await noor.getByLabel('Still right: Owen Clarke').check()
    await noor.getByLabel('Still right: Priya Nair').check()
    await takePictures(noor, 'access-selected')
    expect(await accessibilityFaults(noor)).toEqual([])
    await noor.getByRole('button', { name: 'Confirm the 2 selected people' }).click()
    await inSight(noor, /^You confirmed that the access of 2 people is still right\.$/)
    const owen = noor.getByRole('row', { name: /Owen Clarke/ })
    await owen.getByText(/Confirmed 20 January 2026 by Noor Rahman/).waitFor()
    expect(await noor.getByLabel('Still right: Owen Clarke').isChecked()).toBe(false)
  })

  it('show letters that were not delivered, to be sent again or dealt with', async () => {
    loseLetters(service)
    await go(noor, '/')
    await noor.getByRole('link', { name: '2 letters were not delivered' }).click()
    await noor.getByText('getaddrinfo ENOTFOUND mail.example').first().waitFor()
    await takePictures(noor, 'letters')
    expect(await accessibilityFaults(noor)).toEqual([])
    await noor.getByRole('button', { name: /^Send again “Accepted: Camden”/ }).click()
    await noor.getByRole('button', { name: 'Yes, send again' }).click()
    await inSight(noor, /^“Accepted: Camden” is sent to ruth@gone\.example again\.$/)
    await noor.getByRole('button', { name: /^Mark as dealt with “Accepted: Hackney”/ }).click()
    await noor.getByText('May have arrived').waitFor()
    await noor.getByRole('button', { name: 'Yes, mark as dealt with' }).click()
    await inSight(noor, /^“Accepted: Hackney” to priya@gone\.example is dealt with\.$/)
    await noor.getByText('Every letter was delivered or dealt with.').waitFor()
  })

  it('and the queue’s service levels are set from a day on', async () => {
    const { page: leila } = await signIn(browser!, service, 'Leila Haddad', '/reviews')
    await leila.getByRole('link', { name: 'Service levels' }).click()
    await leila.getByRole('heading', { name: 'Set a level from a day on' }).waitFor()
    await leila.getByRole('button', { name: 'Set the level' }).click()
    await inSight(leila, /^Enter a number of working days from 1 to 100$/)
    await leila.getByLabel('Programme').selectOption({ label: 'Inclusion CPD Grants' })
    await leila.getByLabel('Working days').fill('5')
    await leila.getByLabel('Day', { exact: true }).fill('1')
    await leila.getByLabel('Month', { exact: true }).fill('4')
    await leila.getByLabel('Year', { exact: true }).fill('2026')
    await leila.getByRole('button', { name: 'Set the level' }).click()
    await inSight(
      leila,
      /^What is submitted from Wednesday 1 April 2026 on is reviewed within 5\sworking\sdays\.$/,
    )
    await leila.getByRole('row', { name: /Inclusion CPD Grants.*1 April 2026.*To come/ }).waitFor()
    await takePictures(leila, 'service-levels')
    expect(await accessibilityFaults(leila)).toEqual([])
  })
})

const jo = 'jo-ferris@demonstration.example'

/** The codes that were sent to an address. */
function codesFor({ folder }: Watched, recipient: string): string[] {
  const mail = join(folder, 'mail')
  const letters = readdirSync(mail).map((name) => readFileSync(join(mail, name), 'utf8'))
  return letters
    .filter((text) => text.startsWith(`To: ${recipient}\n`) && /^Subject: .*code/m.test(text))
    .map((text) => codeIn(text.slice(text.indexOf('\n\n'))))
}

/** Two letters that were given up or may have arrived, as the service keeps them. */
function loseLetters({ folder }: Watched): void {
  const database = new Database(`${folder}/returns.sqlite`)
  const insert = database.prepare(
    `INSERT INTO outbox (id, recipient, subject, text, createdAt, notBefore, attempts, lastError, handedOverAt)
     VALUES (?, ?, ?, 'Text', '2026-01-19T09:00:00.000Z', '2026-01-19T21:00:00.000Z', 12, ?, ?)`,
  )
  const why = 'getaddrinfo ENOTFOUND mail.example'
  insert.run('lost-1', 'ruth@gone.example', 'Accepted: Camden', why, null)
  insert.run('lost-2', 'priya@gone.example', 'Accepted: Hackney', why, '2026-01-19T09:05:00.000Z')
  database.close()
}

async function inviteRuth(page: Page): Promise<void> {
  const email = await page
    .getByText(/^ruth.*@/)
    .first()
    .innerText()
  await page.getByText('Invite a person').click()
  await page.getByLabel('Name', { exact: true }).fill('Ruth Okafor')
  await page.getByLabel('Email address at work').fill(email)
  await page.getByLabel('Borough certifier').check()
  await page.getByLabel('For which authority?').selectOption({ label: 'Camden' })
  await page.getByRole('button', { name: 'Send the invitation' }).click()
}

/** What is said stands in the window, without scrolling. */
async function inSight(page: Page, words: RegExp): Promise<void> {
  const told = page.getByText(words).first()
  await told.waitFor()
  await expect
    .poll(() =>
      told.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return top >= 0 && bottom <= window.innerHeight
      }),
    )
    .toBe(true)
}
