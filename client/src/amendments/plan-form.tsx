import type { AmendmentView } from '@inclusion/server/amendments/view'
import { periodLabel, periodMonths, periodOf, yearLabel } from '@inclusion/shared/periods'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'
import { BaselineFields } from './baseline-fields.tsx'
import { draftPlan, isPercent, planFaults, putPlan, type DraftedPlan } from './drafted-plan.ts'
import { profileField } from './fault-places.ts'
import { boroughRow, numberKey, type NumberColumn } from './number-sheet.ts'
import { NumberTable } from './number-table.tsx'
import { PartForm } from './part-form.tsx'
import type { PlanOf } from './plan-of.ts'
import { SameForAll } from './same-for-all.tsx'
import { usePart } from './use-part.ts'

type PlanFormProps = { opened: AmendmentView; plan: PlanOf }

export function PlanForm({ opened, plan }: PlanFormProps) {
  const { indicator, label } = plan.definition
  const back = staffPaths.amendmentPlans(opened.id)
  const { typed, change, errorOf, ...part } = usePart<DraftedPlan>({
    opened,
    name: `plan ${indicator}`,
    savedIn: ({ content }) => draftPlan(content, plan),
    faultsOf: (draft) => planFaults(draft, plan),
    changeOf: (draft) => ({ change: putPlan(draft, plan), done: `The profile of ${label} is saved.` }),
    nextOf: () => back,
  })
  const put = (some: Partial<DraftedPlan>) => change({ ...typed, ...some })
  return (
    <PartForm title={`Profile of “${label}”`} part={part} words="Save this profile" back={back}>
      {plan.boroughs.length === 0 || plan.periods.length === 0 ? (
        <p className="govuk-body">
          <Link href={staffPaths.amendmentBoroughs(opened.id)}>Choose first which boroughs have a grant</Link>
          .
        </p>
      ) : (
        <>
          <Profiles {...{ plan, errorOf }} draft={typed} onChange={put} />
          {plan.places.length > 0 && <BaselineFields {...{ plan, errorOf }} draft={typed} onChange={put} />}
        </>
      )}
    </PartForm>
  )
}

type ProfilesProps = {
  plan: PlanOf
  draft: DraftedPlan
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<DraftedPlan>) => void
}

function Profiles({ plan, draft, errorOf, onChange }: ProfilesProps) {
  const { definition, boroughs, periods, onRecord, filed } = plan
  const { measure } = definition
  const closedOf = (gssCode: string, periodId: string): string | null => {
    const key = numberKey(gssCode, periodId)
    if (!filed.has(key)) return null
    const known = onRecord.profiles.some((each) => each.gssCode === gssCode && each.periodId === periodId)
    return known ? `${draft.profiles[key] ?? ''}${isPercent(measure) ? '%' : ''}` : 'None'
  }
  const fill = (periodId: string, text: string) => {
    const open = boroughs.filter(({ gssCode }) => closedOf(gssCode, periodId) === null)
    const filled = open.map(({ gssCode }) => [numberKey(gssCode, periodId), text])
    onChange({ profiles: { ...draft.profiles, ...Object.fromEntries(filled) } })
  }
  return (
    <>
      <p className="govuk-body govuk-!-width-two-thirds">{meaning(plan)}</p>
      {filed.size > 0 && (
        <p className="govuk-body govuk-!-width-two-thirds">
          What a borough has filed a return against stays as it is.
        </p>
      )}
      <SameForAll
        words={{
          summary: 'The same profile for every borough',
          column: 'Period',
          number: unitOf(plan),
        }}
        columns={periods.map((id) => ({ value: id, label: periodLabel(id) }))}
        onFill={fill}
      />
      <NumberTable
        caption="Profile by the end of each period"
        rowHeader="Borough"
        rows={boroughs.map(boroughRow)}
        columns={periods.map(columnOf)}
        idOf={profileField}
        {...{ closedOf, errorOf }}
        {...(measure === 'money' && { prefix: '£' })}
        {...(isPercent(measure) && { suffix: '%' })}
        numbers={draft.profiles}
        onChange={(profiles) => onChange({ profiles })}
      />
    </>
  )
}

/** A period as spreadsheets head a column with it. */
function columnOf(id: string): NumberColumn {
  const { ordinal, year } = periodOf(id)
  const short = `Q${ordinal}`
  const years = yearLabel(year)
  return {
    key: id,
    header: periodLabel(id),
    names: [
      id,
      periodMonths(id),
      `${years} ${short}`,
      `${short} ${years}`,
      `${years.replace('-', '/')} ${short}`,
    ],
  }
}

const unitOf = ({ definition: { measure } }: PlanOf): string => {
  if (measure === 'money') return 'Pounds'
  return isPercent(measure) ? 'Percentage' : 'Number'
}

/** What number is to be given, as the figure is added up. */
function meaning({ definition: { measure, overTime } }: PlanOf): string {
  const number = measure === 'money' ? 'pounds' : measure === 'hours' ? 'hours' : 'number'
  if (isPercent(measure)) return 'The percentage that each borough plans for the period itself.'
  if (overTime === 'sum')
    return `The ${number} in all that each borough plans to have reached by the end of the period, counted from 1 April on. It grows from period to period, and begins anew with each financial year.`
  if (overTime === 'distinct')
    return 'How many each borough plans to have reached by the end of the period, each counted once.'
  return `The ${number} that each borough plans for the period itself.`
}
