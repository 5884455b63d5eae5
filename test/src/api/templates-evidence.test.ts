/** The whole return is in its template: also the evidence beside a figure, and what the settings' own reports say. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, see } from './support/filing.ts'
import { csvOf, sendFile } from './support/sheets.ts'
import { answer, downloaded, filledIn, open, uploaded } from './support/upload-forms.ts'

describe.each(engines())('evidence in a template on %s', (engine) => {
  let service: Service
  let ruth: Client

  beforeEach(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
  })
  afterEach(() => service.close())

  const figureOf = async (locator: string) => (await see(ruth, camden)).checkInput.figures[locator]

  it('is typed beside its figure, shown before it is saved, and kept as if it had been typed on the page', async () => {
    const workbook = await filledIn(await downloaded(ruth, 'xlsx'), {
      'f.APM_OC6.numerator': 3,
      'f.APM_OC6.denominator': 4,
      'f.APM_OC6.source': 'Calls to\nthe schools',
      'f.APM_TX1.text': 'More came back, due to the mentors.',
      'f.APM_TX1.claimStrength': 'it was measured before and after',
    })
    const preview = await uploaded(ruth, workbook)
    const { html } = await open(ruth, preview)
    expect(html).toContain('3 of 4. Source: Calls to the schools')
    expect(html).toContain('How strong is this claim: It was measured before and after')
    await answer(ruth, preview, {})
    expect(await figureOf('APM-OC6')).toMatchObject({
      ...{ numerator: 3, denominator: 4, missing: null },
      evidence: { source: 'Calls to the schools' },
    })
    expect((await figureOf('APM-TX1'))?.evidence).toEqual({ claimStrength: 'before-and-after' })
    // The next template has it, and an untouched one is no change.
    expect(
      (await sendFile(ruth, new TextDecoder().decode(await downloaded(ruth, 'csv')))).body.entries,
    ).toEqual([])
    const { sheets } = await readXlsx(await downloaded(ruth, 'xlsx'))
    expect(sheets.flatMap(({ rows }) => rows.flat())).toContain('It was measured before and after')
  })

  it('is asked for in its own cell where it is missing, and says where explanations are given', async () => {
    const workbook = await filledIn(await downloaded(ruth, 'xlsx'), {
      'f.APM_OC6.numerator': 3,
      'f.APM_OC6.denominator': 4,
    })
    const preview = await uploaded(ruth, workbook)
    const response = await ruth.request(`${preview}/what-to-fix`, {})
    const { sheets, namedRanges = [] } = await readXlsx(new Uint8Array(await response.arrayBuffer()), {
      readStyles: true,
    })
    const range = namedRanges.find(({ name }) => name === 'f.APM_OC6.source')!.range
    const place = range.replaceAll(/['$]/g, '').replace('!', ', cell ')
    const lines = sheets[0]!.rows.map(([where, , words]) => `${String(where)}: ${String(words)}`)
    expect(
      lines.filter((line) => line.startsWith(place) && line.includes('without its source')),
    ).toHaveLength(1)
    const untouched = await uploaded(ruth, await downloaded(ruth, 'xlsx'))
    const again = await ruth.request(`${untouched}/what-to-fix`, {})
    const words = (await readXlsx(new Uint8Array(await again.arrayBuffer()))).sheets[0]!.rows.flat().join(
      '\n',
    )
    expect(words).toMatch(
      /is marked not available\..+explain it in the service, on the page “Check your answers”/,
    )
  })

  it('comes by CSV too, in words of any kind; a strength that is none is left out with the choice there is', async () => {
    const line = { indicator: 'APM-OC6', revision: '1', numerator: '3', denominator: '4' }
    const { body } = await sendFile(
      ruth,
      csvOf([
        { ...line, source: 'n/a: counted by hand', 'claim strength': 'very' },
        { indicator: 'APM-OP2', revision: '1', source: 'Log' },
      ]),
    )
    // Beside those that are blank in the file and stand in the return.
    expect(body.ignored.filter(({ text }) => text !== '')).toEqual([
      {
        ...{ at: 'row 3, source', text: 'Log', of: { key: 'APM-OP2', part: null } },
        why: 'This figure has nothing to give in this column.',
      },
      {
        ...{ at: 'row 2, claim strength', text: 'very', of: { key: 'APM-OC6', part: 'claimStrength' } },
        why: 'Say how strong the claim is in one of these ways: “Somebody told us so”, “It was measured before and after”, “It was compared with others”.',
      },
    ])
    expect((await figureOf('APM-OC6'))?.evidence).toEqual({ source: 'n/a: counted by hand' })
  })

  it('is not missed in an older template, which has no columns for it', async () => {
    const csv = new TextDecoder().decode(await downloaded(ruth, 'csv'))
    const rows = csv.trim().split('\r\n')
    const older = [
      'return,indicator,edition,measure,category,value,numerator,denominator,people,text,reason,note,revision',
      'APM-E09000007-FY2025-26-Q3,APM-OP5,1,Active,,17,,,,,,,0',
    ].join('\r\n')
    expect(rows.length).toBeGreaterThan(50)
    const { body } = await sendFile(ruth, older, { query: '?dryRun=true' })
    expect(body).toMatchObject({ ignored: [], entries: [{ locator: 'APM-OP5', text: '17' }] })
  })

  it('is the head’s where the setting reports: its figures are shown, locked, with where they come from', async () => {
    const { sheets } = await readXlsx(await downloaded(ruth, 'xlsx'), { readStyles: true })
    const sheet = sheets.find(({ name }) => name === 'Attendance')!
    const [header, ...rows] = sheet.rows.map((row) => row.map(String))
    const key = header!.indexOf('Key')
    const row = rows.findIndex((cells) => cells[key] === 'APM-OC1@100006')
    expect(rows[row]!.slice(0, 4)).toEqual([
      'At CCfL KS4 PRU',
      'From the setting’s own report, signed off by Helen Achebe.',
      '276',
      '424',
    ])
    expect(sheet.cells?.get(`${row + 1},2`)?.style?.protection?.locked).not.toBe(false)
    const other = rows.find((cells) => cells[key] === 'APM-OC1@134643')!
    expect(other.slice(0, 2)).toEqual(['At CCfL Key Stage 3 PRU', 'The setting has not begun its report.'])
    // Typed over all the same, as in a program that holds no locks, it is left out with the reason.
    const typed = sheets.map(({ name, rows: own }) => ({ name, rows: own }))
    typed.find(({ name }) => name === 'Attendance')!.rows[row + 1]![2] = 277
    const { body } = await sendFile(ruth, new Uint8Array(await writeXlsx({ sheets: typed })), {
      query: '?dryRun=true',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
    expect(body).toMatchObject({
      entries: [],
      ignored: [{ text: '277', why: 'From the setting’s own report, signed off by Helen Achebe.' }],
    })
  })
})
