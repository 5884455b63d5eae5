import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Since } from '@inclusion/server/returns/position'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Finding } from '@inclusion/shared/standards/finding'
import type { Standard } from '@inclusion/shared/standards/check'
import { blankIn } from '../sections.ts'
import { applyEdits, type Edit, type EntrySource } from './edits.ts'
import { loadGuard } from './keeper.ts'
import type { Saver } from './saver.ts'
import type { SaverState } from './saver-state.ts'
import { loadQueue, saverOf, type Sender } from './savers.ts'
import type { Marks } from './unsent.ts'
import { useAuthor } from '../../drafts/use-author.ts'
import { useFindings } from './use-findings.ts'
import { useWatch } from './use-watch.ts'

export type Entry = {
  /** The server's figures with what was typed on this page. */
  input: CheckInput
  /** What the checks say of them: a moment behind the keys, so that typing stays smooth. */
  findings: Finding[]
  /** Whether a finding only says that a figure is not given yet. */
  isBlank: (finding: Finding) => boolean
  state: SaverState
  saver: Saver
  /** What somebody else changed a while ago. */
  news: SaverState['news']
  change: (locator: string, edit: Edit) => void
  /** The person chose between their own value and another's. */
  resolve: (locator: string, keep: 'mine' | 'theirs') => void
}

type Entering = {
  source: EntrySource & {
    marks: Marks
    standard: Standard
    findings: Finding[]
    mayEdit: boolean
    position: number
  }
  /** What the checks are to see, where that is not the input itself. */
  judged?: (input: CheckInput) => CheckInput
  send: Sender
  /** What happened to it since a position. */
  ask: (since: number) => Promise<Since>
  returnId: string
  urn: string | null
}

const asItIs = (input: CheckInput) => input

/** Typing into a return: live checks, saving as it is typed, and what others type meanwhile. */
export function useEntry({ source, judged = asItIs, send, ask, returnId, urn }: Entering): Entry {
  const { personId, name } = useAuthor()
  const saver = saverOf({ author: personId, returnId, urn, send, marks: source.marks })
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  useEffect(() => saver.rebase(source.marks), [saver, source.marks])
  useEffect(() => {
    // What keeps changes on this computer has to be here when the connection is not.
    for (const load of [loadGuard, loadQueue]) load().catch(() => {})
    return () => saver.acknowledge()
  }, [saver])
  useWatch({ returnId, saver, position: source.position, ask })
  useLeaving(saver)
  useOutdated(returnId, state.savedAt)
  const resolve = useResolve(returnId, saver)
  const edits = useMemo(() => laidOver(state, source.mayEdit), [state, source.mayEdit])
  const input = useMemo(() => applyEdits(source, edits), [source, edits])
  const settled = useDeferredValue(input)
  const seen = useMemo(() => judged(settled), [judged, settled])
  const findings = useFindings(source, seen)
  const isBlank = useMemo(() => blankIn(source.standard), [source.standard])
  const news = useMemo(() => ofOthers(state.news, name), [state.news, name])
  const change = (locator: string, edit: Edit) => saver.change(locator, edit)
  return { input, findings, isBlank, state, saver, news, change, resolve }
}

/** What is shown in place of the server's figures: nothing that is closed by now, which is listed apart. */
function laidOver({ edits, refusals, inherited }: SaverState, mayEdit: boolean): SaverState['edits'] {
  if (!mayEdit) return {}
  const isShown = (locator: string) => !(locator in refusals && inherited.has(locator))
  return Object.fromEntries(Object.entries(edits).filter(([locator]) => isShown(locator)))
}

const ofOthers = (news: SaverState['news'], name: string | null): SaverState['news'] =>
  Object.fromEntries(Object.entries(news).filter(([, { by }]) => by !== name))

function useResolve(returnId: string, saver: Saver): Entry['resolve'] {
  const queries = useQueryClient()
  return (locator, keep) => {
    saver.resolve(locator, keep)
    // Theirs is not on this page yet.
    if (keep === 'theirs') void queries.invalidateQueries({ queryKey: ['return', returnId] })
  }
}

/** What was saved is out of date in the cache: the next page asks again. */
function useOutdated(returnId: string, savedAt: string | null): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!savedAt) return
    void queries.invalidateQueries({ queryKey: ['return', returnId], refetchType: 'none' })
    void queries.invalidateQueries({ queryKey: ['home'], refetchType: 'none' })
  }, [queries, returnId, savedAt])
}

/** Leaving sends what waits. Only what would be lost with the page, or could be sent in a moment, asks. */
function useLeaving(saver: Saver): void {
  useBlocker({
    shouldBlockFn: async () => {
      await saver.settled()
      return false
    },
    enableBeforeUnload: () => {
      saver.flush()
      return saver.isAtRisk()
    },
  })
}
