import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import { paths } from '../../routing/paths.ts'
import { InsetText } from '../../ui/inset-text.tsx'
import { Link } from '../../ui/link.tsx'
import { KeptChanges } from './kept-changes.tsx'
import { findLeft } from './queue.ts'
import { saverOf } from './savers.ts'
import { sendFigures } from './send-figures.ts'
import { useAuthor } from '../../drafts/use-author.ts'

/**
 * What is kept on this computer of a return and was not sent: this person's own is sent from here too, and said to
 * be there; that there is another's is said, and no more.
 */
export function KeptHere({ view }: { view: ReturnView }) {
  const { id: returnId, marks, checkInput } = view
  const { personId: author } = useAuthor()
  const saver = saverOf({ author, returnId, urn: null, send: sendFigures(returnId), marks })
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  useEffect(() => saver.rebase(marks), [saver, marks])
  const { unsent, inherited } = state
  const waiting = [...unsent].filter((locator) => !inherited.has(locator)).length
  return (
    <>
      <KeptChanges {...{ saver, state, view }} input={checkInput} isShown={() => false} />
      {waiting > 0 && (
        <InsetText>
          <output>
            {waiting === 1 ? 'One change is' : `${waiting} changes are`} kept on this computer and not saved
            yet.
          </output>
        </InsetText>
      )}
      <LeftByOthers view={view} author={author} />
    </>
  )
}

/** Reports of settings that this person has not sent, and that somebody else has work here. */
function LeftByOthers({ view, author }: { view: ReturnView; author: string | null }) {
  const { data: left = [] } = useQuery({
    queryKey: ['kept-here', view.id],
    queryFn: () => findLeft(view.id).catch(() => []),
    networkMode: 'always',
    staleTime: 0,
  })
  const own = new Set(left.filter(({ personId }) => personId === author).map(({ urn }) => urn))
  const reports = view.reports.filter(({ urn }) => own.has(urn))
  return (
    <>
      {reports.map(({ urn, name }) => (
        <InsetText key={urn}>
          Changes to the report of {name} are kept on this computer and not saved yet.{' '}
          <Link href={paths.settingReport(view.id, urn)}>Open the report to send them</Link>
        </InsetText>
      ))}
      {left.some(({ personId }) => personId !== author) && (
        <InsetText>
          Somebody else has changes to this return on this computer that were not sent. They are sent when
          that person signs in here and opens it.
        </InsetText>
      )}
    </>
  )
}
