/** A figure of an amendment as its form holds it, and what is saved of it. Pure. */
import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import type { DraftDefinition } from '@inclusion/shared/framework/amendment'
import { beyond, classDemanded, differencesBetween } from '@inclusion/shared/framework/change-class'
import type { Difference } from '@inclusion/shared/framework/difference'
import type { ChangeClass } from '@inclusion/shared/framework/indicators'
import type { PeriodId } from '@inclusion/shared/periods'
import { asDraft } from './copied-figures.ts'
import { putChanged, putNew, type ContentChange } from './content-changes.ts'
import { definitionFaults, type Fault } from './definition/definition-faults.ts'
import {
  draftOf,
  readDefinition,
  startingDraft,
  type DraftedDefinition,
} from './definition/drafted-definition.ts'
import type { EditedFigure } from './edited-figure.ts'
import { nextCode } from './next-code.ts'

export type DraftedFigure = {
  definition: DraftedDefinition
  /** Of a new figure; null while nobody typed one: it is proposed. */
  code: string | null
  after: string
  from: PeriodId
  /** Null while nobody chose one: what the differences demand. */
  changeClass: ChangeClass | null
}

export function draftFigure(
  figure: EditedFigure,
  { content }: Pick<AmendmentView, 'content'>,
): DraftedFigure {
  const { drafted, after, from, kind } = figure
  // People write the figures of a section one after another.
  const section = content.indicators.at(-1)?.definition.section ?? ''
  return {
    definition: drafted ? draftOf(drafted) : startingDraft('count', section),
    code: drafted?.indicator ?? null,
    after: after ?? '',
    from: drafted?.effectiveFrom ?? from,
    changeClass: kind === 'changed' && content.changed.some(isIt(figure.code)) ? drafted!.changeClass : null,
  }
}

const isIt =
  (code: string) =>
  ({ indicator }: DraftDefinition): boolean =>
    indicator === code

export type Around = { amendment: AmendmentView; framework: FrameworkView | null }

/** Every code that is taken, in the programme and in the draft. */
const takenCodes = ({ amendment, framework }: Around): string[] => [
  ...Object.keys(framework?.editions ?? {}),
  ...amendment.content.indicators.map(({ definition }) => definition.indicator),
]

/** The code it has, that is typed, or that is proposed. */
export function codeOf({ code, definition }: DraftedFigure, figure: EditedFigure, around: Around): string {
  if (figure.kind === 'changed') return figure.code
  const kind = definition.typed.kind as DraftDefinition['kind']
  return code?.trim() ?? nextCode(around.amendment.programme.code, kind, takenCodes(around))
}

/** What differs from the edition in force; nothing of a figure that is new. */
export function differencesOf(draft: DraftedFigure, { before, code }: EditedFigure): Difference[] {
  if (before === null) return []
  const head = { indicator: code, effectiveFrom: draft.from, changeClass: 'patch' as const }
  return differencesBetween(asDraft(before), readDefinition(draft.definition, head))
}

/** The class that was chosen, or else the one that the differences demand. */
export const classOf = (draft: DraftedFigure, differences: readonly Difference[]): ChangeClass =>
  draft.changeClass ?? classDemanded(differences) ?? 'patch'

/** The definition as it is typed. */
export const readFigure = (draft: DraftedFigure, figure: EditedFigure, around: Around): DraftDefinition =>
  readDefinition(draft.definition, {
    indicator: codeOf(draft, figure, around),
    effectiveFrom: draft.from,
    changeClass: figure.kind === 'new' ? 'major' : classOf(draft, differencesOf(draft, figure)),
  })

/** What has to be mended before it can be saved. */
export function figureFaults(draft: DraftedFigure, figure: EditedFigure, around: Around): Fault[] {
  return [
    ...definitionFaults(draft.definition),
    ...(figure.kind === 'new' ? codeFaults(draft, figure, around) : classFaults(draft, figure)),
  ]
}

function codeFaults(draft: DraftedFigure, figure: EditedFigure, around: Around): Fault[] {
  if (draft.code === null) return []
  const start = `${around.amendment.programme.code}-`
  const code = draft.code.trim()
  if (!code.startsWith(start) || !/^[A-Z]{2,5}-[A-Z0-9]{1,12}[a-z]?$/.test(code))
    return [{ field: 'indicator', message: `Write a code like ${start}OC1: capital letters and digits` }]
  const isTaken = code !== figure.code && takenCodes(around).includes(code)
  return isTaken ? [{ field: 'indicator', message: `${code} is taken: choose another code` }] : []
}

/** Why a class is too low, and the one that all the changes together need; undefined where it is high enough. */
export function tooLowWords(given: ChangeClass, differences: readonly Difference[]): string | undefined {
  const tooFar = beyond(given, differences)
  const needed = classDemanded(tooFar)
  const weightiest = tooFar.find(({ demands }) => demands === needed)
  return weightiest && `Choose ${needed}: changing ${weightiest.label} cannot be a ${given} change`
}

function classFaults(draft: DraftedFigure, figure: EditedFigure): Fault[] {
  const differences = differencesOf(draft, figure)
  if (differences.length === 0)
    return [{ field: 'changeClass', message: 'Nothing is changed yet: change something, or go back' }]
  const message = tooLowWords(classOf(draft, differences), differences)
  return message === undefined ? [] : [{ field: 'changeClass', message }]
}

/** Puts the figure into what the draft holds. A new one may have got another code, and goes on where it stood. */
export function saveFigure(
  definition: DraftDefinition,
  { after }: Pick<DraftedFigure, 'after'>,
  { kind, drafted }: Pick<EditedFigure, 'kind' | 'drafted'>,
): ContentChange {
  if (kind === 'changed') return putChanged(definition)
  const was = drafted?.indicator ?? definition.indicator
  return (content) =>
    putNew(
      definition,
      after || null,
    )({
      ...content,
      indicators: content.indicators.map((each) =>
        each.definition.indicator === was ? { ...each, definition } : each,
      ),
    })
}
