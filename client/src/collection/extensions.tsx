import { useState } from 'react'
import type { DueDayView, ExtensionView } from '@inclusion/server/collection/extension-view'
import { longDate, shortDate, shortMoment } from '@inclusion/shared/time'
import { call } from '../api.ts'
import type { Told } from '../outcome.tsx'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import { Details } from '../ui/details.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { Tag } from '../ui/tag.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { useCollecting } from './use-collecting.ts'

type ExtensionsProps = { view: DueDayView; told: Told }

/** Every extension there was, the latest first; the one that counts can be ended. */
export function Extensions({ view, told }: ExtensionsProps) {
  const { extensions, windowDueOn, refusal } = view
  if (extensions.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">Extensions</h2>
      {extensions.map((extension) => (
        <section key={extension.id} className="app-card" aria-labelledby={`extension-${extension.id}`}>
          <h3 className="govuk-heading-s" id={`extension-${extension.id}`}>
            {`To ${shortDate(extension.dueOn)} `}
            <State extension={extension} isOver={extension.dueOn <= windowDueOn} />
          </h3>
          <SummaryList rows={rowsOf(extension)} />
          {extension.ended === null && refusal === null && <End {...{ view, extension, told }} />}
        </section>
      ))}
    </>
  )
}

function State({ extension: { ended }, isOver }: { extension: ExtensionView; isOver: boolean }) {
  if (ended) return <Tag colour="grey">{ended.reason === null ? 'Replaced' : 'Ended'}</Tag>
  return isOver ? <Tag colour="grey">The window is longer now</Tag> : <Tag colour="teal">Counts</Tag>
}

function rowsOf({ dueOnBefore, reason, by, at, ended }: ExtensionView) {
  return [
    { key: 'It was due', value: longDate(dueOnBefore) },
    { key: 'Why', value: reason },
    { key: 'Approved by', value: `${by}, ${shortMoment(at)}` },
    ...(ended
      ? [
          {
            key: ended.reason === null ? 'Replaced by' : 'Ended by',
            value: `${ended.by}, ${shortMoment(ended.at)}`,
          },
          ...(ended.reason === null ? [] : [{ key: 'Why it ended', value: ended.reason }]),
        ]
      : []),
  ]
}

function End({ view, extension, told }: ExtensionsProps & { extension: ExtensionView }) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const param = { returnId: view.returnId, extensionId: extension.id }
  const { send, busy } = useCollecting(
    () =>
      call(staffApi.dueDays[':returnId'].extensions[':extensionId'].end.$post({ param, json: { reason } })),
    ({ dueOn }) =>
      `The extension has ended: the return is due by the end of ${longDate(dueOn)}. Its borough is told.`,
    told,
  )
  return (
    <Details summary="End this extension">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const isShort = reason.trim().length < 10
          setFault(isShort ? 'Write a sentence that says why it ends' : undefined)
          if (!isShort) send(undefined)
        }}
      >
        <Textarea
          id={`end-${extension.id}`}
          label="Why does it end?"
          hint={`The return is then due by the end of ${longDate(view.windowDueOn)}. The borough reads it. To shorten it, extend it to an earlier day instead.`}
          rows={2}
          value={reason}
          error={fault}
          onChange={setReason}
        />
        <Button look="secondary" busy={busy}>
          End it
        </Button>
      </form>
    </Details>
  )
}
