import { queryOptions } from '@tanstack/react-query'
import type { ReportListItem } from '@inclusion/server/setting-reports/access'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { api, call } from '../api.ts'

/** The reports of this head's own settings, latest period first. */
export const settingReportsQuery = queryOptions<ReportListItem[]>({
  queryKey: ['setting-reports'],
  queryFn: () => call(api.settingReports.index.$get()),
})

export const settingReportQuery = (returnId: string, urn: string) =>
  queryOptions<ReportView>({
    // Under its return, so that what changes the one refreshes the other.
    queryKey: ['return', returnId, 'setting-report', urn],
    queryFn: () => {
      const answer = call(api.settingReports[':returnId'][':urn'].$get({ param: { returnId, urn } }))
      // JSON has no undefined, but the client's type of it cannot say so of a field that may be left out.
      return answer as Promise<ReportView>
    },
  })
