/** What saving an upload would do, worked out anew each time it is shown: as the save itself would, and stored nowhere. */
import { emptyFigure, type FigureChange } from '@inclusion/shared/figures'
import { Problem, type ProblemItem } from '@inclusion/shared/problems'
import type { Actor } from '@inclusion/shared/roles'
import { isOutstanding, type Finding } from '@inclusion/shared/standards/finding'
import { lineName, type TemplateLine } from '@inclusion/shared/templates/template'
import type { Context } from '../context.ts'
import { seeReturn } from '../returns/access.ts'
import { holdForEntry } from '../returns/hold-for-entry.ts'
import { saveFigures } from '../returns/save.ts'
import type { ReturnView } from '../returns/view.ts'
import { nowWords, thenWords } from './change-words.ts'
import { changesIn, templateFor, type UploadContent } from './read-upload.ts'

export type PreviewLine = {
  locator: string
  name: string
  /** The cells it was read from. */
  at: string[]
  now: string
  inFile: string
  /** What the checks say of it with the file's value. */
  findings: Finding[]
  /** Somebody changed the figure since the file was made: who, and when. Theirs stands unless the person chooses. */
  conflict: { by: string; at: string } | null
}

export type Preview = {
  lines: PreviewLine[]
  /** Why it cannot be saved as it is; empty where it can. */
  refused: ProblemItem[]
  /** Findings that would stand on the return then: all of them, and how many are on no figure of the file. */
  findings: Finding[]
  elsewhere: number
  /** The revision of each figure that this preview shows: a save holds to them. */
  seen: Record<string, number>
}

/** Each change with the revision that stands now: what a person who has seen the preview says yes to. */
export const asSeen = (changes: readonly FigureChange[], seen: Record<string, number>): FigureChange[] =>
  changes.map((change) => ({ ...change, revision: seen[change.locator] ?? 0 }))

export async function previewUpload(
  context: Context,
  { actor, view }: { actor: Actor; view: ReturnView },
  content: UploadContent,
): Promise<Preview> {
  const locators = [...new Set(content.entries.map(({ locator }) => locator))]
  const seen = Object.fromEntries(locators.map((each) => [each, view.marks[each]?.revision ?? 0]))
  const { changes, refused: misfit } = readChanges(content)
  const isFresh = ({ locator, revision }: FigureChange) => seen[locator] === revision
  const looking = { actor, view }
  const fresh = changes.filter(isFresh)
  const { findings = view.findings, refused = [] } = await tryToSave(context, looking, asSeen(fresh, seen))
  // What stands is kept unless the person chooses; what the checks would say of the file's value is told beside it.
  const all =
    fresh.length === changes.length ? findings : await findingsOfAll(context, looking, asSeen(changes, seen))
  const named = new Map(templateFor(view).lines.map((line) => [line.locator, line]))
  const shownAs = { view, content, named, findings: all }
  const lines = changes.map((change) => lineOf(shownAs, change, isFresh(change)))
  const shown = new Set(fresh.map(({ locator }) => locator))
  const outside = findings.filter(({ locator }) => !shown.has(locator ?? '')).filter(isOutstanding)
  return { lines, refused: [...misfit, ...refused], findings, elsewhere: outside.length, seen }
}

const findingsOfAll = async (
  context: Context,
  looking: Looking,
  changes: FigureChange[],
): Promise<Finding[]> => (await tryToSave(context, looking, changes)).findings ?? []

function readChanges(content: UploadContent): { changes: FigureChange[]; refused: ProblemItem[] } {
  try {
    return { changes: changesIn(content), refused: [] }
  } catch (error) {
    return { changes: [], refused: itemsOf(error) }
  }
}

type Looking = { actor: Actor; view: ReturnView }

type Tried = { findings?: Finding[]; refused?: ProblemItem[] }

async function tryToSave(
  context: Context,
  { actor, view }: Looking,
  changes: FigureChange[],
): Promise<Tried> {
  if (changes.length === 0) return {}
  const act = { personId: actor.personId, action: 'return.save-figures', subject: view.id }
  const hold = holdForEntry(context, await seeReturn(context, actor, view.id), actor)
  try {
    return await saveFigures(context, act, {
      returnId: view.id,
      changes,
      provenance: 'file',
      dryRun: true,
      ...hold,
    })
  } catch (error) {
    return { refused: itemsOf(error) }
  }
}

/** What a refusal names, in the catalogue's words; anything else that fails is no answer to the file. */
function itemsOf(error: unknown): ProblemItem[] {
  if (!(error instanceof Problem) || error.type === 'unavailable') throw error
  const { errors = [] } = error.members
  if (error.type === 'invalid-request' && errors.length > 0) return errors
  const items = errors.map(({ field }) => ({ field, message: error.message }))
  return items.length > 0 ? items : [{ field: '', message: error.message }]
}

type Shown = {
  view: ReturnView
  content: UploadContent
  named: ReadonlyMap<string, TemplateLine>
  findings: readonly Finding[]
}

function lineOf(
  { view, content, named, findings }: Shown,
  change: FigureChange,
  isFresh: boolean,
): PreviewLine {
  const { locator } = change
  const line = named.get(locator)
  const { by = '', at = '' } = view.marks[locator] ?? {}
  return {
    locator,
    name: line ? lineName(line) : locator,
    at: content.entries.filter((entry) => entry.locator === locator).map((entry) => entry.at),
    ...wordsOf(view, line, change),
    findings: findings.filter((finding) => finding.locator === locator),
    conflict: isFresh ? null : { by, at },
  }
}

function wordsOf(view: ReturnView, line: TemplateLine | undefined, change: FigureChange) {
  const { figures, drafts } = view.checkInput
  const definition = view.checkInput.asked.find(({ indicator }) => indicator === line?.indicator)
  if (!definition) return { now: '', inFile: '' }
  const standing = {
    figure: figures[change.locator] ?? emptyFigure,
    drafts: drafts.filter(({ locator }) => locator === change.locator),
  }
  return {
    now: nowWords(definition, standing, change),
    inFile: thenWords(definition, standing, change),
  }
}
