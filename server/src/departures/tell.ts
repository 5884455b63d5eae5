/** Letters when somebody leaves: to them, and to each who takes something over. */
import type { Trx } from '@inclusion/db/open'
import { heldKinds, heldRules } from '@inclusion/shared/departures'
import type { Actor } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { accessEnds, takesOver } from '../mail/people-letters.ts'
import { queueMail } from '../mail/outbox.ts'
import type { Held } from './holdings.ts'
import { findPerson, type Heirs } from './store.ts'

type Told = {
  actor: Actor
  person: { id: string; name: string; email: string }
  endsBefore: string
  held: readonly Held[]
  heirs: Heirs
}

export async function tellDeparture(
  context: Context,
  trx: Trx,
  { actor, person, endsBefore, held, heirs }: Told,
): Promise<void> {
  const { origin } = context.environment
  const from = endsBefore <= today(context) ? null : endsBefore
  if (person.id !== actor.personId) {
    const letter = accessEnds({ name: person.name, by: actor.name, from })
    await queueMail(context, trx, { recipient: person.email, ...letter })
  }
  for (const heir of new Set(Object.values(heirs))) {
    const recipient = heir ? (await findPerson(trx, heir))?.email : undefined
    if (!recipient) continue
    const lists = heldKinds
      .filter((kind) => heirs[kind] === heir)
      .map((kind) => ({
        name: heldRules[kind].name,
        items: held
          .filter((item) => item.kind === kind)
          .map(({ label, path }) => `${label}\n${origin}${path}`),
      }))
    await queueMail(context, trx, {
      recipient,
      ...takesOver({ leaver: person.name, by: actor.name, from, lists }),
    })
  }
}
