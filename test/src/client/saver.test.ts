import { NotConnected, ProblemError } from '@inclusion/client/api'
import { Saver } from '@inclusion/client/returns/entry/saver'
import type { Send } from '@inclusion/client/returns/entry/saver-state'
import type { ProblemBody } from '@inclusion/shared/problems'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const savedAt = '2026-01-20T10:00:00.000Z'

type Sent = { changes: Parameters<Send>[0]; key: string; provenance?: Parameters<Send>[2] }

/** A server that answers as told, in order, and then accepts everything. */
function serverOf(...answers: ('ok' | Error)[]) {
  const sent: Sent[] = []
  const send: Send = async (changes, key) => {
    sent.push({ changes, key })
    const answer = answers.shift() ?? 'ok'
    if (answer !== 'ok') throw answer
    return {
      revisions: Object.fromEntries(changes.map(({ locator, revision }) => [locator, revision + 1])),
      savedAt,
    }
  }
  return { sent, send }
}

const refusal = (type: ProblemBody['type'], status: number, members: object = {}) =>
  new ProblemError({ type, title: `Title of ${type}`, status, ...members })

const enter = (value: string) => ({ entries: { value } })
const settle = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('What is typed is saved', () => {
  it('after a pause, many keys as one change, with the revision that was seen', async () => {
    const { sent, send } = serverOf()
    const saver = new Saver(send, { 'XYZ-OP1': { revision: 3 } })
    for (const text of ['1', '12', '120']) saver.change('XYZ-OP1', enter(text))
    await settle(599)
    expect(sent).toEqual([])
    await settle(1)
    expect(sent[0]?.changes).toEqual([{ locator: 'XYZ-OP1', revision: 3, entries: { value: '120' } }])
    expect(saver.state()).toMatchObject({ phase: 'idle', savedAt, unsent: new Set() })
  })

  it('one request at a time, the next with the revision that the last gave', async () => {
    let finish = () => {}
    const sent: Sent[] = []
    const send: Send = (changes, key) =>
      new Promise((resolve) => {
        sent.push({ changes, key })
        finish = () => resolve({ revisions: { 'XYZ-OP1': changes[0]!.revision + 1 }, savedAt })
      })
    const saver = new Saver(send, {})
    saver.change('XYZ-OP1', enter('1'))
    await settle(600)
    saver.change('XYZ-OP1', enter('2'))
    await settle(2_000)
    expect(sent).toHaveLength(1)
    finish()
    await settle(0)
    expect(sent.map(({ changes }) => changes[0]?.revision)).toEqual([0, 1])
    expect(sent[0]?.key).not.toBe(sent[1]?.key)
  })
})

describe('What is pasted', () => {
  it('is sent as pasted, apart from what was typed, and again so after a lost connection', async () => {
    const sent: Sent[] = []
    let isLost = true
    const send: Send = (changes, key, provenance) => {
      sent.push({ changes, key, provenance })
      if (isLost) return Promise.reject(new NotConnected())
      return Promise.resolve({ revisions: {}, savedAt })
    }
    const saver = new Saver(send, {})
    saver.change('XYZ-OP1', enter('1'))
    saver.change('XYZ-OP2', enter('2'), 'pasted')
    saver.change('XYZ-OP3', enter('3'))
    saver.change('XYZ-OP4', enter('4'), 'pasted')
    await settle(600)
    isLost = false
    await settle(20_000)
    const told = sent.map(({ changes, provenance }) => [provenance, changes.map(({ locator }) => locator)])
    expect(told).toEqual([
      ['typed', ['XYZ-OP1', 'XYZ-OP3']],
      ['typed', ['XYZ-OP1', 'XYZ-OP3']],
      ['pasted', ['XYZ-OP2', 'XYZ-OP4']],
    ])
  })
})

describe('A connection that is lost loses nothing', () => {
  it('sends the same request again under the same key, then what was typed meanwhile', async () => {
    const { sent, send } = serverOf(new NotConnected(), new NotConnected())
    const saver = new Saver(send, {})
    saver.change('XYZ-OP1', enter('1'))
    await settle(600)
    expect(saver.state()).toMatchObject({ phase: 'not-connected', unsent: new Set(['XYZ-OP1']) })
    saver.change('XYZ-OP2', enter('2'))
    await settle(20_000)
    expect(sent[1]).toEqual(sent[0])
    expect(sent.at(-1)?.changes.map(({ locator }) => locator)).toEqual(['XYZ-OP2'])
    expect(saver.state()).toMatchObject({ phase: 'idle', unsent: new Set() })
  })

  it('waits for a person who was signed out, and tries again when asked', async () => {
    const { send } = serverOf(refusal('not-signed-in', 401))
    const saver = new Saver(send, {})
    saver.change('XYZ-OP1', enter('1'))
    await settle(60_000)
    expect(saver.state()).toMatchObject({ phase: 'signed-out', unsent: new Set(['XYZ-OP1']) })
    saver.retry()
    await settle(0)
    expect(saver.state()).toMatchObject({ phase: 'idle', unsent: new Set() })
  })

  it('takes a service that cannot save just now as a lost connection, in its own words', async () => {
    const { sent, send } = serverOf(refusal('unavailable', 503))
    const saver = new Saver(send, {})
    saver.change('XYZ-OP1', enter('1'))
    await settle(600)
    expect(saver.state()).toMatchObject({ phase: 'not-connected', refusal: 'Title of unavailable' })
    await settle(2_000)
    expect(sent[1]).toEqual(sent[0])
  })
})

