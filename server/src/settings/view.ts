/** What the client sees of settings: the list, and one of them with its line, its grants and its heads. */
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, holds, type Actor } from '@inclusion/shared/roles'
import type { LocalDate } from '@inclusion/shared/time'
import { today, type Context } from '../context.ts'
import { mayManage as mayInvite } from '../people/may-manage.ts'
import { findRegister, lineOf, mayManage, maySee, type Register } from './access.ts'
import { findGrants, findHeads, type PartInGrant, type ServedGrant, type Setting } from './store.ts'

export type SettingLine = Pick<
  Setting,
  'urn' | 'laestab' | 'name' | 'gssCode' | 'authority' | 'openedOn' | 'closedOn' | 'succeededOn'
> & {
  /** Null where nothing succeeds it. */
  successor: { urn: string; name: string } | null
  /** The boroughs in whose grants it takes part today or will. */
  serves: string[]
}

export type SettingsView = {
  settings: SettingLine[]
  /** Authorities without a setting that serves them today, of those the person sees whole. */
  unserved: { gssCode: string; name: string }[]
  mayManage: boolean
  /** What the form of a new setting offers; empty where the person may not record one. */
  authorities: { gssCode: string; dfeCode: string; name: string }[]
  today: LocalDate
}

/** The settings that the actor may see, by name. */
export async function viewSettings(context: Context, actor: Actor): Promise<SettingsView> {
  const register = await findRegister(context)
  const on = today(context)
  const settings = register.settings.filter((setting) => maySee(actor, register, setting))
  const manages = holds(actor, 'settings.manage')
  return {
    settings: settings.map((setting) => lineIn(register, setting, on)),
    unserved: await findUnserved(context, actor, register),
    mayManage: manages,
    authorities: manages
      ? await context.db
          .selectFrom('authorities')
          .select(['gssCode', 'dfeCode', 'name'])
          .orderBy('name')
          .execute()
      : [],
    today: on,
  }
}

function lineIn({ settings, parts }: Register, setting: Setting, on: LocalDate): SettingLine {
  const { urn, laestab, name, gssCode, authority, openedOn, closedOn, succeededOn, successorUrn } = setting
  const successor = settings.find((each) => each.urn === successorUrn)
  const serves = parts.filter(
    (part) => part.urn === urn && (part.endsBefore === null || part.endsBefore > on),
  )
  return {
    urn,
    laestab,
    name,
    gssCode,
    authority,
    openedOn,
    closedOn,
    succeededOn,
    successor: successor ? { urn: successor.urn, name: successor.name } : null,
    serves: [...new Set(serves.map((part) => part.authority))],
  }
}

async function findUnserved(
  context: Context,
  actor: Actor,
  { parts }: Register,
): Promise<SettingsView['unserved']> {
  const on = today(context)
  const served = new Set(
    parts.filter((part) => part.endsBefore === null || part.endsBefore > on).map(({ grantId }) => grantId),
  )
  return (await findGrants(context.db))
    .filter((grant) => !served.has(grant.id) && allowedOn(actor, 'return.see', grant))
    .map(({ gssCode, authority }) => ({ gssCode, name: authority }))
}

type Named = { urn: string; name: string; on: LocalDate }

export type SettingView = Omit<Setting, 'successorUrn' | 'succeededOn'> & {
  successor: Named | null
  predecessors: Named[]
  parts: PartInGrant[]
  /** Who heads it, and who heads what it came from; null where that is not for the person to see. */
  heads: { here: string[]; before: { name: string; setting: string }[] } | null
  mayManage: boolean
  /** Whether the person may invite a head to it. */
  mayInvite: boolean
  /** What the forms offer to whoever may manage it. */
  grants: ServedGrant[]
  others: { urn: string; name: string; authority: string }[]
  today: LocalDate
}

/** One setting. Throws `not-found` for one that there is not, or that is not the actor's to see. */
export async function viewSetting(context: Context, actor: Actor, urn: string): Promise<SettingView> {
  const register = await findRegister(context)
  const setting = register.settings.find((each) => each.urn === urn)
  if (!setting || !maySee(actor, register, setting)) throw new Problem('not-found')
  const { successorUrn, succeededOn, ...rest } = setting
  const manages = mayManage(actor, register, setting)
  const successor = register.settings.find((each) => each.urn === successorUrn)
  const grants = manages ? await findGrants(context.db) : []
  return {
    ...rest,
    successor: successor && succeededOn ? named(successor, succeededOn) : null,
    predecessors: register.settings.flatMap((each) =>
      each.successorUrn === urn && each.succeededOn ? [named(each, each.succeededOn)] : [],
    ),
    parts: register.parts.filter((part) => part.urn === urn),
    heads: await headsOf(context, actor, { register, setting }),
    mayManage: manages,
    mayInvite: invites(actor, register, setting),
    grants: grants.filter((grant) => allowedOn(actor, 'settings.manage', grant)),
    others: manages ? register.settings.filter((each) => each.urn !== urn).map(choice) : [],
    today: today(context),
  }
}

const named = ({ urn, name }: Setting, on: LocalDate): Named => ({ urn, name, on })

const choice = ({ urn, name, authority }: Setting) => ({ urn, name, authority })

const invites = (actor: Actor, { programmes }: Register, { gssCode, urn }: Setting): boolean =>
  programmes.some((programme) => mayInvite(actor, 'head', { programme, gssCode, urns: [urn] }))

type Of = { register: Register; setting: Setting }

/** Names of people are for those who may see the reports that they give. */
async function headsOf(
  context: Context,
  actor: Actor,
  { register, setting }: Of,
): Promise<SettingView['heads']> {
  const { urn, gssCode } = setting
  const served = register.parts.filter((part) => part.urn === urn)
  const places = [...served, ...register.programmes.map((programme) => ({ programme, gssCode }))]
  const sees = places.some((place) =>
    allowedOn(actor, 'report.see', { programme: place.programme, gssCode: place.gssCode, urns: [urn] }),
  )
  if (!sees) return null
  const line = lineOf(register, urn)
  const heads = await findHeads(context.db, { urns: line, on: today(context) })
  const here = heads.filter((head) => head.urn === urn).map(({ name }) => name)
  const before = register.settings.filter((each) => each.successorUrn === urn)
  return {
    here,
    before: heads.flatMap((head) => {
      const of = before.find((each) => each.urn === head.urn)
      return of && !here.includes(head.name) ? [{ name: head.name, setting: of.name }] : []
    }),
  }
}
