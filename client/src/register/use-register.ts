import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, RegisterWorker } from './ask-worker.ts'
import type { Correction } from './layout.ts'
import type { Act, Acts, Progress, Reading } from './protocol.ts'

export type RegisterRoom = {
  reading: Reading | null
  /** How many drops were read. */
  drops: number
  progress: Progress | null
  /** Why the last request failed, in words. */
  trouble: string | null
  read: (files: readonly File[]) => void
  correct: (sheet: number, correction: Correction) => void
  remove: (file: string) => void
  /** Stops what is under way and forgets every file; says so in these words. */
  stop: (words: string) => void
  ask: <A extends Act>(act: A, asked: Acts[A]['asked']) => Promise<Answer<A>>
}

/** The register of this page, in a worker that ends with the page: what it held is forgotten then. */
export function useRegister(): RegisterRoom {
  const [reading, setReading] = useState<Reading | null>(null)
  const [drops, setDrops] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)
  const fail = useCallback((why: string, isLost: boolean) => {
    setTrouble(why)
    if (isLost) setReading(null)
  }, [])
  const { ask, end, progress } = useRegisterWorker(fail)
  const understand = useCallback(
    async (act: 'read' | 'correct' | 'remove', asked: Acts[typeof act]['asked']) => {
      setTrouble(null)
      const answer = await ask(act, asked)
      if (answer.kind !== 'told') return
      setReading(answer.told)
      if (act === 'read') setDrops((before) => before + 1)
    },
    [ask],
  )
  return {
    reading,
    drops,
    progress,
    trouble,
    ask,
    stop: (words) => {
      end()
      setReading(null)
      setTrouble(words)
    },
    read: useCallback((files) => void understand('read', files), [understand]),
    correct: (sheet, correction) => {
      // Shown as it is chosen; what comes of it follows when it was read again.
      setReading((before) => before && corrected(before, sheet, correction))
      void understand('correct', { sheet, correction })
    },
    remove: (file) => void understand('remove', file),
  }
}

/** The worker: begun with the first question, ended with the page. */
function useRegisterWorker(onFailure: (why: string, isLost: boolean) => void) {
  const worker = useRef<Promise<RegisterWorker | null>>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const end = useCallback(() => {
    void worker.current?.then((begun) => begun?.stop())
    worker.current = null
  }, [])
  useEffect(() => end, [end])
  const ask = useCallback(
    async <A extends Act>(act: A, asked: Acts[A]['asked']) => {
      worker.current ??= begin(setProgress)
      const own = worker.current
      const begun = await own
      const answer: Answer<A> = begun ? await begun.ask(act, asked) : { kind: 'failed', why: unfetched }
      const isLost = !begun || begun.isLost
      if (isLost && worker.current === own) end()
      if (answer.kind === 'failed') onFailure(answer.why, isLost)
      return answer
    },
    [end, onFailure],
  )
  return { ask, end, progress }
}

const unfetched = 'Reload the page, and drop your files again.'

/** Fetched with the first drop only. */
async function begin(onProgress: (progress: Progress | null) => void): Promise<RegisterWorker | null> {
  try {
    const asking = await import('./ask-worker.ts')
    return new asking.RegisterWorker(onProgress)
  } catch {
    return null
  }
}

const corrected = (reading: Reading, at: number, correction: Correction): Reading => ({
  ...reading,
  sheets: reading.sheets.map((sheet, index) => (index === at ? { ...sheet, correction } : sheet)),
})
