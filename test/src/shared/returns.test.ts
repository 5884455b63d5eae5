import {
  can,
  holderOf,
  isUnlocked,
  returnActions,
  returnId,
  ReturnId,
  returnStatuses,
  ruleFor,
  statusAfter,
  statusNames,
  whyNot,
  type ReturnAction,
  type ReturnActor,
  type ReturnState,
  type ReturnStatus,
} from '@inclusion/shared/returns'
import { tiers, type Tier } from '@inclusion/shared/framework/tiers'
import { problems } from '@inclusion/shared/problems'
import { allowed, type Role } from '@inclusion/shared/roles'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** The table of architecture, written down a second time: action, from, to. `*` is where it was sent from. */
const table = `
edit               not-started        in-progress
edit               in-progress        in-progress
edit               changes-requested  changes-requested
send-for-sign-off  in-progress        awaiting-sign-off
send-for-sign-off  changes-requested  awaiting-sign-off
decline            awaiting-sign-off  *
submit             awaiting-sign-off  submitted
withdraw           submitted          *
take               submitted          submitted
hand-over          submitted          submitted
decide-figures     submitted          submitted
request-changes    submitted          changes-requested
accept             submitted          accepted
ask-to-reopen      accepted           accepted
decline-reopening  accepted           accepted
reopen             accepted           changes-requested`

const lightTable = `${table
  .split('\n')
  .filter((row) => !/^(send-for-sign-off|submit) /.test(row))
  .join('\n')}
submit             in-progress        submitted
submit             changes-requested  submitted`

type Edge = [action: string, from: string, to: string]
const edgesOf = (rows: string): Edge[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => row.split(/\s+/) as Edge)
const edges = (tier: Tier): Edge[] => edgesOf(tier === 'light' ? lightTable : table)

/** The people of one return. Each holds one role; the second of a kind is another person. */
const cast = {
  lead: 'lead',
  'other-lead': 'lead',
  certifier: 'certifier',
  'other-certifier': 'certifier',
  evaluator: 'evaluator',
  'other-evaluator': 'evaluator',
  head: 'head',
  'programme-manager': 'programme-manager',
  administrator: 'administrator',
  reader: 'reader',
} as const satisfies Record<string, Role>
type Person = keyof typeof cast
const people = Object.keys(cast) as Person[]

const actor = (personId: Person): ReturnActor => ({
  personId,
  may: (capability) => allowed[capability].some((role) => role === cast[personId]),
})

const blank = (tier: Tier): ReturnState => ({
  tier,
  status: 'not-started',
  sentFrom: null,
  sentBy: null,
  submittedBy: null,
  takenBy: null,
  filers: [],
  reopenAsked: false,
})

/** What the service writes with each action, in a few words: who sent, who submitted, who holds it. */
function after(action: ReturnAction, state: ReturnState, person: Person): ReturnState {
  const moved = { ...state, status: statusAfter(action, state) }
  const from = state.status === 'changes-requested' ? 'changes-requested' : 'in-progress'
  switch (action) {
    case 'send-for-sign-off':
      return { ...moved, sentFrom: from, sentBy: person }
    case 'decline':
      return { ...moved, sentBy: null }
    case 'submit':
      return {
        ...moved,
        submittedBy: person,
        sentBy: state.sentBy ?? person,
        sentFrom: state.status === 'awaiting-sign-off' ? state.sentFrom : from,
      }
    case 'withdraw':
    case 'request-changes':
    case 'reopen':
      return { ...moved, sentBy: null, submittedBy: null, takenBy: null, reopenAsked: false }
    case 'ask-to-reopen':
    case 'decline-reopening':
      return { ...moved, reopenAsked: action === 'ask-to-reopen' }
    case 'take':
      return { ...moved, takenBy: person }
    case 'hand-over':
      return { ...moved, takenBy: receiverOf(state, person) }
    case 'edit':
    case 'decide-figures':
      return moved
    case 'accept':
      return { ...moved, reopenAsked: false }
  }
}

/** The service refuses a receiver who filed it: then it goes back to the queue. */
function receiverOf({ sentBy, submittedBy, takenBy, filers }: ReturnState, person: Person): string | null {
  const barred = [sentBy, submittedBy, takenBy, ...filers, person]
  return ['evaluator', 'other-evaluator'].find((each) => !barred.includes(each)) ?? null
}

