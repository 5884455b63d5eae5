import type { AmendmentView } from '@inclusion/server/amendments/view'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, ProblemError } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Told } from '../outcome.tsx'
import type { ContentChange } from './content-changes.ts'
import { amendmentQuery, amendmentsQuery } from './queries.ts'

export type Head = Pick<AmendmentView, 'name'> & { programme: string }

export type Saved = {
  change: ContentChange
  head?: Partial<Head>
  /** What is said when it is saved. */
  done: string
  /** What follows once it is saved: to be left out while the page stays. */
  after?: () => void
}

/** Whether a save came too late: somebody else has changed the draft meanwhile. */
export const isMoved = (error: Error | null): boolean =>
  error instanceof ProblemError && error.problem.type === 'amendment-changed'

/**
 * Saves changes of a draft at the revision it was opened at, however often it was fetched since. `moved` is what to
 * do when somebody else was first: put one's own change onto theirs, or go on from theirs.
 */
export function useSaving(opened: AmendmentView, { onDone, onRefused }: Told) {
  const cache = useQueryClient()
  const [ground, setGround] = useState(opened)
  const [late, setLate] = useState<Saved | null>(null)
  const { id: amendmentId } = opened
  const refresh = async () => {
    const now = await cache.fetchQuery({ ...amendmentQuery(amendmentId), staleTime: 0 })
    void cache.invalidateQueries({ queryKey: amendmentsQuery.queryKey, exact: true })
    setGround(now)
    return now
  }
  const { mutate, isPending } = useMutation({
    mutationFn: ({ on, saved }: { on: AmendmentView; saved: Saved }) => send(on, saved),
    onSuccess: async (_, { saved }) => {
      await refresh()
      setLate(null)
      onDone(saved.done)
      saved.after?.()
    },
    onError: (error: Error, { saved }) => {
      setLate(isMoved(error) ? saved : null)
      onRefused(error)
    },
  })
  return {
    ground,
    busy: isPending,
    save: (saved: Saved) => mutate({ on: ground, saved }),
    moved: late && {
      theirs: refresh,
      both: async () => mutate({ on: await refresh(), saved: late }),
      drop: () => setLate(null),
    },
  }
}

export type Saving = ReturnType<typeof useSaving>

function send({ id, revision, name, programme, content }: AmendmentView, { change, head }: Saved) {
  return call(
    staffApi.amendments[':amendmentId'].$put({
      param: { amendmentId: id },
      json: { revision, name, programme: programme.code, ...head, content: change(content) },
    }),
  )
}
