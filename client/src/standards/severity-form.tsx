import { useState } from 'react'
import type { EditionView } from '@inclusion/server/standards/view'
import type { Tier } from '@inclusion/shared/framework/tiers'
import type { Check, Severity } from '@inclusion/shared/standards/check'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import type { Told } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { byNumber } from './edition-differences.ts'
import { severityOptions, tierLabels, tiersInOrder } from './severity-names.ts'
import { useEditionAct } from './use-edition-act.ts'

type Severities = Check['severity']
type Chosen = Readonly<Record<string, Severities>>

/** Every check of a draft, with what it asks in each tier, saved together. */
export function SeverityForm({ edition, ...told }: Told & { edition: EditionView }) {
  const { id: standardId, revision } = edition
  const [chosen, setChosen] = useState<Chosen>({})
  const changed = Object.entries(chosen).map(([code, severity]) => ({ code, severity }))
  const save = useEditionAct(
    standardId,
    {
      send: () =>
        call(
          staffApi.editions[':standardId'].severities.$put({
            param: { standardId },
            json: { revision, checks: changed },
          }),
        ),
      done: changed.length === 1 ? 'The check is saved.' : `${changed.length} checks are saved.`,
    },
    told,
  )
  const choose = ({ code, severity }: Check, tier: Tier, value: Severity) =>
    setChosen((before) => ({ ...before, [code]: { ...severity, ...before[code], [tier]: value } }))
  return (
    <form
      className="app-checks"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2 className="govuk-heading-m">Checks</h2>
      <p className="govuk-body govuk-!-width-two-thirds">
        Choose what each check asks in each tier, and follow its name to change its thresholds and words.
      </p>
      <ButtonLink href={staffPaths.addCheck(standardId)} look="secondary">
        Add a check
      </ButtonLink>
      <ClauseTables edition={edition} columns={columnsOf(standardId, chosen, choose)} />
      <div className="app-savebar">
        <Button busy={save.isPending} unavailable={changed.length === 0 ? 'Nothing is changed yet.' : null}>
          Save what checks ask
        </Button>
      </div>
    </form>
  )
}

type ClauseTablesProps = { edition: EditionView; columns: readonly Column<Check>[] }

/** The checks of each clause, in the order of their numbers. */
function ClauseTables({ edition, columns }: ClauseTablesProps) {
  return (
    <>
      {edition.clauses.map(({ number, name }) => (
        <Table
          key={number}
          caption={`${number}. ${name}`}
          columns={columns}
          rows={edition.checks
            .filter(({ clause }) => clause === number)
            .toSorted((left, right) => byNumber(left.code, right.code))}
          rowKey={({ code }) => code}
          empty="No check of this clause."
        />
      ))}
    </>
  )
}

function columnsOf(
  standardId: string,
  chosen: Chosen,
  choose: (check: Check, tier: Tier, value: Severity) => void,
): Column<Check>[] {
  return [
    {
      header: 'Check',
      cell: ({ code, title }) => (
        <>
          {code} <Link href={staffPaths.editCheck(standardId, code)}>{title}</Link>
        </>
      ),
    },
    ...tiersInOrder.map((tier): Column<Check> => ({
      header: tierLabels[tier],
      cell: (check) => (
        <select
          className="govuk-select app-severity"
          aria-label={`${check.code}, ${tierLabels[tier]}`}
          value={(chosen[check.code] ?? check.severity)[tier]}
          onChange={(event) => choose(check, tier, event.target.value as Severity)}
        >
          {severityOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ),
    })),
  ]
}
