/** The demonstration's own clock and people while its world is being built: acts happen one after another. */
import type { Actor } from '@inclusion/shared/roles'
import { addDays, atLondonTime, londonDate, type LocalDate } from '@inclusion/shared/time'
import type { Context } from '../context.ts'
import { loadActor } from '../people/store.ts'
import type { Act } from '../trust/change.ts'

/** When the demonstration begins for its first visitor. */
export const beginning = atLondonTime('2026-01-20', '10:00')

export type World = {
  context: Context
  /** Moves the clock to a time of a day; it never goes back. */
  at: (day: LocalDate, time?: string) => void
  /** Moves the clock on; after half past five people go home, and go on the next working day. */
  pass: (minutes: number) => void
  /** A person as an actor with the memberships of that day. */
  actor: (personId: string) => Promise<Actor>
  /** Who does what: the act that the audit will show. */
  by: (personId: string, action: string, subject: string) => Promise<{ act: Act; actor: Actor }>
}

/** A world on a context: the same service, with a clock that the story moves. */
export function createWorld(given: Context): World {
  let clock = Date.parse(atLondonTime('2024-04-01', '08:00'))
  let made = 0
  const now = () => new Date(clock).toISOString()
  const context: Context = {
    ...given,
    now,
    // Ids in the order of the acts, and the same in every build.
    newId: () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  }
  const actors = new Map<string, Actor>()
  async function actor(personId: string): Promise<Actor> {
    const known = actors.get(personId) ?? (await loadActor(context.db, personId, londonDate(now())))
    if (!known) throw new Error(`The demonstration knows nobody called ${personId}`)
    actors.set(personId, known)
    return known
  }
  return {
    context,
    actor,
    at(day, time = '09:30') {
      clock = Math.max(clock, Date.parse(atLondonTime(day, time)))
    },
    pass(minutes) {
      clock += minutes * 60_000
      const day = londonDate(now())
      if (now() >= atLondonTime(day, '17:30')) clock = Date.parse(atLondonTime(nextWorkingDay(day), '09:00'))
    },
    async by(personId, action, subject) {
      const who = await actor(personId)
      return { actor: who, act: { personId: who.personId, action, subject } }
    },
  }
}

function nextWorkingDay(day: LocalDate): LocalDate {
  const next = addDays(day, 1)
  const weekday = new Date(`${next}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? nextWorkingDay(next) : next
}
