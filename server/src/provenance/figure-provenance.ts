/** What the client sees of where a figure comes from: one shape for a figure, a breakdown and a setting's counts. */
import type { FigureDecision } from '@inclusion/shared/figure-decisions'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Locator } from '@inclusion/shared/locators'
import type { PeriodId } from '@inclusion/shared/periods'
import type { ReturnStatus } from '@inclusion/shared/returns'
import type { Finding } from '@inclusion/shared/standards/finding'
import type { FigureEvent } from '../returns/figure-history.ts'
import type { GivenExplanation } from '../returns/explained.ts'
import type { Held } from './words.ts'

/** A publication that a figure stands in. Nothing has been published yet, so that there is none. */
export type ReleaseLine = { title: string; url: string }

/** Another figure, that this one is made of: it has a provenance of its own. */
export type PartOfFigure = {
  returnId: string
  locator: Locator
  name: string
  period: string
  /** In words; null while it is blank, or not vouched for yet. */
  shown: string | null
  /** The version that was accepted, of a return filed before; null within the same return. */
  version: number | null
}

/** Where the figure was before a mentor came, of a figure that compares with it. */
export type BaselineUsed = { name: string; shown: string | null; source: string; from: string; until: string }

/** Where in a file that was sent in the parts of a figure stood. */
export type FileSource = {
  name: string
  format: 'xlsx' | 'ods' | 'csv'
  places: { part: string; at: string }[]
}

/** The report of the setting that gave it. */
export type ReportSource = {
  urn: string
  setting: string
  status: 'not-started' | 'in-progress' | 'signed-off'
  signedOff: { by: string; at: string; onBehalf: boolean } | null
}

/**
 * `register`: counted from a register in the browser of the setting's head. `copied`: from the return before.
 * `settings`: those of the settings together. `worked-out`: from counts or other figures. `carried`: what the period
 * before ended with.
 */
export type SourceKind =
  | 'typed'
  | 'pasted'
  | 'file'
  | 'api'
  | 'register'
  | 'copied'
  | 'settings'
  | 'worked-out'
  | 'carried'

export type FigureSource = {
  kind: SourceKind
  /** Who gave it last; null where nobody did. */
  by: string | null
  at: string | null
  /** Entered by the borough in the place of a setting without a head. */
  onBehalf: boolean
  file: FileSource | null
  report: ReportSource | null
  madeOf: PartOfFigure[]
  baselines: BaselineUsed[]
}

/** What a check said of it. `isOwn` is false where it stands at another figure, and read this one. */
export type FindingSeen = Pick<
  Finding,
  'check' | 'edition' | 'severity' | 'message' | 'explanation' | 'waiver'
> & {
  isOwn: boolean
}

/** What an evaluator decided on the figure. */
export type DecisionSeen = { decision: FigureDecision; note: string | null; by: string; at: string }

export type ReviewSeen = {
  by: string
  begunAt: string
  outcome: 'accepted' | 'changes-requested' | 'reopened' | null
  endedAt: string | null
}

/** The figure in one version: as it was filed, judged and decided on. */
export type FigureInVersion = {
  version: number
  reference: string
  sha256: string
  submittedAt: string
  sentBy: string | null
  certifiedBy: string | null
  /** In words; null where the version holds nothing of it. */
  shown: string | null
  /** Whether it is the same as in the version before; false in the first. */
  isUnchanged: boolean
  definitionEdition: number | null
  standard: { id: string; name: string }
  findings: FindingSeen[]
  reviews: ReviewSeen[]
  decisions: DecisionSeen[]
  /** Whether this version is what pages, totals and releases read now. */
  isAccepted: boolean
}

/** A change of the figure, and the file that it came in with. */
export type FigureChanged = FigureEvent & { shown: string | null; file: FileSource | null }

export type FigureProvenance = {
  returnId: string
  locator: Locator
  programme: { code: string; name: string }
  authority: { gssCode: string; name: string }
  period: { id: PeriodId; label: string }
  status: ReturnStatus
  name: string
  /** How its number is read; `attendance` of a setting's counts. */
  measure: IndicatorDefinition['measure'] | 'attendance'
  held: Held
  /** In words; null while it is blank. */
  shown: string | null
  /** What was typed and cannot be read as a figure, by part: kept as it was typed. */
  drafts: { part: string; entered: string }[]
  note: string | null
  /** Of one to five people: for those who may read it here, and shown alone nowhere outside. */
  isSmallCohort: boolean
  /** Null while nobody has given it. */
  source: FigureSource | null
  /** Null of a setting's counts: what they are is the code of practice's. */
  definition: { indicator: string; label: string; edition: number; effectiveFrom: string } | null
  standard: { id: string; name: string }
  findings: FindingSeen[]
  explanations: GivenExplanation[]
  /** First to last. */
  versions: FigureInVersion[]
  /** Latest first. */
  changes: FigureChanged[]
  /** Its breakdowns that are given. */
  categories: { locator: Locator; name: string; shown: string | null }[]
  questions: {
    askedOf: 'borough' | 'setting'
    status: 'open' | 'answered' | 'closed'
    openedAt: string
    messages: number
  }[]
  releases: ReleaseLine[]
}
