import type { ReturnView } from '@inclusion/server/returns/view'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Locator } from '@inclusion/shared/locators'
import { Button } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { Link } from '../../ui/link.tsx'
import { addressOf } from '../return-news.tsx'
import { attendanceWords, missingWords } from '../figure-words.ts'
import type { Edit } from './edits.ts'
import type { Saver } from './saver.ts'
import type { SaverState } from './saver-state.ts'

type NotSavedProps = {
  saver: Saver
  state: SaverState
  input: CheckInput
  /** What was typed and has no field on this page, where it would be said what became of it. */
  stuck: readonly Locator[]
  /** The return, where a figure in conflict may have its field on another page. */
  view?: ReturnView | undefined
}

/** What was typed, could not be saved, and has no field on this page: the words to copy, and why. */
function NotSaved({ saver, state, input, stuck, view }: NotSavedProps) {
  const { conflicts, refusals, refusal, edits } = state
  if (stuck.length === 0) return null
  const prepared = prepareInput(input)
  return (
    <section className="app-conflict" aria-labelledby="not-saved">
      <h2 className="govuk-heading-s" id="not-saved">
        {stuck.length === 1 ? 'One change was not saved' : `${stuck.length} changes were not saved`}
      </h2>
      <ul className="govuk-list">
        {stuck.map((locator) => (
          <li key={locator}>
            <strong>{placeName(prepared, locator)}</strong>: you typed{' '}
            <q>{editWords(conflicts[locator]?.yours ?? edits[locator] ?? {})}</q>.{' '}
            {conflicts[locator] ? (
              <Link href={view ? addressOf(view, locator) : ''}>
                {conflicts[locator].by ?? 'Somebody else'} changed it meanwhile: choose which to keep
              </Link>
            ) : (
              (refusals[locator] ?? refusal)
            )}{' '}
            <Button look="secondary" onClick={() => saver.discard(locator)}>
              Discard<span className="govuk-visually-hidden"> {placeName(prepared, locator)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What somebody typed of a figure, as they typed it. */
function editWords({ entries, text, missing, note, evidence, counted }: Edit): string {
  const parts = [
    ...(counted ? [attendanceWords(counted)] : []),
    ...Object.values(entries ?? {}),
    text,
    missing && missingWords[missing],
    note,
    ...Object.values(evidence ?? {}),
  ]
  return parts.filter(Boolean).join(', ') || 'nothing'
}

/** Says that changes from an earlier page, which had not been sent, were found here, and what became of them. */
function FromBefore({ state: { inherited, unsent } }: { state: SaverState }) {
  if (inherited.size === 0) return null
  const left = [...inherited].filter((locator) => unsent.has(locator)).length
  const [changes, were, have] =
    inherited.size === 1 ? ['One change', 'was', 'has'] : [`${inherited.size} changes`, 'were', 'have']
  const become = left === 0 ? `${have} been sent` : `${have} not all been saved yet`
  return (
    <InsetText>
      <output>
        {changes} from before {were} kept on this computer and{' '}
        {left > 0 && inherited.size === 1 ? 'has not been saved yet' : become}.
      </output>
    </InsetText>
  )
}

export function KeptWords(props: NotSavedProps) {
  return (
    <>
      <FromBefore state={props.state} />
      <NotSaved {...props} />
    </>
  )
}
