/** The people one can sign in as: in the demonstration, and only there. */
import { Problem } from '@inclusion/shared/problems'
import { roleNames, roles } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { mainPeople } from '../demonstration/people.ts'
import { listMemberships, type ListedMembership } from '../people/store.ts'
import type { Auth, Client } from './auth.ts'

export type DemonstrationPerson = {
  id: string
  name: string
  role: string
  job: string
  scope: string
  /** Whether the demonstration shows this person's work; the others file for the other boroughs. */
  isMain: boolean
}

/** Everybody who holds a membership today: the main people first, then by role and name. In words. */
export async function demonstrationPeople(context: Context): Promise<DemonstrationPerson[]> {
  const day = today(context)
  const [rows, { programmes }] = await Promise.all([
    listMemberships(context.db, day),
    context.db
      .selectFrom('programmes')
      .select(({ fn }) => fn.countAll<number>().as('programmes'))
      .executeTakeFirstOrThrow(),
  ])
  const live = rows.filter(
    ({ suspendedAt, startsOn }) => suspendedAt === null && startsOn !== null && startsOn <= day,
  )
  const byPerson = Map.groupBy(live, ({ personId }) => personId)
  return [...byPerson.values()]
    .toSorted((left, right) => standing(left) - standing(right) || rank(left) - rank(right))
    .map((memberships) => personView(memberships, programmes))
}

const rank = (memberships: ListedMembership[]): number =>
  Math.min(...memberships.map(({ role }) => (role === null ? roles.length : roles.indexOf(role))))

const order = new Map(mainPeople.map(({ id }, index) => [id, index]))

/** The main people's place in their own order; everybody else comes after them. */
const standing = (memberships: ListedMembership[]): number =>
  order.get(memberships[0]!.personId) ?? mainPeople.length

function personView(memberships: ListedMembership[], programmes: number): DemonstrationPerson {
  const { personId, name, jobTitle } = memberships[0]!
  const held = [...new Set(memberships.flatMap(({ role }) => (role === null ? [] : [roleNames[role]])))]
  const role = held.join(' and ')
  const scope = scopeWords(memberships, programmes)
  return { id: personId, name, role, job: jobTitle ?? role, scope, isMain: order.has(personId) }
}

/** "Camden, both programmes": places first, then programmes. */
function scopeWords(memberships: ListedMembership[], programmes: number): string {
  const places = memberships.map(({ settingName, authorityName }) => settingName ?? authorityName ?? 'London')
  const names = memberships.map(({ programmeName }) => programmeName)
  const all = programmes === 2 ? 'both programmes' : 'all programmes'
  const distinct = [...new Set(names.flatMap((name) => (name === null ? [] : [name])))]
  const everything = names.includes(null) || (programmes > 1 && distinct.length === programmes)
  return `${[...new Set(places)].join(' and ')}, ${everything ? all : distinct.join(' and ')}`
}

/** Signs in as a person without a code. Throws Problem('not-found') for a stranger or a suspended person. */
export async function signInAs(context: Context, auth: Auth, personId: string, client: Client) {
  const person = await context.db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .executeTakeFirst()
  const token = person ? await auth.beginSession(person.id, client) : null
  if (!person || !token) throw new Problem('not-found')
  return { personId: person.id, name: person.name, token }
}
