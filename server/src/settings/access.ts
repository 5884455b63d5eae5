/** Whose settings they are: a borough sees its own and those that serve it, a head theirs, the VRU all. */
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, holds, type Actor, type Capability } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { findParts, findSettings, type PartInGrant, type Setting } from './store.ts'

export type Register = { settings: Setting[]; parts: PartInGrant[]; programmes: string[] }

/** All that is recorded of settings, a few score rows, and the programmes that they report to. */
export async function findRegister({ db }: Pick<Context, 'db'>): Promise<Register> {
  const [settings, parts, programmes] = await Promise.all([
    findSettings(db),
    findParts(db),
    db.selectFrom('programmes').select('code').where('settingsReport', '=', 1).execute(),
  ])
  return { settings, parts, programmes: programmes.map(({ code }) => code) }
}

/** A setting with all that came before and after it: whoever heads one of them may see what became of it. */
export function lineOf({ settings }: Pick<Register, 'settings'>, urn: string): string[] {
  const line = new Set([urn])
  for (let grown = 0; grown !== line.size;) {
    grown = line.size
    for (const { urn: each, successorUrn } of settings) {
      if (successorUrn === null) continue
      if (line.has(each)) line.add(successorUrn)
      else if (line.has(successorUrn)) line.add(each)
    }
  }
  return [...line]
}

/** Whether an actor may see a setting. */
export function maySee(actor: Actor, register: Register, setting: Setting): boolean {
  return reaches(actor, 'settings.see', register, setting)
}

/** Whether an actor may change what is recorded of a setting: all grants it takes part in must be theirs to manage. */
export function mayManage(actor: Actor, { parts }: Register, setting: Setting): boolean {
  if (!holds(actor, 'settings.manage')) return false
  return parts
    .filter(({ urn }) => urn === setting.urn)
    .every(({ programme, gssCode }) => allowedOn(actor, 'settings.manage', { programme, gssCode }))
}

function reaches(
  actor: Actor,
  capability: Capability,
  register: Register,
  { urn, gssCode }: Setting,
): boolean {
  const urns = lineOf(register, urn)
  const serves = register.parts.filter((part) => part.urn === urn).map((part) => part.gssCode)
  return [gssCode, ...serves].some((authority) =>
    register.programmes.some((programme) =>
      allowedOn(actor, capability, { programme, gssCode: authority, urns }),
    ),
  )
}

/** Throws `not-found` for what the actor cannot see, `not-yours-to-do` for what they cannot change. */
export async function holdToManaging(context: Context, actor: Actor, urn: string): Promise<void> {
  const register = await findRegister(context)
  const setting = register.settings.find((each) => each.urn === urn)
  if (!setting || !maySee(actor, register, setting)) throw new Problem('not-found')
  if (!mayManage(actor, register, setting)) throw new Problem('not-yours-to-do')
}
