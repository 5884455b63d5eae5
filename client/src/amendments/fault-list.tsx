import { useId } from 'react'
import type { AmendmentContent, AmendmentFault } from '@inclusion/shared/framework/amendment'
import { Details } from '../ui/details.tsx'
import { Link } from '../ui/link.tsx'
import { placeOf } from './fault-places.ts'

type FaultListProps = {
  title: string
  amendmentId: string
  content: AmendmentContent
  faults: readonly AmendmentFault[]
}

const isError = ({ severity }: AmendmentFault): boolean => severity === 'error'

/** What has to be put right, each line leading to its field on the page it is on. */
export function FaultList({ title, amendmentId, content, faults }: FaultListProps) {
  const errors = faults.filter(isError)
  if (errors.length === 0) return null
  return (
    <section className="govuk-error-summary" aria-labelledby="faults">
      <h2 className="govuk-error-summary__title" id="faults">
        {title}
      </h2>
      <div className="govuk-error-summary__body">
        <ul className="govuk-list govuk-error-summary__list">
          {errors.map((fault) => (
            <li key={`${fault.field} ${fault.message}`}>
              <a href={placeOf(amendmentId, content, fault).href}>{fault.message}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** The same while a draft is being written: what is still to do is no fault yet. */
export function TodoList({ title, amendmentId, content, faults }: FaultListProps) {
  return <PlainList {...{ title, amendmentId, content }} faults={faults.filter(isError)} />
}

/** What is worth a look, and stops nothing. */
export function WarningList({ amendmentId, content, faults }: Omit<FaultListProps, 'title'>) {
  const warnings = faults.filter((fault) => !isError(fault))
  return <PlainList title="Worth a look" {...{ amendmentId, content }} faults={warnings} />
}

function PlainList({ title, amendmentId, content, faults }: FaultListProps) {
  const headingId = useId()
  if (faults.length === 0) return null
  return (
    <section aria-labelledby={headingId}>
      <h2 className="govuk-heading-m" id={headingId}>
        {title}
      </h2>
      <FaultLines {...{ amendmentId, content }} faults={faults.slice(0, most)} />
      {faults.length > most && (
        <Details summary={`And ${faults.length - most} more like these`}>
          <FaultLines {...{ amendmentId, content }} faults={faults.slice(most)} />
        </Details>
      )}
    </section>
  )
}

/** So many are read at once; the others are folded away. */
const most = 8

function FaultLines({ amendmentId, content, faults }: Omit<FaultListProps, 'title'>) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {faults.map((fault) => (
        <li key={`${fault.field} ${fault.message}`}>
          <Link href={placeOf(amendmentId, content, fault).href}>{fault.message}</Link>
        </li>
      ))}
    </ul>
  )
}