const tier = fc.constantFrom(...tiers)
const action = fc.constantFrom(...returnActions)
const person = fc.constantFrom(...people)
const someone = fc.constantFrom(null, ...people)
const state: fc.Arbitrary<ReturnState> = fc.record({
  tier,
  status: fc.constantFrom(...returnStatuses),
  sentFrom: fc.constantFrom('in-progress' as const, 'changes-requested' as const, null),
  sentBy: someone,
  submittedBy: someone,
  takenBy: someone,
  filers: fc.subarray(people),
  reopenAsked: fc.boolean(),
})

describe.each(tiers)('every status x every action, %s tier', (given) => {
  const mighty: ReturnActor = { personId: 'somebody', may: () => true }

  test.each(returnStatuses)('from %s', (status) => {
    for (const each of returnActions) {
      const sentFrom = 'changes-requested' as const
      const held = ['decide-figures', 'request-changes', 'accept', 'hand-over'].includes(each)
      const reviewed = { takenBy: held ? 'somebody' : null, reopenAsked: each === 'decline-reopening' }
      const now: ReturnState = { ...blank(given), status, sentFrom, ...reviewed }
      const edge = edges(given).find(([name, from]) => name === each && from === status)
      const expected = edge ? (edge[2] === '*' ? sentFrom : edge[2]) : null
      expect(can(each, now, mighty) ? statusAfter(each, now) : null, each).toBe(expected)
    }
  })
})

