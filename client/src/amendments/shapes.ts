/** What the pages see of amendments and of the framework. */
import type {
  AmendmentContent,
  AmendmentFault,
  DraftProgramme,
  DraftWindow,
} from '@inclusion/shared/framework/amendment'
import type {
  AmendmentAction,
  AmendmentRefusal,
  AmendmentStatus,
} from '@inclusion/shared/framework/amendment-actions'
import type { Difference } from '@inclusion/shared/framework/change-class'
import type { Identity } from '@inclusion/shared/framework/identities'
import type {
  ChangeClass,
  Disaggregation,
  IndicatorDefinition,
  Measure,
} from '@inclusion/shared/framework/indicators'
import type { Tier } from '@inclusion/shared/framework/tiers'
import type { Calendar } from '@inclusion/shared/periods'

export type Moment = { by: string; at: string }
export type AmendmentLine = {
  id: string
  name: string
  revision: number
  status: AmendmentStatus
  programme: { code: string; name: string }
  isNewProgramme: boolean
  contains: string[]
  created: Moment
  changed: Moment
  proposed: Moment | null
  published: Moment | null
  refused: { by: string; reason: string } | null
}
export type AmendmentView = AmendmentLine & {
  content: AmendmentContent
  faults: AmendmentFault[]
  changes: {
    indicator: string
    was: IndicatorDefinition
    differences: Difference[]
    demanded: ChangeClass | null
    given: ChangeClass
    bridge: string | null
  }[]
  actions: Record<AmendmentAction, AmendmentRefusal | null>
}
export type FrameworkReference = {
  programmes: { code: string; name: string; calendar: Calendar; endsBefore: string; mayEdit: boolean }[]
  authorities: { gssCode: string; name: string }[]
  settings: { urn: string; name: string; gssCode: string }[]
  decisions: { reference: string; title: string }[]
  tiers: { tier: Tier; fromPence: number }[]
  vocabularies: Disaggregation[]
  mayPropose: boolean
}
export type FrameworkGrant = {
  gssCode: string
  name: string
  status: string
  cohort: string
  cohortStartOn: string
  endsBefore: string | null
  tier: Tier
  awards: {
    financialYear: string
    pence: number | null
    decision: string | null
    assumption: string | null
  }[]
  settings: { urn: string; name: string }[]
  leads: number
}
export type FrameworkView = {
  programme: DraftProgramme & { code: string }
  period: { id: string; label: string }
  periods: { id: string; label: string; isOpen: boolean }[]
  firstFree: string
  definitions: IndicatorDefinition[]
  identities: Identity[]
  windows: DraftWindow[]
  grants: FrameworkGrant[]
  editions: Record<string, number>
}
export type DryRun = {
  faults: AmendmentFault[]
  touches: {
    boroughs: number
    returns: number
    periods: { id: string; label: string; opensOn: string; dueOn: string; returns: number }[]
  }
  places: { gssCode: string; name: string; periods: string[] }[]
  seen: null | SeenReturn
}
export type SeenReturn = {
  authority: { gssCode: string; name: string }
  period: { id: string; label: string }
  opensOn: string
  dueOn: string
  tier: Tier
  tierNow: Tier | null
  standard: { id: string; name: string }
  leads: string[]
  settings: { urn: string; name: string }[]
  sections: { name: string; figures: SeenFigure[] }[]
  gone: { indicator: string; label: string; section: string }[]
  checks: { code: string; title: string; severity: 'block' | 'explain' | 'note' }[]
  findings: { check: string; severity: string; message: string }[]
}
export type SeenFigure = {
  indicator: string
  label: string
  hint: string
  measure: Measure
  what: 'new' | 'changed' | 'same' | 'bridge'
  changeClass: ChangeClass | null
  differences: Difference[]
  from: 'typed' | 'worked-out' | 'carried' | 'settings' | 'nobody'
  prefilled: string | null
  before: string | null
  breakdowns: { label: string; categories: string[]; isNew: boolean }[]
}
