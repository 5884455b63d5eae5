/** The history of a figure: from which value to which, by whom, when and how, over revisions and versions. */
import type { FigureHistory } from '@inclusion/server/returns/figure-history'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { act, camden, done, enter, enterReport, refusal } from './support/filing.ts'

/** Hackney's, which waits for its certifier. */
const hackney = 'APM-E09000012-FY2025-26-Q3'
const figure = (numbers: object, missing: string | null = null) => ({
  numbers: { value: null, numerator: null, denominator: null, people: null, ...numbers },
  ...{ missing, counted: false, unreadable: false },
})

describe.each(engines())('the history of a figure on %s', (engine) => {
  let service: Service
  let lead: Client

  beforeEach(async () => {
    service = await openService(engine)
    lead = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  const historyOf = async (client: Client, locator: string, id = camden): Promise<FigureHistory> =>
    done(await client.get<FigureHistory>(`/api/returns/${id}/figures/${locator}/history`))

  /** The first return that Hackney ever gave. */
  const firstReturn = async (): Promise<string> => {
    const { id } = await service.context.db
      .selectFrom('returns')
      .select('id')
      .where('id', 'like', 'APM-E09000012-%')
      .orderBy('periodId')
      .executeTakeFirstOrThrow()
    return id
  }

  it('says from which value to which, who, when and how it came in', async () => {
    service.pass(5)
    done(await enter(lead, camden, [{ locator: 'APM-OP1', entries: { value: '2.5' } }]))
    service.pass(5)
    const changes = [{ locator: 'APM-OP1', revision: 2, missing: 'x', entries: { value: '' } }]
    done(await lead.put(`/api/returns/${camden}/figures`, { changes, provenance: 'pasted' }))
    const { changes: told, filings } = await historyOf(lead, 'APM-OP1')
    expect(told).toMatchObject([
      ...[{ revision: 3, before: figure({ value: 2.5 }), after: figure({}, 'x'), provenance: 'pasted' }],
      ...[
        { revision: 2, before: figure({ value: 1.5 }), after: figure({ value: 2.5 }), provenance: 'typed' },
      ],
      ...[{ revision: 1, before: figure({}), after: figure({ value: 1.5 }) }],
    ])
    expect(told.every(({ by, onBehalf }) => by === 'Ruth Okafor' && !onBehalf)).toBe(true)
    expect(told[0]!.at).toBe(service.context.now())
    expect(filings).toEqual([])
  })

  it('goes on over the versions, each with what it holds', async () => {
    const owen = await service.as('owen-clarke')
    const priya = await service.as('priya-nair')
    const leila = await service.as('leila-haddad')
    done(await act(owen, hackney, 'submit', { declared: true }))
    done(await act(leila, hackney, 'take'))
    const questions = [{ locator: 'APM-OP1', question: 'Is this right?' }]
    done(await act(leila, hackney, 'request-changes', { questions }))
    const before = await historyOf(priya, 'APM-OP1', hackney)
    const was = before.changes[0]!.after.numbers.value!
    done(await enter(priya, hackney, [{ locator: 'APM-OP1', entries: { value: String(was + 1) } }]))
    const { changes, filings } = await historyOf(priya, 'APM-OP1', hackney)
    expect(changes[0]).toMatchObject({ before: figure({ value: was }), after: figure({ value: was + 1 }) })
    expect(filings).toMatchObject([
      { version: 1, sentBy: 'Priya Nair', certifiedBy: 'Owen Clarke', held: figure({ value: was }) },
    ])
  })

  it('of a setting is told to its head, of its own setting only, and says what it is worked out from', async () => {
    const helen = await service.as('helen-achebe')
    const report = { id: camden, urn: '134643' }
    const locator = 'attendance@134643:mentored'
    done(await enterReport(helen, report, [{ locator, entries: { enrolments: '9', persistent: '6' } }]))
    const counts = await historyOf(helen, locator)
    expect(counts.changes[0]).toMatchObject({
      by: 'Helen Achebe',
      before: { numbers: { enrolments: null } },
      after: { numbers: { enrolments: 9, persistent: 6, severe: null } },
    })
    const worked = await historyOf(helen, 'APM-OC1@134643')
    expect(worked).toMatchObject({ changes: [] })
    expect(worked.workedOutFrom).toEqual([locator, `${locator}:2025-26`])
    const path = (figureOf: string) => `/api/returns/${camden}/figures/${figureOf}/history`
    expect(refusal(await helen.get(path('APM-OP1')))).toBe('404 not-found')
    expect(refusal(await helen.get(path('attendance@134635:mentored')))).toBe('404 not-found')
    // Her own setting, and a return in which it reports nothing: who filed that is not for her.
    for (const asked of ['history', 'provenance']) {
      const elsewhere = await helen.get(`/api/returns/${hackney}/figures/${locator}/${asked}`)
      expect(refusal(elsewhere), asked).toBe('404 not-found')
    }
    const priya = await service.as('priya-nair')
    expect(refusal(await priya.get(path('APM-OP1')))).toBe('404 not-found')
    expect(refusal(await service.stranger.get(path('APM-OP1')))).toBe('401 not-signed-in')
  })

  it('says of a level that is carried that it came in so, though it was saved with others', async () => {
    const priya = await service.as('priya-nair')
    const first = await firstReturn()
    const carried = await historyOf(priya, 'APM-OP0', hackney)
    expect(carried.changes).toMatchObject([{ by: 'Priya Nair', provenance: 'carried' }])
    expect((await historyOf(priya, 'APM-OP5', hackney)).changes).toMatchObject([{ provenance: 'typed' }])
    // Nothing was before the first return: somebody did type it there.
    expect((await historyOf(priya, 'APM-OP0', first)).changes).toMatchObject([{ provenance: 'typed' }])
    const level = carried.changes[0]!.after.numbers.value!
    done(await enter(lead, camden, [{ locator: 'APM-OP0', note: 'Counted on the first day.' }]))
    const noted = (await historyOf(lead, 'APM-OP0')).changes[0]!
    expect(noted.provenance).toBe('typed')
    expect(level).toBeGreaterThan(0)
  })

  it('says of an entry that cannot be read that it was none, also after it is mended, and never what it was', async () => {
    done(await enter(lead, camden, [{ locator: 'APM-OP8', entries: { value: '12b' } }]))
    done(await enter(lead, camden, [{ locator: 'APM-OP8', entries: { value: '12' } }]))
    const told = await historyOf(lead, 'APM-OP8')
    const unread = { ...figure({}), unreadable: true }
    expect(told.changes).toMatchObject([
      { before: unread, after: figure({ value: 12 }) },
      { before: unread, after: unread },
      { before: figure({}), after: unread },
    ])
    expect(JSON.stringify(told)).not.toMatch(/12[ab]/)
    const helen = await service.as('helen-achebe')
    const locator = 'attendance@134643:mentored'
    const report = { id: camden, urn: '134643' }
    done(await enterReport(helen, report, [{ locator, entries: { enrolments: '9', severe: 'two' } }]))
    const counts = { numbers: { enrolments: 9, severe: null }, counted: false, unreadable: true }
    expect((await historyOf(helen, locator)).changes[0]!.after).toMatchObject(counts)
  })

  it('never holds a text that a person typed', async () => {
    const typed = 'Quokkas were counted twice.'
    done(await enter(lead, camden, [{ locator: 'APM-TX1', text: typed, note: typed }]))
    const told = await historyOf(lead, 'APM-TX1')
    expect(told.changes).toHaveLength(1)
    expect(JSON.stringify(told)).not.toContain('Quokka')
  })
})
