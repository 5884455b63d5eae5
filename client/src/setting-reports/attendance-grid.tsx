import type { ReportView } from '@inclusion/server/setting-reports/view'
import { pupilParts, sessionParts, type AttendancePart } from '@inclusion/shared/figures'
import { attendanceLocator, type Locator } from '@inclusion/shared/locators'
import { attendanceParts } from '@inclusion/shared/standards/words'
import { attendanceOf } from '../returns/entry/edits.ts'
import { FigureRemarks } from '../returns/grid/figure-notes.tsx'
import { useGrid } from '../returns/grid/grid-context.ts'
import { Spreadsheet } from '../returns/grid/spreadsheet.tsx'
import { NumberField } from '../returns/grid/number-field.tsx'
import {
  cohortsOf,
  cohortWords,
  measuredBy,
  partsNeeded,
  rowOf,
  yearsOf,
  type ReportedCohort,
} from './attendance-columns.ts'
import { RateRow } from './rate-row.tsx'

const hints: Partial<Record<AttendancePart, string>> = {
  possible: 'Half-days that could be attended',
  attended: 'Present, and approved educational activity',
  enrolments: 'On the register in this period',
  persistent: 'Missed 10% or more of their own sessions',
  severe: 'Missed 50% or more; also persistently absent',
}

/** The counts of both cohorts: sessions by academic year, pupils for the period, and the rate they come to. */
export function AttendanceGrid({ view }: { view: ReportView }) {
  const { entry } = useGrid()
  const cohorts = cohortsOf(entry.input)
  const years = yearsOf(view, entry.input.attendance)
  const span = cohorts.length * years.length + 1
  const sessionPlaces = cohorts.flatMap((cohort) =>
    years.map((year) => attendanceLocator(view.urn, cohort, year)),
  )
  const pupilPlaces = cohorts.map((cohort) => attendanceLocator(view.urn, cohort))
  return (
    <Spreadsheet
      name="attendance"
      sheet={async (grid) => {
        const { attendanceSheet } = await import('./attendance-sheet.ts')
        return attendanceSheet({ grid, cohorts, years })
      }}
    >
      <table className="app-grid app-attendance" aria-label="Attendance">
        <Head cohorts={cohorts} years={years} />
        <tbody className="app-grid__group">
          {sessionParts.map((part) => (
            <SessionRow key={part} {...{ part, cohorts, years }} />
          ))}
          <Remarks places={sessionPlaces} span={span} />
          <RateRow {...{ cohorts, span: years.length }} />
        </tbody>
        <tbody className="app-grid__group">
          {pupilParts.map((part) => (
            <PupilRow key={part} {...{ part, cohorts }} span={years.length} />
          ))}
          <Remarks places={pupilPlaces} span={span} />
        </tbody>
      </table>
    </Spreadsheet>
  )
}

type HeadProps = { cohorts: readonly ReportedCohort[]; years: readonly string[] }

function Head({ cohorts, years }: HeadProps) {
  const two = years.length > 1
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={two ? 2 : 1}>
          Count
        </th>
        {cohorts.map((cohort) => (
          <th key={cohort} scope="colgroup" colSpan={years.length}>
            {cohortWords[cohort]}
          </th>
        ))}
      </tr>
      {two && (
        <tr>
          {cohorts.flatMap((cohort) =>
            years.map((year) => (
              <th key={`${cohort} ${year}`} scope="col" className="app-attendance__year">
                {year}
              </th>
            )),
          )}
        </tr>
      )}
    </thead>
  )
}

function PartHeader({ part }: { part: AttendancePart }) {
  return (
    <th scope="row">
      {attendanceParts[part]}
      {hints[part] && <span className="app-grid__hint">{hints[part]}</span>}
    </th>
  )
}

type SessionRowProps = HeadProps & { part: (typeof sessionParts)[number] }

function SessionRow({ part, cohorts, years }: SessionRowProps) {
  const { entry, urn } = useGrid()
  return (
    <tr className="app-grid__category">
      <PartHeader part={part} />
      {cohorts.flatMap((cohort) =>
        years.map((year) => {
          const counts = attendanceOf(entry.input, urn ?? '', cohort).sessions.find(
            ({ academicYear }) => academicYear === year,
          )
          const label = years.length > 1 ? `${cohortWords[cohort]}, ${year}` : cohortWords[cohort]
          return (
            <td key={`${cohort} ${year}`}>
              <NumberField
                {...{
                  part,
                  label,
                  locator: attendanceLocator(urn ?? '', cohort, year),
                  number: counts?.[part] ?? null,
                }}
                about={attendanceParts[part]}
                measure="attendance"
                quiet
              />
            </td>
          )
        }),
      )}
    </tr>
  )
}

type PupilRowProps = { part: (typeof pupilParts)[number]; cohorts: readonly ReportedCohort[]; span: number }

function PupilRow({ part, cohorts, span }: PupilRowProps) {
  const { entry, urn, isOpen } = useGrid()
  return (
    <tr className="app-grid__category">
      <PartHeader part={part} />
      {cohorts.map((cohort) => {
        const locator = attendanceLocator(urn ?? '', cohort)
        const optional = isOpen(locator) && !partsNeeded(entry.input, cohort).has(part)
        return (
          <td key={cohort} colSpan={span} {...rowOf(measuredBy(entry.input, cohort, part))}>
            <NumberField
              {...{ part, locator }}
              label={cohortWords[cohort]}
              about={attendanceParts[part]}
              number={attendanceOf(entry.input, urn ?? '', cohort)[part]}
              measure="attendance"
              quiet
            />
            {optional && <span className="app-grid__small">Optional</span>}
          </td>
        )
      })}
    </tr>
  )
}

/** What is said of the counts above, in a row of its own so that the fields stay in line. */
function Remarks({ places, span }: { places: readonly Locator[]; span: number }) {
  return (
    <tr className="app-grid__notes">
      <td colSpan={span}>
        {places.map((place) => (
          <FigureRemarks key={place} locator={place} definition={null} />
        ))}
      </td>
    </tr>
  )
}
