/** Nothing of a register leaves the head's browser: searched in every byte sent, and wherever it could be kept. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import {
  chooseFiles,
  expectStored,
  identifiers,
  mentored,
  paste,
  putCounts,
  reportAddress,
} from './support/counting.ts'
import { everythingKept } from './support/kept.ts'
import { startRecording, type Recording } from './support/recording-proxy.ts'
import {
  countByHand,
  dayRows,
  markOf,
  periodDays,
  pupils,
  sessionRows,
  textFile,
  workbook,
} from './support/registers.ts'
import { startDemonstration, type Watched } from './support/running.ts'
import { go, signIn, type Visitor } from './support/visitors.ts'

const recording: Recording = await startRecording()
const browser = await launchBrowser(recording.url)

const dates = (dob: string): string[] => {
  const [day, month, year] = dob.split('/')
  return [dob, `${year}-${month}-${day}`, `${day}-${month}-${year}`, `${month}/${day}/${year}`]
}

/** All that says who somebody in the register is. */
const secrets = pupils.flatMap(({ upn, admission, surname, forename, dob }) => [
  ...[upn, upn.slice(1), admission, surname, forename, ...dates(dob)],
])

/** A secret as it may have been written down, byte by byte. */
function writings(secret: string): string[] {
  const texts = [
    secret,
    encodeURIComponent(secret),
    secret.replaceAll(/[^\x20-\x7E]/g, escapeOf),
    Buffer.from(secret).toString('base64').replace(/.?=+$/, ''),
  ]
  const encodings = ['utf8', 'latin1', 'utf16le'] as const
  const bytes = texts.flatMap((text) => encodings.map((encoding) => Buffer.from(text, encoding)))
  return [...new Set(bytes.map(lower))]
}

const escapeOf = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
const lower = (bytes: Buffer): string => bytes.toString('latin1').toLowerCase()

const written = secrets.map((secret) => ({ secret, needles: writings(secret) }))

/** The secrets that some bytes hold, however they are encoded. */
function secretsIn(bytes: Buffer | string): string[] {
  const text = lower(Buffer.from(bytes))
  return written
    .filter(({ needles }) => needles.some((needle) => text.includes(needle)))
    .map(({ secret }) => secret)
}

