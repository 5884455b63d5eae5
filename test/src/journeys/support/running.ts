/** The service as its commands run it: a process of its own, on a database of its own in a temporary folder. */
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** The commands of package.json that the journeys run. */
const programs = {
  start: 'server/src/start.ts',
  serve: 'server/src/serve.ts',
  'invite-administrator': 'server/src/commands/invite-administrator.ts',
}

type Settings = Record<string, string>

export type Running = {
  /** `http://localhost:PORT` */
  url: string
  /** Ends the process and removes its database. */
  stop: () => Promise<void>
}

/** Where the service keeps its files, and what it has said since it started. */
export type Watched = Running & {
  folder: string
  said: () => string
  /** Ends the process as a power cut does: nothing of it runs any more. */
  kill: () => Promise<void>
  /** Starts it again where it was, on what it had stored. */
  revive: () => Promise<void>
}

/** `pnpm start`, on a database that did not exist. */
export async function startDemonstration(settings: Settings = {}): Promise<Watched> {
  const folder = newFolder()
  const port = await freePort()
  const heard: string[] = []
  const own = { DATABASE_URL: join(folder, 'returns.sqlite'), PORT: String(port), ...settings }
  const start = () => startProgram('start', own, (text) => heard.push(text))
  let stop = await start()
  return {
    url: `http://localhost:${port}`,
    stop: () => stop().then(() => removeFolder(folder)),
    folder,
    said: () => heard.join(''),
    kill: () => stop('SIGKILL'),
    revive: async () => {
      stop = await start()
    },
  }
}

/** A folder for one database. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'inclusion-journey-'))
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0
      server.close(() => resolve(port))
    })
  })
}

type Stop = (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>

/** Starts a command and waits until it says where it is; answers what ends it. Throws what it said if it ended. */
export async function startProgram(
  name: 'start' | 'serve',
  settings: Settings,
  hear: (text: string) => void = () => {},
): Promise<Stop> {
  if (name === 'serve') return started(name, settings, hear)
  const release = await lockTheBuild()
  try {
    return await started(name, settings, hear)
  } finally {
    release()
  }
}

async function started(
  name: 'start' | 'serve',
  settings: Settings,
  hear: (text: string) => void,
): Promise<Stop> {
  const child = spawn(process.execPath, [programs[name]], {
    cwd: root,
    env: environmentWith(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text.toString()
      hear(text.toString())
      if (said.includes('Inclusion Returns is at')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void ended.then(() => reject(new Error(`${name} ended before it served: ${said}`)))
  })
  return async (signal = 'SIGTERM') => {
    child.kill(signal)
    await ended
  }
}

/** Runs a command to its end, while the servers of this process go on answering. */
export function runProgram(
  name: keyof typeof programs,
  settings: Settings,
  args: string[] = [],
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [programs[name], ...args],
      { cwd: root, env: environmentWith(settings), timeout: 120_000 },
      (_, stdout, stderr) => resolve({ code: child.exitCode, said: `${stdout}${stderr}` }),
    )
  })
}

/** Only what a person's own shell would have: the runner's NODE_ENV=test would relax what is to be proven. */
function environmentWith(settings: Settings): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'warn', ...settings }
}

/** `start` builds the client into one folder: services of files that run side by side start one by one. */
async function lockTheBuild(): Promise<() => void> {
  const lock = join(tmpdir(), 'inclusion-journeys-build.pid')
  while (!taken(lock)) await pause(100)
  return () => rmSync(lock)
}

/** The lock names its holder: however long a build takes on a slow machine, nobody else gives it back. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    // Left behind by a run that was ended.
    if (!isHeld(lock)) rmSync(lock, { force: true })
    return false
  }
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch (error) {
    // Given back meanwhile, or held by somebody whose processes are not ours to ask after.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
