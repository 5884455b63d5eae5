import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Verification } from '@inclusion/server/trust/verifications'
import { shortMoment } from '@inclusion/shared/time'
import { call } from '../api.ts'
import { OutcomeNotice, useOutcome } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { staffApi } from '../staff-api.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { WarningText } from '../ui/warning-text.tsx'
import { auditChoicesQuery } from './queries.ts'

/** Whether the trail is whole: what the last check found, and another on request. */
export function CheckTrailPage() {
  const { data } = useSuspenseQuery(auditChoicesQuery)
  const { outcome, onDone, onRefused } = useOutcome()
  const cache = useQueryClient()
  const check = useMutation({
    mutationFn: () => call(staffApi.audit.verify.$post()),
    onSuccess: ({ broken }) => {
      onDone(broken === null ? 'The audit trail is whole.' : 'The audit trail is broken. See where below.')
      return cache.invalidateQueries(auditChoicesQuery)
    },
    onError: onRefused,
  })
  return (
    <Page
      title="Is the audit trail whole?"
      before={<BackLink href={paths.audit()}>Audit trail</BackLink>}
      width="two-thirds"
    >
      <OutcomeNotice {...outcome} />
      <p className="govuk-body">
        Each event’s seal is worked out anew from what the event says and from the seal before it, from the
        first event to the last. A long trail takes a while; the service goes on meanwhile.
      </p>
      {data.verified === null ? (
        <InsetText>It has not been checked on this page yet.</InsetText>
      ) : (
        <Found {...data.verified} />
      )}
      <Button busy={check.isPending} onClick={() => check.mutate()}>
        {check.isPending ? 'Checking every event' : 'Check it now'}
      </Button>
      <p className="govuk-body">
        Checking is an event too. Whoever runs the service can do the same with <code>pnpm verify-audit</code>
        , and others with the JSON lines of the whole trail.
      </p>
    </Page>
  )
}

function Found({ at, by, events, since, until, broken }: Verification) {
  const when = `Checked ${shortMoment(at)}${by ? ` for ${by}` : ''}.`
  const count = events.toLocaleString('en-GB')
  const days = since && until ? `, from ${shortMoment(since)} to ${shortMoment(until)}` : ''
  if (broken === null)
    return (
      <InsetText>
        <p className="govuk-body govuk-!-font-weight-bold">
          Whole: {count} events{days}.
        </p>
        <p className="govuk-body">{when}</p>
      </InsetText>
    )
  const { position, why } = broken
  return (
    <>
      <WarningText>
        Broken at event {position.toLocaleString('en-GB')}
        {broken.at && `, ${shortMoment(broken.at)}`}: {why}.
      </WarningText>
      <p className="govuk-body">
        The {count} events before it are whole{days}. {when}
      </p>
      <p className="govuk-body">
        <Link href={staffPaths.auditEvent(position)}>See event {position.toLocaleString('en-GB')}</Link>
        {position > 1 && (
          <>
            , or <Link href={staffPaths.auditEvent(position - 1)}>the last one that is whole</Link>
          </>
        )}
      </p>
    </>
  )
}
