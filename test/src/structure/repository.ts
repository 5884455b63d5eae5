/** The repository as text: its files, and what each imports. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../', import.meta.url))
export const packages = ['shared', 'db', 'server', 'client', 'test'] as const
export type Package = (typeof packages)[number]

const passedOver = ['**/node_modules/**', '**/dist/**']

/** Paths from the root, in order. */
export const filesLike = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, exclude: passedOver }).toSorted()

export const textOf = (path: string): string => readFileSync(`${root}/${path}`, 'utf8')

export const linesOf = (path: string): number => textOf(path).trimEnd().split('\n').length

/** The TypeScript of some packages. */
export const sourcesOf = (...names: Package[]): string[] =>
  names.flatMap((name) => filesLike(`${name}/src/**/*.{ts,tsx}`))

/** What the service is made of: everything but tests. */
export const serviceSources = (): string[] => sourcesOf('shared', 'db', 'server', 'client')

export type Import = { file: string; from: string; typesOnly: boolean }

const statement = /^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'/gm
const dynamic = /\bimport\(\s*['"`]([^'"`]+)/g

/** Every import of a file, by statement or by call. */
export function importsOf(file: string): Import[] {
  const text = textOf(file)
  const stated = [...text.matchAll(statement)].map(([, type, from]) => ({
    file,
    from: from!,
    typesOnly: type !== undefined,
  }))
  const called = [...text.matchAll(dynamic)].map(([, from]) => ({ file, from: from!, typesOnly: false }))
  return [...stated, ...called]
}

export type Manifest = {
  name: string
  scripts?: Record<string, string>
  exports?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

/** A `package.json`: of a package, or of the root. */
export const manifestOf = (folder: Package | '.'): Manifest =>
  JSON.parse(textOf(`${folder}/package.json`)) as Manifest
