import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProblemBody } from '@inclusion/shared/problems'
import { NotConnected, ProblemError } from '../api.ts'

export type Act = {
  busy: boolean
  problem: ProblemBody | null
  /** Counts the tries, as a key for what takes the focus at each. */
  attempt: number
  run: (work: (key: string) => Promise<unknown>) => Promise<boolean>
}

const overtaken: ReadonlySet<string> = new Set(['nothing-to-explain', 'return-changed'])

const lost: ProblemBody = {
  type: 'unavailable',
  title: 'Not connected.',
  status: 503,
  detail: 'Nothing was sent. Try again when you are back online.',
}

/** One act on a return: sent once however often it is pressed, its refusal kept to be shown, the pages fetched anew. */
export function useAct(returnId: string): Act {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const [attempt, setAttempt] = useState(0)
  // The same key until there was an answer: a try that got none may have been counted.
  const [key, setKey] = useState(() => crypto.randomUUID())
  const run = async (work: (key: string) => Promise<unknown>) => {
    setBusy(true)
    setAttempt((before) => before + 1)
    try {
      await work(key)
      setProblem(null)
      setKey(crypto.randomUUID())
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['return', returnId] }),
        queries.invalidateQueries({ queryKey: ['home'] }),
        queries.invalidateQueries({ queryKey: ['returns'] }),
      ])
      return true
    } catch (error) {
      if (!(error instanceof ProblemError) && !(error instanceof NotConnected)) throw error
      if (error instanceof ProblemError) setKey(crypto.randomUUID())
      setProblem(error instanceof ProblemError ? error.problem : lost)
      // What was seen or answered is not what stands now: it is shown as it is, beside what was written.
      if (error instanceof ProblemError && overtaken.has(error.problem.type))
        await queries.invalidateQueries({ queryKey: ['return', returnId] })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, attempt, run }
}
