/** People, invitations and memberships over HTTP. */
import { Hono } from 'hono'
import * as z from 'zod'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { invite, sendAgain, withdrawInvitation } from './invitations.ts'
import { judgeInvitation } from './may-manage.ts'
import { NewInvitation, SendAgain } from './new-invitation.ts'
import { endMembership, restore, suspend } from './memberships.ts'
import { peopleInScope } from './view.ts'

const InvitationKey = z.object({ invitationId: storableText(100) })
const MembershipKey = z.object({ membershipId: storableText(100) })
const PersonKey = z.object({ personId: storableText(100) })

export function peopleRoutes(context: Context) {
  return new Hono<HttpEnvironment>()
    .get('/api/people', async (c) => c.json(await peopleInScope(context, actorOf(c))))
    .post('/api/invitations', valid('json', NewInvitation), async (c) => {
      const invitation = c.req.valid('json')
      await judgeInvitation(context, actorOf(c), invitation)
      const act = await actOf(c, 'invitation.send', 'invitations')
      return c.json(await invite(context, act, invitation), 201)
    })
    .post('/api/invitations/:invitationId/withdraw', valid('param', InvitationKey), async (c) => {
      const { invitationId } = c.req.valid('param')
      const act = await actOf(c, 'invitation.withdraw', `invitation:${invitationId}`)
      await withdrawInvitation(context, actorOf(c), act, invitationId)
      return c.json({ invitationId })
    })
    .post(
      '/api/invitations/:invitationId/send-again',
      valid('param', InvitationKey),
      valid('json', SendAgain),
      async (c) => {
        const { invitationId } = c.req.valid('param')
        const act = await actOf(c, 'invitation.send-again', `invitation:${invitationId}`)
        const by = { act, actor: actorOf(c) }
        return c.json(await sendAgain(context, by, { invitationId, ...c.req.valid('json') }))
      },
    )
    .post('/api/memberships/:membershipId/end', valid('param', MembershipKey), async (c) => {
      const { membershipId } = c.req.valid('param')
      const act = await actOf(c, 'membership.end', `membership:${membershipId}`)
      await endMembership(context, actorOf(c), act, membershipId)
      return c.json({ membershipId })
    })
    .post('/api/people/:personId/suspend', valid('param', PersonKey), async (c) => {
      const { personId } = c.req.valid('param')
      const by = { act: await actOf(c, 'person.suspend', `person:${personId}`), actor: actorOf(c) }
      await suspend(context, by, personId)
      return c.json({ personId })
    })
    .post('/api/people/:personId/restore', valid('param', PersonKey), async (c) => {
      const { personId } = c.req.valid('param')
      await restore(context, await actOf(c, 'person.restore', `person:${personId}`), personId)
      return c.json({ personId })
    })
}

export type PeopleRoutes = ReturnType<typeof peopleRoutes>
