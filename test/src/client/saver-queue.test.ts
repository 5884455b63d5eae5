/** What a page puts on the computer, when, and what the next page makes of it. */
import { NotConnected, ProblemError } from '@inclusion/client/api'
import type { Journal, Queue } from '@inclusion/client/returns/entry/journal'
import { Saver } from '@inclusion/client/returns/entry/saver'
import type { Send } from '@inclusion/client/returns/entry/saver-state'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDisk, type Disk } from './support/computer.ts'

const savedAt = '2026-01-20T10:00:00.000Z'
const enter = (value: string) => ({ entries: { value } })
const settle = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

type Sent = { changes: Parameters<Send>[0]; key: string }

/** Answers as told, in order, and then accepts everything; notes what was on the disk as each request came. */
function serverOf(disk: Disk, ...answers: ('ok' | 'never' | Error)[]) {
  const sent: (Sent & { kept: Journal[] })[] = []
  const send: Send = async (changes, key) => {
    sent.push({ changes, key, kept: structuredClone([...disk.journals.values()]) })
    const answer = answers.shift() ?? 'ok'
    if (answer === 'never') return new Promise(() => {})
    if (answer !== 'ok') throw answer
    return {
      revisions: Object.fromEntries(changes.map(({ locator, revision }) => [locator, revision + 1])),
      savedAt,
    }
  }
  return { sent, send }
}

const refusal = (type: 'figure-changed' | 'return-not-open' | 'figure-locked', members: object = {}) =>
  new ProblemError({ type, title: `Title of ${type}`, status: 409, ...members })

let disk: Disk
const kept = (): Journal[] => [...disk.journals.values()]
const waiting = () => kept().flatMap((journal) => journal.waiting)

async function openPage(send: Send, marks = {}) {
  const { queue, end } = disk.openPage()
  const saver = new Saver(send, marks, queue)
  await saver.inherit()
  return { saver, end }
}

