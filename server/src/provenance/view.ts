/** Where a figure comes from and what became of it, for those who may see it: on one page, or as JSON. */
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { periodLabel } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import type { Context } from '../context.ts'
import { findGiven } from '../returns/explained.ts'
import { viewFigureHistory, type FigureEvent } from '../returns/figure-history.ts'
import type { ReturnHead } from '../returns/store.ts'
import { findVersions } from '../returns/versions.ts'
import { viewReviewOf } from '../reviews/view.ts'
import type { FigureChanged, FigureProvenance } from './figure-provenance.ts'
import { fileOfChange, findFiles, type SavedFile } from './files.ts'
import { findingsOn, findInVersions } from './in-versions.ts'
import { sourceOf } from './source.ts'
import { findStanding, type Standing } from './standing.ts'
import { definitionAt, heldIn, isOfFew, noteIn, wordsIn, wordsOfHeld } from './words.ts'

type Asked = { head: ReturnHead; locator: Locator }

/** The caller has judged that the actor may see the figure. Throws `not-found` for one that was never asked. */
export async function viewFigureProvenance(
  context: Context,
  actor: Actor,
  { head, locator }: Asked,
): Promise<FigureProvenance> {
  const { db } = context
  const standing = await findStanding(context, actor, { head, locator })
  const { checkInput, findings, queries } = standing
  if (!isAsked(standing, locator)) throw new Problem('not-found')
  const returnId = head.id
  const files = await findFiles(db, returnId, locator)
  const versions = await findVersions(db, returnId)
  const { decisions } = await viewReviewOf(db, { head, actor, versions, queries })
  const { changes } = await viewFigureHistory(context, { returnId, periodId: head.periodId, locator })
  const given = await findGiven(db, returnId)
  return {
    ...namesOf(standing, locator),
    held: heldIn(checkInput, locator),
    shown: wordsIn(checkInput, locator),
    drafts: checkInput.drafts
      .filter((draft) => draft.locator === locator)
      .map(({ part, entered }) => ({ part, entered })),
    note: noteIn(checkInput, locator),
    isSmallCohort: isOfFew(checkInput, locator),
    source: await sourceOf(db, { standing, locator, files }),
    findings: findingsOn(findings, locator),
    explanations: given.filter((each) => each.locator === locator),
    versions: await findInVersions(db, { returnId, locator, asked: checkInput.asked, versions, decisions }),
    changes: changes.map((change) => changedWith(standing, locator, change, files)),
    categories: categoriesOf(standing, locator),
    questions: queries
      .filter((query) => query.locator === locator)
      .map(({ askedOf, status, openedAt, messages }) => ({
        askedOf,
        status,
        openedAt,
        messages: messages.length,
      })),
    releases: [],
  }
}

/** A figure that the return asks, or a setting's counts. */
function isAsked({ checkInput, reports }: Standing, locator: Locator): boolean {
  const place = readLocator(locator)
  const isReported = place.urn === null || reports.some(({ urn }) => urn === place.urn)
  if (place.kind === 'attendance') return isReported
  const definition = definitionAt(checkInput, locator)
  if (!definition || !isReported) return false
  const breakdown = definition.disaggregations.find(({ dimension }) => dimension === place.dimension)
  return (
    place.dimension === null || (breakdown?.categories.some(({ code }) => code === place.category) ?? false)
  )
}

function namesOf({ head, checkInput, standard }: Standing, locator: Locator) {
  const definition = definitionAt(checkInput, locator)
  return {
    returnId: head.id,
    locator,
    programme: { code: head.programme, name: head.programmeName },
    authority: { gssCode: head.gssCode, name: head.authorityName },
    period: { id: head.periodId, label: periodLabel(head.periodId) },
    status: head.status,
    name: placeName(prepareInput(checkInput), locator),
    measure: definition?.measure ?? ('attendance' as const),
    definition: definition
      ? {
          indicator: definition.indicator,
          label: definition.label,
          edition: definition.edition,
          effectiveFrom: periodLabel(definition.effectiveFrom),
        }
      : null,
    standard: { id: standard.id, name: standard.name },
  }
}

function changedWith(
  { checkInput }: Standing,
  locator: Locator,
  change: FigureEvent,
  files: readonly SavedFile[],
): FigureChanged {
  return {
    ...change,
    shown: wordsOfHeld(checkInput, locator, change.after),
    file: change.provenance === 'file' ? fileOfChange(files, change.at) : null,
  }
}

/** The breakdowns of a total that say anything. */
function categoriesOf({ checkInput }: Standing, locator: Locator): FigureProvenance['categories'] {
  const prepared = prepareInput(checkInput)
  const place = readLocator(locator)
  if (place.kind !== 'figure' || place.dimension !== null) return []
  return Object.keys(checkInput.figures).flatMap((other) => {
    const at = readLocator(other)
    const isOf =
      at.kind === 'figure' &&
      at.indicator === place.indicator &&
      at.urn === place.urn &&
      at.dimension !== null
    return isOf
      ? [{ locator: other, name: placeName(prepared, other), shown: wordsIn(checkInput, other) }]
      : []
  })
}
