import type { ReturnView } from '@inclusion/server/returns/view'
import { settingOfPlace, type Finding } from '@inclusion/shared/standards/finding'
import { placeName } from '@inclusion/shared/standards/words'
import { prepareInput, type PreparedInput } from '@inclusion/shared/standards/prepared-input'
import { InsetText } from '../../ui/inset-text.tsx'
import { Link } from '../../ui/link.tsx'
import { SeverityTag } from '../../ui/severity-tag.tsx'
import { FindingLinks } from '../finding-links.tsx'
import { sortFindings } from '../sections.ts'
import { addressOfFinding } from './finding-address.ts'

/** What still stands in the way, each line leading to its field; first what is wrong, last what is blank. */
export function OpenFindings({ view }: { view: ReturnView }) {
  const { toFix, toExplain, blank } = sortFindings(view.standard, view.findings)
  const open = [...toFix, ...toExplain]
  const prepared = prepareInput(view.checkInput)
  if (open.length + blank.length === 0)
    return <InsetText>No check stands in the way: every one is met, explained or waived.</InsetText>
  return (
    <section className="app-todo" aria-labelledby="open-findings">
      <h2 className="govuk-heading-s" id="open-findings">
        Before this return can go on
      </h2>
      <ul className="app-todo__list">
        {open.map((finding) => (
          <li key={`${finding.check} ${finding.locator} ${finding.part}`}>
            <SeverityTag severity={finding.severity} />{' '}
            <Link href={addressOfFinding(view, finding)}>{finding.message}</Link>
            <FindingLinks finding={finding} />
          </li>
        ))}
      </ul>
      {blank.length > 0 && (
        <>
          <p>
            {blank.length === 1
              ? 'One figure is not given yet:'
              : `${blank.length} figures are not given yet:`}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {blank.map((finding) => (
              <li key={finding.locator}>
                <Link href={addressOfFinding(view, finding)}>{nameOfFinding(prepared, finding)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const nameOfFinding = (prepared: PreparedInput, { locator, message }: Finding): string =>
  locator === null || settingOfPlace(locator) !== null ? message : placeName(prepared, locator)
