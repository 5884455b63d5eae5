/** The job itself in the browser: Camden files a quarter, RMEL asks, Camden amends, RMEL accepts. */
import { mentoringTotals } from '@inclusion/server/demonstration/mentoring-figures'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { acceptDoubted, pressAct, verdictOn, wantChange } from './support/deciding.ts'
import { accessibilityFaults, overflowFaults, takePictures } from './support/page-checks.ts'
import { startDemonstration, type Running } from './support/running.ts'
import { explainEverything, readReturn, saved, typeReport, typeSection } from './support/typing.ts'
import { follow, go, heading, signIn, visit, type Visitor } from './support/visitors.ts'

const returnId = 'APM-E09000007-FY2025-26-Q3'
const address = `/returns/${returnId}`
const keyStage3 = { returnId, urn: '134643' }
const totals = mentoringTotals(
  {
    gssCode: 'E09000007',
    first: 'FY2023-24-Q4',
    cohortStartOn: '2022-04-01',
    awards: { '2024-25': 3_350_000, '2025-26': 3_906_250 },
  },
  'FY2025-26-Q3',
)
const parents = 'Parents and carers, Parents and carers supported'

const browser = await launchBrowser()

describe.skipIf(browser === null)('Camden files a quarter, from what is due to what is accepted:', () => {
  let service: Running
  const visitors: Visitor[] = []
  let ruth: Page
  let daniel: Page
  let leila: Page
  let receipt = ''

  const as = async (name: string, at = '/'): Promise<Page> => {
    const visitor = await signIn(browser!, service, name, at)
    visitors.push(visitor)
    return visitor.page
  }

  beforeAll(async () => {
    service = await startDemonstration()
    ruth = await as('Ruth Okafor')
  })
  afterAll(async () => {
    await browser?.close()
    await service.stop()
  })

  it('the lead sees what is due, by when, and whom it is with', async () => {
    const due = ruth.getByRole('listitem').filter({ hasText: 'October to December 2025' }).first()
    await expect.poll(() => due.innerText()).toMatch(/With Camden, 8 days.*Due Saturday 31 January 2026/s)
    await expect.poll(() => due.innerText()).toContain('11 days left')
    await follow(ruth, /AP\/PRU Mentoring, Camden/, /AP\/PRU Mentoring, Camden/)
    await expect.poll(() => ruth.getByRole('main').innerText()).toMatch(/7 of 22 figures in/)
  })

  it('each figure stands beside last quarter, baseline and profile, and findings stand beside it', async () => {
    await follow(ruth, 'Mentors and young people', 'Mentors and young people')
    const row = ruth.getByRole('row', { name: /^Young people who started mentoring/ })
    await expect
      .poll(() => row.getByRole('cell').allInnerTexts())
      .toEqual([expect.any(String), '8', expect.stringMatching(/^23\s+25 so far this year$/)])
    const field = ruth.getByLabel(parents, { exact: true })
    await expect.poll(() => field.inputValue()).toBe('12a')
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
    await ruth.getByRole('link', { name: /^"12a" cannot be read/ }).click()
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('findings appear and go as she types, and every change is saved', async () => {
    const field = ruth.getByLabel(parents, { exact: true })
    await field.fill('n/k')
    await ruth.getByRole('link', { name: /^"n\/k" cannot be read/ }).waitFor()
    await losesNoFocus(ruth, field)
    await field.fill('')
    await field.pressSequentially('14')
    await ruth.getByRole('link', { name: /cannot be read/ }).waitFor({ state: 'detached' })
    await saved(ruth)
    const view = await readReturn(ruth, returnId)
    expect(view.checkInput.figures['APM-OP8']?.value).toBe(14)
    await typeSection(ruth, view, { section: 'Mentors and young people', totals })
    await expect.poll(() => ruth.getByText('9 of 9 figures in.').isVisible()).toBe(true)
  })

  it('she puts a pair right, and the rate follows; breakdowns, money and words follow', async () => {
    await follow(ruth, 'Next: Sessions and hours', 'Sessions and hours')
    await ruth.getByRole('link', { name: /^Sessions attended \(412\) is more than/ }).waitFor()
    await ruth.getByLabel('Sessions offered, Mentoring sessions attended', { exact: true }).fill('515')
    await ruth
      .getByRole('link', { name: /^Sessions attended .* is more than sessions offered/ })
      .waitFor({ state: 'detached' })
    const pair = ruth.getByRole('row', { name: /^Mentoring sessions attended/ })
    await expect.poll(() => pair.getByRole('status').innerText()).toBe('80.0%')
    const view = await readReturn(ruth, returnId)
    await typeSection(ruth, view, { section: 'Sessions and hours', totals })
    await go(ruth, `${address}/sections/money`)
    await typeSection(ruth, view, { section: 'Money', totals })
    await follow(ruth, 'Next: In your words', 'In your words')
    await typeSection(ruth, view, { section: 'In your words', totals })
  })

  it('a reason answers what cannot be given, and its evidence stands beside it', async () => {
    await go(ruth, `${address}/sections/behaviour-relationships-and-wellbeing`)
    await ruth.getByText('Evidence and note', { exact: false }).first().click()
    await ruth.getByLabel('Source').fill('Schools, by telephone')
    await saved(ruth)
    expect(await explainEverything(ruth, 'Two schools answer in February; we shall add it then.')).toBe(1)
    await ruth.getByText('Explained:').waitFor()
    await ruth.reload()
    await expect.poll(() => ruth.getByRole('main').innerText()).toContain('Two schools answer in February')
  })

  it('the head of both settings reports the one that is open, by typing, and signs it off', async () => {
    const helen = await as('Helen Achebe')
    await follow(helen, /CCfL Key Stage 3 PRU/, 'CCfL Key Stage 3 PRU')
    const sign = helen.getByRole('button', { name: 'Sign off this report' })
    await expect.poll(() => sign.isDisabled()).toBe(true)
    await typeReport(helen, keyStage3)
    await sign.click()
    await expect.poll(() => helen.title()).toMatch(/^Error: /)
    await helen.getByRole('link', { name: 'Confirm this before you sign off' }).click()
    await expect.poll(() => helen.evaluate(() => document.activeElement?.id)).toBe('declaration')
    await helen.keyboard.press('Space')
    await sign.click()
    await helen
      .getByText(/Signed off by Helen Achebe/)
      .first()
      .waitFor()
  })

  it('the lead explains what is unusual, and sends it for sign-off', async () => {
    await go(ruth, `${address}/settings`)
    await expect.poll(() => ruth.getByRole('main').innerText()).toContain('2 of 2 signed off')
    await go(ruth, `${address}/check`)
    const left = ruth.getByRole('region', { name: 'Before this return can go on' }).getByRole('link')
    await left.first().waitFor()
    const unusual = await left.count()
    for (let count = 0; count < unusual && (await left.count()) > 0; count += 1) {
      await left.first().click()
      await heading(ruth).filter({ hasNotText: 'Check your answers' }).waitFor()
      await ruth
        .getByRole('button', { name: /^Explain this figure/ })
        .first()
        .waitFor()
      await explainEverything(ruth, 'Some are mentored at a hub, outside both of the settings.')
      await go(ruth, `${address}/check`)
    }
    await expect.poll(() => left.allInnerTexts()).toEqual([])
    await ruth.getByRole('button', { name: 'Send for sign-off' }).click()
    await ruth.getByRole('main').getByText('Camden certifier').first().waitFor()
    await expect.poll(() => focused(ruth)).toMatch(/The return is sent to your certifier/)
    await expect.poll(() => ruth.getByRole('main').innerText()).toContain('Awaiting sign-off')
  })

  it('the certifier sends it back with a reason, which the lead reads and answers', async () => {
    daniel = await as('Daniel Marsh')
    await follow(daniel, /AP\/PRU Mentoring, Camden/, /AP\/PRU Mentoring, Camden/)
    await follow(daniel, 'Read it and sign', 'Sign off')
    await daniel.getByText('Send it back instead').click()
    await daniel.getByRole('button', { name: 'Send it back' }).click()
    await expect.poll(() => focused(daniel)).toMatch(/There is a problem\s*Give a reason/)
    await expect.poll(() => daniel.title()).toMatch(/^Error: Sign off/)
    await daniel.getByLabel('What should be looked at again').fill('Please look at the hours once more.')
    await daniel.getByRole('button', { name: 'Send it back' }).click()
    await daniel.getByText('In progress').first().waitFor()
    await expect.poll(() => focused(daniel)).toMatch(/The return is sent back to the borough lead/)
    expect(await daniel.title()).not.toContain('Error')
    await go(ruth, '/')
    await ruth.getByText(/Your certifier sent it back\. Finish it, then send it for sign-off\./).waitFor()
    await go(ruth, address)
    await expect
      .poll(() => ruth.getByRole('main').innerText())
      .toContain('Please look at the hours once more.')
    await sendForSignOff(ruth)
  })

  it('he signs, and the receipt is proof for anybody who is not signed in', async () => {
    await sign(daniel)
    await expect.poll(() => daniel.getByRole('main').innerText()).toContain('Submitted on time')
    receipt = /IR(-[0-9A-F]{4})+/.exec(await daniel.getByRole('main').innerText())![0]
    const stranger = await visit(browser!, service)
    visitors.push(stranger)
    await go(stranger.page, '/receipts')
    await stranger.page.getByLabel('Receipt or SHA-256').fill(receipt)
    await stranger.page.getByRole('button', { name: 'Check', exact: true }).click()
    await heading(stranger.page).filter({ hasText: 'This return was filed' }).waitFor()
    const told = await stranger.page.getByRole('main').innerText()
    expect(told).toContain('Camden')
    expect(told).not.toMatch(/Marsh|Okafor/)
  })

  it('an evaluator takes it from the queue and asks about two figures', async () => {
    leila = await as('Leila Haddad', '/reviews')
    await follow(leila, /^Camden/, /Camden/)
    await leila.getByRole('button', { name: 'Take this return' }).first().click()
    await leila.getByText('You have taken this return.').waitFor()
    await wantChange(leila, 'Mentor contact hours', 'Were longer sessions offered?')
    await wantChange(leila, 'Parents and carers supported', 'Is each parent counted once?')
    await pressAct(leila, 'Accept with an explanation', 'Safeguarding referrals made')
    await leila.getByLabel('Why it is accepted').fill('Both were seen in the minutes.')
    await leila.getByRole('button', { name: 'Accept with this explanation' }).click()
    await verdictOn(leila, 'Safeguarding referrals made')
      .getByText('Both were seen in the minutes.')
      .waitFor()
    await leila.getByRole('button', { name: 'Send 2 requests' }).click()
    await leila.getByText(/Changes were requested/).waitFor()
  })

  it('only those figures are open to the lead, who answers and amends them', async () => {
    await go(ruth, address)
    await expect
      .poll(() => ruth.getByRole('main').innerText())
      .toContain('RMEL asked for a change of 2 figures')
    await go(ruth, `${address}/check`)
    await ruth.getByText(/2 of them have neither an answer nor a change/).waitFor()
    await go(ruth, address)
    await follow(ruth, 'Parents and carers supported', 'Mentors and young people')
    await expect
      .poll(() => ruth.getByRole('textbox', { name: /supported|started|completed/ }).count())
      .toBe(1)
    await answer(ruth, 'Yes: two were counted twice.')
    await ruth.getByLabel(parents, { exact: true }).fill('12')
    await saved(ruth)
    await explainEverything(ruth, 'Two parents had been counted twice; now each counts once.')
    await go(ruth, `${address}/sections/sessions-and-hours`)
    await expect.poll(() => ruth.getByLabel('Sessions offered, Mentoring sessions attended').count()).toBe(0)
    await answer(ruth, 'No: the hours are right, session by session.')
    await explainEverything(ruth, 'The hours are right, session by session.')
    await sendForSignOff(ruth)
  })

  it('the certifier reads what RMEL asked, what was answered and what was changed, and signs', async () => {
    await go(daniel, `${address}/sign-off`)
    const asked = daniel.getByRole('region', { name: 'What RMEL asked', exact: true })
    await asked.getByText('Is each parent counted once?').waitFor()
    await expect
      .poll(() => asked.innerText())
      .toMatch(/Parents and carers supported[\s\S]*Answered[\s\S]*Changed[\s\S]*two were counted twice/)
    const hours = asked.locator('.app-thread').filter({ hasText: 'Were longer sessions offered?' })
    expect(await hours.innerText()).toMatch(/Answered[\s\S]*Not changed/)
    await asked.getByRole('heading', { name: 'What changed since version 1' }).waitFor()
    expect([await accessibilityFaults(daniel), await overflowFaults(daniel)]).toEqual([[], []])
    await takePictures(daniel, 'sign-off-again')
    await sign(daniel)
  })

  it('another evaluator sees what changed, figure by figure, and accepts it', async () => {
    const sam = await as('Sam Whitfield', `/reviews/${returnId}`)
    const changed = sam.getByRole('region', {
      name: /^What changed since version 1, last reviewed by Leila Haddad/,
    })
    const first = changed.getByRole('listitem').filter({ hasText: 'Revised' }).first()
    await expect
      .poll(() => first.innerText())
      .toContain(`Parents and carers supported rose by ${12 - totalOf('APM-OP8')} to 12.`)
    await sam.getByRole('button', { name: 'Take this return' }).first().click()
    await sam.getByText('You have taken this return.').waitFor()
    await verdictOn(sam, 'Safeguarding referrals made')
      .getByText('It was accepted with an explanation in version 1: “Both were seen in the minutes.”')
      .waitFor()
    await acceptDoubted(sam)
    await sam.getByRole('button', { name: 'Accept this return' }).click()
    await sam.getByText(/^Accepted\. Camden was told/).waitFor()
    await go(sam, '/programmes/APM?period=FY2025-26-Q3')
    await sam.getByText('Each borough’s return').click()
    const camden = sam.getByRole('row', { name: /^Camden/ }).first()
    await expect.poll(() => camden.innerText()).toMatch(/Accepted.*20 January 2026.*Version 2/s)
  })

  it('no browser complained of anything on the way', () => {
    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})

const totalOf = (indicator: string): number => (totals[indicator] as { value: number }).value

/** The words of what has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

/** The link beside a finding goes away with it while it has the focus: the field takes it. */
async function losesNoFocus(page: Page, field: Locator): Promise<void> {
  const beside = page.locator('.app-finding').filter({ hasText: '"n/k" cannot be read' })
  await beside.getByRole('link').first().focus()
  await field.evaluate((input: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, '13')
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await beside.waitFor({ state: 'detached' })
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
}

async function sendForSignOff(ruth: Page): Promise<void> {
  await go(ruth, `${address}/check`)
  await ruth.getByRole('button', { name: 'Send for sign-off' }).click()
  await ruth.getByText('Awaiting sign-off').first().waitFor()
}

async function sign(daniel: Page): Promise<void> {
  await go(daniel, `${address}/sign-off`)
  await daniel.getByRole('checkbox', { name: /To the best of my knowledge/ }).check()
  await daniel.getByRole('button', { name: 'Sign and submit' }).click()
  await heading(daniel).filter({ hasText: 'Receipt' }).waitFor()
}

async function answer(ruth: Page, text: string): Promise<void> {
  await ruth.getByLabel('Your answer').fill(text)
  await ruth.getByRole('button', { name: 'Send the answer' }).click()
  await ruth.getByText('Change asked for by RMEL. Answered.').waitFor()
  await expect.poll(() => focused(ruth)).toBe('Your answer is sent.')
}
