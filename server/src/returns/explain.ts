/** Explanations: an answer to a finding that asks for one, remembered with the figures it saw. */
import { Problem } from '@inclusion/shared/problems'
import { seenInputs, type Explain } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { today, type Context } from '../context.ts'
import { change } from '../trust/change.ts'
import { checkInputOf, loadReturn } from './load.ts'
import { lockReturn } from './store.ts'
import { refuse, type By } from './transition.ts'

/** Stores explanations of findings there are now. Throws `nothing-to-explain` for any other. */
export function explain(
  context: Context,
  { act, actor }: By,
  { returnId, explanations }: { returnId: string; explanations: Explain[] },
): Promise<{ explained: number }> {
  return change(context, act, async (trx, note) => {
    await lockReturn(trx, returnId, 'update')
    const loaded = await loadReturn(trx, returnId, today(context))
    refuse('edit', loaded.head, actor)
    const findings = runChecks(loaded.standard, checkInputOf(loaded))
    for (const { check, locator, reason, text } of explanations) {
      const finding = findings.find(
        (candidate) =>
          candidate.check === check &&
          (candidate.locator ?? '') === locator &&
          candidate.severity === 'explain',
      )
      if (!finding) {
        throw new Problem('nothing-to-explain', {
          errors: [{ field: locator, message: `Check ${check} asks for nothing here.` }],
        })
      }
      const answer = { reason, text, inputs: seenInputs(finding.inputs) }
      const mark = { explainedBy: actor.personId, explainedAt: context.now() }
      await trx
        .insertInto('explanations')
        .values({ id: context.newId(), returnId, checkCode: check, locator, ...answer, ...mark })
        .onConflict((conflict) =>
          conflict.columns(['returnId', 'checkCode', 'locator']).doUpdateSet({ ...answer, ...mark }),
        )
        .execute()
    }
    note({ explained: explanations.map(({ check, locator, reason }) => [check, locator, reason]) })
    return { explained: explanations.length }
  })
}
