/** What somebody without a role is told: which of their invitations ran out, and who can send them again. */
import { roleNames, type Actor, type Role } from '@inclusion/shared/roles'
import { inSentence } from '@inclusion/shared/standards/words'
import { addDays, londonDate, type LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { unanswered } from '../people/invitations.ts'
import { mayManage, subjectOf } from '../people/may-manage.ts'
import { scopeNamesOf } from '../people/scopes.ts'
import { loadActor } from '../people/store.ts'

export type RunOut = {
  /** "borough certifier of Barnet for AP/PRU Mentoring". */
  role: string
  /** The last whole day on which it could be accepted, as its letter said. */
  on: LocalDate
  /** Who invited them, while they can send it again; null where they cannot any more. */
  invitedBy: string | null
}

/** The actor's own invitations alone; nothing for those who hold a role. */
export async function viewRunOut(context: Context, { personId, memberships }: Actor): Promise<RunOut[]> {
  if (memberships.length > 0) return []
  const { db, now } = context
  const { email } = await db
    .selectFrom('people')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const own = await unanswered(db)
    .where('email', '=', email.toLowerCase())
    .where('expiresAt', '<=', now())
    .execute()
  return Promise.all(
    own.map(async (invitation) => ({
      role: await roleOf(context, invitation),
      on: addDays(londonDate(invitation.expiresAt), -1),
      invitedBy: await senderOf(context, invitation),
    })),
  )
}

type Unanswered = Awaited<ReturnType<ReturnType<typeof unanswered>['execute']>>[number]

async function roleOf({ db }: Context, invitation: Unanswered): Promise<string> {
  const { settingName, authorityName, programmeName } = await scopeNamesOf(db, invitation)
  const name = settingName === null ? inSentence(roleNames[invitation.role as Role]) : 'head'
  const place = settingName ?? authorityName
  return [name, place && `of ${place}`, programmeName && `for ${programmeName}`].filter(Boolean).join(' ')
}

async function senderOf(context: Context, invitation: Unanswered): Promise<string | null> {
  const { invitedBy, role } = invitation
  const sender = invitedBy === null ? null : await loadActor(context.db, invitedBy, today(context))
  return sender && mayManage(sender, role, subjectOf(invitation)) ? sender.name : null
}
