/**
 * Bytes that strangers send: each file of the corpus is read or refused with the sentence it should have, within the
 * memory and time of a process of its own, and the service answers everybody else meanwhile.
 */
import { createFileReader, readerLimits } from '@inclusion/server/uploads/file-reader'
import { describe, expect, it } from 'vitest'
import { bombs, brokenArchives, notSpreadsheets, type Hostile } from './hostile/corpus.ts'
import { instructions, personal, texts, values } from './hostile/cells.ts'

const corpus = [
  ...[notSpreadsheets, brokenArchives, bombs].flat(),
  ...[values, instructions, texts, personal].flat(),
]

/** Kilobytes that a process may have had when it ends: its heap, and what it and a file's bytes need beside it. */
const mostMemory = (readerLimits.heap + 320) * 1024

const reader = createFileReader()

describe('hostile files', () => {
  it('are at least sixty, each with a name of its own', () => {
    const names = corpus.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(60)
  })

  it.each(corpus.map((each) => [each.name, each] as const))('%s', async (_, { bytes, outcome }: Hostile) => {
    const { reading, peak } = await reader.read(bytes(), 'ruth-okafor')
    expect(peak ?? 0).toBeLessThan(mostMemory)
    if ('rows' in outcome) {
      expect(reading).toMatchObject({ kind: 'read' })
      if (reading.kind === 'read') expect(reading.file.sheets[0]!.rows).toEqual(outcome.rows)
    } else if ('held' in outcome) {
      expect(reading).toMatchObject({ kind: 'held', cells: [{ where: outcome.held }] })
    } else {
      expect(reading.kind).toBe('refused')
      if (reading.kind === 'refused') {
        if (typeof outcome.sentence === 'string') expect(reading.sentence).toBe(outcome.sentence)
        else expect(reading.sentence).toMatch(outcome.sentence)
        expect(reading.sentence).toMatch(/^[A-Z].*\.$/)
      }
    }
  })
})
