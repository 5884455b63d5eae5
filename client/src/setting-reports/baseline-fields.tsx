import { useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import type { Attendance } from '@inclusion/shared/attendance/counts'
import { pupilParts, sessionParts } from '@inclusion/shared/figures'
import { attendanceLocator, type Locator } from '@inclusion/shared/locators'
import { attendanceParts } from '@inclusion/shared/standards/words'
import { addDays, shortDate } from '@inclusion/shared/time'
import { attendanceOf } from '../returns/entry/edits.ts'
import { levelWords } from '@inclusion/shared/figure-words'
import { FigureRemarks } from '../returns/grid/figure-notes.tsx'
import { useGrid } from '../returns/grid/grid-context.ts'
import { NumberField } from '../returns/grid/number-field.tsx'
import { Details } from '../ui/details.tsx'
import { baselineParts, baselineYearsShown } from './baseline-parts.ts'
import { sourceOf, countSourceWords } from './given-counts.ts'
import { rateOf } from './rate-row.tsx'

/** What a rise is measured from: the young people's own attendance before they began. */
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
        <h2 className="govuk-heading-m">Baseline of young people in the programme</h2>
        <Fields view={view} />
      </>
    )
  const { windowStartsOn, windowEndsBefore, source } = onRecord
  return (
    <>
      <p className="govuk-body">
        Baseline of young people in the programme on record: <strong>{levelWords(measured, onRecord)}</strong>
        , {windowWords({ startsOn: windowStartsOn, endsBefore: windowEndsBefore })}. {source}.
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

type Window = NonNullable<Attendance['window']>

/** How a window was chosen: of the term before each start only its outer dates are known here. */
function chosenWords(window: Window): string {
  return window.kind === 'term-before-start'
    ? `each in the term before they began, between ${windowWords(window)}`
    : windowWords(window)
}

function Fields({ view }: { view: ReportView }) {
  const { entry } = useGrid()
  const { urn, baselineWindow, academicYears } = view
  const given = attendanceOf(entry.input, urn, 'baseline')
  // As on arrival too: the fields of a year must not go away while they are being cleared.
  const [before] = useState(() => baselineYearsShown(given, academicYears, []))
  const years = baselineYearsShown(given, academicYears, before)
  const ofPeriod = attendanceLocator(urn, 'baseline')
  const rate = rateOf(entry.input, urn, 'baseline')
  const source = sourceOf(given)
  return (
    <>
      <p className="govuk-body">
        The same young people, {chosenWords(given.window ?? baselineWindow)}, before they began. Leave it
        blank if it was given before.
      </p>
      <div className="app-baseline">
        {years.map((year) => (
          <YearFields key={year} {...{ year, given, isOneOf: years.length }} />
        ))}
        <PupilFields given={given} inYear={attendanceLocator(urn, 'baseline', years[0])} />
        <p className="app-baseline__rate">
          Attendance <output className="app-number">{rate ?? '–'}</output>
          {source && <span className="app-grid__small">{countSourceWords[source]}</span>}
        </p>
      </div>
      {years.map((year) => (
        <FigureRemarks key={year} locator={attendanceLocator(urn, 'baseline', year)} definition={null} />
      ))}
      <FigureRemarks locator={ofPeriod} definition={null} />
    </>
  )
}

const field = { about: 'baseline of young people in the programme', measure: 'attendance' as const }

type YearFieldsProps = { year: string; given: Attendance; isOneOf: number }

function YearFields({ year, given, isOneOf }: YearFieldsProps) {
  const { entry } = useGrid()
  const sessions = given.sessions.find(({ academicYear }) => academicYear === year)
  const inYear = attendanceLocator(given.urn, 'baseline', year)
  const ofPeriod = attendanceLocator(given.urn, 'baseline')
  // As on arrival: a field must not go away while it is being cleared. What was counted shows all it has.
  const [parts] = useState(() => baselineParts(given, entry.input.drafts, { inYear, ofPeriod }).sessions)
  const shown = sessions?.counted ? sessionParts : parts
  return shown.map((part) => (
    <NumberField
      key={part}
      {...field}
      locator={inYear}
      part={part}
      label={isOneOf > 1 ? `${attendanceParts[part]}, ${year}` : attendanceParts[part]}
      number={sessions?.[part] ?? null}
    />
  ))
}

function PupilFields({ given, inYear }: { given: Attendance; inYear: Locator }) {
  const { entry } = useGrid()
  const ofPeriod = attendanceLocator(given.urn, 'baseline')
  const [parts] = useState(() => baselineParts(given, entry.input.drafts, { inYear, ofPeriod }).pupils)
  return (given.counted ? pupilParts : parts).map((part) => (
    <NumberField
      key={part}
      {...field}
      locator={ofPeriod}
      part={part}
      label={attendanceParts[part]}
      number={given[part]}
    />
  ))
}
