import { queryOptions } from '@tanstack/react-query'
import type { ReturnScore, ScoresView } from '@inclusion/server/standards/scores'
import type { TrackRecord } from '@inclusion/server/standards/track-record'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** The score of a return moves with every figure, so it is asked for anew whenever it is shown. */
export const returnScoreQuery = (returnId: string) =>
  queryOptions<ReturnScore>({
    queryKey: ['return', returnId, 'score'],
    queryFn: () => call(staffApi.records.returns[':returnId'].score.$get({ param: { returnId } })),
    staleTime: 0,
  })

/** Scores by borough over time; of the first programme that the reader has when none is named. */
export const scoresQuery = (programme: string | undefined) =>
  queryOptions<ScoresView>({
    queryKey: ['standards-scores', programme ?? ''],
    queryFn: () =>
      call(staffApi.records['standards-scores'].$get({ query: { ...(programme && { programme }) } })),
  })

/** What became of the findings of each check of an edition. For RMEL and the VRU alone. */
export const trackRecordQuery = (standardId: string) =>
  queryOptions<TrackRecord>({
    queryKey: ['standard', standardId, 'track-record'],
    queryFn: () =>
      call(
        staffApi.records.standards[':standardId']['track-record'].$get({ param: { standardId }, query: {} }),
      ),
  })
