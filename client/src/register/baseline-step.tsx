import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { BaselineWindows } from '@inclusion/shared/attendance/counted'
import { DateInput } from '../ui/date-input.tsx'
import { Radios } from '../ui/radios.tsx'
import { baselineId } from './asked-fields.ts'
import { counted as countOf } from './layout-words.ts'
import type { Counted } from './protocol.ts'
import type { Answering } from './use-answers.ts'

type BaselineStepProps = { view: ReportView; answering: Answering; counted: Counted; onRecord: boolean }

/** The same young people before they began: in one window, or each in the term before the start. */
export function BaselineStep({ view, answering, counted, onRecord }: BaselineStepProps) {
  const { given, give } = answering
  const mayChoose = view.baselineWindows === 'term-before-start' && (counted.cohort?.dated ?? 0) > 0
  if (!counted.cohort) return null
  return (
    <>
      <h3 className="govuk-heading-s">Their attendance before they began</h3>
      {onRecord && (
        <Radios
          id={`${baselineId}-again`}
          label="A baseline is on record. Is this a new cohort?"
          value={given.wantsBaseline ? 'new' : 'kept'}
          onChange={(answer) => give({ wantsBaseline: answer === 'new' })}
          look="small"
          choices={[
            { value: 'kept', label: 'No, keep the baseline on record' },
            { value: 'new', label: 'Yes, count a new baseline' },
          ]}
        />
      )}
      {given.wantsBaseline && (
        <>
          {mayChoose && (
            <Radios
              id={`${baselineId}-kind`}
              label="Which sessions are the baseline?"
              value={given.windows ?? counted.windows}
              onChange={(windows: BaselineWindows) => give({ windows })}
              look="small"
              choices={[
                { value: 'one-window', label: 'The same dates for everybody' },
                {
                  value: 'term-before-start',
                  label: 'The term before each start date',
                  hint: 'Drop the registers of those terms too. Who has no start date is counted between the dates below.',
                },
              ]}
            />
          )}
          <BaselineDates answering={answering} />
          <BaselineResult counted={counted} mayChoose={mayChoose} />
        </>
      )}
    </>
  )
}

function BaselineDates({ answering: { given, give, windowFault } }: { answering: Answering }) {
  return (
    <>
      <DateInput
        id={baselineId}
        label="First day of the baseline"
        value={given.from}
        onChange={(part) => give({ from: { ...given.from, ...part } })}
        error={windowFault ?? undefined}
      />
      <DateInput
        id={`${baselineId}-to`}
        label="Last day of the baseline"
        value={given.to}
        onChange={(part) => give({ to: { ...given.to, ...part } })}
      />
    </>
  )
}

function BaselineResult({ counted, mayChoose }: { counted: Counted; mayChoose: boolean }) {
  const { counts, cohort, begunBefore } = counted
  const { baseline } = counts
  if (!baseline || !cohort) return null
  const words =
    baseline.enrolments === 0
      ? 'The register has no sessions of them then. Drop the earlier register too, or leave the baseline blank and type it below.'
      : `${baseline.enrolments} of ${countOf(cohort.members, 'pupil')} have sessions then.`
  return (
    <output className="govuk-body app-register__result">
      {words}
      {begunBefore > 0 && ` ${begunWords(begunBefore, mayChoose)}`}
    </output>
  )
}

const begunWords = (begun: number, mayChoose: boolean): string =>
  `${countOf(begun, 'pupil')} had begun before the last of these days, so that part of this is not a baseline. Choose an earlier last day${mayChoose ? ', or the term before each start date' : ''}.`
