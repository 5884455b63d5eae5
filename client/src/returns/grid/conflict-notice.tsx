import type { Figure } from '@inclusion/shared/figures'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { londonTime } from '@inclusion/shared/time'
import { Button } from '../../ui/button.tsx'
import { ButtonGroup } from '../../ui/button-group.tsx'
import { useAuthor } from '../../drafts/use-author.ts'
import type { Conflict } from '../entry/save-refusals.ts'
import { fieldId } from '../field-ids.ts'
import { attendanceWords, figureWords } from '@inclusion/shared/figure-words'

type ConflictNoticeProps = {
  conflict: Conflict
  /** Null for a setting's counts. */
  definition: IndicatorDefinition | null
  /** This person's figure, as far as it can be read. */
  yours: string
  onKeep: (keep: 'mine' | 'theirs') => void
}

const ofOthers = { typed: 'You typed', theirs: 'Keep theirs', mine: 'Use mine' }
const ofOneself = {
  saved: 'You saved there',
  typed: 'You typed here',
  theirs: 'Keep what is saved',
  mine: 'Use what is typed here',
}

/** Two people changed one figure: both values, who and when; the person chooses, nothing is overwritten unseen. */
export function ConflictNotice({ conflict, definition, yours, onKeep }: ConflictNoticeProps) {
  const { by, at, theirs, locator } = conflict
  const { name } = useAuthor()
  const isOwn = by !== null && by === name
  const words = isOwn ? ofOneself : { ...ofOthers, saved: `${by ?? 'The other person'} saved` }
  const keep = (which: 'mine' | 'theirs') => {
    onKeep(which)
    // The buttons go; whoever pressed one goes on in the field.
    document.querySelector<HTMLElement>(`[id^="${fieldId(locator, '')}"]`)?.focus()
  }
  return (
    <div className="app-conflict" role="alert">
      <p>
        <strong>
          {isOwn
            ? 'You changed this figure in another window'
            : `${by ?? 'Somebody else'} changed this figure`}
          {at ? ` at ${londonTime(at)}` : ''}.
        </strong>{' '}
        Choose which to keep.
      </p>
      <dl className="app-conflict__values">
        <dt>{words.saved}</dt>
        <dd>{theirWords(theirs, definition)}</dd>
        <dt>{conflict.yours.counted ? 'You counted from the register' : words.typed}</dt>
        <dd>{yours}</dd>
      </dl>
      <ButtonGroup>
        <Button look="secondary" onClick={() => keep('theirs')}>
          {words.theirs}
        </Button>
        <Button look="secondary" onClick={() => keep('mine')}>
          {words.mine}
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
