/** Templates: a return as a file to fill in, as each person may see it; and what is typed in it, back in the return. */
import type { ReturnView } from '@inclusion/server/returns/view'
import { buildOpenDocument } from '@inclusion/server/templates/opendocument'
import { buildWorkbook } from '@inclusion/server/templates/workbook'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import type { TemplateRead } from '@inclusion/shared/templates/outcome'
import { readTemplate } from '@inclusion/shared/templates/read-template'
import { whyClosedIn } from '@inclusion/shared/templates/source'
import type { Template } from '@inclusion/shared/templates/template'
import { templateOf } from '@inclusion/shared/templates/template-of'
import { toChanges } from '@inclusion/shared/templates/to-changes'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCsvFile, readOdsFile, readXlsxFile } from '../support/filled-file.ts'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { act, camden, done, giveRole, refusal, see } from './support/filing.ts'

const path = (id: string, format = 'xlsx') => `/api/returns/${id}/template?format=${format}`

const readers: Record<string, (bytes: Uint8Array) => FilledFile | Promise<FilledFile>> = {
  xlsx: readXlsxFile,
  ods: readOdsFile,
  csv: readCsvFile,
}

const templateFrom = (view: ReturnView): Template => templateOf({ ...view, whyClosed: whyClosedIn(view) })

/** As a link without script fetches it: cookies, and nothing else. */
async function download(client: Client, at: string) {
  const response = await client.request(at, { method: 'GET' })
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
}

function read(file: FilledFile, expected: Template): TemplateRead {
  const outcome = readTemplate(file, expected)
  if (outcome.kind === 'refused') throw new Error(outcome.why)
  return outcome
}

