import { reasonName, type Earlier } from '../answers.ts'

type EarlierExplanationProps = {
  earlier: Earlier
  /** The finding, for those who hear the button out of its place. */
  about: string
  onUse: () => void
}

/** What explained this before. It explains nothing now: it only fills the form, for a person to read and save. */
export function EarlierExplanation({ earlier, about, onUse }: EarlierExplanationProps) {
  const { words, reason, text } = earlier
  return (
    <div className="app-earlier">
      <p>{words}</p>
      <blockquote>
        <strong>{reasonName(reason)}.</strong> {text}
      </blockquote>
      <button type="button" className="app-link-button" onClick={onUse}>
        Use it again<span className="govuk-visually-hidden"> for: {about}</span>
      </button>
    </div>
  )
}
