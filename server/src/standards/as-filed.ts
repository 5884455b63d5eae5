/** A past return as its checks would have seen it when it was filed. */
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { londonDate } from '@inclusion/shared/time'
import { checkInputOf, type LoadedReturn } from '../returns/load.ts'
import type { StoredVersion } from '../returns/versions.ts'

/**
 * The input of a version: what was signed of figures, attendance and settings' reports, and who signed it.
 * History, framework, grant and profiles are what the service knows of that period; entries that could
 * not be read, answers and waivers belong to the work before it. `before` is the version accepted before it.
 */
export function inputAsFiled(
  loaded: LoadedReturn,
  version: StoredVersion,
  before: StoredVersion | null = null,
): CheckInput {
  const { content, sentBy, certifiedBy } = version
  const reports = new Map(loaded.reports.map((report) => [report.urn, report]))
  const { firstSubmittedAt, dueOn } = loaded.head
  return {
    ...checkInputOf(loaded, {
      sentBy,
      certifier: certifiedBy,
      declared: true,
      submittedOn: londonDate(firstSubmittedAt ?? version.submittedAt),
      dueOn,
      changedSinceSent: [],
    }),
    figures: content.figures,
    attendance: content.attendance,
    settings: content.settings.map(({ urn, status, missingReason }) => ({
      urn,
      name: reports.get(urn)?.name ?? urn,
      status: status === 'signed-off' ? status : 'not-started',
      missingReason,
      missingText: missingReason === null ? null : (reports.get(urn)?.missingText ?? null),
    })),
    drafts: [],
    explanations: [],
    waivers: [],
    acceptedBefore: before?.content.figures ?? null,
    // Frozen with the version; one filed before versions held them is judged by those kept with the return.
    peers: content.peers ?? loaded.parts.peers,
  }
}
