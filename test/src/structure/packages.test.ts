import { describe, expect, test } from 'vitest'
import {
  filesLike,
  importsOf,
  manifestOf,
  packages,
  serviceSources,
  sourcesOf,
  textOf,
  type Package,
} from './repository.ts'

/** Five packages, one direction (ARCHITECTURE.md). */
const mayImport: Record<Package, readonly Package[]> = {
  shared: [],
  db: ['shared'],
  server: ['shared', 'db'],
  client: ['shared', 'server'],
  test: ['shared', 'db', 'server', 'client'],
}

const packageOf = (specifier: string): string | undefined => /^@inclusion\/([^/]+)/.exec(specifier)?.[1]

describe.each(packages)('package %s', (name) => {
  const imports = sourcesOf(name).flatMap(importsOf)

  test('imports only the packages that it may', () => {
    const wrong = imports.filter(({ from }) => {
      const other = packageOf(from)
      return other !== undefined && !mayImport[name].some((allowed) => allowed === other)
    })
    expect(wrong).toEqual([])
  })

  test('lists no package that it may not import', () => {
    const { dependencies, devDependencies } = manifestOf(name)
    const listed = Object.keys({ ...dependencies, ...devDependencies }).map(packageOf)
    const ours = listed.filter((other) => other !== undefined)
    expect(mayImport[name]).toEqual(expect.arrayContaining(ours))
  })

  test('stays inside its folder when an import is relative', () => {
    const depth = (file: string) => file.split('/').length - 2
    const leaves = imports.filter(
      ({ file, from }) => from.startsWith('.') && (from.match(/\.\.\//g) ?? []).length >= depth(file) + 1,
    )
    expect(leaves).toEqual([])
  })

  test('names relative imports by their file', () => {
    const vague = imports.filter(({ from }) => from.startsWith('.') && !/\.(tsx?|json|s?css)$/.test(from))
    expect(vague).toEqual([])
  })
})

test('the client takes types only from the server', () => {
  const values = sourcesOf('client')
    .flatMap(importsOf)
    .filter(({ from, typesOnly }) => packageOf(from) === 'server' && !typesOnly)
  expect(values).toEqual([])
})

test('shared has no input, no output and no framework', () => {
  const allowed = /^(\.|zod$|canonicalize$)/
  const others = sourcesOf('shared')
    .flatMap(importsOf)
    .filter(({ from }) => !allowed.test(from))
  expect(others).toEqual([])
})

test('only the client, and the tests of it, know the DOM', () => {
  const knowing = packages.filter((name) => /"dom/.test(textOf(`${name}/tsconfig.json`)))
  expect(knowing).toEqual(['client', 'test'])
  expect(textOf('tsconfig.base.json')).not.toMatch(/"dom/)
})

test('dependencies are pinned, and one version serves everywhere', () => {
  const versions = new Map<string, Set<string>>()
  for (const name of ['.', ...packages] as const) {
    const { dependencies, devDependencies } = manifestOf(name)
    for (const [dependency, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, `${dependency} in ${name}`).toMatch(/^(\d+\.\d+\.\d+|workspace:\*)$/)
      versions.set(dependency, (versions.get(dependency) ?? new Set()).add(version))
    }
  }
  expect([...versions].filter(([, used]) => used.size > 1)).toEqual([])
})

test('no drawers for odds and ends, no barrels, no default exports', () => {
  const drawers = /(^|\/)(utils?|common|helpers?|misc|lib)(\/|\.tsx?$)/
  expect(serviceSources().filter((file) => drawers.test(file))).toEqual([])
  expect(filesLike('{shared,db,server,client}/src/**/index.{ts,tsx}')).toEqual([])
  const passesOn = /^export\s+(type\s+)?(\*|\{[^}]*\})\s+from\s/m
  expect(serviceSources().filter((file) => passesOn.test(textOf(file)))).toEqual([])
  const byDefault = /^export default\b/m
  expect(serviceSources().filter((file) => byDefault.test(textOf(file)))).toEqual([])
})

test('every file begins by saying what it is', () => {
  const silent = sourcesOf('shared', 'db', 'server').filter((file) => !textOf(file).startsWith('/**'))
  expect(silent).toEqual([])
})
