/** Whose file is read when, and what becomes of a reader that does not answer whole. */
import { answerIn } from '@inclusion/server/uploads/file-reader'
import { sentences } from '@inclusion/server/uploads/read/unreadable-file'
import { createTurns } from '@inclusion/server/uploads/turns'
import { describe, expect, it } from 'vitest'

describe('the turns of files', () => {
  it('are of one person once while others wait, and of whoever is left after that', async () => {
    const turns = createTurns({ atOnce: 2, waiting: 20, ofOne: 4 })
    const started: string[] = []
    const enter = async (personId: string, name: string) => {
      await turns.enter(personId)
      started.push(name)
    }
    const all = [...['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map((name) => enter(name[0]!, name))]
    const after = async (personId: string) => {
      turns.leave(personId)
      await Promise.resolve()
      await Promise.resolve()
      return started.at(-1)
    }
    expect(await after('a')).toBe('b1')
    expect(await after('a')).toBe('a3')
    expect(await after('b')).toBe('b2')
    expect(await after('b')).toBe('c1')
    // Nobody else waits: one person may have both.
    expect(await after('c')).toBe('a4')
    await Promise.all(all)
    expect(started).toEqual(['a1', 'a2', 'b1', 'a3', 'b2', 'c1', 'a4'])
  })
})

describe('a reader', () => {
  it('that says half of its answer, or nothing, has refused the file in words', () => {
    const refused = { reading: { kind: 'refused', sentence: sentences['too-much'] }, peak: null }
    for (const said of ['', '{"reading":{"kind":"read"', 'Segmentation fault'])
      expect(answerIn(said)).toEqual(refused)
    expect(answerIn('{"reading":{"kind":"held","cells":[]},"peak":1}').peak).toBe(1)
  })
})
