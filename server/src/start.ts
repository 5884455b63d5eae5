/** `pnpm start`: the service with the demonstration, its client built, on a file under `.data`. */
import { execFileSync } from 'node:child_process'
import { existsSync, statSync, globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createContext } from './context.ts'
import { openDemonstration } from './demonstration/open.ts'
import { demonstrationEnvironment } from './env.ts'
import { filesMailer, mailFolder } from './mail/files.ts'
import { runService, stopOnSignal } from './run.ts'
import { demonstrationPeople } from './sign-in/demonstration.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
process.chdir(root)

/** Builds the client unless what is built is newer than every source of it. */
function buildClient(): void {
  const shell = 'client/dist/index.html'
  const built = existsSync(shell) ? statSync(shell).mtimeMs : 0
  const sources = globSync('{client,shared}/{src/**/*.*,index.html,vite.config.ts,package.json}')
  if (sources.every((source) => statSync(source).mtimeMs < built)) return
  console.log('Building the pages ...')
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: 'client',
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

try {
  const environment = demonstrationEnvironment(process.env)
  if (!process.argv.includes('--no-client')) buildClient()
  if (!existsSync(environment.databaseUrl)) console.log('Loading the demonstration ...')
  const { database, clockOffset } = await openDemonstration(environment.databaseUrl, Date.now())
  const mailer = filesMailer(mailFolder(environment.databaseUrl))
  const context = createContext({ database, environment, mailer, clockOffset })
  const { port, stop } = await runService(context)
  const people = await demonstrationPeople(context)
  console.log(`\nInclusion Returns is at http://localhost:${port}\n\nAnybody can sign in there as one of:`)
  const main = people.filter(({ isMain }) => isMain)
  for (const { name, job } of main) console.log(`  ${name.padEnd(18)} ${job}`)
  console.log(
    `  and ${people.length - main.length} more. Mail is shown at http://localhost:${port}/demo/mail\n`,
  )
  stopOnSignal(async () => {
    await stop()
    await database.close()
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
