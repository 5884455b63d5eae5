import type { FrameworkView } from '@inclusion/server/framework/view'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { periodLabel } from '@inclusion/shared/periods'
import { AmendmentTag } from '../amendments/amendment-tag.tsx'
import { amendmentsQuery, frameworkQuery, referenceQuery } from '../amendments/queries.ts'
import { standingWords } from '../amendments/standing-words.ts'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Select } from '../ui/select.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { measures, tiers } from './definition-words.ts'
import { FrameworkFacts } from './framework-facts.tsx'

/** The framework of one programme: what it asks in a period, and what of it is drafted. */
export function FrameworkPage() {
  const code = useRouteParam('programme')
  const { period }: { period?: string } = useSearch({ strict: false })
  const { data: view } = useSuspenseQuery(frameworkQuery(code, useDeferredValue(period)))
  const { data: reference } = useSuspenseQuery(referenceQuery)
  const mayEdit = reference.programmes.some((programme) => programme.code === code && programme.mayEdit)
  const sections = [...Map.groupBy(view.definitions, ({ section }) => section)]
  return (
    <Page
      title={view.programme.name}
      caption="Framework"
      before={<BackLink href={staffPaths.framework()}>Framework</BackLink>}
    >
      <div className="govuk-!-width-two-thirds">
        <FrameworkFacts view={view} />
      </div>
      {mayEdit && (
        <ButtonGroup>
          <ButtonLink href={staffPaths.beginAmendment({ kind: 'definitions', programme: code })}>
            Change what it asks
          </ButtonLink>
          <ButtonLink href={staffPaths.beginAmendment({ kind: 'year', programme: code })} look="secondary">
            Another year
          </ButtonLink>
        </ButtonGroup>
      )}
      <Drafts programme={code} />
      <h2 className="govuk-heading-m">What it asks</h2>
      <PeriodSelect view={view} />
      <output className="govuk-visually-hidden">{view.period.label}</output>
      {sections.map(([name, definitions]) => (
        <Table
          key={name}
          stacks
          caption={name}
          columns={columnsOf(view.editions)}
          rows={definitions}
          rowKey={({ indicator }) => indicator}
        />
      ))}
      <Rules view={view} />
    </Page>
  )
}

const columnsOf = (editions: FrameworkView['editions']): Column<IndicatorDefinition>[] => [
  {
    header: 'Figure',
    cell: ({ indicator, label }) => (
      <>
        <Link href={paths.indicator(indicator)}>{label}</Link>
        <br />
        <span className="govuk-hint">{indicator}</span>
      </>
    ),
  },
  { header: 'How it is measured', cell: ({ measure }) => measures[measure] },
  { header: 'Asked in', cell: ({ askedFrom }) => tiers[askedFrom] },
  {
    header: 'Definition',
    cell: ({ indicator, edition, effectiveFrom }) => (
      <>
        Edition {edition}, from {periodLabel(effectiveFrom)}
        {(editions[indicator] ?? edition) > edition && `; edition ${editions[indicator]} follows`}
      </>
    ),
  },
]

function PeriodSelect({ view }: { view: FrameworkView }) {
  const navigate = useNavigate()
  const { programme, period, periods } = view
  const isKnown = periods.some(({ id }) => id === period.id)
  const options = periods.map(({ id, label, isOpen }) => ({
    value: id,
    label: isOpen ? label : `${label}, not open yet`,
  }))
  return (
    <Select
      id="period"
      label="Returns for"
      value={period.id}
      options={isKnown ? options : [...options, { value: period.id, label: period.label }]}
      onChange={(id) => void navigate({ href: staffPaths.frameworkOf(programme.code, id), replace: true })}
    />
  )
}

/** Amendments of this programme that are not published yet. */
function Drafts({ programme }: { programme: string }) {
  const { data: amendments } = useSuspenseQuery(amendmentsQuery)
  const open = amendments.filter(
    (amendment) =>
      amendment.programme.code === programme &&
      (amendment.status === 'draft' || amendment.status === 'proposed'),
  )
  if (open.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">Amendments under way</h2>
      <ul className="govuk-list">
        {open.map((amendment) => (
          <li key={amendment.id}>
            <Link href={staffPaths.amendment(amendment.id)}>{amendment.name}</Link>{' '}
            <AmendmentTag status={amendment.status} />
            <br />
            <span className="govuk-hint">{standingWords(amendment)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Rules({ view: { identities } }: { view: FrameworkView }) {
  if (identities.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">What must hold between figures</h2>
      <ul className="govuk-list govuk-list--bullet">
        {identities.map(({ id, statement }) => (
          <li key={id}>{statement}</li>
        ))}
      </ul>
    </>
  )
}
