import { Details } from '../ui/details.tsx'
import { Textarea } from '../ui/textarea.tsx'
import { checkField, type DraftedCheck } from './drafted-check.ts'

type OwnWordsFieldsProps = {
  draft: DraftedCheck
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedCheck>) => void
}

/** Words of its own over those of the kind; without them each case has its own sentence. */
export function OwnWordsFields({ draft, errorOf, onChange }: OwnWordsFieldsProps) {
  return (
    <>
      <Textarea
        id={checkField('words.message')}
        label="Message of its own (optional)"
        hint="Without one, the kind says what is wrong, with the figures in it."
        rows={3}
        value={draft.message}
        error={errorOf('words.message')}
        onChange={(message) => onChange({ message })}
      />
      <Details summary="What {figure} and {said} stand for">
        <p>
          {'{figure}'} stands for the name of the figure, such as “Sessions attended”. {'{said}'} stands for
          the whole sentence of the kind, such as “Sessions attended (412) is more than sessions offered
          (398).” A message has at least one of them, so that it always names its figure.
        </p>
      </Details>
      <Textarea
        id={checkField('words.fix')}
        label="What to do, in words of its own (optional)"
        rows={2}
        value={draft.fix}
        error={errorOf('words.fix')}
        onChange={(fix) => onChange({ fix })}
      />
    </>
  )
}
