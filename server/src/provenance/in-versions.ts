/** A figure in each version of its return: what it was, what the checks said, who judged it, what was decided. */
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '@inclusion/db/open'
import { readLocator, wholeFigure, type Locator } from '@inclusion/shared/locators'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Finding } from '@inclusion/shared/standards/finding'
import { namesOf } from '../returns/store.ts'
import type { StoredVersion } from '../returns/versions.ts'
import type { DecisionView } from '../reviews/view.ts'
import { acceptedVersion } from './accepted-version.ts'
import type { FigureInVersion, FindingSeen, ReviewSeen } from './figure-provenance.ts'
import { heldIn, wordsIn } from './words.ts'

type Filed = {
  returnId: string
  locator: Locator
  asked: readonly IndicatorDefinition[]
  versions: readonly StoredVersion[]
  /** Those that the reader may know of. */
  decisions: readonly DecisionView[]
}

/** First to last. */
export async function findInVersions(
  db: Db,
  { returnId, locator, asked, versions, decisions }: Filed,
): Promise<FigureInVersion[]> {
  const accepted = await acceptedVersion(db, returnId)
  const reviews = await findReviews(db, returnId)
  const standards = await standardNames(
    db,
    versions.map(({ standardId }) => standardId),
  )
  const names = await namesOf(
    db,
    versions.flatMap(({ sentBy, certifiedBy }) => [sentBy, certifiedBy]),
  )
  const nameOf = (person: string | null) => (person === null ? null : (names[person] ?? null))
  const place = readLocator(locator)
  const heldAt = (index: number) => {
    const { figures, attendance } = versions[index]!.content
    const figured = { asked, figures, attendance }
    return { shown: wordsIn(figured, locator), held: heldIn(figured, locator) }
  }
  return versions.map(({ version, reference, sha256, submittedAt, content, ...filed }, index) => ({
    version,
    reference,
    sha256,
    submittedAt,
    sentBy: nameOf(filed.sentBy),
    certifiedBy: nameOf(filed.certifiedBy),
    shown: heldAt(index).shown,
    isUnchanged: index > 0 && isDeepStrictEqual(heldAt(index), heldAt(index - 1)),
    definitionEdition: place.kind === 'figure' ? (content.definitions[place.indicator] ?? null) : null,
    standard: {
      id: filed.standardId,
      name: standards.get(filed.standardId) ?? filed.standardId,
    },
    findings: findingsOn(filed.findings, locator),
    reviews: reviews.filter((review) => review.version === version).map(({ version: _, ...seen }) => seen),
    decisions: decisions
      .filter((each) => each.version === version && each.locator === wholeFigure(locator))
      .map(({ decision, note, by, at }) => ({
        decision,
        note,
        by,
        at,
      })),
    isAccepted: version === accepted,
  }))
}

/** What was said of a figure, and of others for what it is. */
export function findingsOn(findings: readonly Finding[], locator: Locator): FindingSeen[] {
  return findings
    .filter(
      (finding) => finding.locator === locator || finding.inputs.some((seen) => seen.locator === locator),
    )
    .map(({ check, edition, severity, message, explanation, waiver, ...finding }) => ({
      check,
      edition,
      severity,
      message,
      explanation,
      waiver,
      isOwn: finding.locator === locator,
    }))
}

async function findReviews(db: Db, returnId: string): Promise<(ReviewSeen & { version: number })[]> {
  const rows = await db
    .selectFrom('reviews')
    .innerJoin('people', 'people.id', 'reviews.evaluator')
    .select(['version', 'people.name as by', 'begunAt', 'outcome', 'endedAt'])
    .where('returnId', '=', returnId)
    .orderBy('begunAt')
    .execute()
  return rows
}

async function standardNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('standards').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
