import { useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { attendanceLocator } from '@inclusion/shared/locators'
import { attendanceParts } from '@inclusion/shared/standards/words'
import { addDays, shortDate } from '@inclusion/shared/time'
import { attendanceOf } from '../returns/entry/edits.ts'
import { levelWords } from '../returns/figure-words.ts'
import { FigureRemarks } from '../returns/grid/figure-notes.tsx'
import { useGrid } from '../returns/grid/grid-context.ts'
import { NumberField } from '../returns/grid/number-field.tsx'
import { Details } from '../ui/details.tsx'
import { baselineParts } from './baseline-parts.ts'
import { rateOf } from './rate-row.tsx'

/** What a rise is measured from: the mentored young people's own attendance before they had a mentor. */
export function BaselineFields({ view }: { view: ReportView }) {
  const { entry, baselines } = useGrid()
  const measured = entry.input.asked.find(
    ({ derivation, baseline }) => derivation?.kind === 'attendance' && baseline === 'required',
  )
  if (!measured) return null
  const onRecord = baselines.find(({ indicator }) => indicator === measured.indicator)
  if (!onRecord)
    return (
      <>
        <h2 className="govuk-heading-m">Baseline of mentored young people</h2>
        <Fields view={view} />
      </>
    )
  const { windowStartsOn, windowEndsBefore } = onRecord
  return (
    <>
      <p className="govuk-body">
        Baseline of mentored young people on record: <strong>{levelWords(measured, onRecord)}</strong>,{' '}
        {windowWords({ startsOn: windowStartsOn, endsBefore: windowEndsBefore })}.
      </p>
      {view.mayEdit && (
        <Details summary="Give a baseline for a new cohort">
          <Fields view={view} />
        </Details>
      )}
    </>
  )
}

const windowWords = ({ startsOn, endsBefore }: { startsOn: string; endsBefore: string }): string =>
  `${shortDate(startsOn)} to ${shortDate(addDays(endsBefore, -1))}`

function Fields({ view }: { view: ReportView }) {
  const { entry } = useGrid()
  const { urn, baselineWindow, academicYears } = view
  const given = attendanceOf(entry.input, urn, 'baseline')
  // The window is told apart from the period by its dates; its sessions are kept under one year.
  const year = given.sessions[0]?.academicYear ?? academicYears[0] ?? ''
  const sessions = given.sessions.find(({ academicYear }) => academicYear === year)
  const inYear = attendanceLocator(urn, 'baseline', year)
  const ofPeriod = attendanceLocator(urn, 'baseline')
  const rate = rateOf(entry.input, urn, 'baseline')
  // As on arrival: a field must not go away while it is being cleared.
  const [parts] = useState(() => baselineParts(given, entry.input.drafts, { inYear, ofPeriod }))
  const field = { about: 'baseline of mentored young people', measure: 'attendance' as const }
  return (
    <>
      <p className="govuk-body">
        The same young people, {windowWords(given.window ?? baselineWindow)}, before they had a mentor. Leave
        it blank if it was given before.
      </p>
      <div className="app-baseline">
        {parts.sessions.map((part) => (
          <NumberField
            key={part}
            {...field}
            locator={inYear}
            part={part}
            label={attendanceParts[part]}
            number={sessions?.[part] ?? null}
          />
        ))}
        {parts.pupils.map((part) => (
          <NumberField
            key={part}
            {...field}
            locator={ofPeriod}
            part={part}
            label={attendanceParts[part]}
            number={given[part]}
          />
        ))}
        <p className="app-baseline__rate">
          Attendance <output className="app-number">{rate ?? '–'}</output>
        </p>
      </div>
      <FigureRemarks locator={inYear} definition={null} />
      <FigureRemarks locator={ofPeriod} definition={null} />
    </>
  )
}
