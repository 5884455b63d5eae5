import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const commands = fileURLToPath(import.meta.resolve('@inclusion/db/commands'))
const folder = mkdtempSync(join(tmpdir(), 'returns-commands-'))
const file = join(folder, 'data', 'returns.sqlite')

function db(given: string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [commands, ...given], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, DATABASE_URL: file, NODE_ENV: 'test', ...env },
  })
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('pnpm db', () => {
  it('migrates, seeds and resets', () => {
    expect(db(['migrate']).stdout).toContain('0001-places-and-programmes')
    expect(db(['migrate']).stdout).toBe('The schema is up to date.\n')
    expect(db(['seed']).stdout).toContain('The reference data is loaded.')
    const reset = db(['reset', '--yes'])
    expect([reset.status, reset.stdout.startsWith('The database was emptied.')]).toEqual([0, true])
    expect(existsSync(file)).toBe(true)
  })

  it.each([
    [['reset'], {}, 'Say so with: pnpm db reset --yes'],
    [['reset', '--yes'], { NODE_ENV: 'production' }, 'Reset is refused in production.'],
    [['new', 'Add releases'], {}, 'small letters and hyphens'],
    [['new'], {}, 'small letters and hyphens'],
    [['sneed'], {}, 'There is no command "sneed".'],
    [['constructor'], {}, 'There is no command "constructor".'],
    [[], {}, 'Use one of:'],
  ])('answers the misuse %j %j in a sentence', (given, env, sentence) => {
    const { status, stdout, stderr } = db(given, env)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain('    at ')
  })
})
