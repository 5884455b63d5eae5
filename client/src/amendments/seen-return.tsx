import type { Seen, SeenFigure } from '@inclusion/server/amendments/seen'
import { shortDate } from '@inclusion/shared/time'
import { tierLabels } from '../standards/severity-names.ts'
import { Details } from '../ui/details.tsx'
import { SeverityTag } from '../ui/severity-tag.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { SeenFigureName } from './seen-figure-name.tsx'

/** The return as its lead would see it when it opens: every section, every figure, what stands there already. */
export function SeenReturn({ seen }: { seen: Seen }) {
  const { authority, period, sections, gone, checks, findings } = seen
  return (
    <section aria-labelledby="seen">
      <h2 className="govuk-heading-m" id="seen">
        {authority.name}, {period.label}
      </h2>
      <Head seen={seen} />
      {gone.length > 0 && (
        <>
          <h3 className="govuk-heading-s">No longer asked</h3>
          <ul className="govuk-list govuk-list--bullet">
            {gone.map(({ indicator, label, section }) => (
              <li key={indicator}>
                {label} ({section})
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="govuk-heading-s">What is asked</h3>
      {sections.map(({ name, figures }) => (
        <Table
          key={name}
          caption={name}
          columns={columnsOf(figures)}
          rows={figures}
          rowKey={({ indicator }) => indicator}
        />
      ))}
      <Details summary={`The ${checks.length} checks that are made`}>
        <ul className="govuk-list">
          {checks.map(({ code, title, severity }) => (
            <li key={code}>
              <SeverityTag severity={severity} /> {code} {title}
            </li>
          ))}
        </ul>
      </Details>
      <Details summary={`What the checks say while nothing is filled in (${findings.length})`}>
        <ul className="govuk-list govuk-list--bullet">
          {findings.map(({ check, message }) => (
            <li key={`${check} ${message}`}>{message}</li>
          ))}
        </ul>
      </Details>
    </section>
  )
}

const sources: Record<SeenFigure['from'], string> = {
  typed: 'The borough types it',
  'worked-out': 'Worked out',
  carried: 'Carried over from the last return',
  settings: 'Settings report it',
  nobody: 'Nobody: no setting takes part',
}

const always: Column<SeenFigure>[] = [
  { header: 'Figure', cell: (figure) => <SeenFigureName figure={figure} /> },
  { header: 'Who gives it', cell: ({ from }) => sources[from] },
]

const breakdowns: Column<SeenFigure> = {
  header: 'Broken down by',
  cell: (figure) => (
    <ul className="govuk-list">
      {figure.breakdowns.map(({ label, categories, isNew }) => (
        <li key={label}>
          {label}
          {isNew && <strong> (new)</strong>}: {categories.join('; ')}
        </li>
      ))}
    </ul>
  ),
}

/** The columns that say something of these figures. */
function columnsOf(figures: readonly SeenFigure[]): Column<SeenFigure>[] {
  const any = (says: (figure: SeenFigure) => boolean, column: Column<SeenFigure>) =>
    figures.some(says) ? [column] : []
  return [
    ...always,
    ...any((figure) => figure.breakdowns.length > 0, breakdowns),
    ...any(({ prefilled }) => prefilled !== null, {
      header: 'Stands there already',
      cell: ({ prefilled }) => prefilled ?? 'Nothing',
    }),
    ...any(({ before }) => before !== null, { header: 'Last return', cell: ({ before }) => before ?? '–' }),
    ...any(({ baseline }) => baseline !== null, {
      header: 'Baseline',
      cell: ({ baseline }) => baseline ?? '–',
    }),
    ...any(({ profile }) => profile !== null, { header: 'Profile', cell: ({ profile }) => profile ?? '–' }),
  ]
}

function Head({ seen }: { seen: Seen }) {
  const { opensOn, dueOn, tier, tierNow, standard, leads, settings } = seen
  const changed = tierNow !== null && tierNow !== tier ? ` (${tierLabels[tierNow].toLowerCase()} now)` : ''
  return (
    <SummaryList
      rows={[
        { key: 'Opens', value: shortDate(opensOn) },
        { key: 'Due', value: shortDate(dueOn) },
        { key: 'Tier', value: `${tierLabels[tier]}${changed}` },
        { key: 'Judged by', value: standard.name },
        {
          key: 'Leads',
          value:
            leads.length === 0
              ? 'Nobody yet: the administrator has to invite a lead before anybody can fill it in'
              : leads.join(', '),
        },
        ...(settings.length === 0
          ? []
          : [{ key: 'Settings', value: settings.map(({ name }) => name).join('; ') }]),
      ]}
    />
  )
}
