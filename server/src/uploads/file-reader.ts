/**
 * Has files read, each in a process of its own that ends with it: with so much memory and time and no more, without
 * the service's secrets, and few at once. A thread would not do: one vast allocation in it ends the whole service.
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Problem } from '@inclusion/shared/problems'
import type { Reading } from './read/read-file.ts'
import { sentences } from './read/unreadable-file.ts'

const program = fileURLToPath(new URL('./read/reader.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../', import.meta.url))

export type ReaderLimits = {
  /** Files that are read at once, and that may wait for it: of everybody, and of one person. */
  atOnce: number
  waiting: number
  ofOne: number
  /** Megabytes of its heap; beside it stand the bytes of the file, which its own limits bound. */
  heap: number
  milliseconds: number
}

export const readerLimits: ReaderLimits = {
  atOnce: 2,
  waiting: 20,
  ofOne: 4,
  heap: 192,
  milliseconds: 20_000,
}

/** What the process answers: the reading, and the most memory it had, in kilobytes. */
export type ReaderAnswer = { reading: Reading; peak: number | null }

export type FileReader = {
  /** Never fails for what is in the bytes. Throws the Problem `files-waiting` when too many wait already. */
  read: (bytes: Uint8Array, personId: string) => Promise<ReaderAnswer>
}

type Waiting = { personId: string; start: () => void }

export function createFileReader(limits: ReaderLimits = readerLimits): FileReader {
  const reading: string[] = []
  const waiting: Waiting[] = []
  const isOf = (personId: string) =>
    [...reading, ...waiting.map((each) => each.personId)].filter((each) => each === personId).length

  async function turn(personId: string): Promise<void> {
    if (waiting.length >= limits.waiting || isOf(personId) >= limits.ofOne) throw new Problem('files-waiting')
    if (reading.length >= limits.atOnce)
      await new Promise<void>((resolve) => waiting.push({ personId, start: resolve }))
    else reading.push(personId)
  }

  function leave(personId: string): void {
    reading.splice(reading.indexOf(personId), 1)
    const next = waiting.shift()
    if (!next) return
    reading.push(next.personId)
    next.start()
  }

  return {
    async read(bytes, personId) {
      await turn(personId)
      try {
        return await readApart(bytes, limits)
      } finally {
        leave(personId)
      }
    },
  }
}

/** As many characters as the answer to the largest file that is read can have. */
const longestAnswer = 64_000_000

const flags = ({ heap }: ReaderLimits) => [
  `--max-old-space-size=${heap}`,
  '--permission',
  `--allow-fs-read=${root}*`,
  program,
]

function readApart(bytes: Uint8Array, limits: ReaderLimits): Promise<ReaderAnswer> {
  return new Promise((resolve) => {
    const options = {
      env: {},
      timeout: limits.milliseconds,
      killSignal: 'SIGKILL' as const,
      maxBuffer: longestAnswer,
    }
    const child = execFile(process.execPath, flags(limits), options, (error, said) => {
      if (!error) return resolve(JSON.parse(said) as ReaderAnswer)
      const isLate = error.killed === true && error.code !== 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER'
      resolve(ended(isLate ? 'too-long' : 'too-much'))
    })
    // It may end before it has taken all of the file: its exit says so already.
    child.stdin?.on('error', () => {})
    child.stdin?.end(bytes)
  })
}

const ended = (why: 'too-long' | 'too-much'): ReaderAnswer => ({
  reading: { kind: 'refused', sentence: sentences[why] },
  peak: null,
})
