/** Where the trail ends, told to the log: kept apart from the database, it proves later what was written until then. */
import type { Context } from '../context.ts'

/** Writes the number and the hash of the last event to the log. */
export async function logHead({ db, log }: Context): Promise<void> {
  const { position, hash } = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  log.info({ position, hash }, 'The audit trail ends here')
}
