/** Home: who I am, and what needs me, in order of date. */
import { Hono } from 'hono'
import { allowed, allowedOn, holds, roleNames, type Actor, type Capability } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { listReturns, namesOf } from '../returns/store.ts'
import { lineOf, type ReturnLine } from '../returns/view.ts'
import { viewWaiting, type WaitingLine } from '../reviews/queue/waiting.ts'
import { listReports, type ReportListItem } from '../setting-reports/access.ts'
import { viewRunOut, type RunOut } from './run-out.ts'
import { viewFailedChecks, type FailedChecks } from './staff.ts'
import { viewToDecide, type ToDecide } from './to-decide.ts'

export type MeView = {
  personId: string
  name: string
  /** The person's job in words, by the roles they hold. */
  job: string
  capabilities: Capability[]
  demonstration: boolean
  now: string
}

export type HomeView = {
  /** Open returns of the actor's authority, the one due first at the top. */
  returns: ReturnLine[]
  /** Accepted returns, latest first. */
  accepted: ReturnLine[]
  reports: ReportListItem[]
  queue: WaitingLine[]
  /** For staff: returns with checks that could not be made, and what waits for their decision. */
  failedChecks: FailedChecks[]
  toDecide: ToDecide[]
  /** For whoever holds no role: the own invitations that ran out before they were accepted. */
  runOut: RunOut[]
}

export const meRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get('/', (c) => c.json(viewMe(context, actorOf(c))))

export const homeRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get('/', async (c) => c.json(await viewHome(context, actorOf(c))))

function viewMe({ environment, now }: Context, actor: Actor): MeView {
  const jobs = [...new Set(actor.memberships.map(({ role }) => roleNames[role]))]
  const capabilities = (Object.keys(allowed) as Capability[]).filter((capability) => holds(actor, capability))
  return {
    personId: actor.personId,
    name: actor.name,
    job: jobs.join(', '),
    capabilities,
    demonstration: environment.demonstration,
    now: now(),
  }
}

async function viewHome(context: Context, actor: Actor): Promise<HomeView> {
  const own = actor.memberships.filter(({ role }) => role === 'lead' || role === 'certifier')
  const heads = own.length === 0 ? [] : await listReturns(context.db)
  const mine = heads.filter(
    (head) => own.some(({ gssCode }) => gssCode === head.gssCode) && allowedOn(actor, 'return.see', head),
  )
  const names = await namesOf(
    context.db,
    mine.map(({ takenBy }) => takenBy),
  )
  const lines = mine.map((head) => lineOf(head, context, names))
  return {
    returns: lines
      .filter(({ status }) => status !== 'accepted')
      .toSorted((left, right) => left.dueOn.localeCompare(right.dueOn) || left.id.localeCompare(right.id)),
    accepted: lines.filter(({ status }) => status === 'accepted'),
    reports: await listReports(context, actor),
    queue: holds(actor, 'return.review') ? await viewWaiting(context, actor) : [],
    failedChecks: await viewFailedChecks(context, actor),
    toDecide: await viewToDecide(context, actor),
    runOut: await viewRunOut(context, actor),
  }
}

export type MeRoutes = ReturnType<typeof meRoutes>
export type HomeRoutes = ReturnType<typeof homeRoutes>
