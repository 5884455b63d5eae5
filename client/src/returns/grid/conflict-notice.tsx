import type { Figure } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { londonTime } from '@inclusion/shared/time'
import { Button } from '../../ui/button.tsx'
import { ButtonGroup } from '../../ui/button-group.tsx'
import type { Conflict } from '../entry/save-refusals.ts'
import { attendanceWords, figureWords } from '@inclusion/shared/figure-words'

type ConflictNoticeProps = {
  conflict: Conflict
  /** Null for a setting's counts. */
  definition: IndicatorDefinition | null
  /** This person's figure, as far as it can be read. */
  yours: string
  onKeep: (keep: 'mine' | 'theirs') => void
}

/** Two people changed one figure: both values, who and when; the person chooses, nothing is overwritten unseen. */
export function ConflictNotice({ conflict, definition, yours, onKeep }: ConflictNoticeProps) {
  const { by, at, theirs } = conflict
  return (
    <div className="app-conflict" role="alert">
      <p>
        <strong>
          {by ?? 'Somebody else'} changed this figure{at ? ` at ${londonTime(at)}` : ''}.
        </strong>{' '}
        Choose which to keep.
      </p>
      <dl className="app-conflict__values">
        <dt>{by ?? 'The other person'} saved</dt>
        <dd>{theirWords(theirs, definition)}</dd>
        <dt>{conflict.yours.counted ? 'You counted from the register' : 'You typed'}</dt>
        <dd>{yours}</dd>
      </dl>
      <ButtonGroup>
        <Button look="secondary" onClick={() => onKeep('theirs')}>
          Keep theirs
        </Button>
        <Button look="secondary" onClick={() => onKeep('mine')}>
          Use mine
        </Button>
      </ButtonGroup>
    </div>
  )
}

function theirWords(theirs: Conflict['theirs'], definition: IndicatorDefinition | null): string {
  if (theirs === null) return 'nothing'
  if (definition) return figureWords(definition, theirs as Figure) ?? 'nothing'
  const words = attendanceWords(theirs) || 'nothing'
  return theirs['source'] === 'register' ? `${words} (counted from the register)` : words
}
