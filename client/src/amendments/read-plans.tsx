import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { DraftBaseline, DraftDefinition, DraftProfile } from '@inclusion/shared/framework/amendment'
import { periodLabel } from '@inclusion/shared/periods'
import { levelWords, profileWords } from '@inclusion/shared/figure-words'
import { emptyFigure, showNumber } from '@inclusion/shared/figures'
import { addDays, shortDate } from '@inclusion/shared/time'
import { Details } from '../ui/details.tsx'
import { Table } from '../ui/table.tsx'
import { figuresAfter } from './figures-after.ts'
import { useGround, useReference } from './use-amendment.ts'

/** The published decisions that an amendment records. */
export function ReadDecisions({ amendment }: { amendment: AmendmentView }) {
  const { decisions } = amendment.content
  if (decisions.length === 0) return null
  return (
    <Table
      caption="Published decisions"
      columns={[
        { header: 'Decision', cell: ({ reference, title }) => `${reference}: ${title}` },
        { header: 'What it decides', cell: ({ summary }) => summary },
        {
          header: 'What it gives',
          cell: ({ lines }) =>
            lines
              .map(({ financialYear, pence }) => `${financialYear}: ${showNumber(pence, 'money')}`)
              .join('; '),
        },
      ]}
      rows={decisions}
      rowKey={({ reference }) => reference}
    />
  )
}

/** Profiles and baselines, folded away figure by figure: there may be thousands. */
export function ReadPlans({ amendment }: { amendment: AmendmentView }) {
  const { profiles, baselines } = amendment.content
  const { authorities } = useReference()
  const figures = figuresAfter(amendment, useGround(amendment))
  const names = new Map(authorities.map(({ gssCode, name }) => [gssCode, name]))
  const nameOf = ({ gssCode }: { gssCode: string }) => names.get(gssCode) ?? gssCode
  if (profiles.length + baselines.length === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">Profiles and baselines</h3>
      {figures.map((definition) => {
        const ofIt = ({ indicator }: { indicator: string }) => indicator === definition.indicator
        const own = { profiles: profiles.filter(ofIt), baselines: baselines.filter(ofIt) }
        if (own.profiles.length + own.baselines.length === 0) return null
        return (
          <Details key={definition.indicator} summary={`The profile of “${definition.label}”`}>
            <PlanOfFigure {...{ definition, nameOf }} {...own} />
          </Details>
        )
      })}
    </>
  )
}

type PlanOfFigureProps = {
  definition: DraftDefinition
  profiles: readonly DraftProfile[]
  baselines: readonly DraftBaseline[]
  nameOf: (of: { gssCode: string }) => string
}

function PlanOfFigure({ definition, profiles, baselines, nameOf }: PlanOfFigureProps) {
  return (
    <>
      {profiles.length > 0 && (
        <Table
          caption="Profile"
          columns={[
            { header: 'Borough', cell: nameOf },
            { header: 'Period', cell: ({ periodId }) => periodLabel(periodId) },
            { header: 'Planned', cell: ({ value }) => profileWords(definition, value), numeric: true },
          ]}
          rows={profiles}
          rowKey={({ gssCode, periodId }) => `${gssCode} ${periodId}`}
        />
      )}
      {baselines.length > 0 && (
        <Table
          caption="Baseline"
          columns={[
            {
              header: 'Borough',
              cell: ({ urn, ...of }) => (urn === null ? nameOf(of) : `${nameOf(of)}, setting ${urn}`),
            },
            {
              header: 'Measured',
              cell: ({ windowStartsOn, windowEndsBefore }) =>
                `${shortDate(windowStartsOn)} to ${shortDate(addDays(windowEndsBefore, -1))}`,
            },
            { header: 'From', cell: ({ source }) => source },
            {
              header: 'Baseline',
              cell: (baseline) => levelWords(definition, { ...emptyFigure, ...baseline }),
              numeric: true,
            },
          ]}
          rows={baselines}
          rowKey={({ gssCode, urn }) => `${gssCode} ${urn}`}
        />
      )}
    </>
  )
}
