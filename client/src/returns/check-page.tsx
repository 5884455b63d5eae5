import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReturnView } from '@inclusion/server/returns/view'
import { refusals } from '@inclusion/shared/refusals'
import { isOutstanding } from '@inclusion/shared/standards/finding'
import { shortMoment } from '@inclusion/shared/time'
import { api, call, once } from '../api.ts'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { KeptHere } from './entry/kept-here.tsx'
import { sayNext } from './just-done.tsx'
import { returnQuery } from './queries.ts'
import { ReturnTrail } from './return-header.tsx'
import { OpenQuestions } from './return-news.tsx'
import { openWords } from './open-words.ts'
import { returnCaption } from './return-words.ts'
import { findingsElsewhere } from './sections.ts'
import { ExplanationsGiven } from './summary/explanations-given.tsx'
import { OpenFindings } from './summary/open-findings.tsx'
import { RequestsOfRmel } from './summary/requests-of-rmel.tsx'
import { ReturnSummary } from './summary/return-summary.tsx'
import { ChangesSince } from './summary/changes-since.tsx'
import { useAct } from './use-act.ts'

export function CheckPage() {
  const { data: view } = useSuspenseQuery(returnQuery(useRouteParam('returnId')))
  return (
    <Page
      title={view.mayEdit ? 'Check your answers' : 'The whole return'}
      caption={returnCaption(view)}
      before={<ReturnTrail view={view} />}
    >
      <FiledAs view={view} />
      <KeptHere view={view} />
      <RequestsOfRmel view={view} />
      {view.mayEdit && <OpenFindings view={view} />}
      <OpenQuestions view={view} />
      <ChangesSince view={view} />
      <ReturnSummary view={view} />
      <ExplanationsGiven
        findings={[...findingsElsewhere(view.findings), ...view.signingFindings]}
        view={view}
      />
      <Send view={view} />
      <Button look="secondary" onClick={() => window.print()}>
        Print this page
      </Button>
    </Page>
  )
}

/** What proves it, on the page and on paper, once the return is filed and while it stands as it was. */
function FiledAs({ view: { id, status, versions } }: { view: ReturnView }) {
  const latest = versions.at(-1)
  if (!latest || !['submitted', 'accepted'].includes(status)) return null
  return (
    <SummaryList
      rows={[
        {
          key: 'Receipt',
          value: (
            <>
              <Link href={paths.returnReceipt(id)}>{latest.reference}</Link>, version {latest.version}
            </>
          ),
        },
        { key: 'Submitted', value: shortMoment(latest.submittedAt) },
        { key: 'Certified by', value: latest.certifiedBy },
        { key: 'SHA-256', value: <code className="app-break">{latest.sha256}</code> },
      ]}
    />
  )
}

/** The last step of the borough lead: to the certifier, or in the light tier to the declaration. */
function Send({ view }: { view: ReturnView }) {
  const { id, actions, findings, tier, status } = view
  const { busy, problem, attempt, run } = useAct(id)
  const navigate = useNavigate()
  const open = findings.filter(isOutstanding).length
  if (!view.mayEdit && status !== 'not-started') return null
  if (tier === 'light')
    return open > 0 ? (
      <Button unavailable={openWords(open)}>Go on to the declaration</Button>
    ) : (
      <ButtonLink href={paths.returnSignOff(id)}>Go on to the declaration</ButtonLink>
    )
  const refusal = actions['send-for-sign-off']
  const send = async () => {
    const param = { returnId: id }
    const sent = await run((key) =>
      call(api.returns[':returnId']['send-for-sign-off'].$post({ param }, once(key))),
    )
    if (!sent) return
    sayNext('The return is sent to your certifier, who reads it and signs.')
    void navigate({ href: paths.return(id) })
  }
  return (
    <>
      {problem && <ProblemNotice key={attempt} problem={problem} fieldId={() => undefined} />}
      <Button busy={busy} onClick={() => void send()} unavailable={whyNot(refusal, open)}>
        Send for sign-off
      </Button>
    </>
  )
}

function whyNot(refusal: ReturnView['actions']['edit'], open: number): string | null {
  return refusal ? refusals[refusal].title : openWords(open)
}