describe('Two people on one figure', () => {
  const conflict = (revision: number) =>
    refusal('figure-changed', 409, {
      conflicts: [
        {
          locator: 'XYZ-OP1',
          yours: { locator: 'XYZ-OP1', revision: 1, entries: { value: '7' } },
          theirs: { value: 9 },
          revision,
          by: 'Sam Whitfield',
          at: savedAt,
        },
      ],
    })

  it('overwrites nothing, saves the other figures, and leaves the choice', async () => {
    const { sent, send } = serverOf(conflict(2))
    const saver = new Saver(send, { 'XYZ-OP1': { revision: 1 } })
    saver.change('XYZ-OP1', enter('7'))
    saver.change('XYZ-OP2', enter('5'))
    await settle(600)
    expect(sent[1]?.changes.map(({ locator }) => locator)).toEqual(['XYZ-OP2'])
    expect(saver.state().conflicts['XYZ-OP1']?.by).toBe('Sam Whitfield')
    expect(saver.state().unsent).toEqual(new Set(['XYZ-OP1']))
  })

  it('saves mine over theirs only when told to', async () => {
    const { sent, send } = serverOf(conflict(2))
    const saver = new Saver(send, { 'XYZ-OP1': { revision: 1 } })
    saver.change('XYZ-OP1', enter('7'))
    await settle(600)
    saver.resolve('XYZ-OP1', 'mine')
    await settle(0)
    expect(sent[1]?.changes).toEqual([{ locator: 'XYZ-OP1', revision: 2, entries: { value: '7' } }])
  })

  it('drops mine when theirs is kept', async () => {
    const { sent, send } = serverOf(conflict(2))
    const saver = new Saver(send, { 'XYZ-OP1': { revision: 1 } })
    saver.change('XYZ-OP1', enter('7'))
    await settle(600)
    saver.resolve('XYZ-OP1', 'theirs')
    await settle(10_000)
    expect(sent).toHaveLength(1)
    expect(saver.state()).toMatchObject({ edits: {}, unsent: new Set() })
  })

  it('with what was counted from a register, and what was typed over it since', async () => {
    const locator = 'attendance@100001:mentored'
    const counted = { enrolments: 9, persistent: 6, severe: 2, dispersion: 7.25, window: null }
    const yours = { locator, revision: 0, counted }
    const conflicts = [{ locator, yours, theirs: { enrolments: 8 }, revision: 1, by: 'Ruth', at: savedAt }]
    const { sent, send } = serverOf(refusal('figure-changed', 409, { conflicts }))
    const saver = new Saver(send, {})
    saver.change(locator, { entries: { enrolments: '7' } })
    saver.change(locator, { counted })
    await settle(600)
    expect(sent[0]?.changes).toEqual([yours])
    saver.change(locator, { entries: { severe: '3' } })
    saver.resolve(locator, 'mine')
    await settle(600)
    expect(sent[1]?.changes).toEqual([{ ...yours, revision: 1, entries: { severe: '3' } }])
    expect(saver.state().unsent.size).toBe(0)
  })
})

describe('What the server refuses', () => {
  it('stays on the page beside its figure, and the rest is saved', async () => {
    const named = refusal('figure-locked', 409, { errors: [{ field: 'XYZ-OP1', message: 'Not saved.' }] })
    const { sent, send } = serverOf(named)
    const saver = new Saver(send, {})
    saver.change('XYZ-OP1', enter('1'))
    saver.change('XYZ-OP2', enter('2'))
    await settle(600)
    expect(saver.state().refusals).toEqual({ 'XYZ-OP1': 'Title of figure-locked' })
    expect(sent[1]?.changes.map(({ locator }) => locator)).toEqual(['XYZ-OP2'])
    expect(saver.state().edits['XYZ-OP1']).toEqual(enter('1'))
  })

  it('names a figure by its place in what was sent', async () => {
    const named = refusal('invalid-request', 400, {
      errors: [{ field: 'changes.0.text', message: 'Use 10000 characters or fewer' }],
    })
    const saver = new Saver(serverOf(named).send, {})
    saver.change('XYZ-TX1', { text: 'x'.repeat(10_001) })
    await settle(600)
    expect(saver.state().refusals).toEqual({ 'XYZ-TX1': 'Use 10000 characters or fewer' })
  })

  it('holds back only the figure that names somebody, and sends all of it once it is mended', async () => {
    const message = "This looks like a pupil's UPN. Take it out."
    const named = refusal('personal-data', 422, { errors: [{ field: 'XYZ-OP1', message }] })
    const { sent, send } = serverOf(named)
    const saver = new Saver(send, {})
    saver.change('XYZ-OP1', enter('1'))
    saver.change('XYZ-OP1', { note: 'J202110020001 left' })
    saver.change('XYZ-OP2', enter('2'))
    await settle(600)
    expect(saver.state()).toMatchObject({ refusals: { 'XYZ-OP1': message }, unsent: new Set(['XYZ-OP1']) })
    expect(sent[1]?.changes.map(({ locator }) => locator)).toEqual(['XYZ-OP2'])
    saver.change('XYZ-OP1', { note: 'One left' })
    await settle(600)
    expect(sent[2]?.changes).toEqual([{ locator: 'XYZ-OP1', revision: 0, ...enter('1'), note: 'One left' }])
    expect(saver.state()).toMatchObject({ refusals: {}, unsent: new Set() })
  })

  it('says why when it is no one figure, and keeps all of it', async () => {
    const saver = new Saver(serverOf(refusal('return-not-open', 409)).send, {})
    saver.change('XYZ-OP1', enter('1'))
    await settle(600)
    expect(saver.state()).toMatchObject({
      phase: 'refused',
      refusal: 'Title of return-not-open',
      unsent: new Set(['XYZ-OP1']),
    })
  })
})

