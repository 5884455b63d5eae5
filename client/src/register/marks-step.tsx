import {
  attendanceClasses,
  attendanceCodes,
  codeMeanings,
  type AttendanceClass,
  type AttendanceCode,
} from '@inclusion/shared/attendance/codes'
import { Table, type Column } from '../ui/table.tsx'
import { markId } from './asked-fields.ts'
import type { Meanings, Tally } from './counts.ts'
import { counted, thousands } from './layout-words.ts'
import type { Answering } from './use-answers.ts'

type Mark = Tally['marks'][number]

type MarksStepProps = { answering: Answering; tally: Tally }

/** Marks that are no code, or that she has given a meaning. */
const unknownMarks = ({ marks }: Tally, meanings: Meanings) =>
  marks.filter(({ written, code }) => code === null || written in meanings)

/** More kinds than any register has: they are no marks. */
const kindsShown = 50

/** Marks that are no attendance code: she says what each means, nothing is guessed. */
export function MarksStep({ answering: { given, give }, tally }: MarksStepProps) {
  const unknown = unknownMarks(tally, given.meanings)
  if (unknown.length === 0) return null
  const { meanings } = given
  const change = (written: string, value: string) => {
    const { [written]: _, ...others } = meanings
    give({
      meanings: value === '' ? others : { ...others, [written]: value as AttendanceCode | 'no-mark' },
    })
  }
  return (
    <>
      <h3 className="govuk-heading-s">Marks that are no attendance code</h3>
      <p className="govuk-body">
        Say what {unknown.length === 1 ? 'it means' : 'each means'} in your register. Until then nothing is
        counted.
      </p>
      {unknown.length > kindsShown && (
        <p className="govuk-body">
          There are {thousands(unknown.length)} of them, the first {kindsShown} are shown. A column that holds
          no marks may have been taken for marks: correct above what it is.
        </p>
      )}
      <div className="app-register__stack">
        <Table
          caption="Marks that are no attendance code"
          captionSize="hidden"
          rows={unknown.slice(0, kindsShown)}
          rowKey={({ written }) => written}
          columns={markColumns(meanings, change)}
        />
      </div>
    </>
  )
}

const markColumns = (
  meanings: Meanings,
  onChange: (written: string, meaning: string) => void,
): Column<Mark>[] => [
  { header: 'Mark', cell: ({ written }) => written },
  { header: 'How often', numeric: true, cell: ({ count }) => thousands(count) },
  {
    header: 'What it means',
    cell: (mark) => (
      <MeaningSelect
        mark={mark}
        value={meanings[mark.written] ?? ''}
        onChange={(meaning) => onChange(mark.written, meaning)}
      />
    ),
  },
]

type MeaningSelectProps = { mark: Mark; value: string; onChange: (meaning: string) => void }

function MeaningSelect({ mark: { written, count }, value, onChange }: MeaningSelectProps) {
  return (
    <select
      className="govuk-select"
      id={markId(written)}
      aria-label={`What ${written} means, ${counted(count, 'mark')}`}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">Choose</option>
      <option value="no-mark">No mark: leave it out</option>
      {classes.map((named) => (
        <CodeOptions key={named} named={named} />
      ))}
    </select>
  )
}

const classes = Object.keys(attendanceClasses) as AttendanceClass[]

function CodeOptions({ named }: { named: AttendanceClass }) {
  return (
    <optgroup label={attendanceClasses[named]}>
      {attendanceCodes
        .filter((code) => codeMeanings[code].class === named)
        .map((code) => (
          <option key={code} value={code}>
            {code} – {codeMeanings[code].meaning}
          </option>
        ))}
    </optgroup>
  )
}
