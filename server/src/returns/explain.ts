/** Explanations: an answer to a finding that asks for one, remembered with the figures it saw. */
import type { Trx } from '@inclusion/db/open'
import { comparePeriods, periodLabel, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { Problem } from '@inclusion/shared/problems'
import { seenInputs, type Explain, type Finding } from '@inclusion/shared/standards/finding'
import { today, type Context } from '../context.ts'
import { recordFindings } from '../standards/record-findings.ts'
import { change } from '../trust/change.ts'
import { noticeFailures } from './check-failures.ts'
import { judge } from './judge.ts'
import { checkInputOf, findExplanations, loadReturn, type LoadedReturn } from './load.ts'
import { lockReturn } from './store.ts'
import { refuse, type By } from './transition.ts'

/**
 * Stores explanations of findings there are now. Throws `nothing-to-explain` for any other, and where the figures
 * are not those that the writer saw.
 */
export async function explain(
  context: Context,
  { act, actor }: By,
  { returnId, explanations }: { returnId: string; explanations: Explain[] },
): Promise<{ explained: number }> {
  const judged: { loaded?: LoadedReturn; findings: Finding[] } = { findings: [] }
  const answer = await change(context, act, async (trx, note) => {
    await lockReturn(trx, returnId, 'update')
    const loaded = await loadReturn(trx, returnId, today(context))
    refuse('edit', loaded.head, actor)
    const findings = judge(context, loaded, checkInputOf(loaded))
    const by = actor.personId
    const explained = await storeExplanations(context, trx, { loaded, findings, explanations, by })
    judged.loaded = loaded
    judged.findings = judge(context, explained, checkInputOf(explained))
    await recordFindings(context, trx, loaded.head, judged.findings)
    note(trailOf(explanations))
    return { explained: explanations.length }
  })
  if (judged.loaded) await noticeFailures(context, judged.loaded.head, judged.findings)
  return answer
}

/** What the audit keeps of explanations: which finding, and the code of the reason. */
export const trailOf = (explanations: readonly Explain[]) => ({
  explained: explanations.map(({ check, locator, reason }) => [check, locator, reason]),
})

type Answers = { loaded: LoadedReturn; findings: readonly Finding[]; explanations: Explain[]; by: string }

/** Stores answers to the findings given, and answers the return with them. Throws `nothing-to-explain`. */
export async function storeExplanations(
  context: Context,
  trx: Trx,
  { loaded, findings, explanations, by }: Answers,
): Promise<LoadedReturn> {
  const { id: returnId, periodId } = loaded.head
  const mark = { explainedBy: by, explainedAt: context.now() }
  for (const [index, explanation] of explanations.entries()) {
    const { check, locator, reason, text, holdsUntil = null } = explanation
    const finding = answered(findings, explanation)
    refuseValidity(holdsUntil, periodId, `explanations.${index}.holdsUntil`)
    const answer = { reason, text, holdsUntil, inputs: seenInputs(finding.inputs), ...mark }
    await trx
      .insertInto('explanations')
      .values({ id: context.newId(), returnId, checkCode: check, locator, ...answer })
      .onConflict((conflict) =>
        conflict.columns(['returnId', 'checkCode', 'locator']).doUpdateSet({ ...answer }),
      )
      .execute()
  }
  return explanations.length === 0
    ? loaded
    : { ...loaded, explanations: await findExplanations(trx, returnId) }
}

function answered(
  findings: readonly Finding[],
  { check, locator, inputs }: Pick<Explain, 'check' | 'locator' | 'inputs'>,
): Finding {
  const finding = findings.find(
    (candidate) =>
      candidate.check === check && (candidate.locator ?? '') === locator && candidate.severity === 'explain',
  )
  if (finding && (inputs === undefined || inputs === seenInputs(finding.inputs))) return finding
  const message = finding
    ? 'The figures changed since you began writing. Read the finding again.'
    : `Check ${check} asks for nothing here.`
  throw new Problem('nothing-to-explain', { errors: [{ field: locator, message }] })
}

/** How many years ahead an explanation may be said to hold: after that it is asked for anew. */
const yearsAhead = 2

/** An explanation holds for its own period, and perhaps for later ones of the same calendar. */
function refuseValidity(holdsUntil: PeriodId | null, periodId: PeriodId, field: string): void {
  if (holdsUntil === null) return
  const [until, own] = [periodOf(holdsUntil), periodOf(periodId)]
  const words =
    until.calendar !== own.calendar || comparePeriods(holdsUntil, periodId) < 0
      ? `An explanation holds from ${periodLabel(periodId)} on: choose this period or a later one.`
      : until.year - own.year > yearsAhead
        ? `An explanation holds for at most ${yearsAhead} years: choose an earlier period.`
        : null
  if (words) throw new Problem('invalid-request', { errors: [{ field, message: words }] })
}
