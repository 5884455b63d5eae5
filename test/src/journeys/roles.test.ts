/** One short journey for each role: what they came for, and what is not theirs. */
import { trainingTotals } from '@inclusion/server/demonstration/training-figures'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { accessibilityFaults, overflowFaults, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { explainEverything, readReturn, typeReport, typeSection } from './support/typing.ts'
import { follow, go, heading, signIn, type Visitor } from './support/visitors.ts'

const training = 'CPD-E09000008-FY2025-26-Q3'
const hackney = 'APM-E09000012-FY2025-26-Q3'
const southwark = 'APM-E09000028-FY2025-26-Q3'

const browser = await launchBrowser()

describe.skipIf(browser === null)('In the browser,', () => {
  let service: Running
  const visitors: Visitor[] = []

  const as = async (name: string, at = '/'): Promise<Page> => {
    const visitor = await signIn(browser!, service, name, at)
    visitors.push(visitor)
    return visitor.page
  }
  const main = (page: Page): Promise<string> => page.getByRole('main').innerText()
  const menu = async (page: Page): Promise<string[]> => {
    const links = page.getByRole('navigation', { name: 'Menu' }).getByRole('link')
    await links.first().waitFor()
    return links.allInnerTexts()
  }

  beforeAll(async () => {
    service = await startDemonstration()
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  it.each(['Ruth Okafor', 'Leila Haddad'])(
    '%s reads the whole of the work on a narrow screen, and scrolls nothing sideways',
    async (name) => {
      const page = await as(name)
      await page.setViewportSize({ width: 320, height: 640 })
      await takePictures(page, `home-${name}`)
      await page.setViewportSize({ width: 320, height: 640 })
      const boxes = page.locator('.app-table')
      await boxes.first().waitFor()
      const widths = () => boxes.evaluateAll((all) => all.map((box) => box.scrollWidth - box.clientWidth))
      await expect.poll(widths).toEqual((await boxes.all()).map(() => 0))
    },
  )

  it('a lead of the light tier declares and submits: nobody signs after him', async () => {
    const tom = await as('Tom Bennett')
    await follow(tom, /Inclusion CPD Grants, Croydon/, /Inclusion CPD Grants, Croydon/)
    const view = await readReturn(tom, training)
    const totals = trainingTotals({ gssCode: 'E09000008', first: 'FY2025-26-Q2' }, 'FY2025-26-Q3')
    for (const section of ['Staff and schools', 'Outcomes', 'Money', 'In your words']) {
      await go(tom, `/returns/${training}/sections/${section.toLowerCase().replaceAll(' ', '-')}`)
      await typeSection(tom, view, { section, totals })
      await explainEverything(tom, 'The partner’s records for the last week reach us after the quarter.')
    }
    await go(tom, `/returns/${training}/check`)
    await expect.poll(() => tom.getByRole('button', { name: 'Send for sign-off' }).count()).toBe(0)
    await follow(tom, 'Go on to the declaration', 'Declare and submit')
    const noted = tom.getByRole('region', { name: 'Worth a look before it goes on' })
    await noted.getByRole('link', { name: /^Hours of CPD delivered: 14\. You reported 6 before/ }).waitFor()
    const submit = tom.getByRole('button', { name: 'Declare and submit' })
    await submit.click()
    await tom.getByText('Confirm the declaration before you submit').first().waitFor()
    await tom.getByRole('checkbox', { name: /To the best of my knowledge/ }).check()
    const useful = await oneFewerElsewhere(tom, 'CPD-OC1')
    await submit.click()
    await tom.getByRole('heading', { name: 'This return changed since you opened this page.' }).waitFor()
    await expect.poll(() => main(tom)).toContain('Rated useful is not what you saw.')
    await expect.poll(() => main(tom)).toContain(`${useful} of `)
    await takePictures(tom, 'sign-off-unseen')
    expect([await accessibilityFaults(tom), await overflowFaults(tom)]).toEqual([[], []])
    await submit.click()
    await heading(tom).filter({ hasText: 'Receipt' }).waitFor()
    await expect.poll(() => main(tom)).toMatch(/Certified by\s+Tom Bennett/)
  })

  it('a certifier reads what is sent to him, and cannot type in it', async () => {
    const owen = await as('Owen Clarke')
    await follow(owen, /AP\/PRU Mentoring, Hackney/, /AP\/PRU Mentoring, Hackney/)
    await follow(owen, 'Mentors and young people', 'Mentors and young people')
    await expect.poll(() => owen.getByRole('textbox').count()).toBe(0)
    await go(owen, `/returns/${hackney}/sign-off`)
    await owen.getByRole('checkbox', { name: /To the best of my knowledge/ }).check()
    await owen.getByRole('button', { name: 'Sign and submit' }).click()
    await heading(owen).filter({ hasText: 'Receipt' }).waitFor()
    await expect.poll(() => main(owen)).toMatch(/Sent by\s+Priya Nair[^]*Certified by\s+Owen Clarke/)
  })

  it('a head signs off one of her two settings, takes it back, and sees no borough’s return', async () => {
    const helen = await as('Helen Achebe')
    await expect.poll(() => menu(helen)).toEqual(['Your work', 'Reports', 'Standards'])
    await follow(helen, /CCfL Key Stage 3 PRU/, 'CCfL Key Stage 3 PRU')
    await typeReport(helen, { returnId: 'APM-E09000007-FY2025-26-Q3', urn: '134643' })
    await helen.getByRole('checkbox', { name: /These figures come from our register/ }).check()
    await helen.getByRole('button', { name: 'Sign off this report' }).click()
    await helen
      .getByText(/Signed off by Helen Achebe/)
      .first()
      .waitFor()
    await expect.poll(() => helen.getByRole('textbox').count()).toBe(0)
    // The button that was pressed is gone: the focus is at the top, where it is said.
    const isFocused = () => heading(helen).evaluate((element) => element === document.activeElement)
    await expect.poll(isFocused).toBe(true)
    await helen.getByRole('button', { name: /Withdraw the sign-off/ }).click()
    await helen.getByRole('button', { name: 'Sign off this report' }).waitFor()
    await expect.poll(isFocused).toBe(true)
    await go(helen, '/returns/APM-E09000007-FY2025-26-Q3')
    await expect.poll(() => heading(helen).innerText()).toMatch(/cannot be shown|not found/i)
  })

  it('a head whose setting serves two boroughs finds a report for each', async () => {
    const stella = await as('Stella Marino')
    const boroughs = async () => {
      const reports = await stella.getByRole('listitem').filter({ hasText: 'Malden Oaks' }).allInnerTexts()
      return reports.map((report) => /Mentoring, ([^.]+)\./.exec(report)?.[1])
    }
    await expect.poll(boroughs).toEqual(['Kingston upon Thames', 'Richmond upon Thames'])
  })

  it('an evaluator opens an accepted return again, on a setting’s figure too; those alone can be changed', async () => {
    const sam = await as('Sam Whitfield', `/reviews/${southwark}`)
    await sam.getByRole('button', { name: /^Open again ?: Parents and carers supported$/ }).click()
    await sam.getByRole('button', { name: /^Open again ?: Suspensions of mentored young people at / }).click()
    await sam.getByLabel('Why it is opened again').fill('The partner sent a corrected count of parents.')
    await sam.getByRole('button', { name: 'Open this return again' }).click()
    await sam.getByText(/^Opened again\. Southwark was told/).waitFor()
    await go(sam, '/programmes/APM?period=FY2025-26-Q3')
    await expect.poll(() => main(sam)).toContain('Southwark is open again; its accepted figures stand')
    const lead = await as(await leadOf('Southwark'), `/returns/${southwark}`)
    await expect.poll(() => main(lead)).toContain('The partner sent a corrected count of parents.')
    await expect.poll(() => main(lead)).toContain('accepted in version 1 still stand until the new version')
    await lead.getByText(/9 of 9 figures in; RMEL opened 1 to change$/).waitFor()
    const score = /Nothing stands against \d+ of 12 clauses so far\. \d+ not yet\./
    await expect.poll(() => main(lead)).toMatch(score)
    await takePictures(lead, 'opened-again')
    // Its setting has to sign off again, and until then nobody has changed anything.
    await go(lead, `/returns/${southwark}/check`)
    await expect.poll(() => main(lead)).toContain('2 of them have neither an answer nor a change')
    await expect.poll(() => lead.getByText('Not changed', { exact: true }).count()).toBe(2)
    await go(lead, `/returns/${southwark}/sections/mentors-and-young-people`)
    const open = lead.getByRole('textbox', { name: /^(Young people|Parents and carers|Referrals)/ })
    await expect.poll(() => open.count()).toBe(1)
  })

  it('a programme manager reads every programme, with a table for every chart, and changes nothing', async () => {
    const chloe = await as('Chloe Bright', '/programmes')
    await follow(chloe, 'AP/PRU Mentoring', 'AP/PRU Mentoring')
    const chart = chloe.getByRole('figure', { name: 'Attendance of mentored young people' })
    await chart.getByText('These figures as a table').click()
    await expect.poll(() => chart.getByRole('table').getByRole('row').count()).toBeGreaterThan(7)
    await chloe.getByLabel('Period').selectOption({ label: 'April to June 2025 (2025-26 Q1)' })
    await chloe.getByRole('button', { name: 'Show' }).click()
    await heading(chloe).filter({ hasText: 'April to June 2025' }).waitFor()
    await expect.poll(() => main(chloe)).toContain('32 of 32')
    await go(chloe, `/reviews/${southwark}`)
    await chloe
      .getByRole('heading', { name: /^Parents and carers supported/ })
      .first()
      .waitFor()
    expect(
      await chloe
        .getByRole('main')
        .getByRole('button', { name: /Take|Accept|Open/ })
        .count(),
    ).toBe(0)
  })

  it('an approver reads what was accepted, but has no queue and no people', async () => {
    const grace = await as('Grace Adeyemi', '/programmes/CPD')
    await expect.poll(() => main(grace)).toContain('7 of 7')
    await expect
      .poll(() => menu(grace))
      .toEqual(['Your work', 'Collection', 'Returns', 'Settings', 'Programmes', 'Standards', 'Audit'])
  })

  it('an administrator invites a person, and ends a membership, which counts from the next click', async () => {
    const noor = await as('Noor Rahman', '/people')
    await noor.getByText('Invite a person').click()
    await noor.getByLabel('Name', { exact: true }).fill('Amina Yusuf')
    await noor.getByLabel('Email address at work').fill('amina.yusuf@rmel.example')
    await noor.getByRole('radio', { name: 'RMEL evaluator' }).check()
    await noor.getByRole('button', { name: 'Send the invitation' }).click()
    await noor.getByText('An invitation was sent to amina.yusuf@rmel.example').waitFor()
    await noor
      .getByRole('table', { name: 'Invitations not accepted yet' })
      .getByRole('rowheader', { name: 'Amina Yusuf' })
      .waitFor()
    const ian = await as('Ian Fletcher', '/programmes')
    await noor.getByLabel(/Find a person/).fill('Fletcher')
    await noor.getByRole('button', { name: /^End .* of Ian Fletcher$/ }).click()
    await noor.getByRole('button', { name: 'Yes, end' }).click()
    await noor.getByText(/^Ian Fletcher is no longer/).waitFor()
    await ian.reload()
    await heading(ian).waitFor()
    await expect.poll(() => heading(ian).innerText()).toMatch(/cannot be shown/)
    await go(noor, '/audit')
    await expect.poll(() => main(noor)).toMatch(/Noor Rahman\s+(Membership|End)/i)
  })

  it('a reader finds that nothing is published yet, without an error', async () => {
    const marcus = await as('Marcus Lee')
    // The words wait for who is signed in.
    await marcus
      .getByRole('main')
      .getByText(/nothing is published yet/i)
      .waitFor()
    await expect.poll(() => menu(marcus)).toEqual(['Your work', 'Standards'])
    expect(visitors.at(-1)?.complaints).toEqual([])
  })

  async function leadOf(borough: string): Promise<string> {
    const { request } = visitors[0]!.page
    const people = (await (await request.get('/api/demo/people')).json()) as {
      name: string
      role: string
      scope: string
    }[]
    return people.find(({ role, scope }) => role === 'Borough lead' && scope.startsWith(borough))!.name
  }
})

/** In another window of the same person a ratio loses one of its numerator; answers what that is now. */
async function oneFewerElsewhere(page: Page, locator: string): Promise<number> {
  const { marks, checkInput } = await readReturn(page, training)
  const numerator = checkInput.figures[locator]!.numerator! - 1
  const changes = [{ locator, revision: marks[locator]!.revision, entries: { numerator: String(numerator) } }]
  const status = await page.evaluate(
    async ([id, body]) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(`/api/returns/${id}/figures`, { method: 'PUT', headers, body })).status
    },
    [training, JSON.stringify({ changes })] as const,
  )
  expect(status).toBe(200)
  return numerator
}
