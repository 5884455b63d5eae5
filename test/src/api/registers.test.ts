/** What a head's browser counted from her register: stored as it was sent, and never more than counts. */
import type { VersionContent } from '@inclusion/server/returns/versions'
import type { Counted } from '@inclusion/shared/attendance/counted'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import {
  act,
  camden,
  done,
  enterReport,
  explainAll,
  fillReport,
  refusal,
  see,
  seeReport,
  type Change,
} from './support/filing.ts'

const urn = '134643'
const report = { id: camden, urn }
const at = (cohort: string, year?: string) => `attendance@${urn}:${cohort}${year ? `:${year}` : ''}`
const mentored = at('mentored', '2025-26')

const byCode = { '/': 300, '\\': 280, L: 20, B: 30, I: 90, C: 30, O: 60, N: 10, D: 44, Y1: 6 }
const sessions = { possible: 820, attended: 630, authorised: 120, unauthorised: 70, byCode }
const pupils = { enrolments: 9, persistent: 6, severe: 2, dispersion: 7.25, window: null }
const window = { startsOn: '2025-04-21', endsBefore: '2025-08-01', kind: 'term-before-start' as const }
const counted = (locator: string, count: Counted): Change => ({ locator, counted: count })
const whole = [counted(mentored, sessions), counted(at('mentored'), pupils)]

const messageOf = ({ body }: { body: unknown }) =>
  (body as { errors?: { field: string; message: string }[] }).errors?.map(
    ({ field, message }) => `${field}: ${message}`,
  )