describe.skipIf(browser === null)('Of a register', () => {
  let service: Watched
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    service = await startDemonstration({ LOG_LEVEL: 'debug' })
    visitor = await signIn(browser!, service, 'Helen Achebe', reportAddress)
    page = visitor.page
  })
  afterAll(async () => {
    await browser?.close()
    await recording.stop()
    await service.stop()
  })

  /** Where a browser shows and keeps which page it is on. */
  const whereItIs = () =>
    page.evaluate(() => ({
      address: location.href,
      title: document.title,
      pages: history.length,
      state: JSON.stringify(history.state),
    }))
  let before: Awaited<ReturnType<typeof whereItIs>>

  it('only the counts are sent, though its pupils were read, searched, picked and pasted', async () => {
    before = await whereItIs()
    const rows = sessionRows({ mark: unknownAt })
    await chooseFiles(page, textFile(`Register of ${pupils[0]!.surname}.csv`, rows))
    await page.getByLabel(/^What QQ means/).selectOption('I')
    await page.getByText('Pick them from the register').click()
    await page.getByLabel('Find a pupil').fill(pupils[1]!.surname)
    await page.getByText('1 pupil', { exact: true }).waitFor()
    await page.getByRole('checkbox', { name: new RegExp(pupils[1]!.surname) }).check()
    await page.getByText(/^1 pupil found/).waitFor()
    await paste(page, [
      ...identifiers('upn'),
      `${pupils[1]!.surname}, ${pupils[1]!.forename}`,
      pupils[2]!.upn,
    ])
    await page.getByText(/^8 pupils found/).waitFor()
    await paste(page, identifiers('upn'))
    await page.getByText(/^7 pupils found/).waitFor()
    await putCounts(page)
    const { possible } = countByHand(mentored, periodDays)
    const sent = recording.requests.map(String).filter((request) => request.startsWith('PUT'))
    expect(sent.some((request) => request.includes(`"possible":${possible}`))).toBe(true)
  })

  it('nothing that is typed of it is checked, completed, corrected or translated elsewhere', async () => {
    const section = page.getByRole('region', { name: 'Count from your register' })
    expect(await section.getAttribute('translate')).toBe('no')
    const fields = section.locator('input:not([type=file], [type=radio], [type=checkbox]), textarea')
    const asked = await fields.evaluateAll((all) =>
      all.map((field) => ({
        id: field.id,
        checked: field.getAttribute('spellcheck'),
        completed: field.getAttribute('autocomplete'),
        isText: !['numeric', 'decimal'].includes(field.getAttribute('inputmode') ?? ''),
        corrected: [field.getAttribute('autocorrect'), field.getAttribute('autocapitalize')],
      })),
    )
    expect(asked.map(({ id }) => id)).toEqual(expect.arrayContaining(['register-find', 'register-cohort']))
    expect(asked.filter(({ checked, completed }) => checked !== 'false' || completed !== 'off')).toEqual([])
    const text = asked.filter(({ isText }) => isText)
    expect(text.map(({ corrected }) => corrected)).toEqual(text.map(() => ['off', 'off']))
  })

  it('nothing is in the address, the title or the history of the page, which are as they were', async () => {
    expect(await whereItIs()).toEqual(before)
    expect(secretsIn(JSON.stringify(before))).toEqual([])
  })

  it('a broken file that holds names is refused in our own words', async () => {
    const whole = workbook(`${pupils[4]!.forename}.xlsx`, dayRows()).buffer
    const broken = [
      { name: `${pupils[4]!.forename}.xlsx`, mimeType: '', buffer: whole.subarray(0, whole.length - 40) },
      {
        name: 'torn.xlsx',
        mimeType: '',
        buffer: Buffer.concat([whole.subarray(0, 500), whole.subarray(900)]),
      },
      textFile(
        'no-register.csv',
        pupils.map(({ surname, dob }) => [surname, dob]),
      ),
    ]
    await page.getByLabel('Drop your register here, or choose its files').setInputFiles(broken)
    await page.getByRole('heading', { name: 'Some of it could not be read' }).waitFor()
  })

  it('nothing is in what the browser sent', () => {
    expect(recording.requests.length).toBeGreaterThan(10)
    expect(secretsIn(Buffer.concat(recording.requests))).toEqual([])
  })

  it('nothing is restored when the page is loaded again', async () => {
    await page.getByLabel('Find a pupil').fill(pupils[3]!.surname)
    await page.reload()
    await page.getByLabel('Drop your register here, or choose its files').waitFor()
    expect(secretsIn(await page.content())).toEqual([])
    await chooseFiles(page, textFile('register.csv', sessionRows()))
    await page.getByText('Pick them from the register').click()
    const [list, found] = [page.getByLabel('Paste who is in the programme'), page.getByLabel('Find a pupil')]
    expect([await list.inputValue(), await found.inputValue()]).toEqual(['', ''])
    expect(secretsIn(JSON.stringify(await whereItIs()))).toEqual([])
  })

  it('nothing is kept in the browser', async () => {
    const kept = await everythingKept(page)
    expect(kept.length).toBeGreaterThan(100)
    expect(secretsIn(kept)).toEqual([])
    await go(page, '/setting-reports')
    await page.goBack()
    await page.getByLabel('Drop your register here, or choose its files').waitFor()
    expect(secretsIn(await everythingKept(page))).toEqual([])
    expect(secretsIn(await page.content())).toEqual([])
    expect(await page.getByRole('heading', { name: 'What was understood' }).count()).toBe(0)
  })

  it('nothing is in the database, its log of writes, or any other file of the service', async () => {
    await expectStored(page, 'mentored', countByHand(mentored, periodDays))
    const files = readdirSync(service.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['returns.sqlite']))
    const found = files.flatMap(({ parentPath, name }) => secretsIn(readFileSync(join(parentPath, name))))
    expect([...new Set(found)]).toEqual([])
  })

  it('nothing is in what the service said, or in its mail', async () => {
    expect(service.said().length).toBeGreaterThan(100)
    expect(secretsIn(service.said())).toEqual([])
    const mail = await page.request.get('/demo/mail')
    expect(mail.ok()).toBe(true)
    expect(secretsIn(await mail.text())).toEqual([])
  })

  it('nothing is in the browser’s own complaints, of which there are none', () => {
    expect(visitor.complaints).toEqual([])
  })

  it('the search finds them where they are', () => {
    const { surname, upn, dob } = pupils[7]!
    for (const text of [surname, upn, dob, encodeURIComponent(surname), JSON.stringify({ surname })])
      expect(secretsIn(`before ${text} after`)).not.toEqual([])
    expect(secretsIn(Buffer.from(`before ${surname} after`, 'latin1'))).not.toEqual([])
  })
})

/** One mark of the period that is no code, so that everything is asked. */
function unknownAt(pupil: number, day: string, session: 0 | 1): ReturnType<typeof markOf> {
  const isIt = pupil === 1 && day === '2025-10-08' && session === 0
  return isIt ? ('QQ' as '/') : markOf(pupil, day, session)
}
