import { londonTime } from '@inclusion/shared/time'
import { paths } from '../../routing/paths.ts'
import { Button } from '../../ui/button.tsx'
import type { Saver } from './saver.ts'
import type { SaverState } from './saver-state.ts'

/** One line that always says whether the work is safe. Read out when it changes, but never in the way. */
export function SaveStatus({ saver, state }: { saver: Saver; state: SaverState }) {
  const lost = ['not-connected', 'signed-out', 'another-person', 'refused'].includes(state.phase)
  return (
    <div className={`app-saving${lost ? ' app-saving--lost' : ''}`}>
      <output className="app-saving__words">{words(state)}</output>
      {(state.phase === 'signed-out' || state.phase === 'another-person') && (
        <p>
          <a className="govuk-link" href={paths.signIn()} target="_blank" rel="noreferrer">
            Sign in again (opens in a new tab)
          </a>
        </p>
      )}
      {lost && (
        <Button look="secondary" onClick={() => saver.retry()}>
          Try again now
        </Button>
      )}
    </div>
  )
}

function words(state: SaverState): string {
  const { phase, savedAt, refusal, unsent } = state
  const kept = `Your changes are kept ${placeOf(state)}`
  if (phase === 'signed-out') return `You have been signed out. ${kept}. Sign in again, then come back to it.`
  if (phase === 'another-person')
    return `Somebody else is signed in on this computer now. ${kept}, and sent when you sign in again.`
  if (phase === 'refused') return `${refusal} ${kept}.`
  if (phase === 'not-connected') return `${refusal ?? 'Not connected.'} ${kept} and will be sent.`
  if (phase === 'saving' || phase === 'waiting') return 'Saving…'
  if (unsent.size > 0)
    return unsent.size === 1
      ? 'One figure is not saved: why stands beside it.'
      : `${unsent.size} figures are not saved: why stands beside each.`
  if (savedAt) return `All changes saved ${londonTime(savedAt)}.`
  return 'Changes are saved as you type.'
}

/** Where they would be found again: a text that may identify somebody is put nowhere. */
function placeOf({ unsent, onPage }: SaverState): string {
  if (onPage.size === 0) return 'on this computer'
  const all = [...unsent].every((locator) => onPage.has(locator))
  return all ? 'on this page: keep it open' : 'on this computer, some of them only on this page: keep it open'
}
