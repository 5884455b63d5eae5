/** The template of a return: every line it asks, as the authority sees it now. Pure. */
import { noSettingWords, originOf, breakdownsAsked, settingsWords } from '../figure-origin.ts'
import { together } from '../figure-words.ts'
import type { IndicatorDefinition } from '../framework/indicators.ts'
import { figureLocator } from '../locators.ts'
import { cellsOf, computedCells, reportedCells } from './cells-of.ts'
import { comparisonsOf, lastWords } from './comparisons.ts'
import { definitionsText } from './identity.ts'
import type { SourceReport, TemplateSource } from './source.ts'
import { templateVersion, type Template, type TemplateLine } from './template.ts'

export function templateOf(source: TemplateSource): Template {
  const { id, authority, programme, period, checkInput } = source
  const { asked, seriesFrom } = checkInput
  return {
    identity: { returnId: id, version: templateVersion, definitions: definitionsText(asked) },
    authority,
    programme,
    period,
    lines: asked.flatMap((definition) => linesOf(source, definition)),
    definitions: asked,
    seriesFrom,
  }
}

function linesOf(source: TemplateSource, definition: IndicatorDefinition): TemplateLine[] {
  const elsewhere = elsewhereWords(source, definition)
  if (elsewhere === null) return [totalLine(source, definition), ...categoryLines(source, definition)]
  const combined = combinedLine(source, definition, elsewhere)
  if (definition.collectedFrom !== 'setting') return [combined]
  const settings = source.reports.map((report) => settingLine(source, definition, report))
  const own = definition.alsoFromAuthority ? [noSettingLine(source, definition)] : []
  return [combined, ...settings, ...own]
}

/** Where a figure comes from that is not typed in this return; null for one that is. */
function elsewhereWords({ checkInput }: TemplateSource, definition: IndicatorDefinition): string | null {
  const origin = originOf(definition, checkInput)
  switch (origin.kind) {
    case 'typed':
      return null
    case 'worked-out':
      return 'Worked out by the service from other figures.'
    case 'carried':
      return 'Carried over: what last period ended with. If it is wrong, ask RMEL to reopen last period.'
    case 'nobody':
      return noSettingWords
    case 'settings':
      return `From the settings’ own reports: ${settingsWords(origin)}`
  }
}

function lineOf(
  source: TemplateSource,
  definition: IndicatorDefinition,
  of: Pick<TemplateLine, 'locator' | 'kind'> & Partial<TemplateLine>,
): TemplateLine {
  const { indicator, section, measure, label } = definition
  const { locator } = of
  return {
    key: locator,
    indicator,
    section,
    measure,
    label,
    breakdown: null,
    category: null,
    setting: null,
    hint: '',
    cells: cellsOf(source, definition, of),
    revision: source.marks[locator]?.revision ?? 0,
    locked: source.whyClosed(locator),
    last: lastWords(source.checkInput, definition, locator),
    baseline: null,
    profile: null,
    ...of,
  }
}

const totalLine = (source: TemplateSource, definition: IndicatorDefinition): TemplateLine =>
  lineOf(source, definition, {
    locator: figureLocator(definition.indicator),
    kind: 'total',
    hint: definition.hint,
    ...comparisonsOf(source, definition),
  })

const noSettingLine = (source: TemplateSource, definition: IndicatorDefinition): TemplateLine =>
  lineOf(source, definition, {
    locator: figureLocator(definition.indicator),
    kind: 'no-setting',
    hint: 'Optional: for those who are in none of your settings.',
  })

function categoryLines(source: TemplateSource, definition: IndicatorDefinition): TemplateLine[] {
  return breakdownsAsked(definition, source.checkInput.tier).flatMap(({ dimension, label, categories }) =>
    categories.map((category) =>
      lineOf(source, definition, {
        locator: figureLocator(definition.indicator, { dimension, category: category.code }),
        kind: 'category',
        breakdown: { dimension, label },
        category,
      }),
    ),
  )
}

/** A figure that is shown and not typed: of all places together, with where it comes from. */
function combinedLine(source: TemplateSource, definition: IndicatorDefinition, locked: string): TemplateLine {
  const amounts = together(definition, source.checkInput.figures)
  const locator = figureLocator(definition.indicator)
  return lineOf(source, definition, {
    key: `all:${definition.indicator}`,
    locator,
    kind: 'total',
    hint: definition.hint,
    cells: computedCells(definition, amounts),
    locked,
    ...comparisonsOf(source, definition),
    last: lastWords(source.checkInput, definition, null),
  })
}

/** What one setting reports of a figure: its head's to give, and so only shown. */
function settingLine(
  source: TemplateSource,
  definition: IndicatorDefinition,
  report: SourceReport,
): TemplateLine {
  const locator = figureLocator(definition.indicator, { urn: report.urn })
  return lineOf(source, definition, {
    locator,
    kind: 'setting',
    setting: report.name,
    cells: reportedCells(definition, source.checkInput.figures[locator]),
    locked: reportWords(report),
  })
}

/** Where a setting's figure comes from, and where it can be changed. */
function reportWords({ status, signedOffBy, onBehalf, missingReason }: SourceReport): string {
  if (missingReason !== null) return 'The setting gives no report, and you said why.'
  if (status === 'not-started') return 'The setting has not begun its report.'
  if (status === 'in-progress') return 'The setting’s report is not signed off: nothing of it counts yet.'
  if (onBehalf)
    return 'You gave this in the setting’s place. To change it, use the setting’s page in the service.'
  return `From the setting’s own report${signedOffBy === null ? '' : `, signed off by ${signedOffBy}`}.`
}
