/**
 * What has happened when the demonstration begins, on 20 January 2026: two years of quarters filed and
 * accepted, and the quarter that is open now in every state a return can be in.
 */
import { comparePeriods, nextPeriod, periodOf, type PeriodId } from '@inclusion/shared/periods'
import { returnId } from '@inclusion/shared/returns'
import { addDays } from '@inclusion/shared/time'
import { recordMeeting } from '../learning/store.ts'
import { openReturns } from '../returns/open.ts'
import { amendFramework } from './amendments.ts'
import {
  acceptIt,
  enter,
  enterFigures,
  file,
  prepare,
  reportSettings,
  takeUp,
  type Filing,
} from './filing.ts'
import { decideOn } from './deciding.ts'
import { askChanges, answerFirst, reviseAfterReopening } from './revising.ts'
import { collectThisQuarter } from './collecting.ts'
import { letGo, lookAgain } from './people-acts.ts'
import type { World } from './world.ts'

export type Grant = Omit<Filing, 'returnId' | 'evaluator'> & { id: string; programme: string; name: string }

export const firstPeriod: PeriodId = 'FY2023-24-Q4'
const thisPeriod: PeriodId = 'FY2025-26-Q3'

const evaluators = ['leila-haddad', 'sam-whitfield'] as const
const filingOf = (grant: Grant, periodId: PeriodId, index: number): Filing => ({
  ...grant,
  returnId: returnId(grant.id, periodId),
  evaluator: evaluators[index % evaluators.length]!,
})

/** Everything, in the order in which it happened. */
export async function tellStory(world: World, grants: readonly Grant[]): Promise<void> {
  for (let id = firstPeriod; comparePeriods(id, thisPeriod) < 0; id = nextPeriod(id)) {
    await pastQuarter(world, grants, id)
  }
  await meetToLearn(world)
  await lookAgain(world)
  await thisQuarter(world, grants)
  await letGo(world, grants)
  await amendFramework(world)
}

/** The boroughs of the training grants met before Christmas, so that the trial has learned something (11.1). */
async function meetToLearn(world: World): Promise<void> {
  world.at('2025-12-09', '10:00')
  const { act, actor } = await world.by('chloe-bright', 'learning.record', 'programme:CPD')
  await recordMeeting(
    world.context,
    { ...act, personId: actor.personId },
    {
      programme: 'CPD',
      gssCode: null,
      heldOn: '2025-12-08',
      title: 'First learning meeting of the training grants',
      note: 'Peer visits between schools were asked for more than workshops. All seven boroughs will ask about changed practice at least six weeks after each session.',
    },
  )
}

/** Submitted after the due date, and accepted all the same. */
const late = { id: 'APM-E09000014', periodId: 'FY2025-26-Q2' }
/** Accepted, reopened on one figure, revised and accepted again. */
const reopened = { id: 'APM-E09000030', periodId: 'FY2025-26-Q2' }

async function pastQuarter(world: World, grants: readonly Grant[], periodId: PeriodId): Promise<void> {
  const opens = periodOf(periodId).endsBefore
  world.at(opens, '08:00')
  await openReturns(world.context)
  const filings = grants
    .filter(({ first }) => comparePeriods(first, periodId) <= 0)
    .map((grant, index) => filingOf(grant, periodId, index))
  const onTime = filings.filter(({ returnId: id }) => id !== returnId(late.id, late.periodId))
  world.at(addDays(opens, 8))
  for (const filing of onTime) await prepare(world, filing)
  world.at(addDays(opens, 20))
  for (const filing of onTime) await file(world, filing)
  const overdue = filings.filter((filing) => !onTime.includes(filing))
  world.at(addDays(opens, 40))
  for (const filing of overdue) {
    await prepare(world, filing)
    await file(world, filing)
  }
  world.at(addDays(opens, 42))
  for (const filing of filings) {
    await takeUp(world, filing)
    await acceptIt(world, filing)
  }
  const revised = filings.find(({ returnId: id }) => id === returnId(reopened.id, reopened.periodId))
  if (revised) await reviseAfterReopening(world, revised)
}

