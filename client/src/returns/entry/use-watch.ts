import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Since } from '@inclusion/server/returns/position'
import type { Saver } from './saver.ts'

/** Milliseconds between two looks at what others did, while the page is seen. */
const every = 3_000
/** The same after a look that failed. */
const later = 8_000

type Watching = {
  returnId: string
  saver: Saver
  /** Where the audit trail stood when what is shown was read. */
  position: number
  ask: (since: number) => Promise<Since>
}

/** Fetches the figures anew when somebody else has changed any, so that they stand here within seconds. */
export function useWatch({ returnId, saver, position, ask }: Watching): void {
  const queries = useQueryClient()
  const asked = useRef(position)
  useEffect(() => {
    asked.current = Math.max(asked.current, position)
  }, [position])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWatching = true
    const look = async () => {
      const since = await ask(asked.current)
      const news = Object.entries(since.figures).some(([locator, revision]) =>
        saver.isNews(locator, revision),
      )
      if (isWatching && (news || since.others))
        await queries.refetchQueries(
          { queryKey: ['return', returnId], type: 'active' },
          { throwOnError: true },
        )
      asked.current = Math.max(asked.current, since.position)
    }
    const lookAgain = async () => {
      if (document.hidden) return
      let wait = every
      try {
        await look()
      } catch {
        // Whatever went wrong is said where something is sent; here it is only asked again.
        wait = later
      }
      if (isWatching) lookIn(wait)
    }
    const lookIn = (wait: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void lookAgain(), wait)
    }
    const seen = () => {
      if (!document.hidden) lookIn(0)
    }
    lookIn(every)
    document.addEventListener('visibilitychange', seen)
    return () => {
      isWatching = false
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [queries, returnId, saver, ask])
}
