import {
  allowed,
  allowedOn,
  capabilities,
  covers,
  holds,
  roles,
  type Actor,
  type Membership,
  type Subject,
} from '@inclusion/shared/roles'
import { totalSessions, type Attendance } from '@inclusion/shared/attendance/counts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const programme = fc.constantFrom('APM', 'CPD')
const gssCode = fc.constantFrom('E09000007', 'E09000012', 'E09000008')
const urn = fc.constantFrom('100006', '134643', '134635')
const capability = fc.constantFrom(...capabilities)

const membership: fc.Arbitrary<Membership> = fc.record({
  role: fc.constantFrom(...roles),
  programme: fc.option(programme),
  gssCode: fc.option(gssCode),
  urn: fc.option(urn),
  startsOn: fc.constant('2025-04-01'),
  endsBefore: fc.constant(null),
})
const subject: fc.Arbitrary<Subject> = fc.record(
  { programme, gssCode, urns: fc.uniqueArray(urn) },
  { requiredKeys: [] },
)
const actorWith = (memberships: Membership[]): Actor => ({
  personId: 'somebody',
  name: 'Somebody',
  memberships,
})
const everywhere = { programme: null, gssCode: null, urn: null }

describe('the scope of a membership', () => {
  test('over everything covers everything', () => {
    fc.assert(
      fc.property(membership, subject, (given, on) => {
        expect(covers({ ...given, ...everywhere }, on)).toBe(true)
      }),
    )
  })

  test('narrowed by a programme covers less, never more', () => {
    fc.assert(
      fc.property(membership, programme, subject, (given, only, on) => {
        const narrow = covers({ ...given, programme: only }, on)
        expect(narrow).toBe(covers({ ...given, programme: null }, on) && on.programme === only)
      }),
    )
  })

  test('of an authority covers that authority and no other', () => {
    fc.assert(
      fc.property(membership, gssCode, subject, (given, own, on) => {
        const lead = { ...given, ...everywhere, gssCode: own }
        expect(covers(lead, on)).toBe(on.gssCode === own)
      }),
    )
  })

  test('of a setting covers what names that setting, whatever its authority, and nothing that names none', () => {
    fc.assert(
      fc.property(membership, urn, subject, (given, own, on) => {
        const head = { ...given, programme: null, urn: own }
        expect(covers(head, on)).toBe(on.urns?.includes(own) ?? false)
      }),
    )
  })
})

describe('what an actor may do', () => {
  test('nothing without a membership', () => {
    fc.assert(
      fc.property(capability, subject, (what, on) => {
        expect(allowedOn(actorWith([]), what, on)).toBe(false)
        expect(holds(actorWith([]), what)).toBe(false)
      }),
    )
  })

  test('on something only what they may do at all, by a role that has it', () => {
    fc.assert(
      fc.property(fc.array(membership), capability, subject, (memberships, what, on) => {
        const actor = actorWith(memberships)
        expect(allowedOn(actor, what, on) && !holds(actor, what)).toBe(false)
        expect(holds(actor, what)).toBe(memberships.some(({ role }) => allowed[what].includes(role)))
      }),
    )
  })

  test('with one role’s capability never in another role’s scope', () => {
    const leadOfCamden = { role: 'lead', gssCode: 'E09000007' } as const
    const certifierOfHackney = { role: 'certifier', gssCode: 'E09000012' } as const
    const dated = { programme: null, urn: null, startsOn: '2025-04-01', endsBefore: null }
    const actor = actorWith([
      { ...dated, ...leadOfCamden },
      { ...dated, ...certifierOfHackney },
    ])
    expect(allowedOn(actor, 'return.edit', { gssCode: 'E09000007' })).toBe(true)
    expect(allowedOn(actor, 'return.edit', { gssCode: 'E09000012' })).toBe(false)
    expect(allowedOn(actor, 'return.certify', { gssCode: 'E09000007' })).toBe(false)
  })

  test('more with another membership, never less', () => {
    fc.assert(
      fc.property(fc.array(membership), membership, capability, subject, (given, another, what, on) => {
        const before = allowedOn(actorWith(given), what, on)
        expect(before && !allowedOn(actorWith([another, ...given]), what, on)).toBe(false)
      }),
    )
  })
})

describe('sessions over the academic years of a period', () => {
  const attendance = (possible: (number | null)[]): Attendance => ({
    urn: '100006',
    cohort: 'mentored',
    sessions: possible.map((count, index) => ({
      academicYear: `202${index}-2${index + 1}`,
      possible: count,
      attended: null,
      authorised: null,
      unauthorised: null,
    })),
    enrolments: null,
    persistent: null,
    severe: null,
    window: null,
  })

  test('are summed, and unknown while one year is', () => {
    expect(totalSessions(attendance([120, 80]), 'possible')).toBe(200)
    expect(totalSessions(attendance([120, null]), 'possible')).toBeNull()
    expect(totalSessions(attendance([]), 'possible')).toBeNull()
    expect(totalSessions(attendance([0, 0]), 'possible')).toBe(0)
  })
})
