import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import { ConfirmedButton } from '../people/confirmed-button.tsx'
import { paths } from '../routing/paths.ts'
import type { EditionActProps } from './edition-act-props.ts'
import { editionsQuery } from './queries.ts'

/** Throws a draft away, after asking once more. */
export function DiscardEdition({ edition, onRefused }: EditionActProps) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { id: standardId, name, revision } = edition
  const discard = useMutation({
    mutationFn: () =>
      call(
        staffApi.editions[':standardId'].$delete({
          param: { standardId },
          query: { revision: String(revision) },
        }),
      ),
    onSuccess: async () => {
      await cache.invalidateQueries(editionsQuery)
      await navigate({ href: paths.standards() })
    },
    onError: onRefused,
  })
  return (
    <div className="govuk-body">
      <ConfirmedButton
        words="Discard this draft"
        about={name}
        question={`${name} goes, with all that was written in it and its back-tests. Published editions stay as they are.`}
        busy={discard.isPending}
        onConfirm={() => discard.mutate()}
      />
    </div>
  )
}
