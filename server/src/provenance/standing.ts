/** What stands in a return, or in one setting's report, as whoever asks may see it. */
import { settingOf, type Locator } from '@inclusion/shared/locators'
import type { Actor } from '@inclusion/shared/roles'
import type { Context } from '../context.ts'
import type { ReturnHead } from '../returns/store.ts'
import { viewReturn, type ReturnView } from '../returns/view.ts'
import { reportFor } from '../setting-reports/access.ts'
import { viewReport } from '../setting-reports/view.ts'
import type { ReportSource } from './figure-provenance.ts'

export type Standing = Pick<
  ReturnView,
  'checkInput' | 'findings' | 'marks' | 'baselines' | 'queries' | 'standard'
> & {
  head: ReturnHead
  reports: ReportSource[]
  lastFiled: ReturnView['lastFiled']
}

/**
 * Of a setting's figure its report, as its page shows it: also before it is signed off. Of any other the return.
 * Throws `not-found` where the actor may not see it.
 */
export async function findStanding(
  context: Context,
  actor: Actor,
  { head, locator }: { head: ReturnHead; locator: Locator },
): Promise<Standing> {
  const urn = settingOf(locator)
  if (urn !== null) return ofReport(context, actor, { head, urn })
  const view = await viewReturn(context, head.id, actor)
  const reports = view.reports.map(({ urn: of, name, status, signedOffBy, signedOffAt, onBehalf }) => ({
    urn: of,
    setting: name,
    status,
    signedOff: signedOffBy && signedOffAt ? { by: signedOffBy, at: signedOffAt, onBehalf } : null,
  }))
  return { ...view, head, reports }
}

async function ofReport(
  context: Context,
  actor: Actor,
  { head, urn }: { head: ReturnHead; urn: string },
): Promise<Standing> {
  const access = await reportFor(context, actor, { returnId: head.id, urn })
  const view = await viewReport(context, access)
  const { setting, status, signedOff } = view
  return { ...view, head, reports: [{ urn, setting, status, signedOff }], lastFiled: null }
}
