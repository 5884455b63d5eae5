/** The checks as the server runs them: the same function as the browser's, and the log hears what failed. */
import type { Db, Trx } from '@inclusion/db/open'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Finding } from '@inclusion/shared/standards/finding'
import { runChecks } from '@inclusion/shared/standards/run-checks'
import { today, type Context } from '../context.ts'
import { checkInputOf, loadReturn, type LoadedReturn } from './load.ts'

/** Every finding on what was loaded. The log gets the class of an error, never its words: they may be typed. */
export function judge(
  { log }: Pick<Context, 'log'>,
  { standard, head }: Pick<LoadedReturn, 'standard' | 'head'>,
  input: CheckInput,
): Finding[] {
  return runChecks(standard, input, (check, error) => {
    const why = error instanceof Error ? error.name : typeof error
    log.error({ check, standard: standard.id, return: head.id, error: why }, 'A check could not be made')
  })
}

/** Every filing finding of a return as it is stored now. Throws `not-found`. */
export async function judgeReturn(context: Context, db: Db | Trx, returnId: string): Promise<Finding[]> {
  const loaded = await loadReturn(db, returnId, today(context))
  return judge(context, loaded, checkInputOf(loaded))
}
