/**
 * Starts the service: the HTTP server, the mail, what a stop interrupted, and the opening of windows as
 * their day comes.
 */
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Context } from './context.ts'
import { carryOutDepartures } from './departures/carry-out.ts'
import { describe } from './http/problems.ts'
import { sendReminders } from './collection/remind.ts'
import { startDelivery } from './mail/deliver.ts'
import { passOnStranded } from './reviews/pass-on-stranded.ts'
import { summariseEarlier } from './reviews/queue/summarise-earlier.ts'
import { openReturns } from './returns/open.ts'
import { renewPeers } from './returns/peers.ts'
import { failInterruptedBackTests } from './standards/back-test.ts'
import { forgetKeys } from './trust/forget-keys.ts'
import { logHead } from './trust/log-head.ts'
import { forgetUploads } from './uploads/forget.ts'

const hour = 60 * 60 * 1000

export type Running = { port: number; stop: () => Promise<void> }

/**
 * Listens on the environment's port (0 for any) and answers the one it has. `stop` ends everything in order.
 */
export async function runService(context: Context): Promise<Running> {
  await failInterruptedBackTests(context)
  await keepHouse(context)
  context.later.start(summariseEarlier(context))
  const app = createApp(context)
  const stopDelivery = startDelivery(context)
  const housekeeping = setInterval(() => void keepHouse(context), hour)
  const { server, port } = await listen(app.fetch, context.environment.port)
  async function stop(): Promise<void> {
    clearInterval(housekeeping)
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
    await context.later.stop()
    await stopDelivery()
  }
  return { port, stop }
}

/**
 * Once an hour: opens the windows whose day has come, reminds whom returns wait for, compares with what was accepted
 * since, lets go of those who leave, gives back what nobody may review any more, forgets what is kept for days only, and
 * tells the log where the trail ends.
 */
const round: ((context: Context) => Promise<unknown>)[] = [
  openReturns,
  sendReminders,
  renewPeers,
  carryOutDepartures,
  passOnStranded,
  forgetKeys,
  forgetUploads,
  logHead,
]

/** A step that fails keeps no other from being done, and is tried again with the next round. */
async function keepHouse(context: Context): Promise<void> {
  for (const step of round) {
    try {
      await step(context)
    } catch (error) {
      context.log.error({ error: describe(error), step: step.name }, 'A step of the hourly round failed')
    }
  }
}

type Fetch = Parameters<typeof serve>[0]['fetch']

function listen(fetch: Fetch, port: number) {
  return new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const server = serve({ fetch, port }, (address) => resolve({ server, port: address.port }))
    server.once('error', reject)
  })
}

/** Stops on the signals a terminal or a supervisor sends, once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  const leave = () => {
    void stop().then(() => process.exit(0))
  }
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
}
