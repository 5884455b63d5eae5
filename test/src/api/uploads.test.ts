/** A spreadsheet sent to the API: read, tried and saved as if it had been typed; all of it or nothing. */
import type { SavedAndJudged } from '@inclusion/server/returns/save'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, countEvents, croydonTraining, done, enter, refusal, see } from './support/filing.ts'
import { csvOf, sendFile } from './support/sheets.ts'

const lines = [
  { indicator: 'APM-OP6', numerator: '380', denominator: '398' },
  { indicator: 'APM-OP5', value: '40' },
  { indicator: 'APM-TX1', text: 'Meeting at the school gate worked best.' },
]

describe.each(engines())('uploads on %s', (engine) => {
  let service: Service
  let ruth: Client

  beforeEach(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  const uploads = () => service.context.db.selectFrom('uploads').selectAll().execute()
  const own = `/api/returns/${camden}/figures`
  /** The lines as the template would have them: each with the revision of its figure. */
  const seen = async () => {
    const { marks } = await see(ruth, camden)
    return lines.map((line) => ({ ...line, revision: String(marks[line.indicator]?.revision ?? 0) }))
  }

  it('says what typing says, and what it would save it saves', async () => {
    const before = await see(ruth, camden)
    const changes = [
      { locator: 'APM-OP6', entries: { numerator: '380', denominator: '398' } },
      { locator: 'APM-OP5', entries: { value: '40' } },
      { locator: 'APM-TX1', text: 'Meeting at the school gate worked best.' },
    ].map((change) => ({ ...change, revision: before.marks[change.locator]?.revision ?? 0 }))
    const typed = done(await ruth.put<SavedAndJudged>(`${own}?dryRun=true`, { changes }))
    const events = await countEvents(service)
    const tried = done(await sendFile(ruth, csvOf(lines), { query: '?dryRun=true' }))
    expect([tried.findings, tried.revisions, tried.savedAt]).toEqual([typed.findings, typed.revisions, null])
    expect([await countEvents(service), await uploads()]).toEqual([events, []])
    expect(tried.entries.map(({ locator, part, at }) => `${locator} ${part} ${at}`)).toEqual([
      'APM-OP6 numerator row 2, numerator',
      'APM-OP5 value row 3, value',
      'APM-TX1 text row 4, text',
    ])
    const saved = done(await sendFile(ruth, csvOf(await seen()), { query: '?name=Camden%20Q3.csv' }))
    expect([saved.findings, saved.revisions]).toEqual([tried.findings, tried.revisions])
    const after = await see(ruth, camden)
    expect(after.checkInput.figures['APM-OP6']).toMatchObject({ numerator: 380, denominator: 398 })
    expect(after.marks['APM-OP6']).toMatchObject({ provenance: 'file', by: 'Ruth Okafor' })
    const [row, ...others] = await uploads()
    expect(others).toEqual([])
    expect(row).toMatchObject({
      ...{ returnId: camden, personId: 'ruth-okafor', fileName: 'Camden Q3.csv', format: 'csv' },
      ...{ content: null, confirmedAt: service.context.now(), sha256: saved.sha256 },
    })
    expect(JSON.parse(row!.places!)).toContainEqual(['APM-OP5', 'value', 'row 3, value'])
    expect(JSON.stringify(row)).not.toContain('school gate')
  })

  it('saves nothing of a file of which one figure cannot be saved', async () => {
    const stale = csvOf([(await seen())[0]!, { indicator: 'APM-OP5', value: '41', revision: '0' }])
    done(await enter(ruth, camden, [{ locator: 'APM-OP5', entries: { value: '39' } }]))
    const before = await see(ruth, camden)
    const { status, body } = await sendFile(ruth, stale)
    expect([status, body.type]).toEqual([409, 'figure-changed'])
    expect(body.errors?.map(({ field }) => field)).toEqual(['APM-OP5'])
    expect(body['conflicts']).toMatchObject([{ theirs: { value: 39 }, by: 'Ruth Okafor' }])
    expect((await see(ruth, camden)).checkInput).toEqual(before.checkInput)
    expect(await uploads()).toEqual([])
  })

  it('with a key is saved once and answered the same however often it is sent, also when the return has closed', async () => {
    const headers = { 'idempotency-key': 'the-file' }
    const file = csvOf(await seen())
    const first = done(await sendFile(ruth, file, { headers }))
    expect(first.entries.length).toBe(3)
    // What it says stands already, so that read again it would change nothing.
    const again = done(await sendFile(ruth, file, { headers }))
    expect([again, (await uploads()).length]).toEqual([first, 1])
    await service.context.db
      .updateTable('returns')
      .set({ status: 'awaiting-sign-off' })
      .where('id', '=', camden)
      .execute()
    expect(done(await sendFile(ruth, file, { headers }))).toEqual(first)
    expect(refusal(await sendFile(ruth, file))).toBe('409 return-not-open')
    expect(refusal(await sendFile(ruth, csvOf(lines), { headers }))).toBe('422 key-used-before')
  })

  it('with a key is answered the same also when nothing was to be changed', async () => {
    done(await enter(ruth, camden, [{ locator: 'APM-OP5', entries: { value: '40' } }]))
    const file = csvOf([(await seen())[1]!])
    const headers = { 'idempotency-key': 'nothing-new' }
    const first = done(await sendFile(ruth, file, { headers }))
    expect([first.savedAt, first.entries]).toEqual([null, []])
    done(await enter(ruth, camden, [{ locator: 'APM-OP5', entries: { value: '41' } }]))
    const again = done(await sendFile(ruth, file, { headers }))
    expect({ ...again, findings: [] }).toEqual({ ...first, findings: [] })
  })

  it('that does not say which version of a figure it is made from never overwrites it, and may be tried', async () => {
    done(await enter(ruth, camden, [{ locator: 'APM-OP5', entries: { value: '39' } }]))
    const file = csvOf([{ indicator: 'APM-OP5', value: '41' }])
    const { status, body } = await sendFile(ruth, file)
    expect([status, body.type]).toEqual([422, 'file-refused'])
    expect(body.detail).toContain('Add the column “revision”')
    expect(body.errors?.map(({ field }) => field)).toEqual(['APM-OP5'])
    expect((await see(ruth, camden)).checkInput.figures['APM-OP5']).toMatchObject({ value: 39 })
    const [entry] = done(await sendFile(ruth, file, { query: '?dryRun=true' })).entries
    const said = csvOf([{ indicator: 'APM-OP5', value: '41', revision: String(entry?.revision) }])
    done(await sendFile(ruth, said))
    expect((await see(ruth, camden)).checkInput.figures['APM-OP5']).toMatchObject({ value: 41 })
  })

  it('of another return is refused in a sentence, and so is what is no template', async () => {
    const told = async (file: string) => {
      const { status, body } = await sendFile(ruth, file)
      return [status, body.type, body.detail]
    }
    expect(await told(csvOf([{ return: croydonTraining, indicator: 'CPD-OP1', value: '1' }]))).toEqual([
      422,
      'file-refused',
      expect.stringMatching(
        /^This file is of another programme, CPD, and this return is of AP\/PRU Mentoring\./,
      ),
    ])
    expect(
      await told(csvOf([{ return: camden.replace('Q3', 'Q2'), indicator: 'APM-OP5', value: '1' }])),
    ).toEqual([422, 'file-refused', expect.stringMatching(/^This file is of July to September 2025/)])
    expect(await told('name,age\nsomebody,9\n')).toEqual([
      422,
      'file-refused',
      expect.stringMatching(/^This file is not a template of this service\./),
    ])
    expect(await told('')).toEqual([422, 'file-refused', expect.stringMatching(/^This file is empty\./)])
  })

  it('is taken only from whoever may fill the return in, before a byte of it is read', async () => {
    const file = csvOf(lines)
    const by = async (personId: string, id = camden) =>
      refusal(await sendFile(await service.as(personId), file, { id }))
    expect(await by('daniel-marsh')).toBe('403 not-yours-to-do')
    expect(await by('leila-haddad')).toBe('403 not-yours-to-do')
    expect(await by('tom-bennett')).toBe('404 not-found')
    expect(refusal(await sendFile(service.stranger, file))).toBe('401 not-signed-in')
    expect(refusal(await sendFile(ruth, file, { id: 'APM-E09000007-FY2025-26-Q2' }))).toBe(
      '409 return-not-open',
    )
  })

  it('is the one route that takes files, of the types it names and no larger than it says', async () => {
    expect(refusal(await sendFile(ruth, '{}', { type: 'application/json' }))).toBe('415 unsupported-type')
    const large = new Uint8Array(8_100_000)
    expect(refusal(await sendFile(ruth, large))).toBe('413 too-large')
    const put = await ruth.request(own, {
      method: 'PUT',
      body: csvOf(lines),
      headers: { 'content-type': 'text/csv' },
    })
    expect(put.status).toBe(415)
    const long = await ruth.put(own, { changes: [], more: 'x'.repeat(1_100_000) })
    expect(refusal(long)).toBe('413 too-large')
  })

  it('is described in the API’s document, with its types', async () => {
    type Described = {
      paths: Record<string, { post: { requestBody: { content: object }; parameters: object[] } }>
    }
    const { paths } = done(await service.stranger.get<Described>('/api/openapi.json'))
    const { requestBody, parameters } = paths['/api/returns/{returnId}/uploads']!.post
    expect(Object.keys(requestBody.content)).toContain('text/csv')
    expect(JSON.stringify(parameters)).toContain('stores nothing')
  })
})
