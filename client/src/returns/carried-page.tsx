import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { inSentence } from '@inclusion/shared/standards/words'
import { londonDate, longDate } from '@inclusion/shared/time'
import { api, call, once } from '../api.ts'
import { useKept } from '../drafts/use-kept.ts'
import { NotFoundPage } from '../routing/not-found-page.tsx'
import { useRouteParam } from '../routing/use-route-param.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { figureWords, isCarried, lastPeriod } from '@inclusion/shared/figure-words'
import { returnQuery } from './queries.ts'
import { ReasonForm } from './reason-form.tsx'
import { ReturnTrail } from './return-header.tsx'
import { addressOf } from './return-news.tsx'
import { returnCaption } from './return-words.ts'
import { useAct } from './use-act.ts'

/** What to do about a carried figure that is wrong: it is put right where it comes from, and follows by itself. */
export function CarriedPage() {
  const { data: view } = useSuspenseQuery(returnQuery(useRouteParam('returnId')))
  const indicator = useRouteParam('indicator')
  const definition = view.checkInput.asked.find((each) => each.indicator === indicator)
  if (!definition || !view.lastFiled || !isCarried(definition, view.checkInput)) return <NotFoundPage />
  return <QuestionCarried view={view} definition={definition} source={view.lastFiled} />
}

type QuestionCarriedProps = {
  view: ReturnView
  definition: IndicatorDefinition
  source: NonNullable<ReturnView['lastFiled']>
}

function QuestionCarried({ view, definition, source }: QuestionCarriedProps) {
  const { data: last } = useSuspenseQuery(returnQuery(source.returnId))
  const from = definition.derivation?.kind === 'carried' ? definition.derivation.from : ''
  const origin = last.checkInput.asked.find(({ indicator }) => indicator === from)
  const figure = lastPeriod(view.checkInput)?.figures[from]
  return (
    <Page
      title="Question a carried figure"
      caption={returnCaption(view)}
      before={<ReturnTrail view={view} />}
      width="two-thirds"
    >
      <SummaryList
        rows={[
          { key: 'Figure', value: definition.label },
          { key: 'What it says', value: figureWords(definition, figure) ?? 'Blank' },
          {
            key: 'Carried from',
            value: (
              <>
                <Link href={addressOf(last, from)}>{origin?.label ?? from}</Link>, {last.period.label}
              </>
            ),
          },
          { key: 'Accepted', value: longDate(londonDate(source.acceptedAt)) },
        ]}
      />
      <p className="govuk-body">
        It is not changed here, as the two returns would then disagree. If it is wrong, the return it comes
        from is put right. RMEL opens that return again, you correct it and your certifier signs it. When it
        is accepted, this figure follows by itself. You can go on with this return meanwhile.
      </p>
      <WhatToDo last={last} from={from} name={origin?.label ?? from} />
    </Page>
  )
}

type WhatToDoProps = { last: ReturnView; from: string; name: string }

function WhatToDo({ last, from, name }: WhatToDoProps) {
  const { busy, problem, attempt, run } = useAct(last.id)
  const kept = useKept(`question ${last.id} ${from}`, '')
  const [, , forget] = kept
  const { status, reopenRequest, actions, holder } = last
  const param = { returnId: last.id }
  if (last.mayEdit)
    return (
      <InsetText>
        That return is open again. <Link href={addressOf(last, from)}>Correct {inSentence(name)} there</Link>
      </InsetText>
    )
  if (status !== 'accepted')
    return <InsetText>That return is being put right now. It is with: {holder}.</InsetText>
  if (reopenRequest !== null)
    return (
      <output className="app-said">
        <InsetText>
          RMEL was asked to open {last.period.label} again: {reopenRequest}
        </InsetText>
      </output>
    )
  if (actions['ask-to-reopen'] !== null) return null
  const ask = async (reason: string) => {
    const json = { reason: `${name}: ${reason}` }
    const wish = api.reviews[':returnId']['ask-to-reopen']
    if (await run((key) => call(wish.$post({ param, json }, once(key))))) forget()
  }
  return (
    <>
      {problem && <ProblemNotice key={attempt} problem={problem} />}
      <ReasonForm
        id="question"
        label={`What ${inSentence(name)} should be, and why`}
        hint="RMEL reads this and opens the return. Name no child."
        button="Ask RMEL to open that return"
        {...{ busy, kept }}
        onReason={(reason) => void ask(reason)}
      />
    </>
  )
}
