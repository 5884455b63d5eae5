/** How a figure came to be what it is: who gave it and how, or which figures the service made it of. */
import type { Db } from '@inclusion/db/open'
import { readLocator, settingOf, type Locator } from '@inclusion/shared/locators'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Mark } from '../returns/view.ts'
import type { FigureSource, SourceKind } from './figure-provenance.ts'
import { fileOfChange, type SavedFile } from './files.ts'
import { baselinesOf, carriedFrom, fromCompared, fromCounts, fromLast, fromSettings } from './made-of.ts'
import type { Standing } from './standing.ts'
import { definitionAt, isTogether } from './words.ts'

type Asked = { standing: Standing; locator: Locator; files: readonly SavedFile[] }

const nobody: Omit<FigureSource, 'kind'> = {
  by: null,
  at: null,
  onBehalf: false,
  file: null,
  report: null,
  madeOf: [],
  baselines: [],
}

/** Null while nobody has given the figure, and nothing has come of others. */
export async function sourceOf(db: Db, asked: Asked): Promise<FigureSource | null> {
  const { standing, locator } = asked
  const urn = settingOf(locator)
  const report = standing.reports.find((each) => each.urn === urn) ?? null
  const definition = definitionAt(standing.checkInput, locator)
  const made = definition && (await madeSource(db, standing, { definition, locator }))
  if (made) return { ...made, report }
  const mark = standing.marks[locator]
  if (!mark) return null
  return {
    ...givenBy(mark),
    report,
    file: mark.provenance === 'file' ? fileOfChange(asked.files, mark.at) : null,
    madeOf: mark.provenance === 'prefill' ? await fromLast(db, standing, locator) : [],
  }
}

/** As it is kept beside each figure; `prefill` is what was copied from the return before. */
const kinds: Readonly<Record<string, SourceKind>> = {
  typed: 'typed',
  pasted: 'pasted',
  file: 'file',
  api: 'api',
  setting: 'typed',
  prefill: 'copied',
  register: 'register',
}

function givenBy({ provenance, by, at, onBehalf }: Mark): FigureSource {
  return { ...nobody, kind: kinds[provenance] ?? 'typed', by, at, onBehalf }
}

type Named = { definition: IndicatorDefinition; locator: Locator }

/** Of a figure that the service works out; null of one that somebody gives. */
async function madeSource(db: Db, standing: Standing, { definition, locator }: Named) {
  const { derivation } = definition
  const place = readLocator(locator)
  const from = carriedFrom(standing, definition, locator)
  if (from !== null)
    return { ...nobody, kind: 'carried' as const, madeOf: await fromLast(db, standing, from) }
  if (place.kind !== 'figure' || place.dimension !== null) return null
  const { urn } = place
  if (urn !== null && derivation?.kind === 'attendance')
    return { ...nobody, kind: 'worked-out' as const, madeOf: fromCounts(standing, urn, derivation) }
  if (urn === null && derivation?.kind === 'settings-above-baseline')
    return {
      ...nobody,
      kind: 'worked-out' as const,
      madeOf: fromCompared(standing, derivation.of),
      baselines: baselinesOf(standing, derivation.of),
    }
  return isTogether(standing.checkInput, locator) ? fromAll(standing, { definition, locator }) : null
}

/** Settings together; with what the authority gave itself for those who are in none. */
function fromAll(standing: Standing, { definition, locator }: Named): FigureSource | null {
  const mark = standing.marks[locator]
  // Where no setting takes part, it is the authority's own.
  if (standing.reports.length === 0) return null
  const given = mark ? givenBy(mark) : nobody
  return { ...given, kind: 'settings', madeOf: fromSettings(standing, definition) }
}
