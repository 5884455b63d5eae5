/** What the client sees of waivers: those that touch the reader's own, and what may be asked for. */
import { allowedOn, holds, type Actor } from '@inclusion/shared/roles'
import {
  touches,
  waiverActs,
  waiverStateOf,
  whyNotWaiver,
  type WaiverAct,
  type WaiverRefusal,
  type WaiverState,
} from '@inclusion/shared/waivers'
import { addDays, type LocalDate } from '@inclusion/shared/time'
import { longestWaiverDays } from '@inclusion/shared/waivers'
import { today, type Context } from '../context.ts'
import { indicatorLabels } from '../framework/store.ts'
import { namesOf } from '../returns/store.ts'
import { listWaivers, publishedChecks, settingPlaces, type Waiver } from './store.ts'

type Moment = { by: string; at: string }

/** A waiver with its scope in names: null means any. */
export type WaiverView = {
  id: string
  check: { code: string; title: string }
  programme: { code: string; name: string } | null
  authority: { gssCode: string; name: string } | null
  setting: { urn: string; name: string } | null
  indicator: { code: string; label: string } | null
  reason: string
  until: LocalDate
  state: WaiverState
  requested: Moment
  decided: (Moment & { note: string | null }) | null
  ended: Moment | null
  /** Why each act is refused to the reader now; null where it may be done. */
  acts: Record<WaiverAct, WaiverRefusal | null>
}

/** What the reader may ask for: the first programme and authority without a code are "any". */
export type WaiverForm = {
  checks: { code: string; title: string }[]
  programmes: { code: string | null; name: string }[]
  authorities: { gssCode: string | null; name: string }[]
  settings: { urn: string; name: string; gssCodes: string[] }[]
  indicators: { code: string; programme: string; label: string }[]
  firstDay: LocalDate
  lastDay: LocalDate
}

export type WaiversView = { waivers: WaiverView[]; form: WaiverForm | null }

/** Every waiver the actor may know of, the latest request first, and the form if they may ask for one. */
export async function viewWaivers(context: Context, actor: Actor): Promise<WaiversView> {
  const { db } = context
  const on = today(context)
  const waivers = (await listWaivers(db)).filter((waiver) => touches(actor, waiver))
  const names = await namesIn(context, waivers)
  const view = (waiver: Waiver): WaiverView => ({
    ...names.scopeOf(waiver),
    id: waiver.id,
    reason: waiver.reason,
    until: waiver.until,
    state: waiverStateOf(waiver, on),
    requested: { by: names.person(waiver.requestedBy), at: waiver.requestedAt },
    decided:
      waiver.decidedBy && waiver.decidedAt
        ? { by: names.person(waiver.decidedBy), at: waiver.decidedAt, note: waiver.decisionNote }
        : null,
    ended: waiver.endedBy && waiver.endedAt ? { by: names.person(waiver.endedBy), at: waiver.endedAt } : null,
    acts: Object.fromEntries(
      waiverActs.map((act) => [act, whyNotWaiver(act, waiver, { actor, on })]),
    ) as WaiverView['acts'],
  })
  return {
    waivers: waivers.map(view),
    form: holds(actor, 'waiver.request') ? formFor(actor, names, on) : null,
  }
}

type Names = Awaited<ReturnType<typeof namesIn>>

async function namesIn({ db }: Context, waivers: readonly Waiver[]) {
  const checks = await publishedChecks(db)
  const programmes = await db.selectFrom('programmes').select(['code', 'name']).orderBy('name').execute()
  const authorities = await db.selectFrom('authorities').select(['gssCode', 'name']).orderBy('name').execute()
  const settings = await settingPlaces(db)
  const indicators = await indicatorLabels(db)
  const people = await namesOf(
    db,
    waivers.flatMap(({ requestedBy, decidedBy, endedBy }) => [requestedBy, decidedBy, endedBy]),
  )
  return {
    checks,
    programmes,
    authorities,
    settings,
    indicators,
    person: (id: string) => people[id] ?? '',
    scopeOf: ({ checkCode, programme, gssCode, urn, indicator }: Waiver) => {
      const setting = settings.find((each) => each.urn === urn)
      const measure = indicators.find(({ code }) => code === indicator)
      return {
        check: checks.find(({ code }) => code === checkCode) ?? { code: checkCode, title: '' },
        programme: programmes.find(({ code }) => code === programme) ?? null,
        authority: authorities.find((each) => each.gssCode === gssCode) ?? null,
        setting: setting ? { urn: setting.urn, name: setting.name } : null,
        indicator: measure ? { code: measure.code, label: measure.label } : null,
      }
    },
  }
}

function formFor(actor: Actor, names: Names, on: LocalDate): WaiverForm {
  const may = (programme: string | null, gssCode: string | null) =>
    allowedOn(actor, 'waiver.request', {
      ...(programme === null ? {} : { programme }),
      ...(gssCode === null ? {} : { gssCode }),
    })
  const programmes = [{ code: null, name: 'Any programme' }, ...names.programmes]
  const authorities = [{ gssCode: null, name: 'Any authority' }, ...names.authorities]
  const own = authorities.filter(({ gssCode }) => programmes.some(({ code }) => may(code, gssCode)))
  const codes = new Set(own.map(({ gssCode }) => gssCode))
  const ownProgrammes = programmes.filter(({ code }) => own.some(({ gssCode }) => may(code, gssCode)))
  const inProgrammes = new Set(ownProgrammes.map(({ code }) => code))
  return {
    checks: names.checks,
    programmes: ownProgrammes,
    authorities: own,
    settings: names.settings.filter(({ gssCodes }) => gssCodes.some((gssCode) => codes.has(gssCode))),
    indicators: names.indicators.filter(({ programme }) => inProgrammes.has(programme)),
    firstDay: addDays(on, 1),
    lastDay: addDays(on, longestWaiverDays),
  }
}
