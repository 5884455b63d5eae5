/** `pnpm serve`: the service in production. Refuses to start without its settings, and says which. */
import { migrate } from '@inclusion/db/migrate'
import { openDatabase } from '@inclusion/db/open'
import { seed } from '@inclusion/db/seed'
import { createContext } from './context.ts'
import { productionEnvironment } from './env.ts'
import { smtpMailer } from './mail/smtp.ts'
import { runService, stopOnSignal } from './run.ts'

try {
  const environment = productionEnvironment(process.env)
  const database = openDatabase(environment.databaseUrl)
  await migrate(database)
  await seed(database)
  const mailer = smtpMailer(environment.smtpUrl!, environment.mailFrom)
  const { port, stop } = await runService(createContext({ database, environment, mailer }))
  console.log(`Inclusion Returns is at ${environment.origin} (port ${port})`)
  stopOnSignal(async () => {
    await stop()
    await database.close()
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
