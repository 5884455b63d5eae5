import { useMemo, useState } from 'react'
import type { ReturnView } from '@inclusion/server/returns/view'
import { isUnlocked } from '@inclusion/shared/returns'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import type { Finding } from '@inclusion/shared/standards/finding'
import { answersOf } from './answers.ts'
import { askReturn, sendFigures } from './entry/send-figures.ts'
import { useEntry } from './entry/use-entry.ts'
import { useNoted } from './entry/use-noted.ts'
import { useOpened } from './entry/use-opened.ts'
import type { Explanation, Grid } from './grid/grid-context.ts'
import { isCarried } from '@inclusion/shared/figure-words'
import { toggled } from './folding.ts'
import { useExplain } from './use-explain.ts'
import { useThreads } from './use-threads.ts'

/** The grid of a borough's own figures, with the ways to save, explain and answer. */
export function useReturnGrid(view: ReturnView, unfoldedAtFirst: () => ReadonlySet<string>): Grid {
  const { id: returnId } = view
  const [unfolded, setUnfolded] = useState(unfoldedAtFirst)
  const send = useMemo(() => sendFigures(returnId), [returnId])
  const ask = useMemo(() => askReturn(returnId), [returnId])
  const { entry, undo } = useNoted(useEntry({ source: view, send, ask, returnId, urn: null }))
  const opened = useOpened(entry.findings)
  const isOpen = (locator: Locator) =>
    view.mayEdit &&
    (isUnlocked(view.status, view.unlocked, locator) || opened.has(locator)) &&
    isTyped(view, locator)
  const threads = useThreads(returnId, 'borough')
  const sendExplanation = useExplain(returnId)
  const explain = async (finding: Finding, given: Explanation) => {
    // The server judges the figures it has, so what was typed goes first.
    await entry.saver.settled()
    await sendExplanation(finding, given)
  }
  const mayAnswer = view.actions.edit !== 'not-yours-to-do'
  return {
    returnId,
    entry,
    undo,
    urn: null,
    isOpen,
    whyLocked:
      view.mayEdit && view.status === 'changes-requested' ? 'Closed: RMEL asked for no change here.' : null,
    baselines: view.baselines,
    profile: view.profile,
    queries: view.queries,
    decisions: lastDecisions(view),
    answers: answersOf(view),
    threads: mayAnswer ? threads : undefined,
    explain: view.mayEdit ? explain : undefined,
    unfolded,
    unfold: (key, open) => setUnfolded((before) => toggled(before, key, open)),
  }
}

/** A level carried over from the last period is not typed. */
function isTyped({ checkInput }: ReturnView, locator: Locator): boolean {
  const place = readLocator(locator)
  if (place.kind === 'attendance') return false
  return !checkInput.asked.some(
    (definition) => definition.indicator === place.indicator && isCarried(definition, checkInput),
  )
}

/** The figures of the version that was filed last that were accepted: of others the question beside them tells. */
const lastDecisions = ({ decisions, versions }: ReturnView) =>
  decisions.filter(({ version, decision }) => version === versions.length && decision.startsWith('accept'))
