/** Services as processes that are killed and started again, and requests that go to whichever of them is there. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('service-process.ts', import.meta.url))

export type Started = {
  child: ChildProcess
  /** When it has opened its database, and goes to work. */
  begun: Promise<void>
  /** When it answers requests: its port. Never, where it was killed before. */
  port: number | null
  said: string
}

/** Starts one. `settings` are its environment. */
export function start(settings: Record<string, string>): Started {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let begin = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const started: Started = { child, begun, port: null, said: '' }
  child.stderr.on('data', (text: Buffer) => (started.said += text.toString()))
  child.stdout.on('data', (text: Buffer) => {
    started.said += text.toString()
    if (started.said.includes('begins')) begin()
    const port = /at (\d+)/.exec(started.said)?.[1]
    if (port) started.port = Number(port)
  })
  child.once('exit', () => {
    started.port = null
    begin()
  })
  return started
}

/** As a power cut does it: nothing of the process runs any more. */
export async function kill({ child }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

export type Sending = { method?: string; body?: unknown; headers?: Record<string, string> }

/**
 * Sends a request until some process answers it. One that is a write carries a key, so that it counts once however
 * often it is sent.
 */
export async function insist(
  running: () => readonly Started[],
  path: string,
  { method = 'POST', body, headers = {} }: Sending,
): Promise<Response> {
  for (let turn = 0; ; turn++) {
    const ports = running().flatMap(({ port }) => port ?? [])
    const port = ports[turn % Math.max(ports.length, 1)]
    if (port !== undefined) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch(() => null)
      if (answer && answer.status < 500) return answer
    }
    await pause(50)
  }
}
