/** Amendments as people see them: in a list, and whole with what is wrong with one and what may be done to it. */
import type { Db } from '@inclusion/db/open'
import { editionBehind } from '@inclusion/shared/framework/amended'
import type { AmendmentContent, AmendmentFault } from '@inclusion/shared/framework/amendment'
import {
  amendmentActions,
  whyNotAmendment,
  type AmendmentAction,
  type AmendmentRefusal,
  type AmendmentStatus,
} from '@inclusion/shared/framework/amendment-actions'
import { bridgeCodeOf, needsBridge } from '@inclusion/shared/framework/bridge'
import { classDemanded, differencesBetween } from '@inclusion/shared/framework/change-class'
import type { Difference } from '@inclusion/shared/framework/difference'
import { faultsOf, hasErrors } from '@inclusion/shared/framework/faults'
import type { Ground } from '@inclusion/shared/framework/ground'
import type { ChangeClass, IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { summaryOf } from '@inclusion/shared/framework/summary'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { namesOf } from '../returns/store.ts'
import { rightsOn, seeable } from './allow-amendment.ts'
import { loadGround } from './load-ground.ts'
import { findAmendment, listAmendments, type Amendment } from './store.ts'

export type Moment = { by: string; at: string }

export type AmendmentLine = {
  id: string
  name: string
  revision: number
  status: AmendmentStatus
  programme: { code: string; name: string }
  isNewProgramme: boolean
  /** What it holds, in a few words each. */
  contains: string[]
  created: Moment
  changed: Moment
  proposed: Moment | null
  published: Moment | null
  refused: { by: string; reason: string } | null
}

export type ChangedDefinition = {
  indicator: string
  was: IndicatorDefinition
  differences: Difference[]
  /** The class that the differences demand at least; null where there are none. */
  demanded: ChangeClass | null
  given: ChangeClass
  /** The code of the figure as counted before, that a major change asks beside it; null for any other change. */
  bridge: string | null
}

export type AmendmentView = AmendmentLine & {
  content: AmendmentContent
  /** Held against what is there today; empty once it is published or discarded. */
  faults: AmendmentFault[]
  changes: ChangedDefinition[]
  /** Why each action is refused to this person now; null where it may be done. */
  actions: Record<AmendmentAction, AmendmentRefusal | null>
}

/** Every amendment of the actor's programmes, the one changed last at the top. */
export async function viewAmendments({ db }: Context, actor: Actor): Promise<AmendmentLine[]> {
  const seen = (await listAmendments(db)).filter((amendment) => allowedOn(actor, 'framework.see', amendment))
  const names = await namesOf(db, seen.flatMap(peopleOf))
  const programmes = await programmeNames(db)
  return seen.map((amendment) => lineOf(amendment, { names, programmes }))
}

export async function viewAmendment(context: Context, actor: Actor, id: string): Promise<AmendmentView> {
  const { db } = context
  const amendment = seeable(await findAmendment(db, id), actor)
  const { programme, content, status, proposedBy } = amendment
  const isOver = status === 'published' || status === 'discarded'
  const ground = await loadGround(context, db, programme, id)
  const faults = isOver ? [] : faultsOf(content, ground)
  const state = { status, proposedBy, hasErrors: hasErrors(faults) }
  const who = rightsOn(actor, programme)
  const names = await namesOf(db, peopleOf(amendment))
  return {
    ...lineOf(amendment, { names, programmes: await programmeNames(db) }),
    content,
    faults,
    changes: changesOf(amendment, ground),
    actions: Object.fromEntries(
      amendmentActions.map((action) => [action, whyNotAmendment(action, state, who)]),
    ) as AmendmentView['actions'],
  }
}

const peopleOf = ({ createdBy, changedBy, proposedBy, publishedBy, refusedBy }: Amendment) => [
  createdBy,
  changedBy,
  proposedBy,
  publishedBy,
  refusedBy,
]

async function programmeNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('programmes').select(['code', 'name']).execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

type Known = { names: Record<string, string>; programmes: ReadonlyMap<string, string> }

function lineOf(amendment: Amendment, { names, programmes }: Known): AmendmentLine {
  const { id, name, revision, status, programme: code, content, refusal } = amendment
  const moment = (person: string | null, at: string | null): Moment | null =>
    person !== null && at !== null ? { by: names[person] ?? '', at } : null
  const { createdBy, createdAt, changedBy, changedAt, refusedBy } = amendment
  return {
    id,
    name,
    revision,
    status,
    programme: { code, name: programmes.get(code) ?? content.programme?.name ?? '' },
    isNewProgramme: content.programme !== null,
    contains: summaryOf(content),
    created: { by: names[createdBy] ?? '', at: createdAt },
    changed: { by: names[changedBy] ?? '', at: changedAt },
    proposed: moment(amendment.proposedBy, amendment.proposedAt),
    published: moment(amendment.publishedBy, amendment.publishedAt),
    refused: refusedBy && refusal ? { by: names[refusedBy] ?? '', reason: refusal } : null,
  }
}

/** Each changed definition beside the edition it was written against; of a published one the edition it replaced. */
function changesOf({ content, status }: Amendment, { definitions }: Ground): ChangedDefinition[] {
  return content.changed.flatMap((changed) => {
    const { indicator, changeClass, effectiveFrom } = changed
    const was =
      status === 'published'
        ? editionBefore(definitions, indicator, effectiveFrom)
        : editionBehind(definitions, changed)
    if (!was) return []
    const differences = differencesBetween(was, changed)
    const demanded = classDemanded(differences)
    const bridge = needsBridge(was, changed) ? bridgeCodeOf(indicator, was.edition + 1) : null
    return [{ indicator, was, differences, demanded, given: changeClass, bridge }]
  })
}

function editionBefore(
  definitions: readonly IndicatorDefinition[],
  indicator: string,
  from: string,
): IndicatorDefinition | undefined {
  const published = definitions.find(
    (definition) => definition.indicator === indicator && definition.effectiveFrom === from,
  )
  return definitions.find(
    (definition) =>
      definition.indicator === indicator && definition.edition === (published?.edition ?? 0) - 1,
  )
}
