/** What every page promises, seen by the person whose page it is: no fault by axe, keyboard, width, zoom or print. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import {
  accessibilityFaults,
  overflowFaults,
  pagesOnPaper,
  still,
  takePictures,
  unreachedFaults,
  walkByKeyboard,
  zoomFaults,
} from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { go, heading, signIn, visit, type Visitor } from './support/visitors.ts'

const camden = '/returns/APM-E09000007-FY2025-26-Q3'
const lastQuarter = '/returns/APM-E09000007-FY2025-26-Q2'

/** What is under way of the framework in the demonstration: their addresses stand in braces below. */
const parents = 'Parents and carers, asked of every borough'
const year = 'Inclusion CPD Grants go on in 2026-27'

/** `name` of the picture, whose page it is (null for anybody), its address and its title. */
const pages: [name: string, person: string | null, address: string, title: string][] = [
  ['sign-in', null, '/sign-in', 'Sign in'],
  ['receipt-check', null, '/receipts', 'Check a receipt'],
  ['receipt-unknown', null, '/receipts/IR-0000-0000-0000-0000', 'No return was filed with this receipt'],
  ['accessibility', null, '/accessibility', 'Accessibility statement'],
  ['mail', null, '/demo/mail', 'Mail that was sent'],
  ['home-lead', 'Ruth Okafor', '/', 'Your work'],
  ['returns', 'Ruth Okafor', '/returns', 'Returns'],
  ['return', 'Ruth Okafor', camden, 'AP/PRU Mentoring, Camden'],
  ['section', 'Ruth Okafor', `${camden}/sections/mentors-and-young-people`, 'Mentors and young people'],
  ['section-pairs', 'Ruth Okafor', `${camden}/sections/sessions-and-hours`, 'Sessions and hours'],
  ['section-attendance', 'Ruth Okafor', `${camden}/sections/attendance`, 'Attendance'],
  [
    'section-outcomes',
    'Ruth Okafor',
    `${camden}/sections/behaviour-relationships-and-wellbeing`,
    'Behaviour, relationships and wellbeing',
  ],
  ['section-money', 'Ruth Okafor', `${camden}/sections/money`, 'Money'],
  ['section-words', 'Ruth Okafor', `${camden}/sections/in-your-words`, 'In your words'],
  ['return-settings', 'Ruth Okafor', `${camden}/settings`, 'Reports of your settings'],
  ['return-check', 'Ruth Okafor', `${camden}/check`, 'Check your answers'],
  ['question-carried', 'Ruth Okafor', `${camden}/carried/APM-OP0`, 'Question a carried figure'],
  ['return-history', 'Ruth Okafor', `${camden}/history`, 'History'],
  ['figure', 'Ruth Okafor', `${lastQuarter}/figures/APM-OC1`, 'Attendance of mentored young people'],
  ['return-accepted', 'Ruth Okafor', lastQuarter, 'AP/PRU Mentoring, Camden'],
  ['uploads', 'Ruth Okafor', '/uploads', 'Fill in a return with a spreadsheet'],
  ['uploads-send', 'Ruth Okafor', '/uploads/APM-E09000007-FY2025-26-Q3', 'Fill it in with a spreadsheet'],
  ['receipt', 'Ruth Okafor', `${lastQuarter}/receipt`, 'Receipt'],
  ['indicator', 'Ruth Okafor', '/indicators/APM-OC1', 'Attendance of mentored young people'],
  ['sign-off-light', 'Tom Bennett', '/returns/CPD-E09000008-FY2025-26-Q3/sign-off', 'Declare and submit'],
  ['home-head', 'Helen Achebe', '/', 'Your work'],
  ['setting-reports', 'Helen Achebe', '/setting-reports', 'Reports of your settings'],
  [
    'setting-report',
    'Helen Achebe',
    '/setting-reports/APM-E09000007-FY2025-26-Q3/134643',
    'CCfL Key Stage 3 PRU',
  ],
  [
    'setting-report-signed',
    'Helen Achebe',
    '/setting-reports/APM-E09000007-FY2025-26-Q3/100006',
    'CCfL KS4 PRU',
  ],
  ['home-evaluator', 'Leila Haddad', '/', 'Your work'],
  ['reviews', 'Leila Haddad', '/reviews', 'Review queue'],
  [
    'reviews-accept',
    'Leila Haddad',
    '/reviews/accept?returns=APM-E09000013-FY2025-26-Q3.1,CPD-E09000019-FY2025-26-Q3.1',
    'Accept clean returns',
  ],
  [
    'review-against-accepted',
    'Leila Haddad',
    '/reviews/APM-E09000030-FY2025-26-Q2?against=accepted',
    'Tower Hamlets',
  ],
  ['service-levels', 'Leila Haddad', '/reviews/service-levels', 'Service levels'],
  ['review', 'Leila Haddad', '/reviews/APM-E09000022-FY2025-26-Q3', 'Lambeth'],
  ['review-accepted', 'Leila Haddad', '/reviews/APM-E09000028-FY2025-26-Q3', 'Southwark'],
  ['changes-requested', 'Leila Haddad', '/reviews/APM-E09000011-FY2025-26-Q3', 'Greenwich'],
  ['collection', 'Leila Haddad', '/collection?programme=CPD', 'Collection'],
  ['collection-windows', 'Chloe Bright', '/collection/windows', 'Windows and reminders'],
  [
    'collection-due-day',
    'Chloe Bright',
    '/collection/returns/APM-E09000023-FY2025-26-Q3',
    'Due day of Lewisham',
  ],
  ['programmes', 'Chloe Bright', '/programmes', 'Programmes'],
  ['programme-mentoring', 'Chloe Bright', '/programmes/APM', 'AP/PRU Mentoring'],
  [
    'programme-figure',
    'Chloe Bright',
    '/programmes/APM/figures/APM-OC1',
    'Attendance of mentored young people',
  ],
  ['programme-training', 'Chloe Bright', '/programmes/CPD', 'Inclusion CPD Grants'],
  ['standards', 'Chloe Bright', '/standards', 'Monitoring Minimum Standards'],
  ['check', 'Chloe Bright', '/standards/4.1', ''],
  ['scores', 'Chloe Bright', '/standards/scores', 'Standards scores'],
  ['scores-own', 'Ruth Okafor', '/standards/scores', 'Standards scores'],
  ['standards-evaluator', 'Leila Haddad', '/standards', 'Monitoring Minimum Standards'],
  ['check-looking-back', 'Leila Haddad', '/standards/5.4', ''],
  ['edition', 'Leila Haddad', '/standards/editions/edition-2', 'Edition 2'],
  ['edition-check', 'Leila Haddad', '/standards/editions/edition-2/checks/7.2', 'Change check 7.2'],
  ['edition-add-check', 'Leila Haddad', '/standards/editions/edition-2/add-check', 'Add a check'],
  ['back-test', 'Leila Haddad', '/standards/editions/edition-2/back-test', 'Back-test'],
  ['edition-read', 'Chloe Bright', '/standards/editions/edition-2', 'Edition 2'],
  ['frameworks', 'Leila Haddad', '/framework', 'Framework'],
  ['framework', 'Leila Haddad', '/framework/APM', 'AP/PRU Mentoring'],
  ['amendment-begin', 'Leila Haddad', '/framework/begin?kind=programme', 'Change the framework'],
  ['amendment', 'Leila Haddad', '{parents}', parents],
  ['amendment-end', 'Leila Haddad', '{parents}/programme', 'End of the programme'],
  ['amendment-figures', 'Leila Haddad', '{parents}/figures', 'Figures'],
  ['amendment-figure', 'Leila Haddad', '{parents}/figures/APM-OP8', 'Change “Parents and carers supported”'],
  ['amendment-new-figure', 'Leila Haddad', '{parents}/figures/new', 'Add a figure'],
  ['amendment-rules', 'Leila Haddad', '{parents}/rules', 'What must hold between figures'],
  ['amendment-boroughs', 'Leila Haddad', '{parents}/boroughs', 'Boroughs'],
  ['amendment-amounts', 'Leila Haddad', '{parents}/amounts', 'Amounts'],
  ['amendment-decisions', 'Leila Haddad', '{parents}/decisions', 'Decisions'],
  ['amendment-plans', 'Leila Haddad', '{parents}/plans', 'Profiles and baselines'],
  [
    'amendment-plan',
    'Leila Haddad',
    '{parents}/plans/APM-OC7',
    'Profile of “Suspensions of mentored young people”',
  ],
  ['amendment-settings', 'Leila Haddad', '{parents}/settings', 'Settings that take part'],
  ['amendment-windows', 'Leila Haddad', '{parents}/windows', 'Collection windows'],
  ['amendment-to-decide', 'Leila Haddad', '{year}', year],
  ['amendment-dry-run', 'Leila Haddad', '{year}/dry-run', 'Dry run'],
  ['amendment-closed', 'Chloe Bright', '{year}/windows', 'Collection windows'],
  ['waivers', 'Chloe Bright', '/waivers?check=4-1', 'Waivers'],
  ['waivers-to-decide', 'Leila Haddad', '/waivers', 'Waivers'],
  ['settings', 'Chloe Bright', '/settings', 'Settings'],
  ['settings-lead', 'Ruth Okafor', '/settings', 'Settings'],
  ['setting', 'Chloe Bright', '/settings/102562', 'Malden Oaks'],
  ['setting-lead', 'Ruth Okafor', '/settings/100006', 'CCfL KS4 PRU'],
  ['people', 'Noor Rahman', '/people', 'People'],
  ['access', 'Noor Rahman', '/people/access?gssCode=E09000008', 'Access review'],
  ['letters', 'Noor Rahman', '/people/letters', 'Undelivered letters'],
  ['leaving-lead', 'Noor Rahman', '/people/priya-nair/leaving', 'Priya Nair leaves'],
  ['audit', 'Noor Rahman', '/audit', 'Audit trail'],
  ['audit-event-save', 'Noor Rahman', '/audit/events/100', ''],
  ['audit-check-first', 'Noor Rahman', '/audit/check', 'Is the audit trail whole?'],
  ['history-figure', 'Ruth Okafor', `${lastQuarter}/history?figure=APM-OP5`, 'History'],
  ['not-found', 'Marcus Lee', '/nowhere', 'Page not found'],
  ['home-reader', 'Marcus Lee', '/', 'Your work'],
  ['forbidden', 'Marcus Lee', '/programmes', 'This page cannot be shown'],
]

