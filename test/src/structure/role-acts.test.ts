/** Whatever a person does shows in the review of access that one of their roles is used, or needs no role at all. */
import { roleActs, showsUse } from '@inclusion/shared/access'
import { capabilities, roles, type Role } from '@inclusion/shared/roles'
import { describe, expect, test } from 'vitest'
import { sourcesOf, textOf } from './repository.ts'

/** What anybody does who can sign in, what only reads, and what the service does by itself. */
const byNoRole = ['invitation.accept', 'audit.verify', 'return.open', 'person.left']

const rolesOf = (act: string): Role[] => roles.filter((role) => showsUse(role, act))

describe('the acts of people', () => {
  const server = sourcesOf('server').map(textOf).join('\n')
  const nouns = new Set(Object.values(roleActs).flatMap((acts) => acts.map((act) => act.split('.')[0]!)))
  const called = [...server.matchAll(/actOf\(c, [`']([a-z-]+\.[a-z-]*)/g)].map(([, act]) => act!)
  const named = [...server.matchAll(/'(([a-z-]+)\.[a-z-]+)'/g)].flatMap(([, act, noun]) =>
    nouns.has(noun!) && !capabilities.some((known) => known === act) ? [act!] : [],
  )
  const acts = [...new Set([...called, ...named])].filter((act) => !byNoRole.includes(act)).toSorted()

  test('are found in the server', () => {
    expect(acts.length).toBeGreaterThan(50)
    expect(acts).toEqual(expect.arrayContaining(['return.settle-query', 'window.change', 'amendment.']))
  })

  test.each(acts)('%s shows that a role is used', (act) => {
    expect(rolesOf(act)).not.toEqual([])
  })

  test.each([
    ...['window.change', 'return.extend', 'return.end-extension', 'reminder.send', 'reminder.set-days'].map(
      (act) => [act, ['evaluator', 'programme-manager']] as const,
    ),
    ['return.settle-query', ['evaluator']],
    ['return.decline-reopening', ['evaluator']],
    ['return.hand-over', ['evaluator', 'administrator']],
    ['return.submit', ['lead', 'certifier']],
    ['person.leave', ['lead', 'administrator']],
    ['person.suspend', ['administrator']],
  ] as const)('%s is of the roles that may', (act, expected) => {
    expect(rolesOf(act)).toEqual(expected)
  })

  test('every act of a role is one', () => {
    const known = Object.values(roleActs).flat()
    const isDone = (act: string) =>
      act.endsWith('.') ? acts.some((done) => done.startsWith(act)) : acts.includes(act)
    expect(known.filter((act) => !isDone(act))).toEqual([])
  })
})
