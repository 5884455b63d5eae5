/**
 * A real PostgreSQL for the tests: the server at TEST_DATABASE_URL, or a throw-away cluster from the
 * local binaries. Each test file takes a database of its own with `freshDatabase`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'

export type RunningPostgres = { url: string; stop: () => Promise<void> }

type Account = { uid?: number; gid?: number }

const attempts = 3
const startTimeout = 120_000
const pause = 100
const installed = '/usr/lib/postgresql'

// Nothing in a throw-away cluster has to survive a power cut.
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

// The cluster ends, and its folder goes, when the pipe from the test process closes: so also when that is killed.
const keeper = `
  folder=$1
  shift
  "$@" >"$folder/log" 2>&1 &
  server=$!
  cat >/dev/null
  kill -INT $server 2>/dev/null
  wait $server
  rm -rf "$folder"`

/**
 * A server to make test databases on; the caller stops it. Answers null, after saying so, where there is
 * none; with REQUIRE_POSTGRES=1 that is an error.
 */
export async function startPostgres(): Promise<RunningPostgres | null> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, stop: async () => {} }
  const binaries = findBinaries()
  if (!binaries) return skip('its binaries were not found (Debian package postgresql)')
  const account = serverAccount()
  if (!account) return skip('it refuses to run as root and there is no user called postgres')
  try {
    return await startCluster(binaries, account)
  } catch (error) {
    return skip(`it did not start: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function skip(reason: string): null {
  const sentence = `PostgreSQL was SKIPPED: ${reason}.`
  if (process.env['REQUIRE_POSTGRES'] === '1') throw new Error(`${sentence} REQUIRE_POSTGRES=1 forbids that.`)
  console.warn(`\n*** ${sentence} Set TEST_DATABASE_URL to use a server of your own. ***\n`)
  return null
}

function findBinaries(): string | null {
  const versions = existsSync(installed) ? readdirSync(installed) : []
  const folders = versions
    .toSorted((left, right) => Number(right) - Number(left))
    .map((version) => join(installed, version, 'bin'))
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  if (asked.status === 0) folders.push(asked.stdout.trim())
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

/** The account that owns the cluster: one's own, or postgres in place of root. */
function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return null
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** Tries again elsewhere when another process took the port between the look and the start. */
async function startCluster(binaries: string, account: Account, left = attempts): Promise<RunningPostgres> {
  const folder = makeCluster(binaries, account)
  const port = await freePort()
  const { stop, ended } = keepServer(binaries, { folder, port, account })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const problem = await untilReady(url, folder, ended)
  if (problem === null) return { url, stop }
  await stop()
  if (left > 1 && problem.includes('could not bind')) return startCluster(binaries, account, left - 1)
  throw new Error(problem)
}

function makeCluster(binaries: string, account: Account): string {
  const folder = mkdtempSync(join(tmpdir(), 'returns-postgres-'))
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid)
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...account, cwd: folder, encoding: 'utf8' },
  )
  if (made.status === 0) return folder
  rmSync(folder, { recursive: true, force: true })
  throw new Error(made.error?.message ?? made.stderr.trim())
}

type Server = { folder: string; port: number; account: Account }

function keepServer(binaries: string, { folder, port, account }: Server) {
  const options = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    ...settings,
  ]
  const command = [join(binaries, 'postgres'), '-D', join(folder, 'data')]
  const child = spawn(
    'sh',
    ['-c', keeper, 'sh', folder, ...command, ...options.flatMap((option) => ['-c', option])],
    { ...account, cwd: folder, detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  )
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
  // A test process that has finished does not wait for the cluster: its pipe closes, and that ends it.
  child.unref()
  const stop = async (): Promise<void> => {
    child.ref()
    child.stdin.end()
    await ended
  }
  return { stop, ended }
}

/** Null when the server answers, or the reason why it does not. */
async function untilReady(url: string, folder: string, ended: Promise<void>): Promise<string | null> {
  const log = (): string => {
    const path = join(folder, 'log')
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  }
  const waits = startTimeout / pause
  for (let turn = 0; turn < waits; turn += 1) {
    if (await answers(url)) return null
    if (/FATAL/.test(log().replace(/FATAL: {2}the database system is starting up/g, ''))) return log()
    if ((await Promise.race([ended, wait(pause, 'waiting')])) !== 'waiting') return `it ended. ${log()}`
  }
  return `no answer within ${startTimeout / 1000} seconds. ${log()}`
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port was given')
  return address.port
}

/**
 * Makes a database on the server at `url` and answers its address. A copy of `templateName` (a database
 * that nobody is connected to) where one is named, else empty. A database of that kind is made with
 * `namedDatabase`.
 */
export async function freshDatabase(url: string, templateName = 'template0'): Promise<string> {
  return namedDatabase(url, `returns_test_${randomBytes(8).toString('hex')}`, templateName)
}

/** Makes the database called `name` and answers its address: what a template is built in. */
export async function namedDatabase(url: string, name: string, templateName = 'template0'): Promise<string> {
  const statement = `CREATE DATABASE ${quoted(name)} TEMPLATE ${quoted(templateName)}`
  await withClient(url, async (client) => {
    for (let turn = 1; ; turn += 1) {
      try {
        return await client.query(statement)
      } catch (error) {
        // A connection to the template that has just been closed takes a moment to leave.
        if (!(error instanceof DatabaseError) || error.code !== '55006' || turn === 300) throw error
        await wait(pause)
      }
    }
  })
  return databaseAt(url, name)
}

/** Removes the database at `url`, with whoever is still connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  await withClient(databaseAt(url, 'postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`),
  )
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function databaseAt(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(name)}`
  return address.href
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
