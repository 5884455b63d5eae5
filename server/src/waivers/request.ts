/** Asking for a waiver: what it covers must exist and be the asker's own. */
import type { Trx } from '@inclusion/db/open'
import { Problem } from '@inclusion/shared/problems'
import { allowedOn, type Actor } from '@inclusion/shared/roles'
import { addDays, shortDate, type LocalDate } from '@inclusion/shared/time'
import { longestWaiverDays, waiverSubject, type WaiverScope } from '@inclusion/shared/waivers'
import { today, type Context } from '../context.ts'
import { indicatorLabels } from '../framework/store.ts'
import type { By } from '../returns/transition.ts'
import { change } from '../trust/change.ts'
import type { WaiverRequest } from './requests.ts'
import { publishedChecks, settingPlaces } from './store.ts'
import { tellRequested } from './tell.ts'

/**
 * Keeps a request and writes to those who may grant it. Throws `invalid-request` naming what does not exist
 * or is out of range, `not-yours-to-do` for a scope that is not the asker's own.
 */
export function requestWaiver(
  context: Context,
  { act, actor }: By,
  request: WaiverRequest,
): Promise<{ waiverId: string }> {
  return change(context, act, async (trx, note) => {
    refuseUntil(request.until, today(context))
    const scope = await judgeScope(trx, actor, request)
    const waiverId = context.newId()
    const { check, reason, until } = request
    await trx
      .insertInto('waivers')
      .values({
        id: waiverId,
        checkCode: check,
        ...scope,
        reason,
        until,
        status: 'requested',
        requestedBy: actor.personId,
        requestedAt: context.now(),
        decidedBy: null,
        decidedAt: null,
        decisionNote: null,
        endedBy: null,
        endedAt: null,
      })
      .execute()
    await tellRequested(context, trx, { check, scope, actor, until })
    note({ waiverId, check, ...scope, until })
    return { waiverId }
  })
}

function refuseUntil(until: LocalDate, on: LocalDate): void {
  const last = addDays(on, longestWaiverDays)
  if (until <= on) throw wrong('until', `Choose a day after today, ${shortDate(on)}`)
  if (until > last)
    throw wrong('until', `A waiver lasts at most ${longestWaiverDays} days: until ${shortDate(last)}`)
}

/** The scope, with the programme of its indicator. */
async function judgeScope(trx: Trx, actor: Actor, request: WaiverRequest): Promise<WaiverScope> {
  const { check, gssCode, urn } = request
  const checks = await publishedChecks(trx)
  if (!checks.some(({ code }) => code === check)) throw wrong('check', `There is no check ${check}`)
  const programme = await programmeOf(trx, request)
  if (gssCode !== null) await refuseUnknownAuthority(trx, gssCode)
  const may = (authority: string | null) =>
    allowedOn(actor, 'waiver.request', waiverSubject({ programme, gssCode: authority, urn: null }))
  const places = urn === null ? [] : await placesOf(trx, { urn, gssCode })
  // A setting is of one authority or of several: without a role over all, the asker's own is meant.
  const own = gssCode === null && !may(null) ? places.filter(may) : []
  if (own.length > 0 && places.length > 1)
    throw wrong('gssCode', 'This setting takes part in grants of more than one authority. Choose yours')
  const scope = { programme, gssCode: gssCode ?? own[0] ?? null, urn, indicator: request.indicator }
  if (!may(scope.gssCode))
    throw new Problem('not-yours-to-do', {
      detail: 'You can ask for a waiver for your own authority and programmes. Choose them first.',
    })
  return scope
}

async function programmeOf(
  trx: Trx,
  { programme, indicator }: Pick<WaiverRequest, 'programme' | 'indicator'>,
): Promise<string | null> {
  if (programme !== null) {
    const found = await trx
      .selectFrom('programmes')
      .select('code')
      .where('code', '=', programme)
      .executeTakeFirst()
    if (!found) throw wrong('programme', 'There is no such programme')
  }
  if (indicator === null) return programme
  const known = (await indicatorLabels(trx)).find(({ code }) => code === indicator)
  if (!known) throw wrong('indicator', 'There is no such measure')
  if (programme !== null && known.programme !== programme)
    throw wrong('indicator', 'This measure belongs to another programme')
  return known.programme
}

async function refuseUnknownAuthority(trx: Trx, gssCode: string): Promise<void> {
  const found = await trx
    .selectFrom('authorities')
    .select('gssCode')
    .where('gssCode', '=', gssCode)
    .executeTakeFirst()
  if (!found) throw wrong('gssCode', 'There is no such authority')
}

/** The authorities in whose grants a setting takes part, its own first. */
async function placesOf(
  trx: Trx,
  { urn, gssCode }: { urn: string; gssCode: string | null },
): Promise<string[]> {
  const setting = (await settingPlaces(trx)).find((place) => place.urn === urn)
  if (!setting) throw wrong('urn', 'There is no such setting')
  if (gssCode !== null && !setting.gssCodes.includes(gssCode))
    throw wrong('urn', 'This setting takes part in no grant of that authority')
  return setting.gssCodes
}

const wrong = (field: string, message: string) =>
  new Problem('invalid-request', { errors: [{ field, message }] })
