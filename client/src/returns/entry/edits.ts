/** What a person has typed on this page, laid over what the server has: pure, so that both can be judged alike. */
import { changePupils, changeSessions } from '@inclusion/shared/attendance/change-counts'
import type { Attendance } from '@inclusion/shared/attendance/counts'
import { deriveFigures, type BaselinePair } from '@inclusion/shared/derive'
import { applyChange, type Drafts } from '@inclusion/shared/figure-changes'
import {
  emptyFigure,
  entryText,
  type EntryPart,
  type Figure,
  type FigureChange,
  type Figures,
} from '@inclusion/shared/figures'
import type { Measure } from '@inclusion/shared/framework/indicators'
import { readLocator, type AttendanceLocator, type Locator } from '@inclusion/shared/locators'
import type { CheckInput, DraftText } from '@inclusion/shared/standards/check-input'

/** The change of one figure since the page was opened, as typed. */
export type Edit = Omit<FigureChange, 'locator' | 'revision'>
export type Edits = Readonly<Record<Locator, Edit>>

/** What the edits are laid over. `marks` names the figures that somebody typed: all others are worked out. */
export type EntrySource = {
  checkInput: CheckInput
  marks: Readonly<Record<Locator, { revision: number }>>
  baselines: readonly BaselinePair[]
}

const blankParts = { value: '', numerator: '', denominator: '', people: '' }

/**
 * Two changes of one figure as one, coming to the same figure. A reason for missing clears the numbers
 * before it; what is given after one takes it back, and says so with `missing: null`. A count takes the
 * place of what was counted or typed before it.
 */
export function mergeEdit(before: Edit | undefined, after: Edit): Edit {
  if (!before) return after
  if (after.counted) {
    const { entries: _, ...kept } = before
    return { ...kept, ...after }
  }
  if (after.missing) {
    const { entries: _, text: __, ...kept } = before
    return withParts({ ...kept, ...after }, after.entries, { ...before.evidence, ...after.evidence })
  }
  const evidence = { ...before.evidence, ...after.evidence }
  if (!before.missing)
    return withParts({ ...before, ...after }, { ...before.entries, ...after.entries }, evidence)
  if (after.missing === null)
    return withParts({ ...before, text: '', ...after }, { ...blankParts, ...after.entries }, evidence)
  const { entries: _, text: __, ...others } = after
  return withParts({ ...before, ...others }, undefined, evidence)
}

