import { authorities } from '@inclusion/db/reference/authorities'
import { migrationsFor } from '@inclusion/db/migrations/migrations'
import { boroughPeople, mainPeople } from '@inclusion/server/demonstration/people'
import { permissions } from '@inclusion/server/http/permissions'
import { problems } from '@inclusion/shared/problems'
import { returnActions, returnRules, ruleFor } from '@inclusion/shared/returns'
import { allowed, capabilities, roles } from '@inclusion/shared/roles'
import { describe, expect, test } from 'vitest'
import { filesLike, sourcesOf, textOf } from './repository.ts'

describe('the catalogue of problems', () => {
  const server = [
    ...sourcesOf('server'),
    ...['shared/src/returns.ts', 'shared/src/standards/editions.ts'],
    'shared/src/framework/amendment-actions.ts',
  ]
    .map(textOf)
    .join('\n')

  test.each(Object.keys(problems))('%s is given somewhere', (type) => {
    expect(server.includes(`'${type}'`)).toBe(true)
  })

  test.each(Object.entries(problems))('%s reads as a sentence', (_, { title, status }) => {
    expect(title).toMatch(/^[A-Z].*\.$/)
    expect(title.length).toBeLessThanOrEqual(110)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThanOrEqual(599)
  })

  test('no two say the same', () => {
    const titles = Object.values(problems).map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })
})

describe('capabilities', () => {
  const inTable = new Set(permissions.flatMap(({ who }) => who))
  const inRules = new Set(
    returnActions.flatMap((action) => [ruleFor(action, 'light').who, ruleFor(action, 'standard').who]),
  )

  test.each(capabilities)('%s opens a route or an action, and somebody holds it', (capability) => {
    expect(inTable.has(capability) || inRules.has(capability)).toBe(true)
    expect(allowed[capability].length).toBeGreaterThan(0)
  })

  test('a route asks for no capability that there is not', () => {
    const asked = [...inTable].filter((who) => who !== 'anyone' && who !== 'signed-in')
    expect(capabilities).toEqual(expect.arrayContaining(asked))
  })

  test('whoever files does not review, and whoever reads published evidence does nothing else', () => {
    const holding = (role: (typeof roles)[number]) =>
      capabilities.filter((capability) => allowed[capability].includes(role))
    for (const role of ['lead', 'certifier', 'head'] as const)
      expect(holding(role)).not.toContain('return.review')
    expect(
      holding('evaluator').filter((capability) => /^re(turn|port)\.(edit|certify|submit)/.test(capability)),
    ).toEqual([])
    expect(holding('reader')).toEqual([])
  })

  test('every action of a return has its rule', () => {
    expect(Object.keys(returnRules)).toEqual([...returnActions])
  })
})

describe('migrations', () => {
  const files = filesLike('db/src/migrations/[0-9]*.ts').map((path) => path.split('/').at(-1)!.slice(0, -3))

  test('every file is listed, in order and without a gap', () => {
    for (const engine of ['sqlite', 'postgres'] as const)
      expect(Object.keys(migrationsFor(engine))).toEqual(files)
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, index) => index + 1))
  })

  test('a migration imports nothing, so that no change of code changes it', () => {
    const importing = filesLike('db/src/migrations/[0-9]*.ts').filter((path) => /^import/m.test(textOf(path)))
    expect(importing).toEqual([])
  })
})

describe('the people of the demonstration', () => {
  const boroughs = authorities.filter(({ isBorough }) => isBorough === 1)
  const people = [
    ...mainPeople,
    ...boroughs.flatMap(({ gssCode, name }, index) => boroughPeople({ gssCode, name, trains: true }, index)),
  ]

  test('each has an id of their own, fit for an address', () => {
    const ids = people.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)+$/.test(id))).toEqual([])
  })

  test('every borough has a lead and a certifier, and they are two people', () => {
    for (const { gssCode, name } of boroughs) {
      const holding = (role: string) =>
        people.filter(({ memberships }) =>
          memberships.some((membership) => membership.role === role && membership.gssCode === gssCode),
        )
      expect(holding('lead').length, name).toBeGreaterThan(0)
      expect(holding('certifier').length, name).toBeGreaterThan(0)
      expect(holding('lead').filter((person) => holding('certifier').includes(person))).toEqual([])
    }
  })

  test('every role is held by somebody', () => {
    const held = new Set(people.flatMap(({ memberships }) => memberships.map(({ role }) => role)))
    expect([...held].toSorted()).toEqual([...roles].toSorted())
  })
})
