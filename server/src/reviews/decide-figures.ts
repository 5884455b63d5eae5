/** Figure by figure: what the evaluator who holds a return decides on each, before the decision on the whole. */
import type { Trx } from '@inclusion/db/open'
import { doubtsOf, isAcceptance, type FigureDecision } from '@inclusion/shared/figure-decisions'
import { wholeFigure, type Locator } from '@inclusion/shared/locators'
import { Problem } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { figureName } from '../returns/figure-name.ts'
import { tell } from '../returns/tell.ts'
import { transition, type By, type Step } from '../returns/transition.ts'
import { findVersions } from '../returns/versions.ts'
import { addDecision, findUnderReview, standingNumber } from './figure-decisions.ts'
import { askedIn, notAsked } from './open-figures.ts'
import { askAbout, settleAbout } from './queries.ts'
import { latestVersion } from './store.ts'
import { unlockedBy, type Asked } from './unlock.ts'

/** `note`: of an acceptance why, of a question and of a change what is asked; else null. */
export type Deciding = {
  locator: Locator
  decision: FigureDecision
  note: string | null
  /** The number of the decision that was read, 0 for none. */
  replaces?: number | undefined
}

/**
 * Decides on figures of the version under review. A question goes to the borough at once, and the return stays
 * with RMEL; a change is collected, and asked for with the decision on the return. An acceptance settles the
 * questions on its figure. Throws `figure-not-asked` for what is no figure of the return, or cannot be changed, and
 * `decision-changed` where another was made since the one that was read.
 */
export function decideFigures(
  context: Context,
  by: By,
  { returnId, decisions }: { returnId: string; decisions: readonly Deciding[] },
) {
  return transition(context, by, { returnId, action: 'decide-figures' }, async (step) => {
    const { trx, head, note } = step
    const asked = await askedIn(trx, head)
    const { version, known } = await figuresUnderReview(trx, returnId)
    for (const each of decisions) {
      if (!mayDecide(asked, known, each)) throw notAsked(each.locator)
      await refuseUnread(trx, { ...each, returnId, version })
      await decide(context, step, { ...each, version })
    }
    await tellOfQuestions(context, step, asked, decisions)
    note({ version, decisions: decisions.map(({ locator, decision }) => [locator, decision]) })
    return { set: {}, answer: { decided: decisions.length } }
  })
}

/** Accepts every figure that nothing was said of: no doubt, no question, no decision yet. */
export function acceptRest(context: Context, by: By, returnId: string) {
  return transition(context, by, { returnId, action: 'decide-figures' }, async (step) => {
    const { trx, note } = step
    const { version, filed, doubts, decisions } = await figuresUnderReview(trx, returnId)
    const rest = [...filed].filter(
      (locator) => !doubts.has(locator) && (decisions[locator] ?? 'undecided') === 'undecided',
    )
    for (const locator of rest)
      await decide(context, step, { locator, decision: 'accept', note: null, version })
    note({ version, decisions: rest.map((locator) => [locator, 'accept']) })
    return { set: {}, answer: { decided: rest.length } }
  })
}

/** The version under review with its figures, each whole: categories are decided on with their total. */
async function figuresUnderReview(trx: Trx, returnId: string) {
  const versions = await findVersions(trx, returnId)
  const { version, content } = await latestVersion(trx, returnId)
  const state = await findUnderReview(trx, returnId, versions)
  const filed = new Set(Object.keys(content.figures).map(wholeFigure))
  const doubts = doubtsOf(state)
  return { version, filed, doubts, decisions: state.decisions, known: new Set([...filed, ...doubts.keys()]) }
}

function mayDecide(asked: Asked, known: ReadonlySet<Locator>, { locator, decision }: Deciding): boolean {
  const opens = unlockedBy(asked, locator).length > 0
  return decision === 'request-change' ? opens : opens || known.has(wholeFigure(locator))
}

type Unread = Deciding & { returnId: string; version: number }

async function refuseUnread(trx: Trx, { locator, replaces, ...of }: Unread): Promise<void> {
  if (replaces === undefined || replaces === (await standingNumber(trx, { ...of, locator }))) return
  const message = 'It is shown as it stands now. Decide again if you still mean to.'
  throw new Problem('decision-changed', { errors: [{ field: locator, message }] })
}

async function decide(
  context: Context,
  { trx, head, actor }: Step,
  { locator, decision, note, version }: Deciding & { version: number },
): Promise<void> {
  const of = { returnId: head.id, locator }
  const queryId =
    decision === 'question'
      ? await askAbout(context, trx, { ...of, question: note ?? '', by: actor.personId })
      : null
  if (isAcceptance(decision)) await settleAbout(context, trx, of)
  await addDecision(trx, {
    returnId: head.id,
    version,
    locator: wholeFigure(locator),
    decision,
    queryId,
    note: queryId === null ? note : null,
    decidedBy: actor.personId,
    decidedAt: context.now(),
  })
}

async function tellOfQuestions(
  context: Context,
  { trx, head, actor }: Step,
  { definitions }: Asked,
  decisions: readonly Deciding[],
): Promise<void> {
  const questions = decisions.filter(({ decision }) => decision === 'question')
  const [first] = questions
  if (!first) return
  const locators = questions.map(({ locator }) => locator)
  const text = figureName(definitions, first.locator)
  await tell(context, trx, 'asked', { head, by: actor, count: questions.length, text, locators })
}