/** The change with its parts, less those that are empty: a part that is left out stays as it is. */
function withParts(
  { entries: _, evidence: __, ...edit }: Edit,
  entries: Edit['entries'],
  evidence: NonNullable<Edit['evidence']>,
): Edit {
  return {
    ...edit,
    ...(entries && Object.keys(entries).length > 0 && { entries }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
  }
}

/** What typing into a field changes: anything but a blank takes back the reason for missing. */
export function typing(edit: Pick<Edit, 'entries' | 'text'>, missing: Figure['missing']): Edit {
  const texts = [...Object.values(edit.entries ?? {}), edit.text]
  const says = texts.some((text) => text !== undefined && text.trim() !== '')
  return missing !== null && says ? { ...edit, missing: null } : edit
}

/** What the checks see: the server's input with this page's edits in it, and the derived figures worked out again. */
export function applyEdits({ checkInput, marks, baselines }: EntrySource, edits: Edits): CheckInput {
  const { asked, periodId, history, seriesFrom } = checkInput
  const byIndicator = new Map(asked.map((definition) => [definition.indicator, definition]))
  const isDerived = (locator: Locator) =>
    !marks[locator] && byIndicator.get(locator.split(/[@:]/, 1)[0]!)?.derivation
  const typed: Figures = Object.fromEntries(
    Object.entries(checkInput.figures).filter(([locator]) => !isDerived(locator)),
  )
  let attendance: readonly Attendance[] = checkInput.attendance
  let drafts: DraftText[] = checkInput.drafts
  for (const [locator, edit] of Object.entries(edits)) {
    const place = readLocator(locator)
    if (place.kind === 'attendance') {
      const changed = changeCounts(attendance, place, edit)
      attendance = changed.attendance
      drafts = mergeDrafts(drafts, locator, changed.drafts)
      continue
    }
    const definition = byIndicator.get(place.indicator)
    if (!definition) continue
    const change = { locator, revision: 0, ...edit }
    const changed = applyChange(definition, typed[locator] ?? emptyFigure, change)
    typed[locator] = changed.figure
    drafts = mergeDrafts(drafts, locator, changed.drafts)
  }
  const sources = { periodId, figures: typed, attendance, history, baselines, seriesFrom }
  const figures = deriveFigures(asked, sources)
  return { ...checkInput, figures, drafts, attendance: [...attendance] }
}

/** The drafts of the input after one figure's were read again: null means that the part reads well now. */
function mergeDrafts(drafts: DraftText[], locator: Locator, read: Drafts): DraftText[] {
  const kept = drafts.filter((draft) => draft.locator !== locator || !(draft.part in read))
  const unread = Object.entries(read).flatMap(([part, entered]) =>
    entered === null || entered === undefined ? [] : [{ locator, part, entered }],
  )
  return [...kept, ...unread]
}

function changeCounts(attendance: readonly Attendance[], place: AttendanceLocator, edit: Edit) {
  const { urn, cohort, academicYear } = place
  const at = attendance.findIndex((counts) => counts.urn === urn && counts.cohort === cohort)
  const before = attendance[at] ?? blankAttendance(urn, cohort)
  const { counts, drafts } =
    academicYear === null ? pupilsChanged(before, edit) : sessionsChanged(before, academicYear, edit)
  return { attendance: at === -1 ? [...attendance, counts] : attendance.with(at, counts), drafts }
}

function pupilsChanged(before: Attendance, edit: Edit) {
  const { counted: _, ...others } = before
  const { figure, drafts } = changePupils(before, edit)
  return { counts: { ...others, ...figure }, drafts }
}

function sessionsChanged(before: Attendance, academicYear: string, edit: Edit) {
  const blank = { academicYear, possible: null, attended: null, authorised: null, unauthorised: null }
  const year = before.sessions.find((sessions) => sessions.academicYear === academicYear) ?? blank
  const { figure, drafts } = changeSessions(year, edit)
  const others = before.sessions.filter((sessions) => sessions.academicYear !== academicYear)
  const sessions = [...others, figure].toSorted((left, right) =>
    left.academicYear.localeCompare(right.academicYear),
  )
  return { counts: { ...before, sessions }, drafts }
}

const blankAttendance = (urn: string, cohort: Attendance['cohort']): Attendance => ({
  urn,
  cohort,
  sessions: [],
  enrolments: null,
  persistent: null,
  severe: null,
  window: null,
})

type Shown = { input: CheckInput; edits: Edits; locator: Locator; part: EntryPart }

/** What stands in a number field: what was typed on this page, else what could not be read, else the number. */
export function shownEntry(
  { input, edits, locator, part }: Shown,
  number: number | null,
  measure: Measure | 'attendance',
) {
  const typed = edits[locator]?.entries?.[part]
  if (typed !== undefined && !edits[locator]?.missing) return typed
  const draft = input.drafts.find((candidate) => candidate.locator === locator && candidate.part === part)
  return draft?.entered ?? entryText(number, part === 'people' ? 'count' : measure)
}

/** A setting's counts of one cohort; all blank when none were given. */
export function attendanceOf(input: CheckInput, urn: string, cohort: Attendance['cohort']): Attendance {
  const found = input.attendance.find((counts) => counts.urn === urn && counts.cohort === cohort)
  return found ?? blankAttendance(urn, cohort)
}

/** The figure at a locator, blank when there is none. */
export const figureAt = ({ figures }: Pick<CheckInput, 'figures'>, locator: Locator): Figure =>
  figures[locator] ?? emptyFigure
