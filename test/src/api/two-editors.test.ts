/**
 * Two people in one return, in any order of typing, waiting, cut connections, lost answers, ended pages and choices:
 * what each typed last is stored, or was given up by its author's own choice; each change is stored once; and nobody
 * overwrites what they were not shown. MODEL_RUNS=500 for a long run.
 */
import { setImmediate as turn } from 'node:timers/promises'
import type { HistoryEvent } from '@inclusion/server/returns/history'
import { forgetKeys } from '@inclusion/server/trust/forget-keys'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { openEditor, type Editor, type Network } from './support/editor.ts'
import { camden, done, see } from './support/filing.ts'

const runs = Number(process.env['MODEL_RUNS'] ?? 30)
const figures = ['APM-OP1', 'APM-OP9', 'APM-OP10'] as const

type Step =
  | { do: 'type'; who: 0 | 1; at: number }
  | { do: 'wait'; milliseconds: number }
  | { do: 'network'; who: 0 | 1; network: Network }
  | { do: 'refetch' | 'reload'; who: 0 | 1 }
  | { do: 'choose'; who: 0 | 1; at: number; keep: 'mine' | 'theirs' }
  | { do: 'forget' }

const who = fc.constantFrom(0 as const, 1 as const)
const at = fc.nat({ max: figures.length - 1 })
const keep = fc.constantFrom('mine' as const, 'theirs' as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('type' as const), who, at }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(300, 700, 3_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('network' as const),
      who,
      network: fc.constantFrom<Network>('up', 'cut', 'deaf'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('refetch' as const, 'reload' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choose' as const), who, at, keep }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const) }) },
)

/** A line of the audit trail. */
type Applied = { by: string; locator: string; revision: number; value: number }

/** What should come of it, in plain records. */
class Model {
  /** What each person typed last of each figure, unless they gave it up since. */
  readonly last = new Map<string, { name: string; locator: string; value: number }>()
  /** Values that their author insisted on, seeing another's: those may be stored again. */
  readonly insisted = new Set<number>()
  readonly typed = new Set<number>()

  type(name: string, locator: string, value: number): void {
    this.typed.add(value)
    this.last.set(`${name} ${locator}`, { name, locator, value })
  }

  choose(editor: Editor, locator: string, choice: 'mine' | 'theirs'): void {
    const conflict = editor.saver().state().conflicts[locator]
    if (!conflict) return
    if (choice === 'theirs') this.last.delete(`${editor.name} ${locator}`)
    else {
      this.insisted.add(Number(conflict.yours.entries?.value))
      editor.seen.set(locator, Math.max(conflict.revision, editor.seen.get(locator) ?? 0))
    }
    editor.saver().resolve(locator, choice)
  }
}

describe.each(engines())('two editors on %s', (engine) => {
  let service: Service
  let clients: Client[]
  let counter = 1_000

  beforeAll(async () => {
    service = await openService(engine)
    const lead = {
      id: 'colleague',
      personId: 'priya-nair',
      role: 'lead' as const,
      programme: 'APM',
      urn: null,
    }
    const since = { gssCode: 'E09000007', startsOn: '2022-04-01', endsBefore: null }
    await service.context.db
      .insertInto('memberships')
      .values({ ...lead, ...since })
      .execute()
    clients = [await service.as('ruth-okafor'), await service.as('priya-nair')]
    // What judges what may be kept comes when it is first wanted.
    await import('@inclusion/client/privacy-guard')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterAll(async () => {
    vi.useRealTimers()
    await service.close()
  })

  const open = () =>
    Promise.all([
      openEditor({ name: 'Ruth Okafor', personId: 'ruth-okafor', client: clients[0]!, returnId: camden }),
      openEditor({ name: 'Priya Nair', personId: 'priya-nair', client: clients[1]!, returnId: camden }),
    ])

  /** Lets all go on that needs no more time: writes to the disk, requests and their answers. */
  async function breathe(editors: readonly Editor[]) {
    for (let times = 0; times < 4; times++) {
      await turn()
      await Promise.all(editors.map((editor) => editor.quiet()))
      await vi.advanceTimersByTimeAsync(0)
    }
  }

  async function take(next: Step, editors: readonly Editor[], model: Model) {
    if (next.do === 'wait') {
      await vi.advanceTimersByTimeAsync(next.milliseconds)
      // Both may have sent at once: their saves meet in the database.
      if (next.milliseconds > 300) await breathe(editors)
      return
    }
    if (next.do === 'forget') {
      service.pass(10 * 24 * 60)
      return void (await forgetKeys(service.context))
    }
    const editor = editors[next.who]!
    if (next.do === 'type') {
      counter += 1
      model.type(editor.name, figures[next.at]!, counter)
      editor.saver().change(figures[next.at]!, { entries: { value: String(counter) } })
    } else if (next.do === 'network') editor.network = next.network
    else if (next.do === 'choose') model.choose(editor, figures[next.at]!, next.keep)
    else if (next.do === 'refetch') await editor.refetch()
    else {
      // What was typed is on the disk a moment later: that is when it is kept.
      await turn()
      await turn()
      await editor.reload()
    }
  }

  /** Everybody is back, and answers what they are asked. */
  async function finish(editors: readonly Editor[], model: Model, choice: 'mine' | 'theirs') {
    for (const editor of editors) editor.network = 'up'
    for (let times = 0; times < 20; times++) {
      for (const editor of editors) editor.saver().retry()
      await vi.advanceTimersByTimeAsync(20_000)
      await breathe(editors)
      for (const editor of editors) for (const locator of figures) model.choose(editor, locator, choice)
      if (editors.every((editor) => editor.saver().state().unsent.size === 0)) return
    }
    throw new Error('Something was never sent')
  }

  async function appliedSince(events: number): Promise<Applied[]> {
    const rows = await service.context.db
      .selectFrom('audit_events')
      .innerJoin('people', 'people.id', 'audit_events.personId')
      .select(['name', 'detail'])
      .where('subject', '=', camden)
      .where('position', '>', events)
      .orderBy('position')
      .execute()
    return rows.flatMap(({ name, detail }) => {
      const { figures: trail = [] } = JSON.parse(detail) as HistoryEvent['detail'] & {
        figures?: [string, number, number][]
      }
      return trail.map(([locator, revision, value]) => ({ by: name, locator, revision, value }))
    })
  }

  it('lose nothing, store nothing twice, and overwrite nothing that they were not shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), keep, async (steps, choice) => {
        const before = await see(clients[0]!, camden)
        const editors = await open()
        const model = new Model()
        for (const next of steps) await take(next, editors, model)
        await finish(editors, model, choice)
        await breathe(editors)
        const applied = await appliedSince(before.position)
        const after = done(await clients[0]!.get<typeof before>(`/api/returns/${camden}`))
        for (const locator of figures) {
          const trail = applied.filter((line) => line.locator === locator)
          // One revision after the other, each a value that somebody typed.
          const first = before.marks[locator]?.revision ?? 0
          expect(trail.map(({ revision }) => revision)).toEqual(trail.map((_, index) => first + index + 1))
          expect(trail.every(({ value }) => model.typed.has(value))).toBe(true)
          const twice = trail.filter(
            ({ value }, index) => trail.findIndex((line) => line.value === value) < index,
          )
          expect(twice.filter(({ value }) => !model.insisted.has(value))).toEqual([])
          const stored = after.checkInput.figures[locator]?.value ?? null
          expect(stored).toBe(trail.at(-1)?.value ?? before.checkInput.figures[locator]?.value ?? null)
          expectSeen(trail, editors)
        }
        for (const { name, locator, value } of model.last.values())
          expect(applied).toContainEqual(expect.objectContaining({ by: name, locator, value }))
        for (const editor of editors) {
          await editor.refetch()
          expect(editor.saver().state()).toMatchObject({ edits: {}, conflicts: {}, refusals: {} })
          expect(editor.kept()).toBe(0)
          await editor.reload()
        }
      }),
      { numRuns: engine === 'SQLite' ? runs : Math.ceil(runs / 2), endOnFailure: false },
    )
  }, 600_000)
})

/** Whoever wrote over another's change had been shown it: fetched, or beside their own. */
function expectSeen(trail: readonly Applied[], editors: readonly Editor[]): void {
  for (const [index, line] of trail.entries()) {
    const under = trail[index - 1]
    if (!under || under.by === line.by) continue
    const editor = editors.find(({ name }) => name === line.by)!
    expect(editor.seen.get(line.locator) ?? 0).toBeGreaterThanOrEqual(under.revision)
  }
}
