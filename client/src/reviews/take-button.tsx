import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, call } from '../api.ts'
import type { Told } from '../outcome.tsx'
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
    onError: onRefused,
  })
  return (
    <Button busy={take.isPending} unavailable={unavailable ?? null} onClick={() => take.mutate()}>
      {words}
      {about && <span className="govuk-visually-hidden"> {about}</span>}
    </Button>
  )
}
