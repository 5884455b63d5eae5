import type { ReturnView } from '@inclusion/server/returns/view'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { Locator } from '@inclusion/shared/locators'
import { InsetText } from '../../ui/inset-text.tsx'
import { Link } from '../../ui/link.tsx'
import { addressOf } from '../return-news.tsx'
import { attendanceWords, missingWords } from '@inclusion/shared/figure-words'
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
    <section className="app-conflict govuk-!-margin-bottom-6" aria-labelledby="not-saved">
      <h2 className="govuk-heading-s" id="not-saved">
        {stuck.length === 1 ? 'One change was not saved' : `${stuck.length} changes were not saved`}
      </h2>
      <ul className="govuk-list govuk-!-margin-bottom-0">
        {stuck.map((locator) => (
          <li key={locator}>
            <p>
              <strong>{placeName(prepared, locator)}</strong>: you typed{' '}
              <q>{editWords(conflicts[locator]?.yours ?? edits[locator] ?? {})}</q>.{' '}
              {conflicts[locator]
                ? `${conflicts[locator].by ?? 'Somebody else'} changed it meanwhile.`
                : (refusals[locator] ?? refusal)}{' '}
              {conflicts[locator] ? (
                <Link href={view ? addressOf(view, locator) : ''}>
                  Choose which to keep
                  <span className="govuk-visually-hidden">: {placeName(prepared, locator)}</span>
                </Link>
              ) : (
                <button type="button" className="app-link-button" onClick={() => saver.discard(locator)}>
                  Discard<span className="govuk-visually-hidden"> {placeName(prepared, locator)}</span>
                </button>
              )}
            </p>
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
  return (
    <InsetText>
      <output>{beforeWords(inherited.size, left)}</output>
    </InsetText>
  )
}

function beforeWords(all: number, left: number): string {
  const kept =
    all === 1
      ? 'One change from before was kept on this computer'
      : `${all} changes from before were kept on this computer`
  if (left === 0) return `${kept} and ${all === 1 ? 'has' : 'have'} been sent.`
  if (left === all) return `${kept} and ${all === 1 ? 'is' : 'are'} not saved yet.`
  return `${kept}: ${left === 1 ? 'one is' : `${left} are`} not saved yet.`
}

export function KeptWords(props: NotSavedProps) {
  return (
    <>
      <FromBefore state={props.state} />
      <NotSaved {...props} />
    </>
  )
}
