/** A write that is tried and taken back: it answers as it would, and leaves no row, no event and no key. */
import type { Trx } from '@inclusion/db/open'
import type { Context } from '../context.ts'

/** Thrown to end a transaction that has answered, so that all of it is taken back. */
class Rehearsed<T> extends Error {
  readonly answer: T

  constructor(answer: T) {
    super('Rehearsed')
    this.answer = answer
  }
}

/** Runs `work` in a transaction that is always taken back. Answers, or throws, what the work did. */
export async function rehearse<T>({ db }: Pick<Context, 'db'>, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(async (trx) => {
      throw new Rehearsed(await work(trx))
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer as T
    throw error
  }
}
