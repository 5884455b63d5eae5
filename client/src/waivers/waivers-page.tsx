import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { WaiverView } from '@inclusion/server/waivers/view'
import type { WaiverState } from '@inclusion/shared/waivers'
import { useKept } from '../drafts/use-kept.ts'
import { hasErrors, OutcomeNotice, useOutcome, type Told } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Details } from '../ui/details.tsx'
import { Page } from '../ui/page.tsx'
import { askedIn, blankWaiver, waiverField, type Asked } from './drafted-waiver.ts'
import { waiversQuery } from './queries.ts'
import { WaiverCard } from './waiver-card.tsx'
import { WaiverForm, type WaiverFormProps } from './waiver-form.tsx'

const groups: { title: string; states: readonly WaiverState[]; none: string }[] = [
  { title: 'Waiting for a decision', states: ['requested'], none: 'None waits for a decision.' },
  { title: 'In force', states: ['in-force'], none: 'None is in force: every check counts.' },
  {
    title: 'No longer counting',
    states: ['expired', 'ended', 'refused', 'withdrawn'],
    none: 'There was none before.',
  },
]

export function WaiversPage() {
  const { data } = useSuspenseQuery(waiversQuery)
  const search: Record<string, unknown> = useSearch({ strict: false })
  const { outcome, ...told } = useOutcome()
  const asked = askedIn(search)
  return (
    <Page
      title="Waivers"
      caption="Monitoring Minimum Standards"
      before={<BackLink href={paths.standards()}>Standards</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} fieldId={waiverField} />
      <p className="govuk-body govuk-!-width-two-thirds">
        A waiver says that a check need not be met for a time. One person asks, another decides, and it runs
        out by itself. What the check finds still shows; it only demands nothing.
      </p>
      {data.form && <Ask {...{ form: data.form, asked, outcome }} {...told} />}
      {groups.map((group) => (
        <Group key={group.title} {...group} waivers={data.waivers} told={told} />
      ))}
    </Page>
  )
}

/** Open where a finding led here or a request was begun; else folded away until it is wanted. */
function Ask({ asked, ...props }: Omit<WaiverFormProps, 'kept'> & { asked: Asked }) {
  const kept = useKept(`waiver ${JSON.stringify(asked)}`, blankWaiver(props.form, asked))
  if (asked.check === undefined)
    return (
      <Details summary="Ask for a waiver" open={kept[3]}>
        <WaiverForm {...props} kept={kept} />
      </Details>
    )
  return (
    <section aria-labelledby="ask">
      <h2 className="govuk-heading-m" id="ask">
        Ask for a waiver
      </h2>
      <WaiverForm {...props} kept={kept} />
    </section>
  )
}

type GroupProps = (typeof groups)[number] & { waivers: readonly WaiverView[]; told: Told }

function Group({ title, states, none, waivers, told }: GroupProps) {
  const own = waivers.filter(({ state }) => states.includes(state))
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      {own.length === 0 && <p className="govuk-body">{none}</p>}
      {own.map((waiver) => (
        <WaiverCard key={waiver.id} waiver={waiver} {...told} />
      ))}
    </>
  )
}
