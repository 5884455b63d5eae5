/**
 * Whom an outstanding return waits for: the leads while they fill it in, with the heads whose reports are not in;
 * the certifiers while it waits for their sign-off. One line for each thing that waits for a person.
 */
import type { Db, Trx } from '@inclusion/db/open'
import { periodLabel } from '@inclusion/shared/periods'
import { covers, type Role, type Subject } from '@inclusion/shared/roles'
import { longDate, type LocalDate } from '@inclusion/shared/time'
import { workingDaysBetween } from '@inclusion/shared/working-days'
import { today, type Context } from '../context.ts'
import type { ReminderLine } from '../mail/collection-letters.ts'
import { inForce } from '../people/holders.ts'
import { findMissingReports, type MissingReport, type Outstanding } from './outstanding.ts'

export type Concern = ReminderLine & { returnId: string }

/** A person, and all that waits for them, what is due first at the top. */
export type Concerned = { personId: string; email: string; concerns: Concern[] }

type Asked = Concern & { role: Role; subject: Subject }

/** Everybody whom these returns wait for, in the order of their ids: two processes then never wait for each other. */
export async function findConcerned(
  context: Context,
  db: Db | Trx,
  returns: readonly Outstanding[],
): Promise<Concerned[]> {
  const members = await inForce(db, ['lead', 'certifier', 'head'], today(context))
  const missing = await findMissingReports(
    db,
    returns.filter(({ settingsReport }) => settingsReport === 1).map(({ id }) => id),
  )
  const ofReturn = Map.groupBy(missing, ({ returnId }) => returnId)
  const asked = returns.flatMap((each) => asksOf(context, each, ofReturn.get(each.id) ?? []))
  const byPerson = new Map<string, Concerned>()
  for (const { role, subject, ...concern } of asked) {
    const whom = members.filter((member) => member.role === role && covers(member, subject))
    for (const { personId, email } of whom) {
      const known = byPerson.get(personId) ?? { personId, email, concerns: [] }
      if (!known.concerns.some(({ url }) => url === concern.url)) known.concerns.push(concern)
      byPerson.set(personId, known)
    }
  }
  return [...byPerson.values()].toSorted((left, right) => (left.personId < right.personId ? -1 : 1))
}

function asksOf(context: Context, each: Outstanding, missing: readonly MissingReport[]): Asked[] {
  const { id, programme, gssCode, status, tier, dueOn } = each
  const { origin } = context.environment
  const label = `${each.authorityName}, ${each.programmeName}, ${periodLabel(each.periodId)}`
  const due = dueSentence(dueOn, today(context))
  const about = { returnId: id, due }
  const ofReturn = { ...about, label, url: `${origin}/returns/${id}`, subject: { programme, gssCode } }
  if (status === 'awaiting-sign-off')
    return [{ ...ofReturn, role: 'certifier', task: 'It waits for you to sign it, or to send it back.' }]
  const task = `${status === 'not-started' ? 'It is not started.' : 'It is not finished.'} ${
    tier === 'light' ? 'Fill it in and submit it.' : 'Fill it in and send it for sign-off.'
  }`
  return [
    { ...ofReturn, role: 'lead', task },
    ...missing.map(({ urn, setting }): Asked => ({
      ...about,
      role: 'head',
      subject: { programme, urns: [urn] },
      label: `Report of ${setting} for ${label}`,
      task: 'It is part of this return, and is not signed off yet.',
      url: `${origin}/setting-reports/${id}/${urn}`,
    })),
  ]
}

/** "It is due by the end of Saturday 31 January 2026, in 3 working days." */
export function dueSentence(dueOn: LocalDate, on: LocalDate): string {
  const days = workingDaysBetween(on, dueOn)
  const day = longDate(dueOn)
  if (on > dueOn)
    return `It was due by the end of ${day}${days === 0 ? '' : `, ${workingDayWords(-days)} ago`}.`
  if (on === dueOn) return `It is due by the end of today, ${day}.`
  return `It is due by the end of ${day}, ${days === 0 ? 'before the next working day' : `in ${workingDayWords(days)}`}.`
}

const workingDayWords = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`