beforeAll(async () => {
  // What judges what may be kept comes when it is first wanted.
  await import('@inclusion/client/privacy-guard')
})
beforeEach(() => {
  vi.useFakeTimers()
  disk = openDisk()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('What is typed is on the computer', () => {
  it('at once, before it is sent, with the key that it is sent under, and until it is saved', async () => {
    const { sent, send } = serverOf(disk)
    const { saver } = await openPage(send, { 'XYZ-OP1': { revision: 3 } })
    saver.change('XYZ-OP1', enter('7'))
    await settle(10)
    expect(waiting()).toEqual([{ locator: 'XYZ-OP1', revision: 3, ...enter('7') }])
    expect(sent).toEqual([])
    await settle(600)
    const [{ changes, key, kept: before }] = sent as [(typeof sent)[number]]
    expect(before).toEqual([{ batches: [{ key, changes, provenance: 'typed' }], waiting: [], pasted: [] }])
    expect(kept()).toEqual([])
    expect(saver.isAtRisk()).toBe(false)
  })

  it('unless a text identifies somebody, or may be half of an identifier: then what stood there before is', async () => {
    const { send } = serverOf(disk, new NotConnected(), new NotConnected(), new NotConnected())
    const { saver } = await openPage(send)
    saver.change('XYZ-TX1', { text: 'Attendance rose' })
    await settle(10)
    saver.change('XYZ-TX1', { text: 'Attendance rose for J20211002' })
    saver.change('XYZ-OP1', { note: 'born 3 March 201' })
    saver.change('XYZ-OP2', enter('5'))
    await settle(10)
    expect(waiting()).toEqual([
      { locator: 'XYZ-TX1', revision: 0, text: 'Attendance rose' },
      { locator: 'XYZ-OP2', revision: 0, ...enter('5') },
    ])
    expect(saver.state().onPage).toEqual(new Set(['XYZ-TX1', 'XYZ-OP1']))
    expect(saver.isAtRisk()).toBe(true)
    saver.change('XYZ-TX1', { text: 'Attendance rose for J202110020001' })
    saver.flush()
    await settle(5_000)
    expect(JSON.stringify(kept())).not.toContain('J2021')
    expect(saver.state().onPage).toEqual(new Set(['XYZ-TX1']))
  })

  it('and where nothing can be kept, it is sent all the same, and said to be on the page only', async () => {
    const broken: Queue = { keep: () => Promise.reject(new Error('Full')), inherit: async () => {} }
    const { sent, send } = serverOf(disk, new NotConnected())
    const saver = new Saver(send, {}, broken)
    saver.change('XYZ-OP1', enter('7'))
    await settle(600)
    expect(saver.state()).toMatchObject({ phase: 'not-connected', onPage: new Set(['XYZ-OP1']) })
    expect(saver.isAtRisk()).toBe(true)
    await settle(2_000)
    expect(sent).toHaveLength(2)
    expect(saver.state().unsent.size).toBe(0)
  })

  it('and a disk that does not answer holds nobody up for long', async () => {
    const slow: Queue = { keep: () => new Promise(() => {}), inherit: async () => {} }
    const { sent, send } = serverOf(disk)
    const saver = new Saver(send, {}, slow)
    saver.change('XYZ-OP1', enter('7'))
    await settle(15_000)
    expect(sent).toHaveLength(1)
  })
})

describe('What a page left behind', () => {
  it('is sent by the next under the same key, and then what waited, over the revision that came of it', async () => {
    const first = serverOf(disk, 'never')
    const page = await openPage(first.send, { 'XYZ-OP1': { revision: 3 } })
    page.saver.change('XYZ-OP1', enter('7'))
    await settle(600)
    page.saver.change('XYZ-OP1', enter('8'))
    page.saver.change('XYZ-OP2', enter('5'))
    await settle(10)
    page.end()
    const { sent, send } = serverOf(disk)
    const { saver } = await openPage(send, { 'XYZ-OP1': { revision: 4 } })
    expect(saver.state().edits).toEqual({ 'XYZ-OP1': enter('8'), 'XYZ-OP2': enter('5') })
    await settle(600)
    expect(sent.map(({ changes, key }) => ({ changes, key }))).toEqual([
      { changes: first.sent[0]!.changes, key: first.sent[0]!.key },
      {
        changes: [
          { locator: 'XYZ-OP1', revision: 4, ...enter('8') },
          { locator: 'XYZ-OP2', revision: 0, ...enter('5') },
        ],
        key: expect.any(String) as string,
      },
    ])
    expect(saver.state()).toMatchObject({
      unsent: new Set(),
      inherited: new Set(['XYZ-OP1', 'XYZ-OP2']),
    })
    expect(kept()).toEqual([])
  })

  it('of two is sent in the order in which they were begun, and the newer stands', async () => {
    const offline = () => serverOf(disk, 'never', 'never').send
    const older = await openPage(offline())
    const newer = await openPage(offline())
    older.saver.change('XYZ-OP1', enter('1'))
    newer.saver.change('XYZ-OP1', enter('2'))
    older.saver.change('XYZ-OP2', enter('3'))
    await settle(10)
    older.end()
    newer.end()
    const { sent, send } = serverOf(disk)
    await openPage(send)
    await settle(600)
    expect(sent.map(({ changes }) => changes)).toEqual([
      [
        { locator: 'XYZ-OP1', revision: 0, ...enter('2') },
        { locator: 'XYZ-OP2', revision: 0, ...enter('3') },
      ],
    ])
  })

  it('and was typed anew on the next, before it was found, goes out as it was typed last, over what was seen last', async () => {
    const page = await openPage(serverOf(disk, 'never').send, { 'XYZ-OP1': { revision: 2 } })
    page.saver.change('XYZ-OP1', enter('1'))
    await settle(10)
    page.end()
    const { sent, send } = serverOf(disk)
    const { queue } = disk.openPage()
    const saver = new Saver(send, { 'XYZ-OP1': { revision: 3 } }, queue)
    saver.change('XYZ-OP1', enter('2'))
    await saver.inherit()
    await settle(600)
    expect(sent.map(({ changes }) => changes)).toEqual([[{ locator: 'XYZ-OP1', revision: 3, ...enter('2') }]])
    expect(kept()).toEqual([])
  })

  it('is left alone while its page lives', async () => {
    const page = await openPage(serverOf(disk, 'never').send)
    page.saver.change('XYZ-OP1', enter('1'))
    await settle(600)
    const { sent, send } = serverOf(disk)
    const { saver } = await openPage(send)
    await settle(10_000)
    expect([sent, saver.state().edits]).toEqual([[], {}])
    page.end()
    await saver.inherit()
    await settle(600)
    expect(sent).toHaveLength(1)
  })

  it('in conflict is asked about again, over the revision that its author saw', async () => {
    const yours = { locator: 'XYZ-OP1', revision: 1, ...enter('7') }
    const conflict = { locator: 'XYZ-OP1', yours, theirs: { value: 9 }, revision: 2, by: 'Sam', at: savedAt }
    const page = await openPage(serverOf(disk, refusal('figure-changed', { conflicts: [conflict] })).send, {
      'XYZ-OP1': { revision: 1 },
    })
    page.saver.change('XYZ-OP1', enter('7'))
    await settle(600)
    expect(waiting()).toEqual([yours])
    page.end()
    const { sent, send } = serverOf(disk)
    await openPage(send, { 'XYZ-OP1': { revision: 2 } })
    await settle(600)
    expect(sent[0]?.changes).toEqual([yours])
  })

  it('and was refused says why, and is kept until it is discarded', async () => {
    const locked = refusal('figure-locked', { errors: [{ field: 'XYZ-OP1', message: 'Not saved.' }] })
    const page = await openPage(serverOf(disk, 'never').send)
    page.saver.change('XYZ-OP1', enter('7'))
    await settle(600)
    page.end()
    const { send } = serverOf(disk, locked)
    const { saver } = await openPage(send)
    await settle(600)
    expect(saver.state()).toMatchObject({ refusals: { 'XYZ-OP1': 'Title of figure-locked' } })
    expect(waiting()).toEqual([{ locator: 'XYZ-OP1', revision: 0, ...enter('7') }])
    saver.discard('XYZ-OP1')
    await settle(600)
    expect(kept()).toEqual([])
    expect(saver.state()).toMatchObject({ edits: {}, refusals: {}, unsent: new Set(), phase: 'idle' })
  })

  it('that was saved before its key was forgotten does not hide what somebody changed since', async () => {
    const page = await openPage(serverOf(disk, 'never').send, { 'XYZ-OP1': { revision: 1 } })
    page.saver.change('XYZ-OP1', enter('7'))
    await settle(600)
    page.end()
    // It was stored as revision 2, and somebody else made it 3: the answer is the old one.
    const { send } = serverOf(disk)
    const { saver } = await openPage(send, { 'XYZ-OP1': { revision: 3 } })
    await settle(600)
    expect(saver.state()).toMatchObject({ edits: {}, unsent: new Set() })
  })
})

describe('What somebody else changed', () => {
  it('is news for a while, until it is typed over, and what is typed here is none', async () => {
    const by = 'Sam Whitfield'
    const marks = (one: number, two: number) => ({
      'XYZ-OP1': { revision: one, by, at: savedAt },
      'XYZ-OP2': { revision: two, by: 'Ruth', at: savedAt },
    })
    const saver = new Saver(serverOf(disk).send, marks(1, 1))
    saver.change('XYZ-OP2', enter('5'))
    await settle(600)
    expect([saver.isNews('XYZ-OP2', 2), saver.isNews('XYZ-OP2', 3), saver.isNews('XYZ-OP1', 2)]).toEqual([
      false,
      true,
      true,
    ])
    saver.rebase(marks(2, 2))
    expect(saver.state().news).toEqual({ 'XYZ-OP1': { by, at: savedAt } })
    await settle(299_000)
    expect(Object.keys(saver.state().news)).toEqual(['XYZ-OP1'])
    await settle(2_000)
    expect(saver.state().news).toEqual({})
    saver.rebase(marks(3, 2))
    saver.change('XYZ-OP1', enter('6'))
    expect(saver.state().news).toEqual({})
  })

  it('is not written over by a change that was refused before, and is mended since', async () => {
    const named = new ProblemError({
      ...{ type: 'personal-data', title: '', status: 422 },
      errors: [{ field: 'XYZ-OP1', message: 'Take it out.' }],
    })
    const { sent, send } = serverOf(disk, named)
    const saver = new Saver(send, { 'XYZ-OP1': { revision: 1 } })
    saver.change('XYZ-OP1', { note: 'J202110020001 left' })
    saver.flush()
    await settle(600)
    saver.rebase({ 'XYZ-OP1': { revision: 2, by: 'Sam', at: savedAt } })
    saver.change('XYZ-OP1', { note: 'One left' })
    await settle(600)
    expect(sent[1]?.changes[0]?.revision).toBe(1)
  })
})

describe('What was pasted', () => {
  it('is still pasted when the next page sends it, apart from what was typed', async () => {
    const first = await openPage(serverOf(disk, 'never').send)
    first.saver.change('XYZ-OP1', enter('1'), 'pasted')
    await settle(600)
    first.saver.change('XYZ-OP2', enter('2'), 'pasted')
    first.saver.change('XYZ-OP3', enter('3'))
    first.saver.change('XYZ-OP4', enter('4'), 'pasted')
    first.saver.change('XYZ-OP4', enter('44'))
    await settle(0)
    first.end()
    const told: [provenance: string, values: unknown[]][] = []
    const send: Send = async (changes, _key, provenance) => {
      told.push([provenance, changes.map(({ entries }) => entries?.value)])
      return { revisions: {}, savedAt }
    }
    await openPage(send)
    await settle(2_000)
    expect(told).toEqual([
      ['pasted', ['1']],
      ['pasted', ['2']],
      ['typed', ['3', '44']],
    ])
  })
})
