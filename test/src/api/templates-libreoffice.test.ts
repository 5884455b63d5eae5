/** What LibreOffice makes of a template: what is locked, what it checks, and what somebody typed, saved by it again. */
import { buildOpenDocument } from '@inclusion/server/templates/opendocument'
import type { GivenEntry } from '@inclusion/server/templates/cell-values'
import { buildWorkbook } from '@inclusion/server/templates/workbook'
import { cellName } from '@inclusion/shared/templates/cell-names'
import type { FilledFile } from '@inclusion/shared/templates/filled-file'
import { readTemplate } from '@inclusion/shared/templates/read-template'
import { whyClosedIn } from '@inclusion/shared/templates/source'
import type { Template, TemplateLine } from '@inclusion/shared/templates/template'
import { templateOf } from '@inclusion/shared/templates/template-of'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readOdsFile, readXlsxFile } from '../support/filled-file.ts'
import { openLibreOffice, type LibreOffice } from '../support/libreoffice.ts'
import { openService } from '../support/service.ts'
import { camden, see } from './support/filing.ts'

const office = await openLibreOffice()

describe.skipIf(office === null)('a template in LibreOffice', () => {
  const { save, close } = office ?? ({} as LibreOffice)
  let template: Template
  let fods: string

  beforeAll(async () => {
    const service = await openService('SQLite')
    const view = await see(await service.as('ruth-okafor'), camden)
    template = templateOf({ ...view, whyClosed: whyClosedIn(view) })
    await service.close()
    fods = new TextDecoder().decode(await save(await buildWorkbook(template), 'xlsx', 'fods'))
  })
  afterAll(() => close())

  const open = (): TemplateLine[] => template.lines.filter(({ locked }) => locked === null)
  const cells = () => open().flatMap(({ locator, cells: own }) => own.map((cell) => ({ locator, ...cell })))
  const found = (pattern: RegExp, text = fods): string[] => text.match(pattern) ?? []

  it('has every sheet protected, the identity hidden, and a name on each cell to type in', () => {
    const sheets = found(/<table:table [^>]*>/g)
    expect(sheets.length).toBe(new Set(template.lines.map(({ section }) => section)).size + 3)
    expect(sheets.filter((sheet) => !sheet.includes('table:protected="true"'))).toEqual([])
    const style = /table:name="Identity" table:style-name="(\w+)"/.exec(fods)?.[1]
    expect(fods).toMatch(
      new RegExp(`style:name="${style}"[^>]*>\\s*<style:table-properties table:display="false"`),
    )
    const names = found(/<table:named-range table:name="f\.[^"]+"/g).map((each) => each.split('"')[1] ?? '')
    expect(names.toSorted()).toEqual(
      cells()
        .map(({ locator, part }) => cellName(locator, part))
        .toSorted(),
    )
  })

  it('has just those cells open that are typed in', () => {
    const styles = found(/<style:style style:name="ce\d+" [\s\S]*?<\/style:style>/g)
    const openStyles = styles
      .filter((style) => style.includes('style:cell-protect="none"'))
      .map((style) => style.split('"')[1])
    const cellTags = found(/<table:table-cell [^>]*>/g)
    const unlocked = cellTags
      .filter((cell) => openStyles.includes(/table:style-name="(\w+)"/.exec(cell)?.[1]))
      .map((cell) => Number(/number-columns-repeated="(\d+)"/.exec(cell)?.[1] ?? 1))
      .reduce((sum, repeated) => sum + repeated, 0)
    expect(unlocked).toBe(cells().length)
  })

  it('checks whole numbers, decimals, reasons and lengths while somebody types, and says what is wanted', () => {
    const rules = found(/<table:content-validation [\s\S]*?<\/table:content-validation>/g)
    const conditions = rules.map((rule) => /table:condition="([^"]*)"/.exec(rule)?.[1] ?? '')
    for (const wanted of [
      'of:cell-content-is-whole-number() and cell-content()&gt;=0',
      'of:cell-content-is-decimal-number() and cell-content()&gt;=0',
      'of:cell-content-is-in-list(&quot;Not applicable&quot;;&quot;Not available&quot;)',
      'of:cell-content-text-length()&lt;=2000',
      'of:cell-content-text-length()&lt;=10000',
    ])
      expect(conditions).toContain(wanted)
    expect(rules.filter((rule) => !/<table:error-message [^>]*table:message-type="stop"/.test(rule))).toEqual(
      [],
    )
    expect(rules.filter((rule) => !/<table:help-message [^>]*table:display="true"/.test(rule))).toEqual([])
    const checked = found(/table:content-validation-name="/g).length
    expect(checked).toBeGreaterThanOrEqual(cells().length / 2)
  })

  /** Something in every kind of cell: counts, money, what cannot be read, a reason, words of several lines. */
  function typed(): GivenEntry[] {
    const isBlank = ({ cells: own }: TemplateLine) => own.every(({ given }) => given === '')
    const numbers = open()
      .filter(({ measure }) => measure !== 'text')
      .slice(0, 40)
      .map(({ locator, cells: own }, at): GivenEntry => ({
        ...{ locator, part: own[0]!.part },
        text: at === 3 ? '12a' : at === 5 ? '=1+1' : String(9_001 + at),
      }))
    const text = open().find(({ measure }) => measure === 'text')!
    const spent = open().find(({ measure, kind }) => measure === 'money' && kind === 'total')!
    const reason = open().findLast((line) => isBlank(line) && line.measure !== 'text')!
    return [
      ...numbers,
      { locator: spent.locator, part: 'value', text: '1234.56' },
      { locator: spent.locator, part: 'note', text: '+ an invoice, “late” & <odd>' },
      { locator: reason.locator, part: 'missing', text: 'Not available' },
      { locator: text.locator, part: 'text', text: 'First line\n\n=Second  line' },
    ]
  }

  const said = ({ locator, part, text }: GivenEntry) =>
    `${locator} ${part} ${text.replaceAll(/[^\S\n]+/g, ' ')}`

  function entriesOf(file: FilledFile): string[] {
    const outcome = readTemplate(file, template)
    if (outcome.kind === 'refused') throw new Error(outcome.why)
    expect({ ignored: outcome.ignored, absent: outcome.absent }).toEqual({ ignored: [], absent: 0 })
    return outcome.entries.map(said).toSorted()
  }

  it.each(['names', 'key column'])(
    'gives back what was typed in the workbook, saved as XLSX: by its %s',
    async (by) => {
      const saved = await readXlsxFile(
        await save(await buildWorkbook(template, { entries: typed() }), 'xlsx', 'xlsx'),
      )
      const file = by === 'names' ? saved : { ...saved, names: {} }
      expect(entriesOf(file)).toEqual(typed().map(said).toSorted())
    },
  )

  it('gives back what was typed in the workbook, saved as ODS', async () => {
    const saved = await save(await buildWorkbook(template, { entries: typed() }), 'xlsx', 'ods')
    expect(entriesOf(await readOdsFile(saved))).toEqual(typed().map(said).toSorted())
  })

  it.each(['ods', 'xlsx'] as const)(
    'gives back what was typed in the OpenDocument file, saved as %s',
    async (to) => {
      const saved = await save(await buildOpenDocument(template, { entries: typed() }), 'ods', to)
      const file = to === 'ods' ? await readOdsFile(saved) : await readXlsxFile(saved)
      expect(entriesOf(file)).toEqual(typed().map(said).toSorted())
    },
  )

  it('shows a comment in each faulty cell, and a line with a link to it', async () => {
    const line = open().find(({ measure }) => measure === 'count')!
    const words = 'Use only digits, for example 9'
    const bytes = await buildWorkbook(template, {
      entries: [{ locator: line.locator, part: 'value', text: '12a' }],
      faults: [
        { locator: line.locator, part: 'value', words },
        { locator: null, part: null, words: 'The grant has no impact assessment on record.' },
      ],
    })
    const shown = new TextDecoder().decode(await save(bytes, 'xlsx', 'fods'))
    expect(found(/<office:annotation [\s\S]*?<\/office:annotation>/g, shown).length).toBe(1)
    expect(shown).toContain(`<text:p>${words}</text:p>`.replace('<text:p>', ''))
    expect(found(/<table:table table:name="([^"]*)"/g, shown)[0]).toContain('What to fix')
    expect(found(/<text:a [^>]*xlink:href="#[^"]*"/g, shown).length).toBe(1)
    expect(shown).toContain('The grant has no impact assessment on record.')
  })
})
