/** Few pupils are told by no difference: what the mentored leave of the whole is theirs who are not mentored. */
import type { Counted } from '@inclusion/shared/attendance/counted'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, done, enterReport, refusal, seeReport, type Change } from './support/filing.ts'

const urn = '134643'
const year = '2025-26'
const at = (cohort: string, of?: string) => `attendance@${urn}:${cohort}${of ? `:${of}` : ''}`

const byCode = { '/': 300, '\\': 280, L: 20, B: 30, I: 90, C: 30, O: 60, N: 10 }
const sessions = { possible: 820, attended: 630, authorised: 120, unauthorised: 70, byCode }
const pupils = { enrolments: 9, persistent: 6, severe: 2, dispersion: 7.25, window: null }
const allByCode = { ...byCode, '/': 350, I: 132 }
const allSessions = { possible: 912, attended: 680, authorised: 162, unauthorised: 70, byCode: allByCode }
const all = (enrolments: number) => ({ ...pupils, enrolments, dispersion: 6.5 })

const counted = (locator: string, count: Counted): Change => ({ locator, counted: count })
const mentored = [counted(at('mentored', year), sessions), counted(at('mentored'), pupils)]
const whole = (enrolments: number) => [
  ...[counted(at('whole', year), allSessions), counted(at('whole'), all(enrolments))],
]

describe.each(engines())('Counts that leave out a few pupils on %s', (engine) => {
  let service: Service
  let helen: Client

  beforeEach(async () => {
    service = await openService(engine)
    helen = await service.as('helen-achebe')
  })
  afterEach(() => service.close())

  const save = (changes: Change[]) => enterReport(helen, { id: camden, urn }, changes)
  /** What is kept of a cohort beside its totals. */
  const kept = async (cohort: string) => {
    const { checkInput } = await seeReport(helen, camden, urn)
    const counts = checkInput.attendance.find((of) => of.cohort === cohort)!
    expect(counts.sessions[0]).toMatchObject(cohort === 'whole' ? { possible: 912 } : { possible: 820 })
    return [counts.sessions[0]!.counted?.byCode ?? null, counts.counted?.dispersion ?? null]
  }
  const nothing = [null, null]

  it('are refused where both were counted: the codes of the mentored stay on her computer', async () => {
    for (const enrolments of [10, 14]) {
      const answer = await save([...mentored, ...whole(enrolments)])
      expect(refusal(answer)).toBe('400 invalid-request')
      expect(answer.body).toMatchObject({
        errors: [{ field: at('mentored', year), message: expect.stringContaining('told by subtraction') }],
      })
    }
    const withoutCodes = counted(at('mentored', year), { ...sessions, byCode: null })
    expect(refusal(await save([withoutCodes, mentored[1]!, ...whole(10)])), 'nor how they differ').toBe(
      '400 invalid-request',
    )
    const withoutSpread = counted(at('mentored'), { ...pupils, dispersion: null })
    done(await save([withoutCodes, withoutSpread, ...whole(10)]))
    expect(await kept('mentored')).toEqual(nothing)
    expect(await kept('whole')).toEqual([allByCode, 6.5])
  })

  it.each([9, 15])('keep their codes where %d are on the whole roll', async (enrolments) => {
    done(await save([...mentored, ...whole(enrolments)]))
    expect(await kept('mentored')).toEqual([byCode, 7.25])
    expect(await kept('whole')).toEqual([allByCode, 6.5])
  })

  it('lose their codes when the whole comes after them, counted or typed', async () => {
    done(await save(mentored))
    expect(await kept('mentored')).toEqual([byCode, 7.25])
    const { revisions } = done(await save(whole(10)))
    expect(revisions).toMatchObject({ [at('mentored')]: 2, [at('mentored', year)]: 2 })
    expect(await kept('mentored')).toEqual(nothing)

    done(await save(whole(20)))
    done(await save(mentored))
    expect(await kept('mentored')).toEqual([byCode, 7.25])
    done(await save([{ locator: at('whole'), entries: { enrolments: '13' } }]))
    expect(await kept('mentored')).toEqual(nothing)
  })

  it('lose them when they come after a whole that her page need not know', async () => {
    done(await save(whole(10)))
    const { revisions } = done(await save(mentored))
    expect(revisions).toEqual({ [at('mentored')]: 1, [at('mentored', year)]: 1 })
    expect(await kept('mentored')).toEqual(nothing)
  })

  it('lose them also when the two are saved at the same moment', async () => {
    const put = (changes: Change[]) =>
      helen.put(`/api/setting-reports/${camden}/${urn}/figures`, {
        changes: changes.map((change) => ({ ...change, revision: 0 })),
      })
    const answers = await Promise.all([put(mentored), put(whole(10))])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await kept('mentored')).toEqual(nothing)
  })

  it('leave the removal in the audit trail, and the next save finds no conflict', async () => {
    done(await save(mentored))
    done(await save(whole(10)))
    const { detail } = await service.context.db
      .selectFrom('audit_events')
      .select('detail')
      .where('action', '=', 'setting-report.save-figures')
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow()
    expect((JSON.parse(detail) as { figures: unknown[][] }).figures).toEqual(
      expect.arrayContaining([
        [at('mentored', year), 2, 820, 630, 120, 70, 'register'],
        [at('mentored'), 2, 9, 6, 2, 'register'],
      ]),
    )
    done(await save([{ locator: at('mentored'), entries: { enrolments: '8' } }]))
  })
})
