import { Button } from '../ui/button.tsx'
import type { Progress } from './protocol.ts'

type ReadingProgressProps = { progress: Progress | null; onStop: () => void }

/** How far the reading is, read out now and then, with a way to stop it. */
export function ReadingProgress({ progress, onStop }: ReadingProgressProps) {
  // In tenths: what is read out for every hundredth is never heard to its end.
  const tenths = progress?.done === null ? null : Math.floor((progress?.done ?? 0) * 10) * 10
  const words = progress && (tenths === null ? `${progress.doing}…` : `${progress.doing}: ${tenths}%`)
  return (
    <div className="app-register__progress">
      <output className="govuk-body">{words}</output>
      {progress && (
        <>
          <progress max={1} {...(progress.done !== null && { value: progress.done })} aria-label="Reading" />
          <Button look="secondary" onClick={onStop}>
            Stop
          </Button>
        </>
      )}
    </div>
  )
}
