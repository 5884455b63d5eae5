import { useCallback, useEffect, useRef, useState } from 'react'
import { focusField } from '../ui/focus-field.ts'
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
    stop: () => {
      end()
      setReading(null)
      setTrouble('Nothing of these files is kept now. Drop them again to count them.')
      // The button that was pressed is gone.
      focusField('register-files')
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
  const worker = useRef<RegisterWorker | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const end = useCallback(() => {
    worker.current?.stop()
    worker.current = null
  }, [])
  useEffect(() => end, [end])
  const ask = useCallback(
    async <A extends Act>(act: A, asked: Acts[A]['asked']) => {
      worker.current ??= new RegisterWorker(setProgress)
      const answer = await worker.current.ask(act, asked)
      const isLost = worker.current?.isLost ?? false
      if (isLost) end()
      if (answer.kind === 'failed') onFailure(answer.why, isLost)
      return answer
    },
    [end, onFailure],
  )
  return { ask, end, progress }
}

const corrected = (reading: Reading, at: number, correction: Correction): Reading => ({
  ...reading,
  sheets: reading.sheets.map((sheet, index) => (index === at ? { ...sheet, correction } : sheet)),
})
