/** `pnpm invite-administrator EMAIL "NAME"`: how the first administrator comes to be. */
import { parseArgs } from 'node:util'
import { migrate } from '@inclusion/db/migrate'
import { openDatabase } from '@inclusion/db/open'
import { createContext } from '../context.ts'
import { demonstrationEnvironment, productionEnvironment } from '../env.ts'
import { filesMailer, mailFolder } from '../mail/files.ts'
import { deliver } from '../mail/deliver.ts'
import { smtpMailer } from '../mail/smtp.ts'
import { invite } from '../people/invitations.ts'
import { NewInvitation } from '../people/new-invitation.ts'

const usage = 'Usage: pnpm invite-administrator EMAIL "NAME"'

const { positionals } = parseArgs({ allowPositionals: true })
const [email = '', name = '', ...more] = positionals
const invitation = NewInvitation.safeParse({ email, name, role: 'administrator' })

if (more.length > 0 || !invitation.success) {
  console.error(usage)
  if (!invitation.success) for (const { message } of invitation.error.issues) console.error(message)
  process.exitCode = 1
} else {
  await run(invitation.data).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
}

/** With ORIGIN or SMTP_URL set this is a production installation, and wants all of its settings. */
async function run(administrator: NewInvitation): Promise<void> {
  const production = process.env['ORIGIN'] !== undefined || process.env['SMTP_URL'] !== undefined
  const environment = production ? productionEnvironment(process.env) : demonstrationEnvironment(process.env)
  const { smtpUrl, mailFrom } = environment
  const database = openDatabase(environment.databaseUrl)
  try {
    await migrate(database)
    const mailer = smtpUrl ? smtpMailer(smtpUrl, mailFrom) : filesMailer(mailFolder(environment.databaseUrl))
    const context = createContext({ database, environment, mailer })
    const act = { personId: null, action: 'invitation.send', subject: 'invitations' }
    const { expiresAt } = await invite(context, act, administrator)
    await deliver(context)
    console.log(`Invited ${administrator.email}; the invitation can be accepted until ${expiresAt}.`)
  } finally {
    await database.close()
  }
}
