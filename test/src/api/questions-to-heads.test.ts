/** A lead cannot alter a head's figure, only ask about it; and a head answers for what is hers. */
import type { ReturnView } from '@inclusion/server/returns/view'
import type { ReportListItem } from '@inclusion/server/setting-reports/access'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  acceptIt,
  act,
  camden,
  countEvents,
  done,
  enter,
  enterReport,
  fillReport,
  giveRole,
  refusal,
  see,
  seeReport,
} from './support/filing.ts'

const primary = '100006'
const keyStage3 = '134643'
const hackney = 'APM-E09000012-FY2025-26-Q3'
const regents = '134635'
const figure = `APM-OC4@${primary}`
const question = 'Four of the young people left in October. Are they counted here?'

type Asked = { queryId: string }
const ask = (client: Client, locator = figure, id = camden, text = question) =>
  client.post<Asked>(`/api/returns/${id}/queries`, { locator, question: text })
const write = (client: Client, queryId: string, id = camden, text = 'They are not.') =>
  client.post(`/api/returns/${id}/queries/${queryId}/messages`, { text })
const close = (client: Client, queryId: string, id = camden) =>
  client.post(`/api/returns/${id}/queries/${queryId}/close`)

describe.each(engines())('questions to heads on %s', (engine) => {
  let service: Service
  let helen: Client
  let ruth: Client

  beforeEach(async () => {
    service = await openService(engine)
    helen = await service.as('helen-achebe')
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  /** Those written to since the beginning, and the pages the letters lead to. */
  const letters = async () => {
    const rows = await service.database.db
      .selectFrom('outbox')
      .select(['recipient', 'subject', 'text'])
      .where('createdAt', '>=', service.context.now().slice(0, 10))
      .where((where) =>
        where.or([where('subject', 'like', 'A question from%'), where('subject', 'like', 'New message%')]),
      )
      .orderBy('id')
      .execute()
    return rows.map(
      ({ recipient, text }) => `${recipient.split('@')[0]} ${/https?:\/\/\S+?(\/\S+)/.exec(text)?.[1]}`,
    )
  }
  /** The reports on Helen Achebe's list with a question to answer. */
  const waiting = async () =>
    done(await helen.get<ReportListItem[]>('/api/setting-reports'))
      .filter(({ questions }) => questions > 0)
      .map(({ returnId, urn, questions }) => [returnId, urn, questions])
  const threads = async () => (await see(ruth, camden)).queries

  it('are asked by the lead, answered by the head beside the figure, and closed by the lead', async () => {
    const { queryId } = done(await ask(ruth))
    expect(await letters()).toEqual([`helen-achebe /setting-reports/${camden}/${primary}`])
    const [seen] = (await seeReport(helen, camden, primary)).queries
    expect(seen).toMatchObject({ id: queryId, locator: figure, askedOf: 'setting', status: 'open' })
    expect(seen!.messages).toMatchObject([{ by: 'Ruth Okafor', text: question }])
    expect((await seeReport(helen, camden, keyStage3)).queries).toEqual([])
    expect(await waiting()).toEqual([[camden, primary, 1]])

    expect(done(await write(helen, queryId))).toEqual({ status: 'answered' })
    expect((await letters()).at(-1)).toBe(`ruth-okafor /returns/${camden}/settings`)
    expect(await waiting()).toEqual([])
    expect(done(await write(ruth, queryId, camden, 'And those of November?'))).toEqual({ status: 'open' })
    expect((await letters()).at(-1)).toBe(`helen-achebe /setting-reports/${camden}/${primary}`)
    expect(refusal(await close(helen, queryId))).toBe('403 not-yours-to-do')
    expect(done(await close(ruth, queryId))).toEqual({ status: 'closed' })
    for (const late of [await write(helen, queryId), await close(ruth, queryId)]) {
      expect(refusal(late)).toBe('409 return-not-open')
    }
    expect((await threads()).map(({ status, messages }) => [status, messages.length])).toEqual([
      ['closed', 3],
    ])
  })

  it('change no figure, no signature and no status, and do not stand in the way of the return', async () => {
    const parts = ({ status, findings, marks, reports, checkInput }: ReturnView) => ({
      ...{ status, findings, marks, reports, figures: checkInput.figures },
    })
    const before = parts(await see(ruth, camden))
    done(await ask(ruth))
    expect(parts(await see(ruth, camden))).toEqual(before)
    const report = { id: camden, urn: primary }
    expect(refusal(await enterReport(helen, report, [{ locator: figure, missing: 'x' }]))).toBe(
      '409 report-signed-off',
    )
    done(await helen.post(`/api/setting-reports/${camden}/${primary}/withdraw`))
    done(await enterReport(helen, report, [{ locator: figure, missing: 'x' }]))
    const [priya, owen] = [await service.as('priya-nair'), await service.as('owen-clarke')]
    done(await ask(priya, `APM-OC4@${regents}`, hackney))
    done(await act(owen, hackney, 'submit', { declared: true }))
  })

  it('are of figures that a setting with a head reports to this return', async () => {
    const before = await countEvents(service)
    for (const locator of ['APM-OP1', `APM-OP1@${primary}`, `APM-OC4@${regents}`, `APM-ZZ9@${primary}`]) {
      const refused = await ask(ruth, locator)
      expect(refusal(refused), locator).toBe('422 figure-not-asked')
      expect(refused.body).toMatchObject({ errors: [{ field: locator }] })
    }
    expect(refusal(await ask(ruth, figure, camden, '  '))).toBe('400 invalid-request')
    expect(refusal(await ask(ruth, figure, camden, 'Is J202110020001 one of them?'))).toBe(
      '422 personal-data',
    )
    // The refusal of an identifier is an event of its own.
    expect([await countEvents(service), await threads()]).toEqual([before + 1, []])
    for (const locator of [`attendance@${primary}:whole`, `APM-OC1@${primary}`]) {
      done(await ask(ruth, locator))
    }
    const noor = await service.as('noor-rahman')
    done(await noor.post('/api/memberships/helen-achebe-2/end'))
    expect(refusal(await ask(ruth, `APM-OC4@${keyStage3}`))).toBe('409 setting-has-no-head')
  })

  it('are the lead’s to ask, and the asked head’s to answer', async () => {
    for (const person of ['daniel-marsh', 'leila-haddad', 'helen-achebe', 'noor-rahman']) {
      expect(refusal(await ask(await service.as(person))), person).toBe('403 not-yours-to-do')
    }
    const priya = await service.as('priya-nair')
    expect(refusal(await ask(priya))).toBe('404 not-found')
    const { queryId } = done(await ask(ruth))
    const [martin, leila, daniel] = [
      await service.as('martin-osei'),
      await service.as('leila-haddad'),
      await service.as('daniel-marsh'),
    ]
    expect(refusal(await write(martin, queryId))).toBe('404 not-found')
    expect(refusal(await write(priya, queryId))).toBe('404 not-found')
    expect(refusal(await write(helen, queryId, hackney))).toBe('404 not-found')
    expect(refusal(await write(leila, queryId))).toBe('403 not-yours-to-do')
    expect(refusal(await write(daniel, queryId))).toBe('403 not-yours-to-do')
    // A head of another setting of the borough has no part in it.
    await giveRole(service, 'stella-marino', { role: 'head', urn: keyStage3 })
    expect(refusal(await write(await service.as('stella-marino'), queryId))).toBe('404 not-found')
    expect((await threads())[0]!.messages).toHaveLength(1)
  })

  it('end with the acceptance of the return, and cannot be asked after it', async () => {
    const [priya, owen, leila, martin] = await Promise.all(
      ['priya-nair', 'owen-clarke', 'leila-haddad', 'martin-osei'].map(service.as),
    )
    done(await act(owen!, hackney, 'submit', { declared: true }))
    const { queryId } = done(await ask(priya!, `APM-OC4@${regents}`, hackney))
    done(await act(leila!, hackney, 'take'))
    await acceptIt(leila!, hackney)
    expect(refusal(await write(martin!, queryId, hackney))).toBe('409 return-not-open')
    const refused = await ask(priya!, `APM-OC4@${regents}`, hackney)
    expect(refusal(refused)).toBe('409 return-not-open')
    expect(refused.body).toMatchObject({ detail: expect.stringContaining('accepted') })
  })

  it('of RMEL on a setting’s figure are answered by its head as by the borough', async () => {
    const [priya, owen, leila, martin] = await Promise.all(
      ['priya-nair', 'owen-clarke', 'leila-haddad', 'martin-osei'].map(service.as),
    )
    done(await act(owen!, hackney, 'submit', { declared: true }))
    done(await act(leila!, hackney, 'take'))
    const questions = [
      { locator: `APM-OC4@${regents}`, question: 'Who assessed them?' },
      { locator: 'APM-OP8', question: 'Are these parents of mentored young people?' },
    ]
    done(await act(leila!, hackney, 'request-changes', { questions }))
    const { queries } = await see(priya!, hackney)
    const [ofSetting, ofBorough] = questions.map(({ locator }) =>
      queries.find((query) => query.locator === locator)!,
    )
    expect(ofSetting!.askedOf).toBe('borough')
    expect(done(await write(martin!, ofSetting!.id, hackney))).toEqual({ status: 'answered' })
    expect((await letters()).map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['priya-nair', 'leila-haddad']),
    )
    expect(refusal(await write(martin!, ofBorough!.id, hackney))).toBe('404 not-found')
    expect(done(await write(leila!, ofSetting!.id, hackney, 'In which week?'))).toEqual({ status: 'open' })
    expect(done(await write(priya!, ofSetting!.id, hackney))).toEqual({ status: 'answered' })
    expect(refusal(await close(priya!, ofSetting!.id, hackney))).toBe('403 not-yours-to-do')
  })

  it('are all that a lead can do about a head’s figure', async () => {
    const report = `/api/setting-reports/${camden}/${primary}`
    const changes = [{ locator: figure, revision: 1, missing: 'x' as const }]
    const counts = [{ locator: `attendance@${primary}:whole`, revision: 1, entries: { severe: '1' } }]
    const before = await seeReport(helen, camden, primary)
    const events = await countEvents(service)
    for (const given of [changes, counts]) {
      expect(refusal(await ruth.put(`${report}/figures`, { changes: given }))).toBe('403 setting-has-a-head')
      expect(refusal(await ruth.put(`/api/returns/${camden}/figures`, { changes: given }))).toBe(
        '403 setting-has-a-head',
      )
      expect(refusal(await ruth.put(`${report}/figures?dryRun=true`, { changes: given }))).toBe(
        '403 setting-has-a-head',
      )
    }
    for (const part of ['sign-off', 'withdraw']) {
      expect(refusal(await ruth.post(`${report}/${part}`))).toBe('403 setting-has-a-head')
    }
    const missing = await ruth.put(`/api/returns/${camden}/settings/${primary}/missing`, {
      ...{ reason: 'other', text: 'Not needed.' },
    })
    expect(refusal(missing)).toBe('409 report-signed-off')
    expect(refusal(await enter(ruth, camden, [{ locator: `${figure}:sex:female`, missing: 'x' }]))).toBe(
      '403 setting-has-a-head',
    )
    expect(await countEvents(service)).toBe(events)
    const { checkInput, marks, signedOff } = await seeReport(helen, camden, primary)
    expect({ figures: checkInput.figures, attendance: checkInput.attendance, marks, signedOff }).toEqual({
      ...{ figures: before.checkInput.figures, attendance: before.checkInput.attendance },
      ...{ marks: before.marks, signedOff: before.signedOff },
    })
  })

  it('a signature of the head fills the return at once, with no other step', async () => {
    const ofSetting = ({ checkInput }: ReturnView) =>
      Object.keys(checkInput.figures).filter((locator) => locator.includes(`@${keyStage3}`))
    const together = (view: ReturnView) =>
      ['numerator', 'denominator'].map((part) =>
        [primary, keyStage3]
          .map((urn) => view.checkInput.figures[`APM-OC1@${urn}`])
          .reduce((sum, pair) => sum + (pair?.[part as 'numerator'] ?? 0), 0),
      )
    await fillReport(helen, { id: camden, urn: keyStage3 })
    const before = await see(ruth, camden)
    expect(ofSetting(before)).toEqual([])
    done(await helen.post(`/api/setting-reports/${camden}/${keyStage3}/sign-off`))
    const after = await see(ruth, camden)
    expect(ofSetting(after)).toEqual(expect.arrayContaining([`APM-OC1@${keyStage3}`, `APM-OC4@${keyStage3}`]))
    const [attended, possible] = together(after)
    expect([attended! > together(before)[0]!, possible! > together(before)[1]!]).toEqual([true, true])
    expect(after.reports.find(({ urn }) => urn === keyStage3)).toMatchObject({
      ...{ status: 'signed-off', signedOffBy: 'Helen Achebe', signedOffAt: service.context.now() },
    })
    // What is worked out over all settings follows too.
    expect(after.checkInput.figures['APM-OC8']).not.toEqual(before.checkInput.figures['APM-OC8'])
    done(await helen.post(`/api/setting-reports/${camden}/${keyStage3}/withdraw`))
    expect(ofSetting(await see(ruth, camden))).toEqual([])
  })
})
