/**
 * The service as a process of its own, to be killed: on a database that is there, with mail by SMTP, and a clock that
 * is so many milliseconds from the machine's. Says when it begins and where it is.
 */
import { openDatabase } from '@inclusion/db/open'
import { createContext } from '@inclusion/server/context'
import { demonstrationEnvironment } from '@inclusion/server/env'
import { smtpMailer } from '@inclusion/server/mail/smtp'
import { runService } from '@inclusion/server/run'

const environment = demonstrationEnvironment({ ...process.env, PORT: '0' })
const database = openDatabase(environment.databaseUrl)
const mailer = smtpMailer(environment.smtpUrl ?? '', environment.mailFrom)
const clockOffset = Number(process.env['CLOCK_OFFSET'])
console.log('begins')
const { port } = await runService(createContext({ database, environment, mailer, clockOffset }))
console.log(`at ${port}`)
