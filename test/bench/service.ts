/** The service itself on a database file, for the benchmarks: `node service.ts FILE` prints its port. */
import { openDatabase } from '@inclusion/db/open'
import { createContext } from '@inclusion/server/context'
import { beginning } from '@inclusion/server/demonstration/world'
import { demonstrationEnvironment } from '@inclusion/server/env'
import { runService } from '@inclusion/server/run'

const database = openDatabase(process.argv[2]!)
const environment = { ...demonstrationEnvironment({ PORT: '0' }), logLevel: 'error' as const }
const mailer = { send: async () => {} }
const clockOffset = Date.parse(beginning) - Date.now()
const { port } = await runService(createContext({ database, environment, mailer, clockOffset }))
console.log(port)
