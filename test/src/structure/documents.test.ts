import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { authorities } from '@inclusion/db/reference/authorities'
import { mentoringDefinitions } from '@inclusion/db/reference/framework/mentoring'
import { trainingDefinitions } from '@inclusion/db/reference/framework/training'
import { mentoringGrants } from '@inclusion/db/reference/grants/mentoring'
import { trainingGrants } from '@inclusion/db/reference/grants/training'
import { programmes } from '@inclusion/db/reference/programmes'
import { version } from '@inclusion/server/context'
import { boroughPeople, mainPeople } from '@inclusion/server/demonstration/people'
import { CheckRule } from '@inclusion/shared/standards/check'
import { referenceEdition1 } from '@inclusion/shared/standards/edition-1'
import { workedExamples } from '@inclusion/shared/standards/examples'
import { describe, expect, test } from 'vitest'
import { filesLike, manifestOf, packages, root, serviceSources, sourcesOf, textOf } from './repository.ts'

const documents = [...filesLike('*.md'), ...filesLike('{docs,db}/**/*.md')]
const readme = textOf('README.md')

describe('links', () => {
  const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '')
  const anchorsOf = (path: string): string[] =>
    [...withoutCode(textOf(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .trim()
        .replace(/\s/g, '-'),
    )

  test.each(documents)('%s: every relative link leads somewhere', (path) => {
    const links = [...withoutCode(textOf(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
    const broken = links.filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : normalize(join(dirname(path), file))
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && !anchorsOf(target).includes(anchor)
    })
    expect(broken).toEqual([])
  })

  test.each(documents)('%s: every file that it names is there', (path) => {
    const named = [...textOf(path).matchAll(/`((?:shared|db|server|client|test|docs)\/[\w./*-]+)`/g)]
    const lost = named.map(([, file]) => file!).filter((file) => !isThere(file))
    expect(lost).toEqual([])
  })

  /** A folder or a file; what is built is not there before it is built. */
  const isThere = (file: string): boolean =>
    file === 'client/dist' || existsSync(join(root, file)) || filesLike(file).length > 0
})

describe('commands', () => {
  const scripts = Object.keys(manifestOf('.').scripts ?? {})
  const commandsIn = (text: string): string[] => [
    ...new Set([...text.matchAll(/(?:`pnpm|pnpm@12) ([a-z][a-z-]*)/g)].map(([, command]) => command!)),
  ]

  test.each(documents)('%s: every command that it names exists', (path) => {
    expect(scripts).toEqual(expect.arrayContaining(commandsIn(textOf(path))))
  })

  test('every command is in the README', () => {
    expect(commandsIn(readme)).toEqual(expect.arrayContaining(scripts))
  })

  test('every command of the database is in the README', () => {
    const usage = [...textOf('db/src/commands.ts').matchAll(/^ {2}(pnpm db [a-z]+)/gm)].map(
      ([, command]) => command!,
    )
    expect(usage).toHaveLength(4)
    for (const command of usage) expect(readme).toContain(`\`${command}`)
  })

  test('a suite that the README names is a project of the tests', () => {
    const [, list = ''] = /runs one suite: ([^|]+?) \|/.exec(readme) ?? []
    const projects = [...textOf('vitest.config.ts').matchAll(/project\('(\w+)'/g)].map(([, name]) => name!)
    expect(list.split(/, | or /).toSorted()).toEqual(projects.toSorted())
  })

  test('every setting of the service is in the README, and no other', () => {
    const read = [...textOf('server/src/env.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!)
    const told = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!)
    expect(told.toSorted()).toEqual([...new Set(read)].toSorted())
  })
})

describe('facts', () => {
  const definitions = [...mentoringDefinitions, ...trainingDefinitions]
  const grants = [...mentoringGrants, ...trainingGrants]
  const trained = new Set(trainingGrants.map(({ gssCode }) => gssCode))
  const others = authorities
    .filter(({ isBorough }) => isBorough === 1)
    .flatMap(({ gssCode, name }, index) =>
      boroughPeople({ gssCode, name, trains: trained.has(gssCode) }, index),
    )
  const { checks, clauses } = referenceEdition1

  test.each([
    ['README.md', `${grants.length} grants in ${authorities.length} London authorities`],
    ['README.md', `${definitions.length} indicators and ${checks.length} checks`],
    ['README.md', `The ${mainPeople.length + others.length} people`],
    ['docs/checks.md', `${clauses.length} clauses and ${checks.length} checks`],
    ['ARCHITECTURE.md', 'a body of at most 1 MB'],
    ['CHANGELOG.md', `## ${version}`],
  ])('%s says "%s"', (path, fact) => {
    expect(textOf(path)).toContain(fact)
  })

  test('one version everywhere', () => {
    const versions = ['.', ...packages].map(
      (name) => (JSON.parse(textOf(`${name}/package.json`)) as { version: string }).version,
    )
    expect([...new Set(versions)]).toEqual([version])
  })

  test('whoever the README names is of the demonstration; so is every programme', () => {
    const named = [...readme.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, name]) => name!)
    expect(named.length).toBeGreaterThan(3)
    expect(mainPeople.map(({ name }) => name)).toEqual(expect.arrayContaining(named))
    for (const { name } of programmes) expect(readme).toContain(name)
  })

  test('every word of code in the glossary is in the code', () => {
    const code = serviceSources().map(textOf).join('\n')
    const rows = textOf('docs/glossary.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
    const words = rows.flatMap((row) =>
      [
        ...row
          .split('|')
          .at(-2)!
          .matchAll(/`([A-Za-z_]+)(?:\(\))?`/g),
      ].map(([, word]) => word!),
    )
    expect(words.length).toBeGreaterThan(30)
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(code))).toEqual([])
  })

  test('the glossary is in order', () => {
    const words = [...textOf('docs/glossary.md').matchAll(/^\| ([A-Z][^|]*?) \|/gm)]
      .map(([, word]) => word!)
      .filter((word) => word !== 'Word')
    expect(words).toEqual(words.toSorted((left, right) => left.localeCompare(right, 'en')))
  })
})

describe('docs/data-model.md', () => {
  const text = textOf('docs/data-model.md')
  const migrations = filesLike('db/src/migrations/[0-9]*.ts').map(textOf).join('\n')
  // A migration that changes a table's constraints makes it anew.
  const tables = [...new Set([...migrations.matchAll(/^CREATE TABLE (\w+)/gm)].map(([, table]) => table!))]
  /** Pairs of tables, the one that refers first. */
  const created = [...migrations.matchAll(/^CREATE TABLE (\w+) \(([\s\S]*?)\n\) STRICT/gm)].flatMap(
    ([, table, body]) => [...body!.matchAll(/REFERENCES (\w+)/g)].map(([, other]) => `${table} ${other}`),
  )
  const added = [...migrations.matchAll(/^ALTER TABLE (\w+) ADD COLUMN .* REFERENCES (\w+)/gm)].map(
    ([, table, other]) => `${table} ${other}`,
  )
  const references = [...new Set([...created, ...added])]

  test('describes every table once, and no other', () => {
    const described = [...text.matchAll(/^- \*\*`(\w+)`\*\*: /gm)].map(([, table]) => table!)
    expect(described.toSorted()).toEqual(tables.toSorted())
  })

  test('draws what refers to what as the database has it', () => {
    const drawn = [...text.matchAll(/^ {2}(\w+) [|o}]+--[|o{]+ (\w+) :/gm)].map(
      ([, one, many]) => `${many} ${one}`,
    )
    expect(drawn.length).toBeGreaterThan(30)
    // The head of the chain holds no key: it is compared, not joined.
    const wrong = drawn.filter((pair) => !references.includes(pair) && pair !== 'audit_events audit_head')
    expect(wrong).toEqual([])
  })

  test('what it calls never changed is append-only', () => {
    const frozen = [...text.matchAll(/^- \*\*`(\w+)`\*\*: .*can be added(?: to)?, never changed/gm)].map(
      ([, table]) => table!,
    )
    const appendOnly = [...migrations.matchAll(/appendOnly = \[([^\]]*)\]/g)].flatMap(([, list]) =>
      [...list!.matchAll(/'(\w+)'/g)].map(([, table]) => table!),
    )
    expect(frozen.toSorted()).toEqual(appendOnly.toSorted())
  })
})

describe('docs/checks.md', () => {
  const sections = textOf('docs/checks.md').split(/^### /m).slice(1)
  const sectionOf = (kind: string) => sections.find((section) => section.startsWith(`\`${kind}\``)) ?? ''
  const kinds = CheckRule.options.map((option) => option.shape.kind.value)
  const paragraphOf = (kind: string) => sectionOf(kind).split('\n\n')[1] ?? ''

  test('has a section for every kind of check, and no other', () => {
    const described = sections.map((section) => /^`([a-z-]+)`/.exec(section)?.[1] ?? '')
    expect(described.toSorted()).toEqual(kinds.toSorted())
  })

  test.each(kinds)('%s has a paragraph that names its checks, and a worked example of each', (kind) => {
    const codes = referenceEdition1.checks.filter(({ rule }) => rule.kind === kind).map(({ code }) => code)
    const [first = '', last = ''] = [codes[0], codes.at(-1)]
    expect(paragraphOf(kind)).toMatch(
      new RegExp(codes.length === 1 ? `^Check ${first}\\. ` : `^Checks ${first} (and|to) ${last}\\. `),
    )
    expect(paragraphOf(kind).length).toBeGreaterThan(40)
    for (const code of codes)
      expect(workedExamples.filter(({ check }) => check === code).length, code).toBeGreaterThanOrEqual(3)
  })
})

describe('decisions', () => {
  const decisions = filesLike('docs/decisions/*.md')

  test('are numbered without a gap', () => {
    const numbers = decisions.map((path) => Number(path.split('/').at(-1)!.slice(0, 4)))
    expect(numbers).toEqual(decisions.map((_, index) => index + 1))
  })

  test.each(decisions)('%s has a title, a status, and half a page', (path) => {
    const number = path.split('/').at(-1)!.slice(0, 4)
    expect(textOf(path)).toMatch(
      new RegExp(`^# ${number}\\. [^\\n]+\\n\\nStatus: (accepted|superseded by \\d{4})\\n`),
    )
    expect(textOf(path).split(/\s+/).length).toBeLessThanOrEqual(260)
  })
})

test('nothing in the repository knows the machine it was made on', () => {
  const machine = /(^|[^\w.])\/(work|home|root|Users)\/\w/m
  const written = [...documents, ...serviceSources(), ...sourcesOf('test'), 'package.json', '.ci/run']
  expect(written.filter((path) => machine.test(textOf(path)))).toEqual([])
})
