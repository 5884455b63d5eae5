import type { AmendmentView } from '@inclusion/server/amendments/view'
import { isChangedFigure, figureLines } from './figure-lines.ts'
import { periodLabel } from '@inclusion/shared/periods'
import { addDays, shortDate } from '@inclusion/shared/time'
import { calendarNames } from '../framework/framework-facts.tsx'
import { sheetRows } from '../framework/definition-rows.tsx'
import { Details } from '../ui/details.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { Table } from '../ui/table.tsx'
import { Changes } from './definition/changes.tsx'
import { ReadDecisions, ReadPlans } from './read-plans.tsx'
import { useGround, useReference } from './use-amendment.ts'

const becomes = { new: 'New', changed: 'Changed', ended: 'No longer asked', same: 'As it is' }

/** All that an amendment holds, for whoever decides on it or looks it up. */
export function ReadContent({ amendment }: { amendment: AmendmentView }) {
  const { content, changes } = amendment
  const lines = figureLines(content, useGround(amendment)).filter(({ what }) => what !== 'same')
  return (
    <>
      <h2 className="govuk-heading-m">What it changes</h2>
      <ReadProgramme amendment={amendment} />
      {lines.length > 0 && (
        <Table
          caption="Figures"
          columns={[
            { header: 'Figure', cell: ({ code, label }) => (label === code ? code : `${label} (${code})`) },
            { header: 'Section', cell: ({ section }) => section },
            { header: 'What becomes of it', cell: ({ what, words }) => `${becomes[what]}. ${words}` },
          ]}
          rows={lines}
          rowKey={({ code }) => code}
        />
      )}
      {content.indicators.map(({ definition }) => (
        <Details key={definition.indicator} summary={`The definition of “${definition.label}”`}>
          <SummaryList rows={sheetRows(definition)} />
        </Details>
      ))}
      {lines.filter(isChangedFigure).map(({ code, label }) => {
        const change = changes.find(({ indicator }) => indicator === code)
        return (
          change && (
            <section key={code}>
              <h3 className="govuk-heading-s">{label}</h3>
              <Changes differences={change.differences} given={change.given} />
            </section>
          )
        )
      })}
      <ReadRules amendment={amendment} />
      <ReadWindows amendment={amendment} />
      <ReadDecisions amendment={amendment} />
      <ReadGrants amendment={amendment} />
      <ReadPlans amendment={amendment} />
    </>
  )
}

function ReadProgramme({ amendment: { content, programme: head } }: { amendment: AmendmentView }) {
  const { programme, endsBefore } = content
  if (programme === null)
    return endsBefore === null ? null : (
      <p className="govuk-body">
        {head.name} ends on {shortDate(addDays(endsBefore, -1))}.
      </p>
    )
  return (
    <SummaryList
      rows={[
        { key: 'What it is for', value: programme.summary },
        {
          key: 'Runs',
          value: `${shortDate(programme.startsOn)} to ${shortDate(addDays(programme.endsBefore, -1))}`,
        },
        { key: 'Returns by', value: calendarNames[programme.calendar] },
        {
          key: 'Settings',
          value: programme.settingsReport ? 'Report their own attendance' : 'Do not report',
        },
      ]}
    />
  )
}

function ReadRules({ amendment }: { amendment: AmendmentView }) {
  const { identities, endedIdentities } = amendment.content
  const known = useGround(amendment)?.identities ?? []
  if (identities.length + endedIdentities.length === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">What must hold between figures</h3>
      <ul className="govuk-list govuk-list--bullet">
        {identities.map(({ id, statement }) => (
          <li key={id}>{statement}</li>
        ))}
        {endedIdentities.map(({ id, from }) => (
          <li key={id}>
            “{known.find((rule) => rule.id === id)?.statement ?? id}” no longer holds from {periodLabel(from)}
            .
          </li>
        ))}
      </ul>
    </>
  )
}

function ReadWindows({ amendment: { content } }: { amendment: AmendmentView }) {
  if (content.windows.length === 0) return null
  return (
    <Table
      caption="Collection windows"
      columns={[
        { header: 'Period', cell: ({ periodId }) => periodLabel(periodId) },
        { header: 'Opens', cell: ({ opensOn }) => shortDate(opensOn) },
        { header: 'Due', cell: ({ dueOn }) => shortDate(dueOn) },
      ]}
      rows={content.windows}
      rowKey={({ periodId }) => periodId}
    />
  )
}

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

function ReadGrants({ amendment: { content } }: { amendment: AmendmentView }) {
  const { authorities } = useReference()
  const { grants, awards, endedGrants } = content
  const nameOf = (gssCode: string) => authorities.find((each) => each.gssCode === gssCode)?.name ?? gssCode
  const codes = [...new Set([...grants, ...awards, ...endedGrants].map(({ gssCode }) => gssCode))]
  if (codes.length === 0) return null
  return (
    <Table
      caption="Boroughs"
      columns={[
        { header: 'Borough', cell: nameOf },
        {
          header: 'Grant',
          cell: (code) => {
            const grant = grants.find(({ gssCode }) => gssCode === code)
            const ended = endedGrants.find(({ gssCode }) => gssCode === code)
            if (grant) return `Begins on ${shortDate(grant.cohortStartOn)}`
            return ended ? `Ends on ${shortDate(addDays(ended.endsBefore, -1))}` : 'Goes on'
          },
        },
        {
          header: 'Amounts',
          cell: (code) =>
            awards
              .filter(({ gssCode }) => gssCode === code)
              .map(({ financialYear, pence }) =>
                pence === null
                  ? `${financialYear}: not known`
                  : `${financialYear}: ${pounds.format(pence / 100)}`,
              )
              .join('; '),
        },
      ]}
      rows={codes}
      rowKey={(code) => code}
    />
  )
}
