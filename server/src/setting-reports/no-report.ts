/** What a head or a lead is told where a report was, or never was. */
import { Problem } from '@inclusion/shared/problems'

/** For those who would give the report: to others nothing is there. Whatever they were typing is not stored. */
export const noReport = (): Problem =>
  new Problem('not-found', {
    detail:
      'This setting gives no report in this return, so nothing can be saved in it. Either it closed, its part in the grant ended, or another setting reports in its place. Its page under “Settings” says which; if that is wrong, tell the VRU.',
  })
