import type { MissingReason } from '@inclusion/shared/figures'
import type { Locator } from '@inclusion/shared/locators'
import { fieldId } from '../field-ids.ts'
import { missingWords } from '@inclusion/shared/figure-words'
import { useGrid } from './grid-context.ts'

type MissingSelectProps = {
  locator: Locator
  about: string
  missing: MissingReason | null
  /** There is a figure, so no reason is wanted; its place is kept, so that nothing moves under the hands. */
  isGiven?: boolean
}

/** Why there is no figure. Blank is never 0, so a figure that is not there says so. */
export function MissingSelect({ locator, about, missing, isGiven = false }: MissingSelectProps) {
  const { entry, isOpen } = useGrid()
  if (!isOpen(locator)) return <span className="app-grid__small">{missing && missingWords[missing]}</span>
  const id = fieldId(locator, 'missing')
  const choose = (reason: string) => {
    entry.change(locator, { missing: reason === '' ? null : (reason as MissingReason) })
    entry.saver.flush()
  }
  return (
    <div className={`app-grid__missing${isGiven ? ' app-grid__missing--given' : ''}`}>
      <label className="govuk-visually-hidden" htmlFor={id}>
        If there is no figure, why, {about}
      </label>
      <select
        id={id}
        className="govuk-select"
        value={missing ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">If none, why</option>
        <option value="z">{missingWords.z}</option>
        <option value="x">{missingWords.x}</option>
      </select>
    </div>
  )
}
