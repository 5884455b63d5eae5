import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { EditionView } from '@inclusion/server/standards/view'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Told } from '../outcome.tsx'
import { ConfirmedButton } from '../people/confirmed-button.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { editionQuery } from './queries.ts'

type RemoveCheckProps = Told & { edition: EditionView; code: string; revision: number }

/** Takes out a check that this draft added. One of the edition before stays, and can be switched off. */
export function RemoveCheck({ edition, code, revision, onRefused }: RemoveCheckProps) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { data: ground } = useSuspenseQuery(editionQuery(edition.basedOn ?? edition.id))
  const remove = useMutation({
    mutationFn: () =>
      call(
        staffApi.editions[':standardId'].checks[':code'].$delete({
          param: { standardId: edition.id, code },
          query: { revision: String(revision) },
        }),
      ),
    onSuccess: async () => {
      await navigate({ href: staffPaths.edition(edition.id) })
      await cache.invalidateQueries(editionQuery(edition.id))
    },
    onError: onRefused,
  })
  if (ground.checks.some((check) => check.code === code))
    return (
      <p className="govuk-body-s">
        This check comes from {ground.name}, so it cannot be taken out. To switch it off, choose “Not checked”
        in each tier.
      </p>
    )
  return (
    <div className="govuk-body">
      <ConfirmedButton
        words="Take this check out"
        about={code}
        question={`Check ${code} is only in this draft. It goes, with its words and thresholds.`}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </div>
  )
}
