import { actWords } from '@inclusion/client/audit/act-words'
import { blankInvitation, hasBadDay, scopesOf, toSend } from '@inclusion/client/people/drafted-invitation'
import { matching } from '@inclusion/client/people/matching'
import { NewInvitation } from '@inclusion/server/people/new-invitation'
import { roles } from '@inclusion/shared/roles'
import { describe, expect, it } from 'vitest'

const filled = {
  email: 'ana@council.example',
  name: 'Ana New',
  programme: 'APM',
  gssCode: 'E09000007',
  urn: '100001',
  day: '31',
  month: '3',
  year: '2026',
  knowing: false,
}

describe('An invitation', () => {
  it.each(roles)('of the role %s sends the scopes that the service asks for it, and no others', (role) => {
    expect(NewInvitation.safeParse(toSend({ ...filled, role })).success).toBe(true)
  })

  it('drops what was chosen for another role before', () => {
    expect(toSend({ ...filled, role: 'administrator' })).toMatchObject({
      programme: null,
      gssCode: null,
      urn: null,
    })
    expect(toSend({ ...filled, role: 'head' })).toMatchObject({ gssCode: null, urn: '100001' })
  })

  it('sends the day after the last one, and none where none was typed', () => {
    expect(toSend({ ...filled, role: 'reader' }).endsBefore).toBe('2026-04-01')
    expect(toSend({ ...filled, day: '', month: '', year: '', role: 'reader' }).endsBefore).toBeNull()
    expect(hasBadDay({ day: '31', month: '2', year: '2026' })).toBe(true)
    expect(hasBadDay({ day: '', month: ' ', year: '' })).toBe(false)
  })

  it('begins with the only programme that is theirs, else with all', () => {
    expect(blankInvitation([{ code: 'APM' }]).programme).toBe('APM')
    expect(blankInvitation([{ code: null }, { code: 'APM' }]).programme).toBe('')
    expect(scopesOf(null)).toEqual([])
  })
})

describe('Finding a person', () => {
  const person = (name: string, scope: string) => ({
    personId: name,
    name,
    email: `${name.toLowerCase()}@council.example`,
    jobTitle: null,
    suspended: false,
    invented: true,
    memberships: [
      {
        membershipId: name,
        role: 'lead' as const,
        programme: null,
        gssCode: null,
        urn: null,
        scope,
        startsOn: '2025-04-01',
        endsBefore: null,
      },
    ],
  })
  const people = [person('Ruth', 'Camden'), person('Tom', 'Croydon')]

  it('looks for every word in name, email and place', () => {
    expect(matching(people, '').length).toBe(2)
    expect(matching(people, ' camden RUTH ').map(({ name }) => name)).toEqual(['Ruth'])
    expect(matching(people, 'tom@council').map(({ name }) => name)).toEqual(['Tom'])
    expect(matching(people, 'camden tom')).toEqual([])
  })
})

describe('An act of the audit trail', () => {
  it('is named in words', () => {
    expect(actWords('return.save-figures')).toBe('Return: save figures')
    expect(actWords('sign-in')).toBe('Sign in')
  })
})
