/** What was done about people before the demonstration begins: access confirmed, invitations, somebody about to leave. */
import { leave } from '../departures/leave.ts'
import { confirmAccess } from '../people/confirm-access.ts'
import { invite } from '../people/invitations.ts'
import { NewInvitation } from '../people/new-invitation.ts'
import type { Grant } from './story.ts'
import type { World } from './world.ts'

const administrator = 'noor-rahman'
/** Whose access nobody has looked at since they came: it is overdue. */
const notLookedAt = new Set([administrator, 'ruth-okafor', 'daniel-marsh', 'priya-nair', 'marcus-lee'])

/** In December the administrator looked through who can see what, and invited somebody who did not answer. */
export async function lookAgain(world: World): Promise<void> {
  world.at('2025-12-10', '14:00')
  const people = await world.context.db.selectFrom('people').select('id').orderBy('id').execute()
  for (const { id } of people.filter((person) => !notLookedAt.has(person.id))) {
    const by = await world.by(administrator, 'person.confirm-access', `person:${id}`)
    await confirmAccess(world.context, by, id)
  }
  world.at('2025-12-15', '11:00')
  await inviteTo(world, { name: 'Jo Ferris', role: 'certifier', gssCode: 'E09000003', programme: 'APM' })
}

/** In January they invited an evaluator for a while, and recorded that a certifier of Ealing leaves at the year's end. */
export async function letGo(world: World, grants: readonly Grant[]): Promise<void> {
  world.at('2026-01-14', '10:00')
  await inviteTo(world, {
    name: 'Robin Castle',
    role: 'evaluator',
    programme: 'CPD',
    endsBefore: '2026-10-01',
  })
  const certifier = grants.find(({ id }) => id === 'APM-E09000009')?.filers.certifier
  if (!certifier) return
  const by = await world.by(administrator, 'person.leave', `person:${certifier}`)
  const wanted = { endsBefore: '2026-04-01', heirs: {}, knowing: true }
  await leave(world.context, by, { personId: certifier, ...wanted })
}

async function inviteTo(world: World, invitation: { name: string } & Record<string, unknown>): Promise<void> {
  const email = `${invitation.name.toLowerCase().replace(' ', '-')}@demonstration.example`
  const { act } = await world.by(administrator, 'invitation.send', 'invitations')
  await invite(world.context, act, NewInvitation.parse({ ...invitation, email }))
}
