/** Two people publish an amendment: one proposes it, another evaluator makes rows of it. */
import type { Context } from '../context.ts'
import { answerBefore, change } from '../trust/change.ts'
import { lockProgramme } from '../framework/store.ts'
import { describe } from '../http/problems.ts'
import { openReturns } from '../returns/open.ts'
import { allowAmendment, faulty, seeable, type At, type By, type Moved } from './allow-amendment.ts'
import { applyAmendment } from './apply.ts'
import { openingOf, type Opening } from './opening.ts'
import { findAmendment, lockAmendmentsOf, moveAmendment } from './store.ts'
import { tellProposed, tellPublished, tellRefused } from './tell.ts'
import { tryAmendment } from './try.ts'

/** `opening`: null where what is due could not be opened, and the hourly round makes up for it. */
export type Published = Moved & { opening: Opening | null }

/** Proposes a draft that stands the trial. The evaluators who may decide on it are written to. */
export async function proposeAmendment(context: Context, { act, actor }: By, at: At): Promise<Moved> {
  await standTrial(context, { act, actor }, at)
  return change(context, act, async (trx, note) => {
    const amendment = await allowAmendment(context, trx, actor, { ...at, action: 'propose' })
    await moveAmendment(trx, at.id, {
      status: 'proposed',
      proposedBy: actor.personId,
      proposedAt: context.now(),
      refusedBy: null,
      refusal: null,
    })
    note({ programme: amendment.programme, revision: at.revision })
    await tellProposed(context, trx, { amendment, actor })
    return at
  })
}

/** Takes back what the actor proposed: it is a draft again, as it was. */
export function takeBackAmendment(context: Context, { act, actor }: By, at: At): Promise<Moved> {
  return change(context, act, async (trx) => {
    await allowAmendment(context, trx, actor, { ...at, action: 'take-back' })
    await moveAmendment(trx, at.id, { status: 'draft', proposedBy: null, proposedAt: null })
    return at
  })
}

/** Sends it back: it is a draft again, with the reason beside it, which its proposer is sent too. */
export function refuseAmendment(
  context: Context,
  { act, actor }: By,
  { reason, ...at }: At & { reason: string },
): Promise<Moved> {
  return change(context, act, async (trx) => {
    const amendment = await allowAmendment(context, trx, actor, { ...at, action: 'refuse' })
    await moveAmendment(trx, at.id, {
      status: 'draft',
      proposedBy: null,
      proposedAt: null,
      refusedBy: actor.personId,
      refusal: reason,
    })
    await tellRefused(context, trx, { amendment, actor, reason })
    return at
  })
}

/**
 * Publishes what another person proposed: everything in it becomes rows, in one transaction. Returns that are open
 * stay as they are; those that open from then on, at once where their window is open, are asked for what it says.
 */
export async function publishAmendment(context: Context, { act, actor }: By, at: At): Promise<Published> {
  await standTrial(context, { act, actor }, at)
  const moved = await change(context, act, async (trx, note) => {
    const programme = await lockAmendmentsOf(trx, at.id)
    // No return is opened with half of it, and none while it is judged whether one is open.
    if (programme !== null) await lockProgramme(trx, programme)
    const amendment = await allowAmendment(context, trx, actor, { ...at, action: 'publish' })
    const written = await applyAmendment(trx, amendment, context.now())
    await moveAmendment(trx, at.id, {
      status: 'published',
      publishedBy: actor.personId,
      publishedAt: context.now(),
    })
    note({ programme: amendment.programme, proposedBy: amendment.proposedBy, ...written })
    await tellPublished(context, trx, { amendment, actor })
    return at
  })
  return { ...moved, opening: await openWindows(context, at.id) }
}

/**
 * Opens the returns whose window is open by now, each as the hourly round would: what fails here is not taken for a
 * failure to publish, since the next round makes up for it. Null then.
 */
async function openWindows(context: Context, id: string): Promise<Opening | null> {
  try {
    const amendment = await findAmendment(context.db, id)
    if (!amendment) return null
    await openReturns(context, amendment.programme)
    return await openingOf(context, amendment)
  } catch (error) {
    context.log.error({ error: describe(error), amendment: id }, 'Returns wait for the hourly round to open')
    return null
  }
}

/**
 * Tries it before the transaction: what can be neither opened nor judged is refused. A request that was answered
 * before, and one that the transaction will refuse anyway, is not tried.
 */
async function standTrial(context: Context, { act, actor }: By, { id, revision }: At): Promise<void> {
  if (await answerBefore(context.db, act)) return
  const amendment = seeable(await findAmendment(context.db, id), actor)
  const { status } = amendment
  if (amendment.revision !== revision || status === 'published' || status === 'discarded') return
  const faults = await tryAmendment(context, amendment)
  if (faults.some(({ severity }) => severity === 'error')) throw faulty(faults)
}
