import { useEffect, useState } from 'react'
import type { Answers, Counted, Reading } from './protocol.ts'
import type { RegisterRoom } from './use-register.ts'

/** Counts again whenever the reading or an answer changes; null until the first count, then the latest. */
export function useCount({ ask }: RegisterRoom, reading: Reading, answers: Answers): Counted | null {
  const [latest, setLatest] = useState<{ counted: Counted; of: Reading } | null>(null)
  useEffect(() => {
    let wanted = true
    const count = async () => {
      const answer = await ask('count', answers)
      if (wanted && answer.kind === 'told' && answer.told) setLatest({ counted: answer.told, of: reading })
    }
    void count()
    return () => {
      wanted = false
    }
  }, [ask, reading, answers])
  return latest?.counted ?? null
}
