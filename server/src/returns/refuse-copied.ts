/** What is said to be copied from the last return is held to it: only what may repeat, only as it was, only into blanks. */
import type { Trx } from '@inclusion/db/open'
import { copyOffers, isOffered } from '@inclusion/shared/copy-forward'
import { Problem } from '@inclusion/shared/problems'
import type { LocalDate } from '@inclusion/shared/time'
import { findLastFiled } from './last-filed.ts'
import { loadReturn } from './load.ts'
import type { Save } from './save.ts'

/** Throws `invalid-request`, naming each figure that is not copied. */
export async function refuseCopied(
  trx: Trx,
  { returnId, changes }: Pick<Save, 'returnId' | 'changes'>,
  on: LocalDate,
): Promise<void> {
  const loaded = await loadReturn(trx, returnId, on)
  const last = await findLastFiled(trx, loaded)
  const offers = copyOffers(loaded, last?.repeatable ?? {})
  const errors = changes
    .filter((change) => !isOffered(change, offers))
    .map(({ locator }) => ({
      field: locator,
      message: 'This is not what the last return holds, or it is filled in already. Type it instead.',
    }))
  if (errors.length > 0) throw new Problem('invalid-request', { errors })
}
