import { createContext } from '@inclusion/server/context'
import { demonstrationEnvironment } from '@inclusion/server/env'
import { limits, network } from '@inclusion/server/http/rate-limit'
import { deliver } from '@inclusion/server/mail/deliver'
import { smtpMailer } from '@inclusion/server/mail/smtp'
import { verifyChain } from '@inclusion/server/trust/verify'
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest'
import { engines, type EngineUnderTest } from '../db/databases.ts'
import { codeIn, openMailServer } from '../support/mail-server.ts'
import {
  camden,
  cookieFor,
  cookieOf,
  openSignInService,
  postForm,
  postJson,
  type SignInService,
  type SignInServiceParts,
} from '../support/mail-service.ts'

const amara = { email: 'amara@council.example' }

async function open(
  engine: EngineUnderTest,
  test: TestContext,
  parts: Omit<SignInServiceParts, 'database'> = {},
): Promise<SignInService> {
  const database = await engine.open(test)
  onTestFinished(() => database.close())
  const service = await openSignInService({ database, ...parts })
  await service.addPerson('amara', 'Amara Osei', { role: 'lead', gssCode: camden })
  return service
}

/** Asks for a code and reads it in the mail that was sent. */
async function codeFor({ app, context, sent }: SignInService, email: string): Promise<string> {
  await postForm(app, '/sign-in', { email })
  await deliver(context)
  return codeIn(sent.at(-1)!.text)
}

const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

const me = ({ app }: SignInService, cookie: string) => app.request('/api/me', { headers: { cookie } })

const underTest = engines()