describe('random walks', () => {
  type Step = { action: ReturnAction; person: Person }
  const everyStep = returnActions.flatMap((each) =>
    people.map((who): Step => ({ action: each, person: who })),
  )
  /** At each state, which of the steps that are allowed there to take. */
  const walk = fc.array(fc.nat(1_000), { maxLength: 40 })

  function follow(
    start: ReturnState,
    choices: number[],
  ): { before: ReturnState; step: Step; now: ReturnState }[] {
    let before = start
    return choices.flatMap((choice) => {
      const open = everyStep.filter((each) => can(each.action, before, actor(each.person)))
      const step = open[choice % open.length]
      if (!step) return []
      const taken = { before, step, now: after(step.action, before, step.person) }
      before = taken.now
      return [taken]
    })
  }

  test('never leave the table', () => {
    fc.assert(
      fc.property(tier, walk, (given, steps) => {
        for (const { before, step, now } of follow(blank(given), steps)) {
          const edge = edges(given).find(([name, from]) => name === step.action && from === before.status)
          expect(edge).toBeDefined()
          expect(now.status).toBe(edge![2] === '*' ? before.sentFrom : edge![2])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('keep apart those who must be apart', () => {
    fc.assert(
      fc.property(tier, walk, (given, steps) => {
        for (const { step, now } of follow(blank(given), steps)) {
          const { status, sentBy, submittedBy, takenBy } = now
          const filed = status === 'submitted' || status === 'accepted'
          const filedByAccepter = step.action === 'accept' && [sentBy, submittedBy].includes(step.person)
          expect({
            certifiedBySender: given !== 'light' && submittedBy !== null && submittedBy === sentBy,
            filedByNobody: filed && submittedBy === null,
            filedByAccepter,
            heldButNotFiled: takenBy !== null && !filed,
          }).toEqual({
            certifiedBySender: false,
            filedByNobody: false,
            filedByAccepter: false,
            heldButNotFiled: false,
          })
        }
      }),
      { numRuns: 500 },
    )
  })

  test('in the light tier nothing ever awaits sign-off', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const seen = follow(blank('light'), steps).map(({ now }) => now.status)
        expect(seen).not.toContain('awaiting-sign-off')
      }),
    )
  })

  test('reach every status, so that none is there in vain', () => {
    const reached = new Set<ReturnStatus>(['not-started'])
    fc.assert(
      fc.property(fc.constantFrom('standard' as const, 'enhanced' as const), walk, (given, steps) => {
        for (const { now } of follow(blank(given), steps)) reached.add(now.status)
      }),
      { numRuns: 1_000 },
    )
    expect([...reached].toSorted()).toEqual([...returnStatuses].toSorted())
  })
})

describe('whyNot', () => {
  test('says the same each time, says nothing exactly when the act may be done, and changes nothing', () => {
    fc.assert(
      fc.property(action, state, person, (what, given, who) => {
        const kept = structuredClone(given)
        const answer = whyNot(what, given, actor(who))
        expect(whyNot(what, given, actor(who))).toBe(answer)
        expect(can(what, given, actor(who))).toBe(answer === null)
        expect(given).toEqual(kept)
      }),
    )
  })

  test('gives a reason of the catalogue', () => {
    fc.assert(
      fc.property(action, state, person, (what, given, who) => {
        const answer = whyNot(what, given, actor(who))
        expect(answer === null || answer in problems).toBe(true)
      }),
    )
  })

  test('tells who may not act nothing of the return', () => {
    fc.assert(
      fc.property(action, state, state, person, (what, left, right, who) => {
        const same = { ...right, tier: left.tier }
        fc.pre(!actor(who).may(ruleFor(what, left.tier).who))
        expect(whyNot(what, left, actor(who))).toBe('not-yours-to-do')
        expect(whyNot(what, same, actor(who))).toBe('not-yours-to-do')
      }),
    )
  })

  test('refuses a status that the table does not have for the action', () => {
    fc.assert(
      fc.property(action, state, person, (what, given, who) => {
        fc.pre(!edges(given.tier).some(([name, from]) => name === what && from === given.status))
        expect(can(what, given, actor(who))).toBe(false)
      }),
    )
  })

  /** What nobody does to a return of which they filed any version. */
  const reviewing: readonly ReturnAction[] = [
    ...(['take', 'hand-over', 'decide-figures', 'request-changes', 'accept'] as const),
    ...(['decline-reopening', 'reopen'] as const),
  ]

  test('has nobody certify what they sent, nor review what they filed', () => {
    fc.assert(
      fc.property(state, person, (given, who) => {
        const open = returnActions.filter((each) => can(each, given, actor(who)))
        const filed = [given.sentBy, given.submittedBy, ...given.filers].includes(who)
        const barred: ReturnAction[] = [
          ...(given.tier !== 'light' && given.sentBy === who ? (['submit'] as const) : []),
          ...(filed ? reviewing : []),
          ...(given.takenBy === who ? [] : (['decide-figures', 'request-changes', 'accept'] as const)),
          ...(given.takenBy === null ? (['hand-over'] as const) : (['withdraw', 'take'] as const)),
          given.reopenAsked ? 'ask-to-reopen' : 'decline-reopening',
        ]
        expect(open.filter((each) => barred.includes(each))).toEqual([])
      }),
    )
  })
})

describe('what is unlocked', () => {
  test('only named figures in changes-requested; everything elsewhere', () => {
    const locator = fc.constantFrom('APM-OP1', 'APM-OP2', 'APM-OP2:sex:female', 'APM-OC4@100006')
    fc.assert(
      fc.property(
        fc.constantFrom(...returnStatuses),
        fc.array(locator),
        locator,
        (status, unlocked, figure) => {
          const open = status !== 'changes-requested' || unlocked.includes(figure)
          expect(isUnlocked(status, unlocked, figure)).toBe(open)
        },
      ),
    )
  })
})

test('every status has a name and a holder, and whoever holds it can move it', () => {
  const movers = { borough: 'lead', certifier: 'certifier', RMEL: 'evaluator', nobody: null } as const
  for (const status of returnStatuses) {
    expect(statusNames[status]).toMatch(/^[A-Z]/)
    const mover = movers[holderOf(status)]
    const now: ReturnState = { ...blank('standard'), status, sentFrom: 'in-progress', sentBy: 'other-lead' }
    const may = mover === null || returnActions.some((each) => can(each, now, actor(mover)))
    expect(may, status).toBe(true)
  }
})

test('the id of a return is its grant and its period', () => {
  const id = returnId('APM-E09000007', 'FY2025-26-Q3')
  expect(id).toBe('APM-E09000007-FY2025-26-Q3')
  expect(ReturnId.safeParse(id).success).toBe(true)
  expect(ReturnId.safeParse('APM-E09000007').success).toBe(false)
})
