import type { AmendmentContent, AmendmentFault } from '@inclusion/shared/framework/amendment'
import { placeOf } from './fault-places.ts'

type FaultListProps = {
  title: string
  amendmentId: string
  content: AmendmentContent
  faults: readonly AmendmentFault[]
}

/** What has to be put right, each line leading to its field on the page it is on. */
export function FaultList({ title, amendmentId, content, faults }: FaultListProps) {
  const errors = faults.filter(({ severity }) => severity === 'error')
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

/** What is worth a look, and stops nothing. */
export function WarningList({ amendmentId, content, faults }: Omit<FaultListProps, 'title'>) {
  const warnings = faults.filter(({ severity }) => severity === 'warning')
  if (warnings.length === 0) return null
  return (
    <section aria-labelledby="warnings">
      <h2 className="govuk-heading-m" id="warnings">
        Worth a look
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {warnings.map((fault) => (
          <li key={`${fault.field} ${fault.message}`}>
            <a className="govuk-link" href={placeOf(amendmentId, content, fault).href}>
              {fault.message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
