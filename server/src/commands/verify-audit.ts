/** `pnpm verify-audit`: reads the whole audit trail and says whether anything in it was changed. */
import { openDatabase } from '@inclusion/db/open'
import { demonstrationEnvironment } from '../env.ts'
import { verifyChain } from '../trust/audit.ts'

const database = openDatabase(demonstrationEnvironment(process.env).databaseUrl)
try {
  const { events, brokenAt, why } = await verifyChain(database.db)
  if (brokenAt === null) {
    console.log(`The audit trail is whole: ${events} events.`)
  } else {
    console.error(`The audit trail is broken at event ${brokenAt}: ${why}.`)
    process.exitCode = 1
  }
} finally {
  await database.close()
}
