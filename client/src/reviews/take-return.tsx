import type { Told } from '../outcome.tsx'
import { refusalWords } from './refusal-words.ts'
import { useReview } from './review-context.ts'
import { TakeButton } from './take-button.tsx'

/** What taking means, and the button; at the top of a review and again at its end. */
export function TakeReturn({ onDone, onRefused }: Pick<Told, 'onDone' | 'onRefused'>) {
  const { view } = useReview()
  return (
    <>
      <p className="govuk-body">
        Once you take this return, {view.authority.name} can no longer withdraw it and the decision is yours.
      </p>
      <TakeButton
        returnId={view.id}
        words="Take this return"
        unavailable={refusalWords(view, 'take')}
        onDone={onDone}
        onRefused={onRefused}
      />
    </>
  )
}
