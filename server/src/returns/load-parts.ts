/** What the checks see beside the return itself: its grant, profile and peers, waivers and learning. */
import type { Db, Trx } from '@inclusion/db/open'
import type { Figures } from '@inclusion/shared/figures'
import { periodOf } from '@inclusion/shared/periods'
import type {
  CheckInput,
  GrantFacts,
  LearningFacts,
  WaiverInForce,
} from '@inclusion/shared/standards/check-input'
import type { PeerSummary } from '@inclusion/shared/standards/peers'
import type { LocalDate } from '@inclusion/shared/time'
import { ZodError } from 'zod'
import { identitiesOf } from '../framework/store.ts'
import { comparatorSummaryOf } from '../programmes/comparators.ts'
import { figuresOf, type ReturnHead } from './store.ts'

export type LoadedParts = Pick<
  CheckInput,
  | 'identities'
  | 'acceptedBefore'
  | 'profiles'
  | 'peers'
  | 'comparator'
  | 'grant'
  | 'learning'
  | 'waivers'
  | 'failed'
>

/** What a part is while it could not be loaded: nobody reads it, because its name stands in `failed`. */
const blank: Omit<LoadedParts, 'failed'> = {
  identities: [],
  acceptedBefore: null,
  profiles: {},
  peers: [],
  comparator: null,
  grant: null,
  learning: null,
  waivers: [],
}

const loaders: {
  [Part in keyof typeof blank]: (db: Db | Trx, head: ReturnHead, on: LocalDate) => Promise<LoadedParts[Part]>
} = {
  identities: (db, head) => identitiesOf(db, head.programme, head.periodId),
  acceptedBefore: findAcceptedBefore,
  profiles: findProfiles,
  peers: findPeers,
  comparator: findComparator,
  grant: findGrantFacts,
  learning: findLearning,
  waivers: findWaiversInForce,
}

/**
 * Loads each part on its own: one that fails is named in `failed`, so that the checks that read it fail
 * closed and the others are made. `on` is today in London: waivers count until their end.
 */
export async function loadParts(db: Db | Trx, head: ReturnHead, on: LocalDate): Promise<LoadedParts> {
  const parts: LoadedParts = { ...blank, failed: [] }
  const load = async (part: keyof typeof blank) => {
    try {
      Object.assign(parts, { [part]: await loaders[part](db, head, on) })
    } catch (error) {
      // A database that went away is no fault of one part: the request fails as a whole.
      if (!isUnreadable(error)) throw error
      // Waivers that cannot be read waive nothing; the return is then judged as it stands.
      if (part !== 'waivers') parts.failed.push(part)
    }
  }
  for (const part of Object.keys(loaders) as (keyof typeof blank)[]) await load(part)
  return parts
}

/** What is stored cannot be read, or is not what it should be. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof ZodError

/** The figures as they were last accepted, while the return is open again; null while they stand or never did. */
async function findAcceptedBefore(
  db: Db | Trx,
  { id, status, firstSubmittedAt }: ReturnHead,
): Promise<Figures | null> {
  if (firstSubmittedAt === null || status === 'accepted') return null
  const rows = await db.selectFrom('accepted_points').selectAll().where('returnId', '=', id).execute()
  return rows.length === 0 ? null : figuresOf(rows)
}

/** Two years back, as history goes: what was below profile before is judged by its own profile. */
const yearsOfProfiles = 2

/** Profiles of this financial year, and of as many periods before as there is history. */
async function findProfiles(
  db: Db | Trx,
  { grantId, periodId }: ReturnHead,
): Promise<Record<string, Record<string, number>>> {
  const rows = await db
    .selectFrom('profiles')
    .select(['periodId', 'indicator', 'value'])
    .where('grantId', '=', grantId)
    .execute()
  const { year } = periodOf(periodId)
  const profiles: Record<string, Record<string, number>> = {}
  for (const { periodId: of, indicator, value } of rows) {
    const before = year - periodOf(of).year
    if (before >= 0 && before <= yearsOfProfiles) (profiles[of] ??= {})[indicator] = value
  }
  return profiles
}

async function findComparator(db: Db | Trx, { programme, comparator }: ReturnHead) {
  return comparator === null ? null : comparatorSummaryOf(db, programme)
}

async function findPeers(db: Db | Trx, { id }: ReturnHead): Promise<PeerSummary[]> {
  const row = await db
    .selectFrom('peer_summaries')
    .select('summaries')
    .where('returnId', '=', id)
    .executeTakeFirst()
  return row ? (JSON.parse(row.summaries) as PeerSummary[]) : []
}

async function findGrantFacts(db: Db | Trx, head: ReturnHead): Promise<GrantFacts> {
  const awards = await db
    .selectFrom('award_lines')
    .select(['financialYear', 'pence'])
    .where('grantId', '=', head.grantId)
    .orderBy('financialYear')
    .execute()
  return {
    startsOn: head.cohortStartOn,
    processesPersonalData: head.processesPersonalData === 1,
    dpiaOn: head.dpiaOn,
    awards,
  }
}

/** The latest meeting of this programme up to today, with this authority or with all. */
async function findLearning(
  db: Db | Trx,
  { programme, gssCode, trial }: ReturnHead,
  on: LocalDate,
): Promise<LearningFacts> {
  if (trial === 0) return { isTrial: false, lastOn: null }
  const latest = await db
    .selectFrom('meetings')
    .select(({ fn }) => fn.max('heldOn').as('heldOn'))
    .where('programme', '=', programme)
    .where('heldOn', '<=', on)
    .where((where) => where.or([where('gssCode', 'is', null), where('gssCode', '=', gssCode)]))
    .executeTakeFirst()
  return { isTrial: true, lastOn: latest?.heldOn ?? null }
}

async function findWaiversInForce(
  db: Db | Trx,
  { programme, gssCode }: ReturnHead,
  on: LocalDate,
): Promise<WaiverInForce[]> {
  return db
    .selectFrom('waivers')
    .select(['checkCode as check', 'indicator', 'urn', 'until', 'reason'])
    .where('status', '=', 'approved')
    .where('until', '>=', on)
    .where((where) => where.or([where('programme', 'is', null), where('programme', '=', programme)]))
    .where((where) => where.or([where('gssCode', 'is', null), where('gssCode', '=', gssCode)]))
    .orderBy('decidedAt')
    .execute()
}
