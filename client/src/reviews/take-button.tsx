import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, call, ProblemError } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { returnQuery } from '../returns/queries.ts'
import { shortMoment } from '@inclusion/shared/time'
import { Button } from '../ui/button.tsx'

type TakeButtonProps = Pick<Told, 'onDone' | 'onRefused'> & {
  returnId: string
  words: string
  about?: string
  unavailable?: string | null
}

/** An evaluator takes a return: from then on it is theirs to decide, and cannot be withdrawn. */
export function TakeButton({ returnId, words, about, unavailable, onDone, onRefused }: TakeButtonProps) {
  const cache = useQueryClient()
  const take = useMutation({
    mutationFn: () => call(api.reviews[':returnId'].take.$post({ param: { returnId } })),
    onSuccess: async () => {
      await cache.invalidateQueries()
      onDone('You have taken this return.')
    },
    onError: async (error) => {
      if (!(error instanceof ProblemError)) return onRefused(error)
      await cache.invalidateQueries()
      const { taken, actions } = await cache.fetchQuery(returnQuery(returnId))
      if (error.problem.type !== 'review-taken' || taken === null) return onRefused(error)
      if (actions['decide-figures'] === null) return onDone('You have taken this return already.')
      const detail = `${taken.by} took it on ${shortMoment(taken.at)}.`
      onRefused(new ProblemError({ ...error.problem, detail }))
    },
  })
  return (
    <Button busy={take.isPending} unavailable={unavailable ?? null} onClick={() => take.mutate()}>
      {words}
      {about && <span className="govuk-visually-hidden"> {about}</span>}
    </Button>
  )
}
