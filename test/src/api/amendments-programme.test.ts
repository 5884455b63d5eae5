/** A third programme from nothing: written, tried, published by another person, opened, filed, accepted, added up. */
import { deliver } from '@inclusion/server/mail/deliver'
import type { ProgrammeView } from '@inclusion/server/programmes/view'
import { verifyChain } from '@inclusion/server/trust/verify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeIn } from '../support/mail-server.ts'
import { clientOf, engines, openService, type Client, type Service } from '../support/service.ts'
import {
  draft,
  errorsOf,
  framework,
  openOn,
  seeAmendment,
  step,
  tryOut,
  type Drafted,
} from './support/amending.ts'
import { acceptIt, act, done, enter, explainAll, refusal, see, type Change } from './support/filing.ts'
import { wellbeing } from './support/wellbeing.ts'

const hackney = 'MHS-E09000012-FY2025-26-Q4'
const lambeth = 'MHS-E09000022-FY2025-26-Q4'

const figures: Change[] = [
  { locator: 'MHS-OP1', entries: { value: '40' } },
  { locator: 'MHS-OP1:phase:primary', entries: { value: '25' } },
  { locator: 'MHS-OP1:phase:secondary', entries: { value: '15' } },
  { locator: 'MHS-OC1', entries: { numerator: '9', denominator: '10' } },
  { locator: 'MHS-FI1', entries: { value: '4,000' } },
  { locator: 'MHS-TX1', text: 'Schools asked for more time.' },
]

