import { useState, type MouseEvent } from 'react'
import type { Finding } from '@inclusion/shared/standards/finding'
import { placeName } from '@inclusion/shared/standards/words'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { fieldId } from './field-ids.ts'
import { FindingTag } from './grid/finding-notes.tsx'
import type { SortedFindings } from './sections.ts'

type FindingsSummaryProps = {
  sorted: SortedFindings
  input: CheckInput
  /** Nothing asked here is in yet. */
  isEmpty?: boolean
  /** Goes to a field on this page, folding open what hides it. */
  onGo: (finding: Finding) => void
}

/** What the checks ask of this page, in one list whose lines lead to the fields. */
export function FindingsSummary({ sorted, input, isEmpty, onGo }: FindingsSummaryProps) {
  const { toFix, toExplain, blank, notes, waived } = sorted
  const [all, setAll] = useState(false)
  const listed = [...toFix, ...toExplain, ...notes, ...waived]
  const shown = all ? listed : listed.slice(0, 6)
  return (
    <section className="app-todo" aria-labelledby="todo-title">
      <h2 className="govuk-heading-s" id="todo-title">
        Checks
      </h2>
      <output className="app-todo__count">{countWords(sorted, isEmpty)}</output>
      {listed.length > 0 && (
        <ul className="app-todo__list">
          {shown.map((finding) => (
            <li key={`${finding.check} ${finding.locator} ${finding.part}`}>
              <FindingTag finding={finding} />{' '}
              <GoLink finding={finding} onGo={onGo} words={finding.message} />
            </li>
          ))}
        </ul>
      )}
      {shown.length < listed.length && (
        <button type="button" className="app-link-button" onClick={() => setAll(true)}>
          Show all {listed.length}
        </button>
      )}
      {blank.length > 0 && (
        <details className="govuk-details app-todo__blank">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {blank.length === 1 ? '1 figure is not given yet' : `${blank.length} figures are not given yet`}
            </span>
          </summary>
          <ul className="govuk-list govuk-list--bullet">
            {blank.map((finding) => (
              <li key={finding.locator}>
                <GoLink finding={finding} onGo={onGo} words={nameOfPlace(input, finding)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const nameOfPlace = (input: CheckInput, { locator, message }: Finding): string =>
  locator === null ? message : placeName(prepareInput(input), locator)

function GoLink({
  finding,
  onGo,
  words,
}: {
  finding: Finding
  onGo: (finding: Finding) => void
  words: string
}) {
  const go = (event: MouseEvent) => {
    event.preventDefault()
    onGo(finding)
  }
  return (
    <a className="govuk-link" href={`#${fieldOfFinding(finding)}`} onClick={go}>
      {words}
    </a>
  )
}

/** The field a finding leads to. */
const fieldOfFinding = ({ locator, part }: Pick<Finding, 'locator' | 'part'>): string =>
  locator === null ? 'main' : fieldId(locator, part ?? 'value')

/** "2 to fix, 1 to explain", or that nothing stands in the way. */
function countWords({ toFix, toExplain, blank, notes, waived }: SortedFindings, isEmpty?: boolean): string {
  const parts = [
    toFix.length > 0 && `${toFix.length} to fix`,
    toExplain.length > 0 && `${toExplain.length} to explain`,
    notes.length > 0 && `${notes.length} to note`,
    waived.length > 0 && `${waived.length} waived`,
  ].filter(Boolean)
  if (parts.length > 0) return `${parts.join(', ')}.`
  if (isEmpty) return 'Nothing is in yet.'
  return blank.length > 0 ? 'Nothing to fix in what is given so far.' : 'Nothing to fix or explain here.'
}
