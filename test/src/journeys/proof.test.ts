/** Proof of what was filed: on paper, as a file, by its code and by letter, good for anybody. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import {
  accessibilityFaults,
  overflowFaults,
  pagesOnPaper,
  still,
  takePictures,
} from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, heading, signIn, visit } from './support/visitors.ts'

const filed = '/returns/APM-E09000007-FY2025-26-Q2'
/** Tower Hamlets' of that quarter, which was filed twice. */
const twice = '/returns/APM-E09000030-FY2025-26-Q2'
const hackney = '/returns/APM-E09000012-FY2025-26-Q3'

const browser = await launchBrowser()

describe.skipIf(browser === null)('Proof', () => {
  let service: Running
  let stranger: Page

  beforeAll(async () => {
    service = await startDemonstration()
    stranger = (await visit(browser!, service)).page
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  const as = async (name: string) => (await signIn(browser!, service, name)).page
  /** The code of the receipt that a page shows. */
  const receiptOn = async (page: Page): Promise<string> => {
    const code = /IR(-[0-9A-F]{4}){4}/
    const main = () => page.getByRole('main').innerText()
    await expect.poll(main).toMatch(code)
    return code.exec(await main())![0]
  }

  it.each([filed, twice])('is on one page of A4: the receipt of %s', async (address) => {
    const leila = await as('Leila Haddad')
    await go(leila, `${address}/receipt`)
    await still(leila)
    expect(await pagesOnPaper(leila)).toBe(1)
    await takePictures(leila, `receipt-${address.slice(13, 22)}`)
    await leila.context().close()
  })

  it('is on paper whole: every section, every breakdown, what was explained, and the receipt', async () => {
    const ruth = await as('Ruth Okafor')
    await go(ruth, `${filed}/check`)
    await ruth.getByRole('heading', { name: 'What changed since last quarter' }).waitFor()
    const folded = ruth.getByRole('rowheader', {
      name: 'Young people who started mentoring. Sex: Female',
      includeHidden: true,
    })
    const send = ruth.getByRole('button', { name: 'Print this page' })
    await send.waitFor()
    await folded.waitFor({ state: 'attached' })
    expect([await folded.isVisible(), await send.isVisible()]).toEqual([false, true])
    const pages = await pagesOnPaper(ruth)
    expect(pages).toBeGreaterThan(4)
    await ruth.emulateMedia({ media: 'print' })
    const printed = await ruth.evaluate(() =>
      [...document.querySelectorAll('details')].map(
        (each) => each.lastElementChild!.getBoundingClientRect().height > 0,
      ),
    )
    expect(printed.length).toBeGreaterThan(4)
    expect(printed).not.toContain(false)
    expect([await folded.isVisible(), await send.isVisible()]).toEqual([true, false])
    const onPaper = await ruth.getByRole('main').innerText()
    for (const words of [
      /IR(-[0-9A-F]{4}){4}, version 1/,
      /[0-9a-f]{64}/,
      /Daniel Marsh/,
      /Work with families/,
    ])
      expect(onPaper).toMatch(words)
    await ruth.context().close()
  })

  it('is the file as filed, to the last character, for whoever has it', async () => {
    const ruth = await as('Ruth Okafor')
    await go(ruth, `${filed}/receipt`)
    const begun = ruth.waitForEvent('download')
    await ruth.getByRole('link', { name: 'Download the return as filed (JSON)' }).click()
    const file = readFileSync(await (await begun).path())
    await ruth.context().close()
    expect(JSON.parse(file.toString('utf8'))).toMatchObject({ return: filed.slice(9), version: 1 })
    const drop = async (buffer: Buffer) => {
      await go(stranger, '/receipts')
      await stranger
        .getByLabel('Or check a file')
        .setInputFiles({ name: 'return.json', mimeType: 'application/json', buffer })
    }
    await drop(file)
    await stranger.getByRole('heading', { level: 1, name: 'This return was filed' }).waitFor()
    await stranger.getByText('The file is exactly what was filed, to the last digit.').waitFor()
    const changed = Buffer.from(file)
    changed[changed.indexOf('"value":') + 8]! ^= 1
    expect(changed.equals(file)).toBe(false)
    await drop(changed)
    await stranger.getByRole('heading', { level: 1, name: 'No return was filed with this receipt' }).waitFor()
    await stranger.getByText('a single character is enough').waitFor()
  })

  it('is found by its code however it is typed, and a code of nothing is told', async () => {
    const leila = await as('Leila Haddad')
    await go(leila, `${twice}/receipt`)
    const reference = await receiptOn(leila)
    const [sha256] = /[0-9a-f]{64}/.exec(await leila.getByRole('main').innerText())!
    await leila.context().close()
    const enter = async (code: string) => {
      await go(stranger, '/receipts')
      await stranger.getByLabel('Receipt or SHA-256').fill(code)
      await stranger.getByRole('button', { name: 'Check', exact: true }).click()
    }
    const spaced = reference.replace('IR-', '').replaceAll('-', ' ').replaceAll('0', 'O')
    for (const code of [reference, reference.toLowerCase(), ` ${reference} `, spaced]) {
      await enter(code)
      await stranger.getByRole('heading', { level: 1, name: 'This return was filed' }).waitFor()
      await stranger.getByText('Tower Hamlets').waitFor()
    }
    expect([await accessibilityFaults(stranger), await overflowFaults(stranger)]).toEqual([[], []])
    // No file was read: nothing is said of one.
    const isOfFile = () => stranger.getByText(/The file is/).count()
    await enter(sha256)
    await stranger.getByText('A return with this SHA-256 was filed.').waitFor()
    expect(await isOfFile()).toBe(0)
    await enter(sha256.replaceAll(/[0-4]/g, '5'))
    await stranger.getByText('No return with this SHA-256 was filed.').waitFor()
    expect(await isOfFile()).toBe(0)
    await enter('IR-0000-0000-0000-0000')
    await stranger.getByRole('heading', { level: 1, name: 'No return was filed with this receipt' }).waitFor()
    await enter('IR-12')
    await stranger.getByRole('link', { name: /^Enter a receipt like/ }).waitFor()
  })

  it('says of a file that is no return what it wants, and calls no receipt false', async () => {
    await go(stranger, '/receipts')
    const file = { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') }
    await stranger.getByLabel('Or check a file').setInputFiles(file)
    await stranger.getByText('“receipt.pdf” is not the JSON file of a return.').waitFor()
    await stranger.getByRole('heading', { level: 1, name: 'Check a receipt' }).waitFor()
    expect([await accessibilityFaults(stranger), await overflowFaults(stranger)]).toEqual([[], []])
  })

  it('reaches lead and certifier by letter, whose address anybody can open', async () => {
    const owen = await as('Owen Clarke')
    await go(owen, `${hackney}/sign-off`)
    await owen.getByRole('checkbox').first().check()
    await owen.getByRole('button', { name: /submit/i }).click()
    await heading(owen).filter({ hasText: 'Receipt' }).waitFor()
    const reference = await receiptOn(owen)
    const [sha256] = /[0-9a-f]{64}/.exec(await owen.getByRole('main').innerText())!
    // Each has a letter of their own, and they leave one after the other.
    const letters = async () => {
      const mail = await (await stranger.request.get('/demo/mail')).text()
      const submitted = mail.split(/(?=Submitted: Hackney)/)
      return submitted.filter((letter) => letter.includes(`Receipt: ${reference}`))
    }
    await expect.poll(async () => (await letters()).length).toBeGreaterThanOrEqual(2)
    const [letter = ''] = await letters()
    const [, address] = new RegExp(`(http\\S*/receipts/${reference})`).exec(letter)!
    expect(letter).toContain(sha256)
    await stranger.goto(address!)
    await stranger.getByRole('heading', { level: 1, name: 'This return was filed' }).waitFor()
    await stranger.getByText('Hackney').waitFor()
  })
})
