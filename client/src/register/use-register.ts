import { useCallback, useEffect, useRef, useState } from 'react'
import { RegisterWorker, type Answer } from './ask-worker.ts'
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
  /** Stops what is under way and forgets every file. */
  stop: () => void
  ask: <A extends Act>(act: A, asked: Acts[A]['asked']) => Promise<Answer<A>>
}

/** The register of this page, in a worker that ends with the page: what it held is forgotten then. */
export function useRegister(): RegisterRoom {
  const worker = useRef<RegisterWorker | null>(null)
  const [reading, setReading] = useState<Reading | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [drops, setDrops] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)

  const end = useCallback(() => {
    worker.current?.stop()
    worker.current = null
  }, [])
  useEffect(() => end, [end])

  const ask = useCallback(
    async <A extends Act>(act: A, asked: Acts[A]['asked']) => {
      worker.current ??= new RegisterWorker(setProgress)
      const answer = await worker.current.ask(act, asked)
      if (worker.current?.isLost) {
        end()
        setReading(null)
      }
      if (answer.kind === 'failed') setTrouble(answer.why)
      return answer
    },
    [end],
  )
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
  const stop = useCallback(() => {
    end()
    setReading(null)
    setTrouble('Nothing of these files is kept now. Drop them again to count them.')
  }, [end])
  return {
    reading,
    drops,
    progress,
    trouble,
    ask,
    stop,
    read: useCallback((files) => void understand('read', files), [understand]),
    correct: useCallback(
      (sheet, correction) => {
        // Shown as it is chosen; what comes of it follows when it was read again.
        setReading((before) => before && corrected(before, sheet, correction))
        void understand('correct', { sheet, correction })
      },
      [understand],
    ),
    remove: useCallback((file) => void understand('remove', file), [understand]),
  }
}

const corrected = (reading: Reading, at: number, correction: Correction): Reading => ({
  ...reading,
  sheets: reading.sheets.map((sheet, index) => (index === at ? { ...sheet, correction } : sheet)),
})
