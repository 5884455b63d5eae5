/** Editions as people see them: in a list, and whole with what may be done to one. */
import { Problem } from '@inclusion/shared/problems'
import { comparePeriods, type PeriodId } from '@inclusion/shared/periods'
import { allowedOn, holds, type Actor } from '@inclusion/shared/roles'
import type { Standard } from '@inclusion/shared/standards/check'
import {
  editionActions,
  whyNotEdition,
  type EditionAction,
  type EditionRefusal,
  type EditionState,
} from '@inclusion/shared/standards/editions'
import type { Db, Trx } from '@inclusion/db/open'
import { today, type Context } from '../context.ts'
import { findStandard } from './find-standard.ts'
import { namesOf } from '../returns/store.ts'
import { latestBackTest, type BackTestLine } from './back-test-store.ts'
import { lineOf, peopleOf, type EditionLine } from './edition-line.ts'
import { findTakenNumbers, takenWords } from './taken-numbers.ts'
import { findEdition, freePeriods, inForceOn, listEditions, statusOf, type Edition } from './store.ts'

export type EditionView = Standard &
  Omit<EditionLine, 'checks'> & {
    refused: { by: string; reason: string } | null
    /** Why each action is refused to this person now; null where it may be done. */
    actions: Record<EditionAction, EditionRefusal | null>
    /** Which checks of this draft have a number that is taken, and what to do about them; null without any. */
    numbersTaken: string | null
    backTest: BackTestLine | null
    /** The periods that this draft may begin with, the earliest first; none for a published edition. */
    freePeriods: PeriodId[]
  }

/** Editions are for all programmes, so whoever writes them is an evaluator of all. */
export const mayEdit = (actor: Actor): boolean => allowedOn(actor, 'standard.edit', {})

export const maySeeDrafts = (actor: Actor): boolean => holds(actor, 'standard.see-drafts')

/** The edition, or the Problem `not-found` for a draft that is none of the actor's to see. */
export async function seeEdition(db: Db | Trx, actor: Actor, id: string): Promise<Edition> {
  const edition = await findEdition(db, id)
  if (!edition || (edition.status === 'draft' && !maySeeDrafts(actor))) throw new Problem('not-found')
  return edition
}

/** Every edition that the actor may see, the one that takes effect last at the top. */
export async function viewEditions(context: Context, actor: Actor): Promise<EditionLine[]> {
  const editions = await listEditions(context.db)
  const seen = editions.filter(({ status }) => status === 'published' || maySeeDrafts(actor))
  const names = await namesOf(context.db, seen.flatMap(peopleOf))
  const inForce = inForceOn(editions, today(context))
  return seen.map((edition) => ({ ...lineOf(edition, names, inForce), checks: edition.checks }))
}

/** The id of the edition in force today. */
export async function findInForce(context: Context): Promise<string> {
  const id = inForceOn(await listEditions(context.db), today(context))
  if (id === null) throw new Problem('not-found')
  return id
}

export async function viewEdition(context: Context, actor: Actor, id: string): Promise<EditionView> {
  const edition = await seeEdition(context.db, actor, id)
  const { db } = context
  const names = await namesOf(db, peopleOf(edition))
  const state = await stateOf(db, edition)
  const who = { personId: actor.personId, mayEdit: mayEdit(actor) }
  const actions = Object.fromEntries(
    editionActions.map((action) => [action, whyNotEdition(action, state, who)]),
  ) as EditionView['actions']
  const inForce = inForceOn(await listEditions(db), today(context))
  const { refusedBy, refusal } = edition
  return {
    ...(await findStandard(db, id)),
    ...lineOf(edition, names, inForce),
    refused: refusedBy && refusal ? { by: names[refusedBy] ?? '', reason: refusal } : null,
    actions,
    numbersTaken: state.isNumberTaken ? takenWords(await findTakenNumbers(db, edition)) : null,
    backTest: maySeeDrafts(actor) ? await latestBackTest(db, edition) : null,
    freePeriods: edition.status === 'draft' ? await freePeriods(db) : [],
  }
}

/** What the table of actions asks of an edition. */
export async function stateOf(db: Db | Trx, edition: Edition): Promise<EditionState> {
  const status = statusOf(edition)
  const { proposedBy } = edition
  if (status === 'published')
    return { status, proposedBy, isNumberTaken: false, isBackTested: true, isPeriodFree: true }
  const test = await latestBackTest(db, edition)
  const free = await freePeriods(db)
  return {
    status,
    proposedBy,
    isNumberTaken: (await findTakenNumbers(db, edition)).length > 0,
    isBackTested: test?.status === 'finished' && test.revision === edition.revision,
    isPeriodFree: comparePeriods(edition.effectiveFrom, free[0]!) >= 0,
  }
}
