/** The letter of an invitation: who invites, as what and over what, and until when. */
import type { Trx } from '@inclusion/db/open'
import { roleNames, type Role } from '@inclusion/shared/roles'
import { addDays, londonDate } from '@inclusion/shared/time'
import type { Context } from '../context.ts'
import { queueMail } from '../mail/outbox.ts'
import { invitation as written } from '../mail/people-letters.ts'
import { namesOf } from '../returns/store.ts'
import { scopeNamesOf, scopeInWords } from './scopes.ts'

type Sent = {
  email: string
  name: string
  role: string
  programme: string | null
  gssCode: string | null
  urn: string | null
  invitedBy: string | null
  expiresAt: string
  endsBefore: string | null
}

export async function sendInvitation(context: Context, trx: Trx, sent: Sent): Promise<void> {
  const { email, name, role, invitedBy, expiresAt, endsBefore } = sent
  const names = await namesOf(trx, [invitedBy])
  const letter = written({
    name,
    role: `${roleNames[role as Role]}, ${scopeInWords(await scopeNamesOf(trx, sent))}`,
    by: invitedBy === null ? null : (names[invitedBy] ?? null),
    url: `${context.environment.origin}/sign-in`,
    lastDay: addDays(londonDate(expiresAt), -1),
    endsBefore,
  })
  await queueMail(context, trx, { recipient: email, ...letter })
}
