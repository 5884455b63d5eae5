import { queryOptions } from '@tanstack/react-query'
import type { BackTestView, TestedReturns } from '@inclusion/server/standards/back-test-view'
import type { EditionLine } from '@inclusion/server/standards/edition-line'
import type { EditionView } from '@inclusion/server/standards/view'
import type { WorkedExample } from '@inclusion/shared/standards/examples/worked-example'
import type { Standard } from '@inclusion/shared/standards/check'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** The address of the edition that returns are opened with today. */
export const inForce = 'in-force'

/** One edition, whole: published, or a draft for those who may see it. */
export const editionQuery = (standardId: string) =>
  queryOptions<EditionView>({
    queryKey: ['standard', standardId],
    queryFn: () => call(staffApi.standards[':standardId'].$get({ param: { standardId } })),
  })

/** Every edition this person may see, the one that takes effect last at the top. */
export const editionsQuery = queryOptions<EditionLine[]>({
  queryKey: ['standards'],
  queryFn: () => call(staffApi.standards.index.$get()),
})

/** All worked examples. They ship with the engine, and its tests run them. */
export const examplesQuery = queryOptions<readonly WorkedExample[]>({
  queryKey: ['worked-examples'],
  queryFn: async () => {
    const { workedExamples } = await import('@inclusion/shared/standards/examples')
    return workedExamples
  },
  staleTime: Infinity,
})

/** The examples of a check; of a check that people added, those of the others of its kind. */
export function examplesOf(
  examples: readonly WorkedExample[],
  { checks }: Standard,
  { code, kind }: { code: string | null; kind: string },
): WorkedExample[] {
  const own = examples.filter(({ check }) => check === code)
  if (own.length > 0) return own
  const codes = new Set(checks.flatMap((check) => (check.rule.kind === kind ? [check.code] : [])))
  return examples.filter(({ check }) => codes.has(check))
}

const moment = 1_000

/** A back-test, asked for again each second while it runs. */
export const backTestQuery = (backTestId: string) =>
  queryOptions<BackTestView>({
    queryKey: ['back-test', backTestId],
    queryFn: () => call(staffApi.backTests[':backTestId'].$get({ param: { backTestId } })),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? moment : false),
  })

/** The returns of a back-test in which a check fired, or in which the editions differ. */
export const testedReturnsQuery = (backTestId: string, of: { check?: string; authority?: string }) =>
  queryOptions<TestedReturns>({
    queryKey: ['back-test', backTestId, 'returns', of.check ?? '', of.authority ?? ''],
    queryFn: () =>
      call(
        staffApi.backTests[':backTestId'].returns.$get({
          param: { backTestId },
          query: { ...(of.check && { check: of.check }), ...(of.authority && { authority: of.authority }) },
        }),
      ),
  })