describe.each(engines())('Counts from a register on %s', (engine) => {
  let service: Service
  let helen: Client

  beforeEach(async () => {
    service = await openService(engine)
    helen = await service.as('helen-achebe')
  })
  afterEach(() => service.close())

  const save = (changes: Change[]) => enterReport(helen, report, changes)
  const stored = async (cohort: string) =>
    (await seeReport(helen, camden, urn)).checkInput.attendance.find((counts) => counts.cohort === cohort)!

  it('are stored by code, with who counted them and when, and fill the figures', async () => {
    done(await save(whole))
    const { marks, checkInput } = await seeReport(helen, camden, urn)
    expect(await stored('mentored')).toEqual({
      ...{ urn, cohort: 'mentored', enrolments: 9, persistent: 6, severe: 2, window: null },
      counted: { dispersion: 7.25 },
      sessions: [
        {
          ...{ academicYear: '2025-26', possible: 820, attended: 630, authorised: 120, unauthorised: 70 },
          counted: { byCode },
        },
      ],
    })
    const mark = { revision: 1, by: 'Helen Achebe', at: service.context.now(), provenance: 'register' }
    expect([marks[mentored], marks[at('mentored')]]).toMatchObject([mark, mark])
    expect(checkInput.figures[`APM-OC1@${urn}`]).toMatchObject({
      numerator: 630,
      denominator: 820,
      people: 9,
    })
  })

  it('give way to what is typed over them, and come back with another count', async () => {
    done(await save(whole))
    done(await save([{ locator: mentored, entries: { attended: '631', authorised: '119' } }]))
    const typed = await stored('mentored')
    expect(typed.sessions[0]).toEqual({
      ...{ academicYear: '2025-26', possible: 820, attended: 631, authorised: 119, unauthorised: 70 },
    })
    expect(typed.counted).toEqual({ dispersion: 7.25 })
    expect((await seeReport(helen, camden, urn)).marks[mentored]).toMatchObject({ provenance: 'typed' })
    done(await save([{ locator: mentored, entries: { attended: 'most' } }]))
    done(await save(whole))
    const again = await stored('mentored')
    expect(again.sessions[0]).toMatchObject({ attended: 630, counted: { byCode } })
    expect((await seeReport(helen, camden, urn)).checkInput.drafts).toEqual([])
    done(await save([{ locator: at('mentored'), entries: { persistent: '5' } }]))
    expect(await stored('mentored')).not.toHaveProperty('counted')
  })

  it('are told apart from theirs where two people changed them: nothing is overwritten unseen', async () => {
    done(await save(whole))
    const mine = { locator: mentored, revision: 0, entries: { attended: '631', authorised: '119' } }
    const answer = await helen.put<{ conflicts: Record<string, unknown>[] }>(
      `/api/setting-reports/${camden}/${urn}/figures`,
      { changes: [mine] },
    )
    expect(refusal(answer)).toBe('409 figure-changed')
    expect(answer.body.conflicts).toMatchObject([
      { yours: mine, theirs: { possible: 820, source: 'register' }, by: 'Helen Achebe', revision: 1 },
    ])
  })

  it('are refused, with a sentence, where they cannot have been counted', async () => {
    const refused = async (...changes: Change[]) => {
      const answer = await save(changes)
      expect(refusal(answer)).toBe('400 invalid-request')
      return messageOf(answer)
    }
    const off = { ...sessions, byCode: { ...byCode, I: 91 } }
    expect(await refused(counted(mentored, off), counted(at('mentored'), pupils))).toEqual([
      `${mentored}: The sessions by code do not come to the sessions beside them: count the register again.`,
    ])
    expect(await refused(counted(at('mentored'), { ...pupils, severe: 7 }))).toEqual([
      expect.stringContaining('among the persistently absent'),
    ])
    expect(await refused(counted(mentored, pupils))).toEqual([expect.stringContaining('whole period')])
    expect(await refused(counted(at('mentored'), sessions))).toEqual([
      expect.stringContaining('by academic year'),
    ])
    expect(await refused(counted(at('mentored'), { ...pupils, window }))).toEqual([
      expect.stringContaining('Only a baseline'),
    ])
    expect(await refused(counted(`APM-OC4@${urn}`, sessions))).toEqual([
      expect.stringContaining('can be counted from a register'),
    ])
    expect(await refused(counted(at('mentored', '2024-25'), sessions))).toEqual([
      expect.stringContaining('2025-26'),
    ])
    expect(
      await refused({ locator: mentored, counted: { ...sessions, pupil: 'x' } as Counted }),
    ).toHaveLength(1)
    expect(
      await refused(counted(mentored, { ...sessions, byCode: { ...byCode, A: 1 } as object })),
    ).toHaveLength(1)
    expect(await seeReport(helen, camden, urn)).toMatchObject({ status: 'not-started' })
  })

  it('of 1 to 5 pupils come without codes and without how much pupils differ', async () => {
    const few = { ...pupils, enrolments: 5, persistent: 3, dispersion: null }
    const bare = { ...sessions, byCode: null }
    const both = await save([counted(mentored, sessions), counted(at('mentored'), few)])
    expect(messageOf(both)).toEqual([expect.stringContaining(`${mentored}: Of 1 to 5 pupils`)])
    const spread = await save([counted(mentored, bare), counted(at('mentored'), { ...few, dispersion: 2 })])
    expect(messageOf(spread)).toEqual([expect.stringContaining('how much they differ')])
    // The number of pupils may come in the same save or be stored: without it nobody knows.
    expect(messageOf(await save([counted(mentored, sessions)]))).toEqual([
      expect.stringContaining('Give the number of pupils'),
    ])
    done(await save([counted(mentored, bare), counted(at('mentored'), few)]))
    expect(refusal(await save([counted(mentored, sessions)]))).toBe('400 invalid-request')
    expect((await stored('mentored')).sessions[0]).toMatchObject({ possible: 820, counted: { byCode: null } })
  })

  it('lose their codes when the pupils are typed to be so few', async () => {
    done(await save(whole))
    const { revisions } = done(await save([{ locator: at('mentored'), entries: { enrolments: '4' } }]))
    expect(revisions).toEqual({ [at('mentored')]: 2, [mentored]: 2 })
    expect((await stored('mentored')).sessions[0]).toMatchObject({ possible: 820, counted: { byCode: null } })
  })

  it('leave numbers in the audit trail, and nothing else', async () => {
    done(await save(whole))
    const { detail } = await service.context.db
      .selectFrom('audit_events')
      .select('detail')
      .where('action', '=', 'setting-report.save-figures')
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(detail)).toEqual({
      figures: [
        [at('mentored'), 1, 9, 6, 2, 'register'],
        [mentored, 1, 820, 630, 120, 70, 'register'],
      ],
      provenance: 'typed',
      onBehalf: false,
    })
  })

  it('of a baseline stand in the academic years of its window, and no earlier one is added to them', async () => {
    const typed = { locator: at('baseline', '2025-26'), entries: { possible: '400', attended: '200' } }
    done(await save([typed, { locator: at('baseline'), entries: { enrolments: '9' } }]))
    const given = [
      counted(at('baseline', '2024-25'), sessions),
      counted(at('baseline'), { ...pupils, window }),
    ]
    expect(messageOf(await save(given))).toEqual([
      `${at('baseline')}: Sessions of 2025-26 were given before, outside these dates. Clear them with this count.`,
    ])
    const none = { possible: 0, attended: 0, authorised: 0, unauthorised: 0, byCode: {} }
    done(await save([...given, counted(at('baseline', '2025-26'), none)]))
    done(await save([...given, { ...typed, entries: { possible: '', attended: '' } }]))
    const { window: kept, counted: spread } = await stored('baseline')
    expect([kept, spread]).toEqual([window, { dispersion: 7.25 }])
    expect(messageOf(await save([typed]))).toEqual([expect.stringContaining('2024-25')])
    // Dates that reach into this academic year let sessions be given in both.
    const longer = {
      ...window,
      startsOn: '2024-09-01',
      endsBefore: '2025-10-01',
      kind: 'one-window' as const,
    }
    done(await save([counted(at('baseline'), { ...pupils, window: longer }), typed]))
    expect((await stored('baseline')).sessions.map(({ possible }) => possible)).toEqual([820, 400])
  })

  it('of a baseline are on record once signed, with the dates and how they were chosen', async () => {
    await fillReport(helen, report)
    done(
      await save([
        ...[counted(at('baseline', '2024-25'), sessions), counted(at('baseline'), { ...pupils, window })],
        { locator: at('baseline', '2025-26'), entries: { possible: '', attended: '' } },
      ]),
    )
    done(await helen.post(`/api/setting-reports/${camden}/${urn}/sign-off`))
    const { baselines, baselineWindows } = await seeReport(helen, camden, urn)
    expect(baselineWindows).toBe('term-before-start')
    expect(baselines.find(({ indicator }) => indicator === 'APM-OC1')).toMatchObject({
      ...{ numerator: 630, denominator: 820, people: 9 },
      ...{ windowStartsOn: window.startsOn, windowEndsBefore: window.endsBefore },
      source: "Counted from the setting's register, for each the term before they began",
    })
  })

  it('meet the same checks as typed ones: more reasons than absence block, fewer are noted', async () => {
    const found = async () =>
      (await seeReport(helen, camden, urn)).findings
        .filter(({ check, locator }) => check.startsWith('4.') && locator === mentored)
        .map(({ check, severity }) => `${check} ${severity}`)
    const ways: Change[][] = [
      [{ locator: mentored, entries: { possible: '820', attended: '630' } }],
      [counted(mentored, sessions), counted(at('mentored'), pupils)],
    ]
    for (const way of ways) {
      done(await save(way))
      done(await save([{ locator: mentored, entries: { authorised: '121', unauthorised: '70' } }]))
      expect(await found()).toEqual(['4.5 block'])
      done(await save([{ locator: mentored, entries: { authorised: '119' } }]))
      expect(await found()).toEqual(['4.6 note'])
      done(await save([{ locator: mentored, entries: { authorised: '120' } }]))
      expect(await found()).toEqual([])
    }
    done(await save(ways[1]!))
    expect(await found()).toEqual([])
  })

  it('are opened cohort by cohort when RMEL asks, in both academic years, and filed with where they came from', async () => {
    const id = 'APM-E09000007-FY2025-26-Q2'
    const [ruth, daniel, sam] = await Promise.all(
      ['ruth-okafor', 'daniel-marsh', 'sam-whitfield'].map(service.as),
    )
    const reason = 'The register was corrected.'
    done(await act(sam!, id, 'reopen', { reason, locators: [mentored] }))
    const { academicYears, unlocked } = await seeReport(helen, id, urn)
    const places = [at('mentored'), at('mentored', '2024-25'), mentored]
    expect(academicYears).toEqual(['2024-25', '2025-26'])
    expect(unlocked).toEqual(expect.arrayContaining(places))
    const both = [
      ...[counted(at('mentored', '2024-25'), sessions), counted(mentored, sessions)],
      counted(at('mentored'), pupils),
    ]
    const inQ2 = { id, urn }
    const shut = counted(at('whole', '2025-26'), { ...sessions, byCode: null })
    expect(refusal(await enterReport(helen, inQ2, [shut]))).toBe('409 figure-locked')
    done(await enterReport(helen, inQ2, both))
    done(await helen.post(`/api/setting-reports/${id}/${urn}/sign-off`))
    const figure = (await see(ruth!, id)).checkInput.figures[`APM-OC1@${urn}`]
    expect(figure).toMatchObject({ numerator: 1260, denominator: 1640, people: 9 })
    await explainAll(ruth!, id)
    done(await act(ruth!, id, 'send-for-sign-off'))
    done(await act(daniel!, id, 'submit', { declared: true }))
    expect(refusal(await enterReport(helen, inQ2, both))).toBe('409 report-frozen')
    const { canonical } = await service.context.db
      .selectFrom('return_versions')
      .select('canonical')
      .where('returnId', '=', id)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow()
    const filed = (JSON.parse(canonical) as VersionContent).attendance.find(
      (counts) => counts.urn === urn && counts.cohort === 'mentored',
    )
    expect(filed).toMatchObject({
      counted: { dispersion: 7.25 },
      sessions: [{ counted: { byCode } }, { possible: 820, counted: { byCode } }],
    })
    const shown = (await see(sam!, id)).checkInput.attendance
    expect(shown).toContainEqual(filed)
  })

  it('say how much pupils differed in earlier periods, where the counts are those that were accepted', async () => {
    const [martin, sam] = await Promise.all(['martin-osei', 'sam-whitfield'].map(service.as))
    const regents = { id: 'APM-E09000012-FY2025-26-Q2', urn: '134635' }
    const latest = async () => (await seeReport(martin!, 'APM-E09000012-FY2025-26-Q3', regents.urn)).trend[0]!
    const before = await latest()
    expect(before).toMatchObject({ period: 'FY2025-26-Q2', source: 'register' })
    expect(before.dispersion).toBeGreaterThan(1)
    const locator = `attendance@${regents.urn}:mentored:2025-26`
    done(await act(sam!, regents.id, 'reopen', { reason: 'The register changed.', locators: [locator] }))
    done(await enterReport(martin!, regents, [counted(locator, sessions)]))
    // The accepted figures stand until others are accepted, and what is stored is of others.
    expect(await latest()).toEqual({ ...before, dispersion: null, source: 'typed' })
  })

  it('carry no identifier past the guard: what is no count is refused before anything is stored', async () => {
    const upn = 'J202110020001'
    const codes = { ...sessions, byCode: { [upn]: 1 } } as Counted
    expect(refusal(await save([counted(mentored, codes)]))).toBe('422 personal-data')
    const named = { ...pupils, window: { ...window, startsOn: upn } }
    expect(refusal(await save([counted(at('baseline'), named)]))).toBe('422 personal-data')
    const events = await service.context.db.selectFrom('audit_events').select('detail').execute()
    expect(events.filter(({ detail }) => detail.includes(upn))).toEqual([])
  })
})