/** Pages that say that something is not there are answered with an error, which the browser reports. */
const refused = new Set(['receipt-unknown', 'not-found', 'forbidden'])

const browser = await launchBrowser()

describe.skipIf(browser === null)('Every page', () => {
  let service: Running
  const visitors = new Map<string | null, Visitor>()

  beforeAll(async () => {
    service = await startDemonstration()
    await beginEdition(browser!, service)
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  async function open(person: string | null, address: string): Promise<Visitor> {
    const visitor =
      visitors.get(person) ?? (await (person ? signIn(browser!, service, person) : visit(browser!, service)))
    visitors.set(person, visitor)
    visitor.complaints.length = 0
    await go(visitor.page, await addressOf(visitor.page, address))
    await still(visitor.page)
    return visitor
  }

  it.each(pages)('%s keeps what every page promises', async (name, person, address, title) => {
    const { page, complaints } = await open(person, address)
    await takePictures(page, name)
    const head = await heading(page).innerText()
    const { stops, faults } = await walkByKeyboard(page)
    expect({
      title: [head.endsWith(title), (await page.title()).endsWith(' - Inclusion Returns')],
      headings: await heading(page).count(),
      accessibility: await accessibilityFaults(page),
      width: await overflowFaults(page),
      zoom: await zoomFaults(page),
      keyboard: [...faults, ...(await unreachedFaults(page, stops))],
      complaints: refused.has(name) ? [] : complaints,
    }).toEqual({
      title: [true, true],
      headings: 1,
      accessibility: [],
      width: [],
      zoom: [],
      keyboard: [],
      complaints: [],
    })
    expect(await pagesOnPaper(page)).toBeGreaterThan(0)
  })

  it('a receipt is one page of A4', async () => {
    const { page } = await open('Ruth Okafor', `${lastQuarter}/receipt`)
    expect(await pagesOnPaper(page)).toBe(1)
  })
})

/** A draft that changes something, and was back-tested: there is none before an evaluator writes one. */
async function beginEdition(browser: Browser, service: Running): Promise<void> {
  const { page, context } = await signIn(browser, service, 'Leila Haddad')
  const send = async (method: string, path: string, data?: object) => {
    const answer = await page.request.fetch(path, { method, data, headers: { origin: service.url } })
    return (await answer.json()) as Record<string, unknown>
  }
  await send('POST', '/api/standards', { basedOn: 'reference-1', name: 'Edition 2' })
  const severity = { light: 'off', standard: 'note', enhanced: 'block' }
  const checks = ['1.2', '5.4', '6.3'].map((code) => ({ code, severity }))
  await send('PUT', '/api/standards/edition-2/severities', { revision: 0, checks })
  const { backTestId } = await send('POST', '/api/standards/edition-2/back-tests')
  while ((await send('GET', `/api/back-tests/${String(backTestId)}`))['status'] === 'running')
    await pause(500)
  await context.close()
}

/** An address in which the amendments of the demonstration stand by their names. */
async function addressOf(page: Page, address: string): Promise<string> {
  if (!address.startsWith('{')) return address
  const amendments = (await (await page.request.get('/api/amendments')).json()) as {
    id: string
    name: string
  }[]
  const path = (name: string) => `/framework/amendments/${amendments.find((each) => each.name === name)?.id}`
  return address.replace('{parents}', path(parents)).replace('{year}', path(year))
}
