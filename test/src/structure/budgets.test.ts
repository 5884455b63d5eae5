import { describe, expect, test } from 'vitest'
import { filesLike, linesOf, serviceSources, sourcesOf, textOf } from './repository.ts'

describe('sizes', () => {
  const median = (numbers: number[]): number =>
    numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0

  test('the median source file has at most 60 lines, and none more than 300', () => {
    const sizes = serviceSources().map((file) => ({ file, lines: linesOf(file) }))
    expect(median(sizes.map(({ lines }) => lines))).toBeLessThanOrEqual(60)
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([])
  })

  test('no test file has more than 500 lines', () => {
    const sizes = sourcesOf('test').map((file) => ({ file, lines: linesOf(file) }))
    expect(sizes.filter(({ lines }) => lines > 500)).toEqual([])
  })

  test('no stylesheet has more than 300 lines', () => {
    const sizes = filesLike('client/src/**/*.scss').map((file) => ({ file, lines: linesOf(file) }))
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([])
  })
})

describe('what code may not reach for', () => {
  const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const filesWith = (pattern: RegExp, files = serviceSources()): string[] =>
    files.filter((file) => pattern.test(withoutComments(textOf(file))))

  test('time is an argument: only the context, and the start that builds it, read the clock', () => {
    const clock = /new Date\(\s*\)|\bDate\.now\b|\bDate\(\)|performance\.now/
    expect(filesWith(clock)).toEqual(['server/src/context.ts', 'server/src/start.ts'])
  })

  test('nothing is left to chance but ids, codes and secrets', () => {
    expect(filesWith(/Math\.random/)).toEqual([])
    const random = /\brandom(Bytes|Int|UUID)\b/
    expect(filesWith(random, sourcesOf('shared', 'db', 'server'))).toEqual(['server/src/context.ts'])
  })

  test('the environment is read where it is parsed', () => {
    expect(filesWith(/process\.env/, sourcesOf('shared', 'server', 'client'))).toEqual(
      expect.arrayContaining(['server/src/serve.ts', 'server/src/start.ts']),
    )
    expect(filesWith(/process\.env/, sourcesOf('shared', 'client'))).toEqual([])
  })

  test('the linter is obeyed, never silenced, and nothing waits for an owner', () => {
    const silenced = /(oxlint|eslint)-disable|@ts-(ignore|expect-error|nocheck)/
    const all = [...serviceSources(), ...sourcesOf('test')].filter(
      (file) => !file.endsWith('budgets.test.ts'),
    )
    expect(all.filter((file) => silenced.test(textOf(file)))).toEqual([])
    expect(all.filter((file) => /\b(TODO|FIXME|XXX)\b/.test(textOf(file)))).toEqual([])
  })

  test('a write goes through change(): no other file of the server begins a transaction', () => {
    const begins = filesWith(/\.transaction\(\)/, sourcesOf('server'))
    expect(begins).toEqual(['server/src/demonstration/snapshot.ts', 'server/src/trust/change.ts'])
  })

  test('what reads a register can neither send nor keep it', () => {
    const room = sourcesOf('client').filter((file) => file.startsWith('client/src/register/'))
    expect(room.length).toBeGreaterThan(3)
    const sends = /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|importScripts|\bconsole\./
    const keeps = /localStorage|sessionStorage|indexedDB|\bcaches\.|cookie|pushState|replaceState/
    const asks = /from '(\.\.\/)+(api|cache|outcome)\.ts'|from '@tanstack\/react-(query|router)'/
    for (const pattern of [sends, keeps, asks]) expect(filesWith(pattern, room)).toEqual([])
  })

  test('spreadsheets are opened in one place of the browser, and written and read in one each of the server', () => {
    const opens = filesWith(/from '(hucre|papaparse)/, sourcesOf('shared', 'db', 'server', 'client'))
    const rooms = ['client/src/register/decode/', 'server/src/templates/', 'server/src/uploads/']
    expect(opens.filter((file) => !rooms.some((room) => file.startsWith(room)))).toEqual([])
  })

  test('what mentoring alone is called stands in its framework: pages and messages are every programme’s', () => {
    const words = /\bmentors?\b|\bmentoring\b|\bmentored (young|pupil|people)|\bthe mentored\b/i
    const apart =
      /^server\/src\/demonstration\/|^shared\/src\/privacy\/|^shared\/src\/(standards|movements)\/examples/
    const own = sourcesOf('shared', 'server', 'client').filter((file) => !apart.test(file))
    // Headings of a school's own list, which are read and never said.
    expect(filesWith(words, own)).toEqual(['client/src/register/cohort/match-cohort.ts'])
  })

  test('HTML is never taken as text to trust', () => {
    const raw = /dangerouslySetInnerHTML|\.innerHTML|\beval\(|new Function\(|document\.write/
    expect(filesWith(raw)).toEqual([])
  })
})