for (const engine of underTest) {
  describe(`Signing in on ${engine.name}`, () => {
    it('sends a code by SMTP that signs in once, and keeps the person to the page they wanted', async (test) => {
      const mail = await openMailServer()
      onTestFinished(mail.stop)
      const service = await open(engine, test, { mailer: smtpMailer(mail.url, 'returns@service.example') })
      const asked = await postForm(service.app, '/sign-in', {
        email: ' Amara@Council.example ',
        next: '/returns?a=1',
      })
      expect(asked.status).toBe(200)
      expect(await deliver(service.context)).toBe(1)
      expect(mail.received).toHaveLength(1)
      expect(mail.received[0]).toMatchObject({ to: [amara.email], subject: 'Your code to sign in' })
      const code = codeIn(mail.received[0]!.text)
      const form = { ...amara, code: `${code.slice(0, 3)} ${code.slice(3)}`, next: '/returns?a=1' }
      const signedIn = await postForm(service.app, '/sign-in/code', form)
      expect(signedIn.status).toBe(303)
      expect(signedIn.headers.get('location')).toBe('/returns?a=1')
      const answer = await me(service, cookieOf(signedIn))
      expect(await answer.json()).toMatchObject({ personId: 'amara', job: 'Borough lead' })
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect((await postForm(service.app, '/sign-in/code', form)).status).toBe(401)
      expect(await verifyChain(service.context.db)).toMatchObject({ broken: null })
      const acts = await service.context.db
        .selectFrom('audit_events')
        .select(['action', 'personId'])
        .execute()
      expect(acts).toContainEqual({ action: 'sign-in', personId: 'amara' })
    })

    it('keeps the code hashed, and the cookie from scripts, other sites and plain HTTP', async (test) => {
      const service = await open(engine, test)
      const code = await codeFor(service, amara.email)
      const kept = await service.context.db.selectFrom('verifications').select('value').execute()
      expect(kept.map(({ value }) => value).join()).not.toContain(code)
      const letters = await service.context.db.selectFrom('outbox').select('text').execute()
      expect(letters).toEqual([{ text: '' }])
      const response = await postForm(service.app, '/sign-in/code', { ...amara, code })
      const [cookie] = response.headers.getSetCookie()
      expect(cookie).toMatch(/^__Secure-returns\.session_token=/)
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=43200']) {
        expect(cookie).toContain(flag)
      }
    })

    it('answers the same for a person, a stranger and a suspended person', async (test) => {
      const service = await open(engine, test)
      await service.addPerson('bola', 'Bola Ade', { role: 'lead', gssCode: camden })
      await service.context.db
        .updateTable('people')
        .set({ suspendedAt: service.context.now() })
        .where('id', '=', 'bola')
        .execute()
      const emails = [amara.email, 'bola@council.example', 'nobody@council.example']
      const answers = await Promise.all(
        emails.map(async (email) => {
          const response = await postForm(service.app, '/sign-in', { email })
          return `${response.status} ${(await response.text()).replaceAll(email, 'EMAIL')}`
        }),
      )
      expect(new Set(answers).size).toBe(1)
      await deliver(service.context)
      expect(service.sent.map(({ recipient }) => recipient)).toEqual([amara.email])
    })

    it('refuses a code after three wrong ones, and a code that is too old', async (test) => {
      const service = await open(engine, test)
      const code = await codeFor(service, amara.email)
      for (let attempt = 1; attempt <= 3; attempt++) {
        const response = await postForm(service.app, '/sign-in/code', { ...amara, code: wrong(code) })
        expect(response.status).toBe(401)
        const page = await response.text()
        expect(page).toContain('<title>Error: Enter your code - Inclusion Returns</title>')
        expect(page).toContain('href="#code"')
      }
      expect((await postForm(service.app, '/sign-in/code', { ...amara, code })).status).toBe(401)
      const late = await codeFor(service, amara.email)
      await service.context.db
        .updateTable('verifications')
        .set({ expiresAt: '2020-01-01T00:00:00.000Z' })
        .execute()
      expect((await postForm(service.app, '/sign-in/code', { ...amara, code: late })).status).toBe(401)
    })

    it('ends a session by signing out, by age and by rest', async (test) => {
      let now = Date.now()
      const service = await open(engine, test, { overrides: { realNow: () => new Date(now).toISOString() } })
      const cookie = await cookieFor(service, 'amara')
      expect((await me(service, cookie)).status).toBe(200)
      now += 11 * 3_600_000
      const renewed = await me(service, cookie)
      expect(renewed.headers.getSetCookie()[0]).toContain('Max-Age=43200')
      now += 11 * 3_600_000
      expect((await me(service, cookie)).status).toBe(200)
      now += 13 * 3_600_000
      expect((await me(service, cookie)).status).toBe(401)

      const busy = await cookieFor(service, 'amara')
      for (let hour = 0; hour < 7 * 24; hour += 8) {
        await me(service, busy)
        now += 8 * 3_600_000
      }
      expect((await me(service, busy)).status).toBe(401)

      now = Date.now()
      const third = await cookieFor(service, 'amara')
      expect((await me(service, third)).status).toBe(200)
      const out = await postForm(service.app, '/sign-out', {}, { cookie: third })
      expect(out.status).toBe(303)
      expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0')
      expect((await me(service, third)).status).toBe(401)
    })

    it('takes no cookie with another signature, and ends the earlier session of the browser', async (test) => {
      const service = await open(engine, test)
      const cookie = await cookieFor(service, 'amara')
      const name = cookie.slice(0, cookie.indexOf('='))
      const value = cookie.slice(name.length + 1)
      const token = decodeURIComponent(value).split('.')[0]!
      for (const forged of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`, `x${value}`]) {
        expect((await me(service, `${name}=${forged}`)).status).toBe(401)
      }
      const again = await postJson(service.app, '/api/demo/sign-in', { personId: 'amara' }, { cookie })
      expect((await me(service, cookieOf(again))).status).toBe(200)
      expect((await me(service, cookie)).status).toBe(401)
    })

    it('lists the people of the demonstration in words and signs in as one by API and by form', async (test) => {
      const service = await open(engine, test)
      await service.addPerson('eve', 'Eve <b>Stone</b>', { role: 'evaluator' })
      const people = await (await service.app.request('/api/demo/people')).json()
      expect(people).toEqual([
        { id: 'amara', name: 'Amara Osei', role: 'Borough lead', scope: 'Camden, both programmes' },
        { id: 'eve', name: 'Eve <b>Stone</b>', role: 'RMEL evaluator', scope: 'London, both programmes' },
      ])
      const page = await (await service.app.request('/sign-in?next=/review')).text()
      expect(page).toContain('value="amara"')
      expect(page).toContain('Eve &lt;b&gt;Stone&lt;/b&gt;')
      const byForm = await postForm(service.app, '/demo/sign-in', { personId: 'eve', next: '/review' })
      expect(byForm.headers.get('location')).toBe('/review')
      expect(await (await me(service, cookieOf(byForm))).json()).toMatchObject({ personId: 'eve' })
      expect((await postJson(service.app, '/api/demo/sign-in', { personId: 'nobody' })).status).toBe(404)
    })
  })
}

const sqlite = underTest[0]!

describe('The guards of signing in', () => {
  it('limits codes asked for and codes tried, whatever the body says, also under NODE_ENV=test', async (test) => {
    let now = Date.now()
    const service = await open(sqlite, test, { overrides: { realNow: () => new Date(now).toISOString() } })
    const attempt = (email: string) => postForm(service.app, '/sign-in/code', { email, code: '123456' })
    for (let tried = 1; tried <= limits['code-tried'].email; tried++) {
      expect((await attempt(amara.email)).status).toBe(401)
    }
    const refused = await attempt(amara.email)
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('Wait a few minutes')
    let other = 0
    while ((await attempt(`person${other}@council.example`)).status === 401) other++
    expect(other).toBe(limits['code-tried'].address - limits['code-tried'].email - 1)
    now += 16 * 60_000
    expect((await attempt(amara.email)).status).toBe(401)
  })

  it('counts an IPv6 client by its /64 and believes only the proxy', async (test) => {
    expect(network('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(network('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(network('192.0.2.1')).toBe('192.0.2.1')
    const service = await open(sqlite, test, { environment: { clientIpHeader: 'x-forwarded-for' } })
    let tries = 0
    const attempt = () =>
      postForm(
        service.app,
        '/sign-in/code',
        { email: `person${tries}@council.example`, code: '123456' },
        { 'x-forwarded-for': `198.51.100.${tries % 250}, 203.0.113.9` },
      )
    while ((await attempt()).status === 401) tries++
    expect(tries).toBe(limits['code-tried'].address)
  })

  it('refuses what another site makes a browser send', async (test) => {
    const service = await open(sqlite, test)
    const others = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of others) {
      const form = await postForm(service.app, '/sign-in', amara, headers)
      expect(form.status).toBe(403)
      expect(await form.json()).toMatchObject({ type: 'cross-site' })
      expect((await postJson(service.app, '/api/demo/sign-in', { personId: 'amara' }, headers)).status).toBe(
        403,
      )
    }
    expect((await postForm(service.app, '/sign-in', amara, { 'sec-fetch-site': 'same-origin' })).status).toBe(
      200,
    )
    const elsewhere = { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }
    expect((await postForm(service.app, '/sign-in', amara, elsewhere)).status).toBe(200)
    const production = await open(sqlite, test, { environment: { demonstration: false } })
    expect((await postForm(production.app, '/sign-in', amara, elsewhere)).status).toBe(403)
  })

  it('goes nowhere but to its own pages', async (test) => {
    const service = await open(sqlite, test)
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'x',
      '',
    ]) {
      const response = await postForm(service.app, '/demo/sign-in', { personId: 'amara', next })
      expect({ next, to: response.headers.get('location') }).toEqual({ next, to: '/' })
    }
  })

  it('offers nothing of the demonstration elsewhere', async (test) => {
    const service = await open(sqlite, test, { environment: { demonstration: false } })
    expect(await (await service.app.request('/sign-in')).text()).not.toContain('Amara')
    expect((await service.app.request('/api/demo/people')).status).toBe(404)
    expect((await service.app.request('/demo/mail')).status).toBe(404)
    expect((await postJson(service.app, '/api/demo/sign-in', { personId: 'amara' })).status).toBe(404)
    expect((await postForm(service.app, '/demo/sign-in', { personId: 'amara' })).status).toBe(404)
  })

  it('writes pages that name what is wrong, run no script and give nothing away', async (test) => {
    const service = await open(sqlite, test)
    const response = await postForm(service.app, '/sign-in', { email: '"><script>alert(1)</script>' })
    expect(response.status).toBe(400)
    const page = await response.text()
    expect(page).toContain('<title>Error: Sign in - Inclusion Returns</title>')
    expect(page).toContain('href="#email"')
    expect(page).not.toContain('<script')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(response.headers.get('strict-transport-security')).toContain('max-age=')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-reference')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('keeps the real clock where the service has another', async (test) => {
    const database = await sqlite.open(test)
    onTestFinished(() => database.close())
    const environment = demonstrationEnvironment({})
    const context = createContext({
      database,
      environment,
      mailer: { send: async () => {} },
      clockOffset: -1e10,
    })
    expect(Date.parse(context.realNow()) - Date.parse(context.now())).toBeGreaterThan(9e9)
  })
})
