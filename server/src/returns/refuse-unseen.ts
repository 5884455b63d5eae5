/** Nobody signs figures that they have not seen: a signature names where the trail stood when they were read. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { figureName } from './figure-name.ts'
import type { LoadedReturn } from './load.ts'
import { viewSince } from './position.ts'

const most = 6

/** Throws `return-changed`, naming the figures, where anything of the return happened after `seen`. */
export async function refuseUnseen(
  trx: Trx,
  { head, asked }: Pick<LoadedReturn, 'head' | 'asked'>,
  seen: number | undefined,
): Promise<void> {
  if (seen === undefined) return
  const { figures, others } = await viewSince({ db: trx }, { returnId: head.id, since: seen })
  const changed = Object.keys(figures)
  if (changed.length === 0 && !others) return
  const names = [...new Set(changed.map((locator) => figureName(asked, locator)))]
  throw new Problem('return-changed', {
    detail: 'It stands here as it is now. Look it through again, then sign.',
    errors: names.slice(0, most).map((name) => ({ field: 'seen', message: `${name} is not what you saw.` })),
  })
}
