/** Scopes in words, and those an actor may invite to. */
import type { Trx } from '@inclusion/db/open'
import { holds, roles, type Actor, type Role, type Subject } from '@inclusion/shared/roles'
import { today, type Context } from '../context.ts'
import { boroughRoles, mayManage } from './may-manage.ts'

type ScopeNames = {
  settingName: string | null
  authorityName: string | null
  programmeName: string | null
}

/** What a membership or an invitation is over: "Camden, AP/PRU Mentoring"; "all boroughs" without a limit. */
export function scopeInWords({ settingName, authorityName, programmeName }: ScopeNames): string {
  const place = settingName ?? authorityName ?? 'all boroughs'
  return programmeName === null ? place : `${place}, ${programmeName}`
}

/** The names of a scope that is known by its codes. */
export async function scopeNamesOf(
  db: Context['db'] | Trx,
  { programme, gssCode, urn }: { programme: string | null; gssCode: string | null; urn: string | null },
): Promise<ScopeNames> {
  const [setting, authority, ofProgramme] = await Promise.all([
    urn === null ? null : db.selectFrom('settings').select('name').where('urn', '=', urn).executeTakeFirst(),
    gssCode === null
      ? null
      : db.selectFrom('authorities').select('name').where('gssCode', '=', gssCode).executeTakeFirst(),
    programme === null
      ? null
      : db.selectFrom('programmes').select('name').where('code', '=', programme).executeTakeFirst(),
  ])
  return {
    settingName: setting?.name ?? null,
    authorityName: authority?.name ?? null,
    programmeName: ofProgramme?.name ?? null,
  }
}

/** What the form of an invitation offers to one actor. A programme without a code is all of them. */
export type Invitable = {
  roles: readonly Role[]
  programmes: { code: string | null; name: string }[]
  authorities: { gssCode: string; name: string }[]
  settings: { urn: string; name: string; gssCode: string }[]
}

/** The roles and scopes an actor may invite to: everything for an administrator, for a lead the own authority. */
export async function invitableBy(context: Context, actor: Actor): Promise<Invitable> {
  const { db } = context
  const [programmes, authorities, settings] = await Promise.all([
    db.selectFrom('programmes').select(['code', 'name']).orderBy('name').execute(),
    db.selectFrom('authorities').select(['gssCode', 'name']).orderBy('name').execute(),
    db
      .selectFrom('settings')
      .select(['urn', 'name', 'gssCode'])
      .where((where) => where.or([where('closedOn', 'is', null), where('closedOn', '>=', today(context))]))
      .orderBy('name')
      .execute(),
  ])
  const may = (subject: Subject) => mayManage(actor, 'lead', subject)
  const everyProgramme = authorities.filter(({ gssCode }) => may({ gssCode }))
  const own = authorities.filter(
    ({ gssCode }) => may({ gssCode }) || programmes.some(({ code }) => may({ gssCode, programme: code })),
  )
  const ownCodes = new Set(own.map(({ gssCode }) => gssCode))
  const ownProgrammes = programmes.filter(({ code }) =>
    own.some(({ gssCode }) => may({ gssCode, programme: code })),
  )
  return {
    roles: holds(actor, 'people.administer') ? roles : boroughRoles,
    programmes: [
      ...(everyProgramme.length > 0 ? [{ code: null, name: 'All programmes' }] : []),
      ...ownProgrammes,
    ],
    authorities: own,
    settings: settings.filter(({ gssCode }) => ownCodes.has(gssCode)),
  }
}
