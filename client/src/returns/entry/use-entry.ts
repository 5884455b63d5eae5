import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Finding } from '@inclusion/shared/standards/finding'
import type { Standard } from '@inclusion/shared/standards/check'
import { blankIn } from '../sections.ts'
import { applyEdits, type Edit, type EntrySource } from './edits.ts'
import { Saver, type SaverState, type Send } from './saver.ts'
import { useFindings } from './use-findings.ts'

export type Entry = {
  /** The server's figures with what was typed on this page. */
  input: CheckInput
  /** What the checks say of them: a moment behind the keys, so that typing stays smooth. */
  findings: Finding[]
  /** Whether a finding only says that a figure is not given yet. */
  isBlank: (finding: Finding) => boolean
  state: SaverState
  saver: Saver
  change: (locator: string, edit: Edit) => void
}

type Entering = {
  source: EntrySource & { standard: Standard; findings: Finding[]; mayEdit: boolean }
  /** What the checks are to see, where that is not the input itself. */
  judged?: (input: CheckInput) => CheckInput
  send: Send
  returnId: string
}

const asItIs = (input: CheckInput) => input

/** Typing into a return: live checks, saving as it is typed, and the question before unsent changes are left. */
export function useEntry({ source, judged = asItIs, send, returnId }: Entering): Entry {
  const queries = useQueryClient()
  const [saver] = useState(() => new Saver(send, source.marks))
  const state = useSyncExternalStore(saver.subscribe, saver.state)
  useEffect(() => saver.rebase(source.marks), [saver, source.marks])
  useReconnecting(saver)
  useLeaving(saver)
  useEffect(() => {
    // What was saved is out of date in the cache: the next page asks again.
    if (state.savedAt) void queries.invalidateQueries({ queryKey: ['return', returnId], refetchType: 'none' })
    if (state.savedAt) void queries.invalidateQueries({ queryKey: ['home'], refetchType: 'none' })
  }, [queries, returnId, state.savedAt])
  const input = useMemo(() => applyEdits(source, state.edits), [source, state.edits])
  const settled = useDeferredValue(input)
  const seen = useMemo(() => judged(settled), [judged, settled])
  const findings = useFindings(source, seen)
  const isBlank = useMemo(() => blankIn(source.standard), [source.standard])
  return { input, findings, isBlank, state, saver, change: (locator, edit) => saver.change(locator, edit) }
}

function useReconnecting(saver: Saver): void {
  useEffect(() => {
    const again = () => {
      if (saver.state().unsent.size > 0) saver.retry()
    }
    window.addEventListener('online', again)
    // Somebody who signed in again in another window comes back to this one.
    window.addEventListener('focus', again)
    return () => {
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
    }
  }, [saver])
}

/** Leaving sends what waits; only what cannot be sent asks. */
function useLeaving(saver: Saver): void {
  useBlocker({
    shouldBlockFn: async () => {
      if (await saver.settled()) return false
      return !window.confirm('Some of what you typed has not been saved. Leave this page and lose it?')
    },
    enableBeforeUnload: () => {
      saver.flush()
      return saver.state().unsent.size > 0
    },
  })
}
