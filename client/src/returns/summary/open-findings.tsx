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

/** What still stands in the way, each line leading to its field; and what is only to be noted. */
export function OpenFindings({ view }: { view: ReturnView }) {
  const { toFix, toExplain, blank, notes } = sortFindings(view.standard, view.findings)
  const open = [...toFix, ...toExplain]
  return (
    <>
      {open.length + blank.length === 0 ? (
        <InsetText>No check stands in the way: every one is met, explained or waived.</InsetText>
      ) : (
        <InTheWay {...{ view, open, blank }} />
      )}
      {/* What was said of the others stands with the explanations. */}
      <ToNote view={view} notes={notes.filter(({ explanation }) => explanation === null)} />
    </>
  )
}

type InTheWayProps = { view: ReturnView; open: readonly Finding[]; blank: readonly Finding[] }

/** First what is wrong, last what is blank. */
function InTheWay({ view, open, blank }: InTheWayProps) {
  const prepared = prepareInput(view.checkInput)
  return (
    <section className="app-todo" aria-labelledby="open-findings">
      <h2 className="govuk-heading-s" id="open-findings">
        Before this return can go on
      </h2>
      <Lines view={view} findings={open} />
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

/** What the checks found unusual and nobody has to explain: whoever sends or signs has seen it. */
function ToNote({ view, notes }: { view: ReturnView; notes: readonly Finding[] }) {
  if (notes.length === 0) return null
  return (
    <section className="app-todo" aria-labelledby="to-note">
      <h2 className="govuk-heading-s" id="to-note">
        Worth a look before it goes on
      </h2>
      <Lines view={view} findings={notes} />
    </section>
  )
}

function Lines({ view, findings }: { view: ReturnView; findings: readonly Finding[] }) {
  return (
    <ul className="app-todo__list">
      {findings.map((finding) => (
        <li key={`${finding.check} ${finding.locator} ${finding.part}`}>
          <SeverityTag severity={finding.severity} />{' '}
          <Link href={addressOfFinding(view, finding)}>{finding.message}</Link>
          <FindingLinks finding={finding} />
        </li>
      ))}
    </ul>
  )
}

const nameOfFinding = (prepared: PreparedInput, { locator, message }: Finding): string =>
  locator === null || settingOfPlace(locator) !== null ? message : placeName(prepared, locator)
