/**
 * Bytes that strangers send: each file of the corpus is read or refused with the sentence it should have, within the
 * memory and time of a process of its own, and the service answers everybody else meanwhile.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { createFileReader, readerLimits } from '@inclusion/server/uploads/file-reader'
import { sentences } from '@inclusion/server/uploads/read/unreadable-file'
import { Problem } from '@inclusion/shared/problems'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openService, type Client, type Service } from '../support/service.ts'
import { instructions, personal, texts, values } from './hostile/cells.ts'
import { bombs, brokenArchives, notSpreadsheets, type Outcome } from './hostile/corpus.ts'
import { camden, havering } from './support/filing.ts'
import { sendFile } from './support/sheets.ts'

const corpus = [
  ...[notSpreadsheets, brokenArchives, bombs].flat(),
  ...[values, instructions, texts, personal].flat(),
]

/** Kilobytes that a process may have had when it ends: its heap, and what it and a file's bytes need beside it. */
const mostMemory = (readerLimits.heap + 320) * 1024

function expectedOf(outcome: Outcome): object {
  if ('rows' in outcome) return { kind: 'read', file: { sheets: [{ rows: outcome.rows }] } }
  if ('held' in outcome) return { kind: 'held', cells: [{ where: outcome.held }] }
  const { sentence } = outcome
  if (typeof sentence === 'string') return { kind: 'refused', sentence }
  return { kind: 'refused', sentence: expect.stringMatching(sentence) as string }
}

describe('the corpus of hostile files', () => {
  // Each file ends by its own limits, however slow the machine is: none of them by the time it may take.
  const limits = { ...readerLimits, milliseconds: 60_000 }
  const reader = createFileReader({ ...limits, waiting: corpus.length, ofOne: corpus.length })

  it('has at least sixty, each with a name of its own', () => {
    const names = corpus.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(60)
  })

  it.concurrent.each(corpus)('$name', async ({ bytes, outcome }) => {
    const { reading, peak } = await reader.read(bytes(), 'ruth-okafor')
    expect(peak ?? 0).toBeLessThan(mostMemory)
    expect(reading).toMatchObject(expectedOf(outcome))
  })

  it('is refused in sentences that begin and end like one', () => {
    for (const sentence of Object.values(sentences)) expect(sentence).toMatch(/^(This|A|There|Reading) .*\.$/)
  })
})

describe('who reads files', () => {
  const text = new Uint8Array(Buffer.from('a,b\n'))
  const isWaiting = (error: unknown) => error instanceof Problem && error.type === 'files-waiting'

  it('ends a process that takes longer than it may', async () => {
    const { reading } = await createFileReader({ ...readerLimits, milliseconds: 1 }).read(text, 'a')
    expect(reading).toEqual({ kind: 'refused', sentence: sentences['too-long'] })
  })

  it('lets so many wait and no more, and no one person take every place', async () => {
    const reader = createFileReader({ ...readerLimits, atOnce: 1, waiting: 3, ofOne: 2 })
    const outcomes = await Promise.allSettled(
      ['a', 'a', 'a', 'b', 'b', 'c', 'd'].map((person) => reader.read(text, person)),
    )
    const told = outcomes.map((each) => (each.status === 'fulfilled' ? 'read' : isWaiting(each.reason)))
    expect(told).toEqual(['read', 'read', true, 'read', 'read', true, true])
    expect((await reader.read(text, 'a')).reading.kind).toBe('read')
  })
})

describe('while bombs are read', () => {
  let service: Service
  beforeAll(async () => {
    service = await openService('SQLite')
  })
  afterAll(() => service.close())

  const named = (name: string) => new Uint8Array(bombs.find((each) => each.name === name)!.bytes())
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

  const leadOf = async (gssCode: string): Promise<Client> => {
    const { personId } = await service.context.db
      .selectFrom('memberships')
      .select('personId')
      .where('gssCode', '=', gssCode)
      .where('role', '=', 'lead')
      .executeTakeFirstOrThrow()
    return service.as(personId)
  }

  it('everybody else is answered, and a person who sends too many is told to wait', async () => {
    const ruth = await service.as('ruth-okafor')
    const other = await leadOf('E09000016')
    const files = ['strings of more objects than memory holds', 'a sheet that unpacks to 60 MB'].map(named)
    const sent = [
      ...[0, 1, 0, 1, 0].map((at) => sendFile(ruth, files[at]!, { type: xlsx, id: camden })),
      ...[0, 1].map((at) => sendFile(other, files[at]!, { type: xlsx, id: havering })),
    ]
    const reading = { isOver: false }
    const told = Promise.all(sent).finally(() => {
      reading.isOver = true
    })
    const reader = await service.as('leila-haddad')
    const answers: number[] = []
    while (!reading.isOver) {
      answers.push((await reader.get(`/api/returns/${camden}`)).status)
      // SQLite answers without ever letting go of the thread.
      await turn()
    }
    const outcomes = (await told).map(({ status, body }) => `${status} ${body.type}`)
    expect(outcomes.filter((each) => each === '422 file-refused')).toHaveLength(6)
    expect(outcomes.filter((each) => each === '503 files-waiting')).toHaveLength(1)
    // A return is a heavy page: were the reading done here, hardly one would have been answered.
    expect(answers.length).toBeGreaterThan(sent.length)
    expect(new Set(answers)).toEqual(new Set([200]))
  })
})
