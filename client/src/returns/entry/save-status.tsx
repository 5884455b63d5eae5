import { londonTime } from '@inclusion/shared/time'
import { paths } from '../../routing/paths.ts'
import { Button } from '../../ui/button.tsx'
import type { Saver, SaverState } from './saver.ts'

/** One line that always says whether the work is safe. Read out when it changes, but never in the way. */
export function SaveStatus({ saver, state }: { saver: Saver; state: SaverState }) {
  const lost = ['not-connected', 'signed-out', 'refused'].includes(state.phase)
  return (
    <div className={`app-saving${lost ? ' app-saving--lost' : ''}`}>
      <output className="app-saving__words">{words(state)}</output>
      {state.phase === 'signed-out' && (
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

function words({ phase, savedAt, refusal, unsent }: SaverState): string {
  if (phase === 'signed-out')
    return 'You have been signed out. Your changes are kept on this page. Sign in again, then come back to it.'
  if (phase === 'refused') return `${refusal} Your changes are kept on this page.`
  if (phase === 'not-connected')
    return refusal
      ? `${refusal} Your changes are kept on this page and will be sent.`
      : 'Not connected. Your changes are kept on this page and will be sent.'
  if (phase === 'saving' || phase === 'waiting') return 'Saving…'
  if (unsent.size > 0)
    return `${unsent.size === 1 ? 'One figure is' : `${unsent.size} figures are`} not saved: see below.`
  if (savedAt) return `All changes saved ${londonTime(savedAt)}.`
  return 'Changes are saved as you type.'
}
