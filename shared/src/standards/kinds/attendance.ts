/** Clause 4, Consistent: the counts of a setting's attendance, each cohort and academic year by itself. */
import type { Attendance, SessionCounts } from '../../attendance/counts.ts'
import { attendanceLocator } from '../../locators.ts'
import { isWholeCount, type Fault, type PreparedInput } from '../prepared-input.ts'
import { attendanceParts, attendancePlace, countWords, inSentence, seenCounts } from '../words.ts'
import { nestedFigures } from './identities.ts'

/** A count that can be reckoned with; one that is no whole count is 3.1's. */
const sound = (count: number | null): number | null => (count !== null && isWholeCount(count) ? count : null)

/** 4.4: severe is more than persistent, or persistent more than enrolments; and nested figures alike. */
export function attendancePupils(prepared: PreparedInput): Fault[] {
  const counted = prepared.attendance().flatMap((attendance) => {
    const enrolments = sound(attendance.enrolments)
    const persistent = sound(attendance.persistent)
    const severe = sound(attendance.severe)
    return [
      ...pupilsOver(prepared, attendance, ['severe', severe], ['persistent', persistent]),
      ...pupilsOver(prepared, attendance, ['persistent', persistent], ['enrolments', enrolments]),
      // Between their ends only when the middle is blank: else one of the two above has said it.
      ...(persistent === null
        ? pupilsOver(prepared, attendance, ['severe', severe], ['enrolments', enrolments])
        : []),
    ]
  })
  return [...counted, ...nestedFigures(prepared)]
}

type PupilCount = readonly ['enrolments' | 'persistent' | 'severe', number | null]

function pupilsOver(
  prepared: PreparedInput,
  { urn, cohort }: Attendance,
  [inner, fewer]: PupilCount,
  [outer, more]: PupilCount,
): Fault[] {
  if (fewer === null || more === null || fewer <= more) return []
  const place = { urn, cohort }
  const under = `${inSentence(attendanceParts[outer])} (${countWords(more)})`
  return [
    {
      locator: attendanceLocator(urn, cohort),
      part: inner,
      inputs: seenCounts(place, { [inner]: fewer, [outer]: more }),
      message: `For ${attendancePlace(prepared, place)}: ${inSentence(attendanceParts[inner])} (${countWords(fewer)}) are more than ${under}.`,
      fix: 'Check both counts: severely absent pupils are among the persistently absent, and those among all pupils.',
    },
  ]
}

type Sessions = {
  possible: number | null
  attended: number | null
  authorised: number | null
  unauthorised: number | null
}
type SessionTest = (sessions: Sessions) => { part: keyof Sessions; words: string; fix: string } | null

/** Runs a test on every setting, cohort and academic year. */
function eachYear(prepared: PreparedInput, test: SessionTest): Fault[] {
  return prepared.attendance().flatMap(({ urn, cohort, sessions }) =>
    sessions.flatMap((year) => {
      const counts = soundSessions(year)
      const wrong = test(counts)
      if (wrong === null) return []
      const place = { urn, cohort, academicYear: year.academicYear }
      return [
        {
          locator: attendanceLocator(urn, cohort, year.academicYear),
          part: wrong.part,
          inputs: seenCounts(place, counts),
          message: `For ${attendancePlace(prepared, place)}: ${wrong.words}`,
          fix: wrong.fix,
        },
      ]
    }),
  )
}

const soundSessions = ({ possible, attended, authorised, unauthorised }: SessionCounts): Sessions => ({
  possible: sound(possible),
  attended: sound(attended),
  authorised: sound(authorised),
  unauthorised: sound(unauthorised),
})

/**
 * 4.7: attended and absent are not possible together. Absence is not typed: it is what is left of the
 * possible sessions. So only more attended than possible is 4.7's; where absence can be worked out, the
 * reasons for it are 4.5's or 4.6's. The three never fire on the same counts.
 */
export function attendanceSessions(prepared: PreparedInput): Fault[] {
  return eachYear(prepared, ({ possible, attended }) => {
    if (possible === null || attended === null || attended <= possible) return null
    return {
      part: 'attended',
      words: `sessions attended (${countWords(attended)}) are more than sessions possible (${countWords(possible)}).`,
      fix: "Check both counts in the setting's register.",
    }
  })
}

/** 4.5 and 4.6: sessions of authorised and unauthorised absence against total absence, `more` or `less`. */
export function absenceReasons(prepared: PreparedInput, { side }: { side: 'more' | 'less' }): Fault[] {
  return eachYear(prepared, ({ possible, attended, authorised, unauthorised }) => {
    if (possible === null || attended === null || attended > possible) return null
    const absent = possible - attended
    const reasons = (authorised ?? 0) + (unauthorised ?? 0)
    const isWhole = authorised !== null && unauthorised !== null
    // One reason alone can be too much; too little is known only when both are given.
    if (side === 'more' ? reasons <= absent : !isWhole || reasons >= absent) return null
    const sum = `authorised and unauthorised absence come to ${countWords(reasons)} sessions`
    return {
      part: authorised === null ? 'unauthorised' : 'authorised',
      words: `${sum}, ${side} than all absence (${countWords(absent)}: possible ${countWords(possible)}, attended ${countWords(attended)}).`,
      fix:
        side === 'more'
          ? "Check the four counts in the setting's register."
          : 'Check whether a reason for absence is left out.',
    }
  })
}