describe.each(engines())('A third programme on %s', (engine) => {
  let service: Service
  let chloe: Client
  let leila: Client
  let made: Drafted

  beforeAll(async () => {
    service = await openService(engine)
    chloe = await service.as('chloe-bright')
    leila = await service.as('leila-haddad')
  })
  afterAll(() => service.close())

  it('begins with a draft that says what is missing', async () => {
    const begun = await chloe.post<Drafted>('/api/amendments', {
      ...{ kind: 'programme', programme: 'MHS', name: 'Wellbeing in schools' },
    })
    const view = await seeAmendment(chloe, begun.body.id)
    expect(view).toMatchObject({ status: 'draft', isNewProgramme: true, contains: ['New programme'] })
    expect(errorsOf(view)).toEqual([
      'Say in a sentence what the programme is for.',
      'A programme has to ask for something. Add a figure.',
      'No period is collected. Add a collection window.',
    ])
    expect(view.actions).toMatchObject({
      edit: null,
      propose: 'amendment-faulty',
      publish: 'not-yours-to-do',
    })
    expect(refusal(await step(chloe, begun.body, 'propose'))).toBe('422 amendment-faulty')
    done(await step(chloe, begun.body, 'discard'))
  })

  it('is tried before it is there: what Hackney’s lead will see, and nothing stays', async () => {
    // An invitation that was withdrawn brings no lead.
    const noor = await service.as('noor-rahman')
    const lola = { email: 'lola@lambeth.example', name: 'Lola May', role: 'lead', programme: null }
    const invited = await noor.post<{ invitationId: string }>('/api/invitations', {
      ...{ ...lola, gssCode: 'E09000022' },
    })
    expect(invited.status, JSON.stringify(invited.body)).toBe(201)
    done(await noor.post(`/api/invitations/${invited.body.invitationId}/withdraw`))
    made = await draft(chloe, { kind: 'programme', programme: 'MHS', content: wellbeing })
    const { faults, touches, places, seen } = done(
      await tryOut(chloe, made.id, { gssCode: 'E09000012', periodId: null }),
    )
    expect(faults.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: Lambeth has no lead for this programme yet. Invite one.',
      'warning: No profile is given yet: boroughs see no plan beside their figures, and nothing is rated.',
    ])
    expect(touches).toMatchObject({ boroughs: 2, returns: 4 })
    expect(places.map(({ name }) => name)).toEqual(['Hackney', 'Lambeth'])
    expect(seen).toMatchObject({
      ...{ authority: { name: 'Hackney' }, tier: 'standard', tierNow: null, leads: ['Priya Nair'] },
      ...{ period: { id: 'FY2025-26-Q4' }, opensOn: '2026-04-01', dueOn: '2026-04-30', gone: [] },
    })
    expect(
      seen!.sections.map(({ name, figures: of }) => [name, of.map(({ indicator }) => indicator)]),
    ).toEqual([
      ['Support', ['MHS-OP1', 'MHS-OP2', 'MHS-OC1']],
      ['Money', ['MHS-FI1']],
      ['In your words', ['MHS-TX1']],
    ])
    expect(seen!.sections[0]!.figures[0]).toMatchObject({
      ...{ what: 'new', from: 'typed', prefilled: null, before: null },
      breakdowns: [{ label: 'Phase', categories: ['Primary', 'Secondary'], isNew: true }],
    })
    expect(seen!.checks.length).toBeGreaterThan(20)
    expect(refusal(await chloe.get('/api/framework/MHS'))).toBe('404 not-found')
  })

  it('is proposed by the programme manager and published by an evaluator, and by nobody else', async () => {
    done(await step(chloe, made, 'propose'))
    await deliver(service.context)
    expect(service.sent.at(-1)).toMatchObject({ subject: 'For your decision: An amendment of MHS' })
    expect(refusal(await step(chloe, made, 'publish'))).toBe('403 not-yours-to-do')
    done(await step(leila, made, 'publish'))
    const view = await seeAmendment(chloe, made.id)
    expect(view).toMatchObject({
      ...{ status: 'published', proposed: { by: 'Chloe Bright' }, published: { by: 'Leila Haddad' } },
      programme: { name: 'Wellbeing in schools' },
    })
    const { definitions, grants } = await framework(chloe, 'MHS')
    expect(definitions.map(({ indicator }) => indicator)).toHaveLength(5)
    expect(grants.map(({ name, tier, leads }) => [name, tier, leads])).toEqual([
      ['Hackney', 'standard', 1],
      ['Lambeth', 'light', 0],
    ])
  })

  it('invites its leads, and opens on the day it says', async () => {
    expect(await openOn(service, '2026-03-31')).toEqual([])
    const noor = await service.as('noor-rahman')
    const invitation = { email: 'lola@lambeth.example', name: 'Lola May', role: 'lead', programme: 'MHS' }
    const invited = await noor.post('/api/invitations', { ...invitation, gssCode: 'E09000022' })
    expect(invited.status).toBe(201)
    const opened = await openOn(service, '2026-04-01')
    expect(opened.filter((id) => id.startsWith('MHS'))).toEqual([hackney, lambeth])
    while ((await deliver(service.context)) > 0);
    const letter = service.sent.find(
      ({ recipient, text }) => recipient.startsWith('priya') && text.includes(hackney),
    )
    expect(letter?.text).toContain('30 April 2026')
    const { status, tier, dueOn, checkInput } = await see(await service.as('priya-nair'), hackney)
    expect({ status, tier, dueOn }).toEqual({ status: 'not-started', tier: 'standard', dueOn: '2026-04-30' })
    expect(checkInput.identities.map(({ id }) => id)).toEqual(['MHS-seen-in-sessions'])
  })

  it('is filed in the light tier by a lead who came by invitation', async () => {
    const lola = await signInByMail(service, 'lola@lambeth.example')
    expect((await see(lola, lambeth)).checkInput.asked).toHaveLength(5)
    done(await enter(lola, lambeth, [...figures, { locator: 'MHS-OP2', entries: { value: '30' } }]))
    const { findings } = await see(lola, lambeth)
    expect(findings.find(({ severity }) => severity === 'block')?.message).toContain(
      'This should be so, and is not: everybody supported was in a session.',
    )
    done(await enter(lola, lambeth, [{ locator: 'MHS-OP2', entries: { value: '60' } }]))
    await explainAll(lola, lambeth)
    done(await act(lola, lambeth, 'submit', { declared: true }))
  })

  it('is filed in the standard tier by two people, accepted, and added up as a ratio of sums', async () => {
    const [priya, owen] = [await service.as('priya-nair'), await service.as('owen-clarke')]
    const pair = { numerator: '10', denominator: '100' }
    const own = figures.map((change) =>
      change.locator === 'MHS-OC1' ? { ...change, entries: pair } : change,
    )
    done(await enter(priya, hackney, [...own, { locator: 'MHS-OP2', entries: { value: '90' } }]))
    await explainAll(priya, hackney)
    done(await act(priya, hackney, 'send-for-sign-off'))
    done(await act(owen, hackney, 'submit', { declared: true }))
    for (const id of [hackney, lambeth]) {
      done(await act(leila, id, 'take'))
      await acceptIt(leila, id)
    }
    const { indicators } = done(await leila.get<ProgrammeView>('/api/programmes/MHS?period=FY2025-26-Q4'))
    const shown = Object.fromEntries(indicators.map(({ code, shown: words }) => [code, words]))
    expect(shown).toEqual({ 'MHS-OP1': '80', 'MHS-OP2': '150', 'MHS-OC1': '17.3%', 'MHS-FI1': '£8,000.00' })
    expect(await verifyChain(service.context.db)).toMatchObject({ broken: null })
  })
})

async function signInByMail({ app, context, sent }: Service, email: string): Promise<Client> {
  const post = (path: string, fields: Record<string, string>) =>
    app.request(path, {
      ...{ method: 'POST', body: new URLSearchParams(fields) },
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' },
    })
  await post('/sign-in', { email })
  // The letters of the windows that opened wait before it.
  while ((await deliver(context)) > 0);
  const letter = sent.findLast(({ recipient, subject }) => recipient === email && subject.includes('code'))
  const response = await post('/sign-in/code', { email, code: codeIn(letter!.text) })
  const cookie = response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ')
  return clientOf(app, { cookie })
}
