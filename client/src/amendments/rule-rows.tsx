import type { FrameworkView } from '@inclusion/server/framework/view'
import { periodLabel, type PeriodId } from '@inclusion/shared/periods'
import { dropIdentity, endIdentity, type ContentChange } from './content-changes.ts'
import { ruleField } from './fault-places.ts'
import type { Saving } from './use-saving.ts'

type RuleRowsProps = { saving: Saving; framework: FrameworkView | null; from: PeriodId | null }

/** Every rule as its sentence, with what becomes of it. */
export function RuleRows({ saving, framework, from }: RuleRowsProps) {
  const { identities, endedIdentities } = saving.ground.content
  const known = framework?.identities ?? []
  if (known.length + identities.length === 0) return <p className="govuk-body">There is no rule yet.</p>
  const act = (
    words: string,
    statement: string,
    { change, done }: { change: ContentChange; done: string },
  ) => (
    <button type="button" className="app-link-button" onClick={() => saving.save({ change, done })}>
      {words}
      <span className="govuk-visually-hidden"> “{statement}”</span>
    </button>
  )
  return (
    <ul className="govuk-list govuk-list--spaced">
      {known.map(({ id, statement }) => {
        const end = endedIdentities.find((ended) => ended.id === id)
        return (
          <li key={id}>
            {statement}
            {end && <strong> No longer from {periodLabel(end.from)}.</strong>}
            <br />
            {end
              ? act('Let it hold on', statement, { change: dropIdentity(id), done: 'It holds on.' })
              : from !== null &&
                act('End it', statement, {
                  change: endIdentity(id, from),
                  done: `It no longer holds from ${periodLabel(from)}.`,
                })}
          </li>
        )
      })}
      {identities.map(({ id, statement }) => (
        <li key={id} id={ruleField(id)} tabIndex={-1}>
          {statement} <strong>New.</strong>
          <br />
          {act('Take it out', statement, { change: dropIdentity(id), done: 'The rule is taken out.' })}
        </li>
      ))}
    </ul>
  )
}
