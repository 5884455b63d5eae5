/**
 * `pnpm verify-audit`: reads the whole audit trail and says whether anything in it was changed. `pnpm verify-audit
 * 2289:5fc3…` holds it against a number and a hash that were kept elsewhere too.
 */
import { openDatabase } from '@inclusion/db/open'
import { shortMoment } from '@inclusion/shared/time'
import { demonstrationEnvironment } from '../env.ts'
import { verifyChain, type Kept } from '../trust/verify.ts'

function readKept(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined
  const [, position, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (position === undefined || hash === undefined)
    throw new Error('Give the number of an event and its hash, as this command printed them: 2289:5fc3…')
  return { position: Number(position), hash }
}

const database = openDatabase(demonstrationEnvironment(process.env).databaseUrl)
try {
  const kept = readKept(process.argv[2])
  const { events, since, until, hash, broken } = await verifyChain(database.db, kept)
  if (broken === null) {
    const days = since && until ? `, from ${shortMoment(since)} to ${shortMoment(until)}` : ''
    console.log(`The audit trail is whole: ${events} events${days}.`)
    console.log(`Keep the last one apart from the database: ${events}:${hash}`)
  } else {
    const when = broken.at === null ? '' : ` (${shortMoment(broken.at)})`
    console.error(`The audit trail is broken at event ${broken.position}${when}: ${broken.why}.`)
    process.exitCode = 1
  }
} finally {
  await database.close()
}
