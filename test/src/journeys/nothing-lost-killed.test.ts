/**
 * Service, browser, page, connection and session are ended at points that chance chooses, while somebody types: what
 * was typed last is stored at the end, and nothing was stored twice or in another order. Seeded, so that a run can
 * be had again: KILLS=1000 KILLS_SEED=7 for a long one.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { template } from '../support/global-setup.ts'
import { dropDatabase, freshDatabase } from '../support/postgres.ts'
import { launchBrowser } from './support/browser.ts'
import { everythingQueued, stored, trailOf } from './support/counted.ts'
import { openComputer, type Computer } from './support/profile.ts'
import { startDemonstration, type Watched } from './support/running.ts'

const rounds = Number(process.env['KILLS'] ?? 20)
const seed = Number(process.env['KILLS_SEED'] ?? 1)
const returnId = 'APM-E09000007-FY2025-26-Q3'
const section = `/returns/${returnId}/sections/mentors-and-young-people`
const indicators = ['APM-OP1', 'APM-OP9', 'APM-OP10']
/** Above everything that the demonstration has typed. */
const first = 1_000

const probe = await launchBrowser()
await probe?.close()

/** Mulberry32: numbers from 0 to 1 that look like chance and are the same for one seed. */
function chanceOf(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const cases = [
  { engine: 'SQLite', most: rounds },
  ...(inject('postgres') === '' ? [] : [{ engine: 'PostgreSQL', most: Math.ceil(rounds / 2) }]),
]

describe.skipIf(probe === null).each(cases)(
  'What is typed while all is ended on $engine',
  ({ engine, most }) => {
    let service: Watched
    let computer: Computer
    let database: string | null = null
    let page: Page
    let typed = first
    const last: Record<string, number> = {}
    const chance = chanceOf(seed)
    const oneOf = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!

    beforeAll(async () => {
      if (engine === 'PostgreSQL') database = await freshDatabase(inject('postgres'), template)
      service = await startDemonstration(database === null ? {} : { DATABASE_URL: database })
      computer = await openComputer(service)
      await reopen()
    })
    afterAll(async () => {
      await computer.throwAway()
      await service.stop()
      if (database) await dropDatabase(database)
    })

    async function reopen() {
      await computer.signIn('ruth-okafor')
      page = await computer.page(section)
    }

    async function type(): Promise<number> {
      const indicator = oneOf(indicators)
      typed += 1
      await page.locator(`#figure-${indicator}-value`).fill(String(typed))
      last[indicator] = typed
      // Leaving the field sends it at once; else it goes out a moment later.
      if (chance() < 0.5) await page.keyboard.press('Tab')
      return typed
    }

    /** What was typed a millisecond before the end was on no disk in the world: waits until it is on one. */
    async function kept(value: number) {
      await expect
        .poll(async () => {
          const queue = await everythingQueued(page)
          return queue.includes(`"${value}"`) || queue === '[]'
        })
        .toBe(true)
    }

    const ends: Record<string, () => Promise<void>> = {
      async service() {
        await type()
        await pause(chance() * 700)
        await service.kill()
        await type()
        await pause(chance() * 300)
        await service.revive()
      },
      async serviceAtTheRequest() {
        const asked = page.waitForRequest('**/figures')
        await type()
        await page.keyboard.press('Tab')
        await asked
        await service.kill()
        await service.revive()
      },
      async serviceAndPage() {
        await type()
        await service.kill()
        await kept(await type())
        await page.close()
        await service.revive()
        await reopen()
      },
      async page() {
        await kept(await type())
        const crashed = page.waitForEvent('crash')
        const debug = await computer.context().newCDPSession(page)
        void debug.send('Page.crash').catch(() => {})
        await crashed
        await reopen()
      },
      async browser() {
        await kept(await type())
        await pause(chance() * 300)
        await computer.kill()
        await computer.open()
        await reopen()
      },
      async connection() {
        await page.route('**/figures', (route) => route.abort('connectionreset'))
        await type()
        await pause(chance() * 800)
        await type()
        await page.unroute('**/figures')
      },
      async answer() {
        await page.route('**/figures', async (route) => {
          await route.fetch().catch(() => {})
          await route.abort('connectionreset').catch(() => {})
        })
        await type()
        await pause(chance() * 900)
        const value = await type()
        if (chance() < 0.5) {
          await kept(value)
          await page.close()
          await reopen()
        } else await page.unroute('**/figures')
      },
      async session() {
        await computer.context().clearCookies()
        await type()
        await pause(chance() * 800)
        await computer.signIn('ruth-okafor')
        await type()
      },
    }

    it(
      `is stored once, in order, after ${most} ends`,
      async () => {
        for (let round = 0; round < most; round++) await ends[oneOf(Object.keys(ends))]!()
        await kept(typed)
        // Where the page waits for somebody to come back: they do.
        await page.close({ runBeforeUnload: false })
        await reopen()
        await expect.poll(() => everythingQueued(page), { timeout: 60_000 }).toBe('[]')
        expect(await page.getByRole('alert').count()).toBe(0)
        const place = { url: service.url, returnId }
        const { request } = computer.context()
        for (const [indicator, value] of Object.entries(last)) {
          expect([indicator, (await stored(request, place, indicator)).value]).toEqual([indicator, value])
          const values = (await trailOf(request, place, indicator)).filter((each) => each > first)
          expect(values).toEqual([...new Set(values)].toSorted((left, right) => left - right))
          expect(values.at(-1)).toBe(value)
        }
        expect(Object.keys(last)).toHaveLength(indicators.length)
      },
      60_000 + most * 30_000,
    )
  },
)