describe.each(engines())('templates on %s', (engine) => {
  let service: Service
  let ruth: Client

  beforeAll(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
  })
  afterAll(() => service.close())

  it.each([
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['csv', 'text/csv; charset=utf-8'],
  ])('are downloaded as %s by a plain link, and are no change when they come back', async (format, type) => {
    const { response, bytes } = await download(ruth, path(camden, format))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-disposition')).toContain(
      `attachment; filename="Camden AP-PRU Mentoring 2025-26 Q3.${format}"`,
    )
    const now = templateFrom(await see(ruth, camden))
    const { entries, ignored, matched } = read(await readers[format]!(bytes), now)
    expect({ entries, ignored }).toEqual({ entries: [], ignored: [] })
    const open = now.lines.filter(({ locked }) => locked === null)
    expect(matched).toBe(open.flatMap(({ cells }) => cells).length)
    expect(matched).toBeGreaterThan(100)
  })

  it('ask every figure that the lead may type, and show every other with where it comes from', async () => {
    const view = await see(ruth, camden)
    const { lines } = templateFrom(view)
    const typed = new Set(lines.filter(({ locked }) => locked === null).map(({ locator }) => locator))
    const { asked, figures } = view.checkInput
    const shown = new Set(lines.map(({ indicator }) => indicator))
    expect([...shown]).toEqual(asked.map(({ indicator }) => indicator))
    const borough = asked.filter(
      ({ collectedFrom, derivation }) => collectedFrom === 'authority' && derivation === null,
    )
    expect(borough.filter(({ indicator }) => !typed.has(indicator))).toEqual([])
    // Nothing the lead has typed so far is left out.
    const isCarried = (locator: string) =>
      lines.some(({ key, locked }) => key === `all:${locator}` && locked?.startsWith('Carried over'))
    const own = Object.keys(view.marks).filter((locator) => !locator.includes('@') && locator in figures)
    expect(own.filter((locator) => !typed.has(locator) && !isCarried(locator))).toEqual([])
    const elsewhere = lines.filter(({ key }) => key.startsWith('all:'))
    expect(elsewhere.length).toBeGreaterThan(3)
    expect(elsewhere.filter(({ locked }) => !locked)).toEqual([])
  })

  it('say what they are and how to fill them in', async () => {
    const { bytes } = await download(ruth, path(camden))
    const { sheets } = await readXlsx(bytes)
    const { checkInput } = await see(ruth, camden)
    const sections = [...new Set(checkInput.asked.map(({ section }) => section.slice(0, 31).trim()))]
    expect(sheets.map(({ name }) => name)).toEqual(['Read me', ...sections, 'Definitions', 'Identity'])
    expect(sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(['Identity'])
    const words = sheets[0]!.rows.flat().join('\n')
    expect(words).toContain('AP/PRU Mentoring: return of Camden')
    expect(words).toContain('A blank cell changes nothing.')
    expect(words).toContain('Type no names, initials, dates of birth')
    const ods = await readOdsFile((await download(ruth, path(camden, 'ods'))).bytes)
    expect(ods.sheets[0]!.rows.flat().join('\n')).toContain('This file does not check while you type')
  })

  it('give what was typed in them back to the return, as a save does', async () => {
    const own = await openService(engine)
    const lead = await own.as('ruth-okafor')
    const before = templateFrom(await see(lead, camden))
    const [first, second] = before.lines.filter(
      ({ locked, kind, measure }) => locked === null && kind === 'total' && measure === 'count',
    )
    const entries = [
      { locator: first!.locator, part: 'value' as const, text: '41' },
      { locator: second!.locator, part: 'value' as const, text: '12a' },
      { locator: 'APM-TX1', part: 'text' as const, text: '=1+1 is no formula\nhere' },
    ].filter(({ locator }) => before.lines.some(({ key }) => key === locator))
    for (const file of [
      await readXlsxFile(await buildWorkbook(before, { entries })),
      await readOdsFile(await buildOpenDocument(before, { entries })),
    ]) {
      const outcome = read(file, before)
      expect(outcome.entries.map(({ locator, part, text }) => ({ locator, part, text }))).toEqual(
        before.lines.flatMap(({ key }) => entries.filter(({ locator }) => locator === key)),
      )
    }
    const { entries: found } = read(await readXlsxFile(await buildWorkbook(before, { entries })), before)
    done(await lead.put(`/api/returns/${camden}/figures`, { changes: toChanges(found) }))
    const { checkInput } = await see(lead, camden)
    expect(checkInput.figures[first!.locator]?.value).toBe(41)
    expect(checkInput.drafts).toContainEqual({ locator: second!.locator, part: 'value', entered: '12a' })
    // What could not be read stands in the next template as it was typed.
    const after = templateFrom(await see(lead, camden))
    expect(after.lines.find(({ key }) => key === second!.key)?.cells[0]?.given).toBe('12a')
    await own.close()
  })

  it('are locked whole where the return is not open, and in part where only some figures are', async () => {
    const own = await openService(engine)
    const leila = await own.as('leila-haddad')
    const seen = templateFrom(await see(leila, camden))
    expect(seen.lines.filter(({ locked }) => locked === null)).toEqual([])
    const filed = 'APM-E09000022-FY2025-26-Q3'
    const questions = [{ locator: 'APM-OP1', question: 'Is this every young person?' }]
    done(await act(leila, filed, 'request-changes', { questions }))
    await giveRole(own, 'ruth-okafor', { role: 'lead', programme: 'APM', gssCode: 'E09000022' })
    const view = await see(await own.as('ruth-okafor'), filed)
    const lines = templateFrom(view).lines
    const typed = lines.filter(({ locked }) => locked === null).map(({ locator }) => locator)
    expect(typed).toContain('APM-OP1')
    expect(typed.toSorted()).toEqual(
      [...new Set(view.unlocked)].filter((each) => typed.includes(each)).toSorted(),
    )
    expect(typed.length).toBeLessThan(lines.length / 4)
    expect(lines.find(({ key }) => key === 'APM-OP2')?.locked).toBe(
      'Closed. RMEL asked for changes: only “Mentors in post” can be changed.',
    )
    await own.close()
  })

  it('are for those who may see the return, in a format that there is', async () => {
    expect((await download(service.stranger, path(camden))).response.status).toBe(401)
    const tom = await service.as('tom-bennett')
    expect(refusal(await tom.get(path(camden)))).toBe('404 not-found')
    expect(refusal(await ruth.get(path(camden, 'pdf')))).toBe('400 invalid-request')
    expect((await download(ruth, `/api/returns/${camden}/template`)).response.status).toBe(200)
  })
})
