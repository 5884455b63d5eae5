/** Production: `serve` with its settings, a code by mail from a real SMTP server, and nothing of the demonstration. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeIn, openMailServer, type MailServer } from '../support/mail-server.ts'
import { launchBrowser } from './support/browser.ts'
import { freePort, newFolder, removeFolder, runProgram, startProgram } from './support/running.ts'
import { heading, visit, type Visitor } from './support/visitors.ts'

const email = 'ada.mensah@london.example'

const browser = await launchBrowser()

describe.skipIf(browser === null)('Signing in to serve', () => {
  const folder = newFolder()
  let mail: MailServer
  let settings: Record<string, string>
  let stop: () => Promise<void>
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    mail = await openMailServer()
    const port = String(await freePort())
    settings = {
      PORT: port,
      DATABASE_URL: join(folder, 'returns.sqlite'),
      ORIGIN: `http://localhost:${port}`,
      AUTH_SECRET: 'a secret of this journey, and of no other',
      SMTP_URL: mail.url,
    }
  })
  afterAll(async () => {
    await browser?.close()
    await stop?.()
    await mail.stop()
    removeFolder(folder)
  })

  const letter = async (subject: RegExp): Promise<string> => {
    const find = () => mail.received.findLast((each) => subject.test(each.subject))
    await expect.poll(find).toBeDefined()
    return find()!.text
  }

  it('serve does not start without a setting, or with the demonstration, and says which it is', async () => {
    const faults = []
    for (const missing of ['DATABASE_URL', 'ORIGIN', 'AUTH_SECRET', 'SMTP_URL']) {
      const { [missing]: _, ...others } = settings
      const { code, said } = await runProgram('serve', others)
      faults.push([missing, code, said.includes(`${missing} is not set`)])
    }
    expect(faults).toEqual([
      ['DATABASE_URL', 1, true],
      ['ORIGIN', 1, true],
      ['AUTH_SECRET', 1, true],
      ['SMTP_URL', 1, true],
    ])
    const demonstrating = await runProgram('serve', { ...settings, DEMONSTRATION: '1' })
    expect(demonstrating).toMatchObject({
      code: 1,
      said: expect.stringContaining('DEMONSTRATION must not be 1'),
    })
  })

  it('the first administrator is invited by a command, and the letter arrives', async () => {
    const { code, said } = await runProgram('invite-administrator', settings, [email, 'Ada Mensah'])
    expect(said).toContain(`Invited ${email}`)
    expect(code).toBe(0)
    expect(await letter(/invited/i)).toContain(settings['ORIGIN'])
    expect(mail.received.map(({ to }) => to)).toEqual([[email]])
  })

  it('she asks for a code in the browser; a wrong one is refused, the one in the letter signs her in', async () => {
    stop = await startProgram('serve', settings)
    visitor = await visit(browser!, { url: settings['ORIGIN']! })
    page = visitor.page
    await page.goto('/people')
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await heading(page).filter({ hasText: 'Enter your code' }).waitFor()
    const code = codeIn(await letter(/code/i))
    await page.getByLabel('Code').fill(code === '000000' ? '111111' : '000000')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.title()).toMatch(/^Error: /)
    await page.getByLabel('Code').fill(code)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await heading(page).filter({ hasText: 'People' }).waitFor()
    await expect.poll(() => page.getByRole('banner').innerText()).toContain('Ada Mensah')
  })

  it('a stranger is told the same and gets no letter', async () => {
    const stranger = await visit(browser!, { url: settings['ORIGIN']! })
    const before = mail.received.length
    for (const asked of ['nobody@elsewhere.example', email]) {
      await stranger.page.goto('/sign-in')
      await stranger.page.getByLabel('Email address').fill(asked)
      await stranger.page.getByRole('button', { name: 'Send me a code' }).click()
      await heading(stranger.page).filter({ hasText: 'Enter your code' }).waitFor()
    }
    // Letters leave in the order in which they were written: hers would have come before the one that came.
    await expect.poll(() => mail.received.length).toBeGreaterThan(before)
    expect(mail.received.slice(before).map(({ to }) => to)).toEqual([[email]])
  })

  it('nothing of the demonstration is there', async () => {
    const { request } = page.context()
    const answers = await Promise.all([
      request.get('/api/demo/people'),
      request.post('/api/demo/sign-in', { data: { personId: 'ruth-okafor' } }),
      request.post('/demo/sign-in', { form: { personId: 'ruth-okafor' } }),
      request.get('/demo/mail'),
    ])
    expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404, 404])
    await expect.poll(() => page.getByText('Demonstration').count()).toBe(0)
  })

  it('signing out ends the session', async () => {
    const cookies = await page.context().cookies()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in**')
    await heading(page).filter({ hasText: 'Sign in' }).waitFor()
    await page.context().addCookies(cookies)
    expect((await page.request.get('/api/me')).status()).toBe(401)
  })
})