/** A step of the quarter that is open: what had been done by 20 January. */
type Progress = (world: World, filing: Filing) => Promise<void>

const filed: Progress = async (world, filing) => {
  await prepare(world, filing)
  await file(world, filing)
}

const accepted: Progress = async (world, filing) => {
  await filed(world, filing)
  await takeUp(world, filing)
  await acceptIt(world, filing)
}

const begun: Progress = (world, filing) =>
  enterFigures(world, filing, ['APM-OP0', 'APM-OP1', 'APM-OP2', 'CPD-OP1', 'CPD-OP2'])

/** Camden: half filled in, one pair the wrong way round, one entry that cannot be read, one setting in. */
const draftWithFaults: Progress = async (world, filing) => {
  await reportSettings(world, filing, ['100006'])
  await enterFigures(world, filing, ['APM-OP0', 'APM-OP1', 'APM-OP2', 'APM-OP3', 'APM-OP4'])
  await enter(world, filing, [
    { locator: 'APM-OP6', revision: 0, entries: { numerator: '412', denominator: '398' } },
    { locator: 'APM-OP8', revision: 0, entries: { value: '12a' } },
    { locator: 'APM-OC6', revision: 0, missing: 'x', note: 'The mainstream schools have not answered yet.' },
  ])
}

const changesRequested: Progress = async (world, filing) => {
  await filed(world, filing)
  await takeUp(world, filing)
  await askChanges(world, filing, [
    {
      locator: 'APM-OP7',
      question: 'Hours rose by a third while sessions did not. Were longer sessions offered?',
    },
    { locator: 'APM-OP8', question: 'Does this count each parent once, or each conversation?' },
  ])
  await answerFirst(
    world,
    filing,
    'Yes: from November each session is an hour and a quarter. We shall check the total.',
  )
}

/** Hammersmith and Fulham filed on the second day, and has waited for longer than RMEL promises. */
const early = 'APM-E09000013'

/** Lambeth: taken, one figure accepted with an explanation, one asked about and answered, the rest still to decide. */
const underReview: Progress = async (world, filing) => {
  await filed(world, filing)
  await takeUp(world, filing)
  await decideOn(world, filing, [
    {
      locator: 'APM-OP8',
      decision: 'accept-explained',
      note: 'The family evenings of November were in the plan we agreed in the summer.',
    },
    { locator: 'APM-OP7', decision: 'question', note: 'Do these hours include group sessions?' },
  ])
  world.pass(60)
  await answerFirst(world, filing, 'No: one to one alone. Groups are counted from January.')
}

const present: Record<string, Progress> = {
  'APM-E09000007': draftWithFaults,
  'APM-E09000012': prepare,
  'APM-E09000011': changesRequested,
  'APM-E09000019': filed,
  [early]: filed,
  'APM-E09000022': underReview,
  'APM-E09000028': accepted,
  'APM-E09000009': accepted,
  'APM-E09000005': prepare,
  'APM-E09000010': begun,
  'APM-E09000023': begun,
  'CPD-E09000012': begun,
  'CPD-E09000008': begun,
  'CPD-E09000011': accepted,
  'CPD-E09000019': filed,
}

async function thisQuarter(world: World, grants: readonly Grant[]): Promise<void> {
  const opens = periodOf(thisPeriod).endsBefore
  world.at(opens, '08:00')
  await openReturns(world.context)
  const go = async (isNow: (id: string) => boolean) => {
    for (const [index, grant] of grants.entries()) {
      const progress = isNow(grant.id) ? present[grant.id] : undefined
      if (progress) await progress(world, filingOf(grant, thisPeriod, index))
    }
  }
  world.at(addDays(opens, 1))
  await go((id) => id === early)
  world.at(addDays(opens, 11))
  await go((id) => id !== early)
  await collectThisQuarter(world)
}
