import type { AmendmentView } from '@inclusion/server/amendments/view'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Page } from '../ui/page.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { AmendmentDecision } from './amendment-decision.tsx'
import { AmendmentTag } from './amendment-tag.tsx'
import { AmendmentTasks } from './amendment-tasks.tsx'
import { FaultList, TodoList, WarningList } from './fault-list.tsx'
import { ReadContent } from './read-content.tsx'
import { standingWords } from './standing-words.ts'
import { useAmendment } from './use-amendment.ts'

/** One amendment: what there is to write, what is wrong with it, and the way to those who decide. */
export function AmendmentPage() {
  const amendment = useAmendment()
  const { outcome, ...told } = useOutcome()
  const { id, name, status, refused, actions, content, faults } = amendment
  const mayEdit = actions.edit === null
  const Faults = mayEdit ? TodoList : FaultList
  const isOpen = status === 'draft' || status === 'proposed'
  return (
    <Page
      title={name}
      caption={amendment.programme.name === name ? 'Framework' : amendment.programme.name}
      before={<BackLink href={staffPaths.framework()}>Framework</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} />
      <div className="govuk-!-width-two-thirds">
        <Facts amendment={amendment} />
        {refused && status === 'draft' && (
          <InsetText>
            {refused.by} sent it back: {refused.reason}
          </InsetText>
        )}
        {mayEdit && <AmendmentTasks amendment={amendment} />}
        {isOpen && (
          <>
            <Faults
              title={mayEdit ? 'Still to do before it can be proposed' : 'What stops it'}
              amendmentId={id}
              {...{ content, faults }}
            />
            <WarningList amendmentId={id} {...{ content, faults }} />
            <AmendmentDecision amendment={amendment} {...told} />
          </>
        )}
      </div>
      {!mayEdit && <ReadContent amendment={amendment} />}
    </Page>
  )
}

function Facts({ amendment }: { amendment: AmendmentView }) {
  const { programme, isNewProgramme, status, contains, created } = amendment
  return (
    <SummaryList
      rows={[
        { key: 'Status', value: <AmendmentTag status={status} /> },
        {
          key: 'Programme',
          value: isNewProgramme ? `${programme.code}, a new one` : programme.name,
        },
        { key: 'What is in it', value: contains.join(', ') || 'Nothing yet' },
        { key: 'Begun by', value: created.by },
        { key: 'Last', value: standingWords(amendment) },
      ]}
    />
  )
}
