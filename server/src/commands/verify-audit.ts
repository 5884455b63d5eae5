/** `pnpm verify-audit`: reads the whole audit trail and says whether anything in it was changed. */
import { openDatabase } from '@inclusion/db/open'
import { shortMoment } from '@inclusion/shared/time'
import { demonstrationEnvironment } from '../env.ts'
import { verifyChain } from '../trust/verify.ts'

const database = openDatabase(demonstrationEnvironment(process.env).databaseUrl)
try {
  const { events, since, until, broken } = await verifyChain(database.db)
  if (broken === null) {
    const days = since && until ? `, from ${shortMoment(since)} to ${shortMoment(until)}` : ''
    console.log(`The audit trail is whole: ${events} events${days}.`)
  } else {
    const when = broken.at === null ? '' : ` (${shortMoment(broken.at)})`
    console.error(`The audit trail is broken at event ${broken.position}${when}: ${broken.why}.`)
    process.exitCode = 1
  }
} finally {
  await database.close()
}
