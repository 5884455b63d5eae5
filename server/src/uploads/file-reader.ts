/**
 * Has files read, each in a process of its own that ends with it: with so much memory and time and no more, without
 * the service's secrets, and few at once. A thread would not do: one vast allocation in it ends the whole service.
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Reading } from './read/read-file.ts'
import { sentences } from './read/unreadable-file.ts'
import { createTurns, type TurnLimits } from './turns.ts'

const program = fileURLToPath(new URL('./read/reader.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../', import.meta.url))

export type ReaderLimits = TurnLimits & {
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

export function createFileReader(limits: ReaderLimits = readerLimits): FileReader {
  const turns = createTurns(limits)
  return {
    async read(bytes, personId) {
      await turns.enter(personId)
      try {
        return await readApart(bytes, limits)
      } finally {
        turns.leave(personId)
      }
    },
  }
}

/** As many characters as the answer to the largest file that is read can have. */
const longestAnswer = 64_000_000

const flags = ({ heap }: ReaderLimits) => [
  `--max-old-space-size=${heap}`,
  '--permission',
  ...['server', 'shared', 'node_modules'].map((folder) => `--allow-fs-read=${root}${folder}/*`),
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
      process.off('exit', end)
      if (!error) return resolve(answerIn(said))
      const isLate = error.killed === true && error.code !== 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER'
      resolve(ended(isLate ? 'too-long' : 'too-much'))
    })
    // It ends with the service, not after its own time.
    const end = () => child.kill('SIGKILL')
    process.once('exit', end)
    // It may end before it has taken all of the file: its exit says so already.
    child.stdin?.on('error', () => {})
    child.stdin?.end(bytes)
  })
}

/** A process that was ended from elsewhere may have said half of it. */
export function answerIn(said: string): ReaderAnswer {
  try {
    return JSON.parse(said) as ReaderAnswer
  } catch {
    return ended('too-much')
  }
}

const ended = (why: 'too-long' | 'too-much'): ReaderAnswer => ({
  reading: { kind: 'refused', sentence: sentences[why] },
  peak: null,
})