describe('A text that may break off inside an identifier', () => {
  const halves = [
    'See J20211002',
    'His DOB 12/03/201',
    'born 3 March 201',
    'lives at NW1 7B',
    'write to amy.secret@school',
  ]

  it.each(halves)('waits for the rest, or for its field to be left: %s', async (text) => {
    const { sent, send } = serverOf()
    const saver = new Saver(send, {})
    saver.change('XYZ-TX1', { text })
    await settle(10_000)
    expect(sent).toEqual([])
    expect(saver.state()).toMatchObject({ phase: 'waiting', unsent: new Set(['XYZ-TX1']) })
    saver.flush()
    await settle(0)
    expect(sent).toHaveLength(1)
    expect(saver.state()).toMatchObject({ phase: 'idle', unsent: new Set() })
  })

  it('waits in a note, in evidence, and in an entry that is no number', async () => {
    const { sent, send } = serverOf()
    const saver = new Saver(send, {})
    saver.change('XYZ-OP1', { note: halves[1]! })
    saver.change('XYZ-OP2', { evidence: { source: halves[3]! } })
    saver.change('XYZ-OP3', enter('943 476 59'))
    saver.change('XYZ-OP4', enter('943476'))
    await settle(600)
    expect(sent.flatMap(({ changes }) => changes.map(({ locator }) => locator))).toEqual(['XYZ-OP4'])
  })

  it('is not sent with other figures, nor behind a request under way, nor on trying again', async () => {
    const finish: (() => void)[] = []
    const sent: string[] = []
    const send: Send = (changes) =>
      new Promise((resolve) => {
        sent.push(...changes.map(({ text, entries }) => text ?? entries?.value ?? ''))
        finish.push(() => resolve({ revisions: {}, savedAt }))
      })
    const saver = new Saver(send, {})
    saver.change('XYZ-TX1', { text: 'He left.' })
    await settle(600)
    saver.change('XYZ-TX1', { text: 'He left. DOB 12/03/201' })
    finish[0]!()
    await settle(600)
    saver.change('XYZ-OP1', enter('7'))
    saver.retry()
    await settle(600)
    finish[1]!()
    await settle(600)
    expect(sent).toEqual(['He left.', '7'])
    saver.change('XYZ-TX1', { text: 'He left. DOB 12/03/201 was taken out' })
    await settle(600)
    expect(sent.at(-1)).toBe('He left. DOB 12/03/201 was taken out')
  })

  it('is sent after half a minute without a key, so that nothing typed waits for ever', async () => {
    const { sent, send } = serverOf()
    const saver = new Saver(send, {})
    saver.change('XYZ-TX1', { text: 'The total was 412' })
    await settle(29_000)
    saver.change('XYZ-TX1', { text: 'The total was 4120' })
    await settle(29_999)
    expect(sent).toEqual([])
    await settle(2)
    expect(sent).toHaveLength(1)
  })

  it('is seen at the cursor, though the text goes on behind it', async () => {
    const { sent, send } = serverOf()
    const saver = new Saver(send, {})
    saver.change('XYZ-TX1', { text: 'His DOB  and he left' })
    saver.change('XYZ-TX1', { text: 'His DOB 12/03/201 and he left' })
    await settle(10_000)
    expect(sent).toEqual([])
  })
})

describe('When the figures are fetched again', () => {
  it('lets go of what the server has by now, and keeps what is being typed', async () => {
    const saver = new Saver(serverOf().send, {})
    saver.change('XYZ-OP1', enter('1'))
    await settle(600)
    saver.change('XYZ-OP2', enter('2'))
    saver.rebase({ 'XYZ-OP1': { revision: 1 } })
    expect(saver.state().edits).toEqual({ 'XYZ-OP2': enter('2') })
  })

  it('keeps showing a save that the answer is too old to know', async () => {
    const saver = new Saver(serverOf().send, {})
    saver.change('XYZ-OP1', enter('1'))
    await settle(600)
    saver.rebase({})
    expect(saver.state().edits).toEqual({ 'XYZ-OP1': enter('1') })
  })
})
