import { ProblemError } from '../api.ts'
import { Button } from '../ui/button.tsx'

type EditionMovedProps = { error: Error | null; onTakeOver: () => void }

/** Whether a save came too late: somebody else has changed the draft meanwhile. */
const isMoved = (error: Error | null): boolean =>
  error instanceof ProblemError && error.problem.type === 'edition-changed'

/** The way on after somebody else changed the draft: what was typed stays until the person says otherwise. */
export function EditionMoved({ error, onTakeOver }: EditionMovedProps) {
  if (!isMoved(error)) return null
  return (
    <div className="app-card">
      <p className="govuk-body">
        Nothing of yours was saved, and it is still here to copy. Show the draft as it is now to go on from
        there.
      </p>
      <Button look="secondary" onClick={onTakeOver}>
        Show the draft as it is now
      </Button>
    </div>
  )
}
