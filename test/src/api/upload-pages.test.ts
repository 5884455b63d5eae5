/** A return filled in by its template on the pages that need no script: up, looked at, and saved whole or not at all. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forgetUploads } from '@inclusion/server/uploads/forget'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { filesWith, holds, recordingLog, tablesWith } from './support/every-word.ts'
import { camden, countEvents, enter, giveRole, see } from './support/filing.ts'
import { csvOf } from './support/sheets.ts'
import {
  answer,
  downloaded,
  filledIn,
  open,
  seenIn,
  sendAnswer,
  upload,
  uploaded,
} from './support/upload-forms.ts'

describe.each(engines())('the upload pages on %s', (engine) => {
  const { lines, log } = recordingLog()
  let folder: string
  let service: Service
  let ruth: Client

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'inclusion-uploads-'))
    service = await openService(engine, { file: join(folder, 'returns.sqlite'), overrides: { log } })
    ruth = await service.as('ruth-okafor')
  })
  afterEach(async () => {
    await service.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const uploads = () => service.context.db.selectFrom('uploads').selectAll().execute()
  const figureOf = async (locator: string) => (await see(ruth, camden)).checkInput.figures[locator]

  it('take the workbook back: shown, saved, and marked with the file and its cells', async () => {
    const workbook = await filledIn(await downloaded(ruth, 'xlsx'), {
      'f.APM_OP5.value': 17,
      'f.APM_OP6.numerator': 399,
      'f.APM_OP8.value': 'twelve',
      'f.APM_TX1.text': 'Meeting at the gate worked best.',
    })
    const before = await see(ruth, camden)
    const preview = await uploaded(ruth, workbook)
    const { html } = await open(ruth, preview)
    expect(html).toContain('<title>Error: Check what your file would change')
    expect(html).toContain('would change <strong>4 figures</strong>')
    for (const words of ['412 of 398', '399 of 398', '“twelve”', 'Sessions and hours!C2', 'Save 4 figures'])
      expect(html).toContain(words)
    // Each line of the summary leads to a line of the table.
    const targets = [...html.matchAll(/<li>\s*<a href="#([^"]+)"/g)].map(([, id]) => id!)
    expect(targets.length).toBeGreaterThan(1)
    for (const id of targets) expect(html).toContain(`id="${id}"`)
    expect((await see(ruth, camden)).checkInput).toEqual(before.checkInput)
    const events = await countEvents(service)
    expect(await answer(ruth, preview, {})).toMatchObject({ status: 303, location: preview })
    expect(await figureOf('APM-OP6')).toMatchObject({ numerator: 399, denominator: 398 })
    const after = await see(ruth, camden)
    expect(after.marks['APM-OP5']).toMatchObject({ provenance: 'file', by: 'Ruth Okafor' })
    expect(after.checkInput.drafts).toContainEqual({ locator: 'APM-OP8', part: 'value', entered: 'twelve' })
    const [row] = await uploads()
    expect(row).toMatchObject({ fileName: 'Camden.xlsx', format: 'xlsx', content: null })
    expect(JSON.parse(row!.places!)).toContainEqual(['APM-OP6', 'numerator', 'Sessions and hours!C2'])
    expect((await open(ruth, preview)).html).toContain('4 figures saved')
    // A second yes, and a click on the way back, change nothing more.
    expect(await sendAnswer(ruth, preview, { act: 'save', seen: '{}' })).toMatchObject({ status: 303 })
    expect(await countEvents(service)).toBe(events + 1)
  })

  it('take an OpenDocument file and a CSV as they were downloaded, and say that nothing would change', async () => {
    for (const format of ['ods', 'csv', 'xlsx'] as const) {
      const preview = await uploaded(ruth, await downloaded(ruth, format), { name: `Camden.${format}` })
      const { html } = await open(ruth, preview)
      expect(html).toContain('What the file says stands in the return already.')
      expect(html).not.toContain('value="save"')
    }
  })

  it('ask about a figure that somebody changed since the template was downloaded, and keep theirs unless told', async () => {
    const workbook = await downloaded(ruth, 'xlsx')
    const filled = await filledIn(workbook, { 'f.APM_OP5.value': 17, 'f.APM_OP7.value': 60 })
    await giveRole(service, 'tom-bennett', { role: 'lead', programme: 'APM', gssCode: 'E09000007' })
    const tom = await service.as('tom-bennett')
    expect((await enter(tom, camden, [{ locator: 'APM-OP5', entries: { value: '18' } }])).status).toBe(200)
    const keeping = await uploaded(ruth, filled)
    const { html } = await open(ruth, keeping)
    expect(html).toMatch(/Keep 18: Tom Bennett, 20 January 2026/)
    expect(html).toContain('Use 17: your file, Mentors and young people!C49')
    expect(html).toContain('Save 1 figure, and what you choose above')
    await answer(ruth, keeping, { 'keep.APM-OP5': 'theirs' })
    expect([await figureOf('APM-OP5'), await figureOf('APM-OP7')]).toMatchObject([
      { value: 18 },
      { value: 60 },
    ])
    const taking = await uploaded(ruth, filled)
    await answer(ruth, taking, { 'keep.APM-OP5': 'file' })
    expect(await figureOf('APM-OP5')).toMatchObject({ value: 17 })
    // Nobody else's upload is there to be seen.
    expect((await open(tom, keeping)).status).toBe(404)
  })

  it('save nothing at all when a figure moved after the preview, and show it again', async () => {
    const filled = await filledIn(await downloaded(ruth, 'xlsx'), {
      'f.APM_OP5.value': 17,
      'f.APM_OP7.value': 60,
    })
    const preview = await uploaded(ruth, filled)
    const seen = seenIn((await open(ruth, preview)).html)
    await enter(ruth, camden, [{ locator: 'APM-OP5', entries: { value: '18' } }])
    const { status, html } = await sendAnswer(ruth, preview, { act: 'save', seen })
    expect(status).toBe(409)
    expect(html).toContain('Nothing was saved. Look at it again.')
    expect(html).toContain('Keep 18')
    expect([await figureOf('APM-OP5'), (await see(ruth, camden)).marks['APM-OP7']]).toMatchObject([
      { value: 18 },
      undefined,
    ])
    const [row] = await uploads()
    expect(row?.confirmedAt).toBeNull()
    await answer(ruth, preview, {})
    expect(await figureOf('APM-OP7')).toMatchObject({ value: 60 })
  })

  it('give the same file back, written anew, with a comment in each faulty cell and a list', async () => {
    const preview = await uploaded(
      ruth,
      await filledIn(await downloaded(ruth, 'xlsx'), { 'f.APM_OP6.numerator': 399, 'f.APM_OP7.value': '-' }),
    )
    expect((await open(ruth, preview)).html).toContain('A dash may mean none, or not known.')
    const response = await ruth.request(`${preview}/what-to-fix`, {})
    expect(response.headers.get('content-disposition')).toContain('what to fix.xlsx')
    const back = await readXlsx(new Uint8Array(await response.arrayBuffer()))
    expect(back.sheets[0]!.name).toBe('What to fix')
    const comments = back.sheets.flatMap(({ cells }) =>
      [...(cells ?? new Map())].map(([, cell]) => cell.comment?.text ?? ''),
    )
    expect(comments.join('\n')).toContain('399')
    // What was left out is named with its figure and its cell in this copy, not with its row in the other file.
    const [where, figure, words] = back.sheets[0]!.rows.find((row) => String(row[2]).includes('A dash'))!
    expect([where, figure]).toEqual([
      expect.stringMatching(/^Sessions and hours, cell [A-Z]+\d+$/),
      'Mentor contact hours',
    ])
    expect(words).toMatch(
      /^“-” was left out \(Sessions and hours!\w+ of your file\)\. A dash may mean none, or not known\./,
    )
    expect(comments.join('\n')).toContain(words)
    // It can be mended and sent again.
    const mended = await filledIn(
      new Uint8Array(await (await ruth.request(`${preview}/what-to-fix`, {})).arrayBuffer()),
      {
        'f.APM_OP6.numerator': 390,
      },
    )
    expect((await open(ruth, await uploaded(ruth, mended))).html).toContain('390 of 398')
  })

  it('take a correction in the same file, also back to what it was made with', async () => {
    const template = await downloaded(ruth, 'xlsx')
    const save = async (filled: Uint8Array) => {
      const preview = await uploaded(ruth, filled)
      const { html } = await open(ruth, preview)
      await answer(ruth, preview, { seen: seenIn(html) })
      return html
    }
    await save(await filledIn(template, { 'f.APM_OP2.sex.female.value': 60 }))
    expect(await figureOf('APM-OP2:sex:female')).toMatchObject({ value: 60 })
    // The very file that was downloaded says 6, as it did then.
    expect(await save(template)).toContain('would change <strong>1 figure</strong>')
    expect(await figureOf('APM-OP2:sex:female')).toMatchObject({ value: 6 })
  })

  it('keep what was typed since, and never say that the file agrees with it', async () => {
    const template = await downloaded(ruth, 'xlsx')
    await enter(ruth, camden, [{ locator: 'APM-OP1', revision: 1, entries: { value: '2.5' } }])
    const { html } = await open(ruth, await uploaded(ruth, template))
    expect(html).toContain('was changed on its page since the file was made')
    expect(html).not.toContain('What the file says stands in the return already')
    expect(await figureOf('APM-OP1')).toMatchObject({ value: 2.5 })
  })

  it('forget what is discarded at once, and what nobody answers in a week', async () => {
    const file = csvOf([{ indicator: 'APM-OP5', value: '17' }])
    const discarded = await uploaded(ruth, file, { name: 'a.csv' })
    expect(await answer(ruth, discarded, { act: 'discard' })).toMatchObject({
      location: `/uploads/${camden}`,
    })
    expect((await open(ruth, discarded)).status).toBe(404)
    await uploaded(ruth, file, { name: 'b.csv' })
    const saved = await uploaded(ruth, file, { name: 'c.csv' })
    await answer(ruth, saved, {})
    service.pass(6 * 24 * 60)
    expect(await forgetUploads(service.context)).toBe(0)
    service.pass(3 * 24 * 60)
    expect(await forgetUploads(service.context)).toBe(1)
    expect((await uploads()).map(({ fileName }) => fileName)).toEqual(['c.csv'])
  })

  it('keep nothing of a file that identifies a young person: in a cell, in one that no figure is in, in its name', async () => {
    const secrets = ['J202110020001', 'amy.secret']
    const workbook = await downloaded(ruth, 'xlsx')
    const { sheets, namedRanges = [] } = await readXlsx(workbook)
    const beside = await writeXlsx({
      sheets: [
        ...sheets.map(({ name, rows }) => ({ name, rows })),
        { name: 'My own', rows: [[], ['', 'Amy, J202110020001']] },
      ],
      namedRanges,
    })
    const told = [
      await upload(ruth, await filledIn(workbook, { 'f.APM_TX1.text': 'ring amy.secret@school.org' })),
      await upload(ruth, beside),
      await upload(ruth, workbook, { name: 'J202110020001.xlsx' }),
    ]
    expect(told.map(({ status }) => status)).toEqual([422, 422, 422])
    expect(told[0]!.html).toContain('<title>Error: ')
    expect(told[1]!.html).toContain('Cell B2 of the sheet “My own”: This looks like a pupil&#39;s UPN.')
    expect(told[2]!.html).toContain('The name of the file: This looks like a pupil&#39;s UPN.')
    for (const { html } of told) expect(holds(html, secrets)).toBe(false)
    expect(await uploads()).toEqual([])
    expect(await tablesWith(service, secrets)).toEqual([])
    expect(filesWith(join(folder, 'returns.sqlite'), secrets)).toEqual([])
    expect(lines.filter((line) => holds(line, secrets))).toEqual([])
    const refused = await service.context.db
      .selectFrom('audit_events')
      .select('detail')
      .where('action', '=', 'personal-data.refuse')
      .execute()
    expect(refused.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/"held":\[\["sheet \d, [A-Z]\d+",\["email"\]\]\]/),
      expect.stringMatching(/"held":\[\["sheet 10, B2",\["upn"\]\]\]/),
      expect.stringMatching(/"held":\[\["the name of the file",\["upn"\]\]\]/),
    ])
  })

  it('answer a form that breaks off, and one that is none, in words', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain']) {
      const response = await ruth.request(`/uploads/${camden}`, {
        method: 'POST',
        body: 'garbage',
        headers: { 'content-type': type },
      })
      expect([type, response.status]).toEqual([type, 422])
      expect(await response.text()).toContain('Choose a file')
    }
  })

  it('keep what was saved when its page is answered with discarding it, and write nothing', async () => {
    const preview = await uploaded(ruth, csvOf([{ indicator: 'APM-OP5', value: '17' }]), { name: 'a.csv' })
    await answer(ruth, preview, {})
    const events = await countEvents(service)
    await sendAnswer(ruth, preview, { act: 'discard', seen: '{}' })
    expect([await countEvents(service), (await uploads()).length]).toEqual([events, 1])
  })

  it('hold back a list of young people beside the figures, and keep no text of a line without a key', async () => {
    const { sheets, namedRanges = [] } = await readXlsx(await downloaded(ruth, 'xlsx'))
    const section = sheets.find(({ rows }) => rows[0]?.includes('Key'))!
    const column = (heading: string) => section.rows[0]!.indexOf(heading)
    const withRows = (...rows: Record<string, string>[]) =>
      writeXlsx({
        sheets: sheets.map(({ name, rows: own }) => ({
          name,
          rows:
            name === section.name
              ? [
                  ...own,
                  [],
                  ...rows.map((row) =>
                    own[0]!.map(
                      (_, at) => Object.entries(row).find(([key]) => column(key) === at)?.[1] ?? null,
                    ),
                  ),
                ]
              : own,
        })),
        namedRanges,
      })
    const list = await withRows(
      { Measure: 'Name', Figure: 'Date of birth', 'If none, why': 'Seen' },
      { Measure: 'Jordan Smith', Figure: '2011-05-03', 'If none, why': 'Jordan Smith' },
    )
    const refused = await upload(ruth, list)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('a date of birth')
    expect(await uploads()).toEqual([])
    const preview = await uploaded(ruth, await withRows({ Measure: 'Name', Figure: 'Jordan Quokka' }))
    expect((await open(ruth, preview)).html).toContain('This line has no key')
    expect(await tablesWith(service, ['Quokka'])).toEqual([])
  })

  it('refuse another borough’s file, and whoever may not fill in, in words on a page', async () => {
    const priya = await service.as('priya-nair')
    const theirs = await downloaded(priya, 'xlsx', camden.replace('E09000007', 'E09000012'))
    const { status, html } = await upload(ruth, theirs)
    expect(status).toBe(422)
    expect(html).toContain('This file is of another borough, and this return is of Camden.')
    expect((await upload(ruth, '')).html).toContain('This file is empty.')
    expect(await open(priya, `/uploads/${camden}`)).toMatchObject({ status: 404 })
    const daniel = await service.as('daniel-marsh')
    expect(await open(daniel, `/uploads/${camden}`)).toMatchObject({ status: 403 })
    expect((await open(daniel, `/uploads/${camden}`)).html).toContain('<h1 class="govuk-heading-l">')
    expect((await open(daniel, '/uploads')).html).toContain('There is no return that you can fill in now.')
    expect((await open(ruth, '/uploads')).html).toContain(`href="/uploads/${camden}"`)
    expect(await open(service.stranger, `/uploads/${camden}`)).toMatchObject({
      status: 302,
      location: `/sign-in?next=%2Fuploads%2F${camden}`,
    })
    const filed = await open(ruth, `/uploads/${camden.replace('Q3', 'Q2')}`)
    expect(filed.html).toContain('This return is not open for that just now.')
    expect(filed.html).not.toContain('type="file"')
  })
})
