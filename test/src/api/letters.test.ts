/** Whom the service writes to when something happens to a return, and what the letter says. */
import type { ReturnView } from '@inclusion/server/returns/view'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Service } from '../support/service.ts'

const hackney = 'APM-E09000012-FY2025-26-Q3'
const regents = '134635'

describe.each(engines())('letters on %s', (engine) => {
  let service: Service

  beforeAll(async () => {
    service = await openService(engine)
    const certifier = await service.as('owen-clarke')
    await certifier.post(`/api/returns/${hackney}/submit`, { declared: true })
    const evaluator = await service.as('leila-haddad')
    await evaluator.post(`/api/returns/${hackney}/take`)
    await evaluator.post(`/api/returns/${hackney}/request-changes`, {
      questions: [{ locator: `APM-OC4@${regents}`, question: 'Who assessed the young people?' }],
    })
  })
  afterAll(() => service.close())

  const lettersTo = (personId: string) =>
    service.context.db
      .selectFrom('outbox')
      .select(['subject', 'text'])
      .where('recipient', '=', `${personId}@demonstration.example`)
      .where('sentAt', 'is', null)
      .orderBy('id')
      .execute()

  it('tell the lead, every evaluator and the certifier that a return was submitted: it is proof to each', async () => {
    const subjects = async (personId: string) => (await lettersTo(personId)).map(({ subject }) => subject)
    expect(await subjects('priya-nair')).toContainEqual(expect.stringContaining('Submitted: Hackney'))
    expect(await subjects('sam-whitfield')).toContainEqual(expect.stringContaining('Submitted: Hackney'))
    expect(await subjects('owen-clarke')).toEqual([expect.stringContaining('Submitted: Hackney')])
  })

  it('do not tell an evaluator of what she asked herself', async () => {
    const subjects = (await lettersTo('leila-haddad')).map(({ subject }) => subject)
    expect(subjects).not.toContainEqual(expect.stringContaining('Changes requested'))
  })

  it('tell the lead of a question, and the head whose figure it is about, each where they answer it', async () => {
    const lead = (await lettersTo('priya-nair')).at(-1)
    expect(lead?.text).toContain(`/returns/${hackney}`)
    const [head] = await lettersTo('martin-osei')
    expect(head?.subject).toContain('Changes requested')
    expect(head?.text).toContain(`/setting-reports/${hackney}/${regents}`)
    expect(await lettersTo('helen-achebe')).toEqual([])
  })

  it('name the figure that was answered about, and never what was written', async () => {
    const lead = await service.as('priya-nair')
    const { body } = await lead.get<ReturnView>(`/api/returns/${hackney}`)
    await lead.post(`/api/returns/${hackney}/queries/${body.queries[0]?.id}/messages`, {
      text: 'Their key worker, each time.',
    })
    const letter = (await lettersTo('leila-haddad')).at(-1)
    expect(letter?.text).toContain('"Young people with fewer behaviour incidents"')
    expect(letter?.text).not.toContain('key worker')
  })

  it('tell evaluators that a lead asks to reopen, with the reason', async () => {
    const lead = await service.as('priya-nair')
    const accepted = 'APM-E09000012-FY2025-26-Q2'
    const reason = 'A class was counted twice.'
    expect((await lead.post(`/api/returns/${accepted}/ask-to-reopen`, { reason })).status).toBe(200)
    const letter = (await lettersTo('leila-haddad')).at(-1)
    expect(letter?.subject).toContain('Asked to reopen: Hackney')
    expect(letter?.text).toContain(`Priya Nair asks you to reopen`)
    expect(letter?.text).toContain(reason)
    expect(letter?.text).toContain(`/returns/${accepted}`)
  })
})
