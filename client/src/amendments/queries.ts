import type { AmendmentLine, AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkReference, FrameworkView } from '@inclusion/server/framework/view'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { DryRun } from '@inclusion/server/amendments/dry-run'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** Every amendment this person may see, the one begun last at the top. */
export const amendmentsQuery = queryOptions<AmendmentLine[]>({
  queryKey: ['amendments'],
  queryFn: () => call(staffApi.amendments.index.$get()),
})

export const amendmentQuery = (amendmentId: string) =>
  queryOptions<AmendmentView>({
    queryKey: ['amendments', amendmentId],
    queryFn: () => call(staffApi.amendments[':amendmentId'].$get({ param: { amendmentId } })),
  })

/** What the forms choose from. */
export const referenceQuery = queryOptions<FrameworkReference>({
  queryKey: ['framework'],
  queryFn: () => call(staffApi.framework.index.$get()),
})

/** The framework of a programme in force in a period: the first one that is free, where none is named. */
export const frameworkQuery = (programme: string, period?: string) =>
  queryOptions<FrameworkView>({
    queryKey: ['framework', programme, period ?? ''],
    queryFn: () => askFramework(programme, period),
  })

/** What an amendment changes: its programme as it is without it; null for a programme that is new. */
export const groundQuery = ({ isNewProgramme, programme }: AmendmentLine) =>
  queryOptions<FrameworkView | null>({
    queryKey: ['framework', isNewProgramme ? 'none' : programme.code, ''],
    queryFn: () => (isNewProgramme ? null : askFramework(programme.code)),
  })

function askFramework(programme: string, period?: string): Promise<FrameworkView> {
  const query = period === undefined ? {} : { period }
  return call(staffApi.framework[':programme'].$get({ param: { programme }, query }))
}

/** Whose return is tried, and for which period: the first that is touched, where nobody chose. */
export type Place = { gssCode: string | null; periodId: string | null }

/** A dry run of an amendment as it stood at a revision. */
export const dryRunQuery = ({ id, revision }: Pick<AmendmentLine, 'id' | 'revision'>, place: Place) =>
  queryOptions<DryRun>({
    queryKey: ['amendments', id, 'dry-run', revision, place],
    queryFn: () =>
      call(staffApi.amendments[':amendmentId']['dry-run'].$post({ param: { amendmentId: id }, json: place })),
    placeholderData: keepPreviousData,
  })
