import { useEffect, useRef } from 'react'
import { longDate } from '@inclusion/shared/time'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx'
import { CorrectSheet } from './correct-sheet.tsx'
import { DateOrderQuestion } from './date-order-question.tsx'
import { takeOutId } from './asked-fields.ts'
import { filesNotRead } from './files-not-read.ts'
import { counted, shapeWords, thousands } from './layout-words.ts'
import type { Reading, SheetReading, Understood } from './protocol.ts'
import type { RegisterRoom } from './use-register.ts'

const title = 'What was understood'

type UnderstoodStepProps = { room: RegisterRoom; reading: Reading; onForget: () => void }

/** What was understood of the files, and where to correct it. */
export function UnderstoodStep({ room, reading, onForget }: UnderstoodStepProps) {
  const { sheets, register } = reading
  if (sheets.length === 0) return null
  const files = [...new Set([...sheets, ...reading.unread].map(({ file }) => file))]
  return (
    <>
      {register !== null && filesNotRead(reading).length === 0 ? (
        <FocusedHeading key={room.drops} />
      ) : (
        // Where something could not be read, its summary takes the focus.
        <h3 className="govuk-heading-s">{title}</h3>
      )}
      <SummaryList rows={[...sheets.map(sheetRow), ...(register ? rowsOf(register) : [])]} />
      {sheets.map((sheet, index) => (
        <div key={`${sheet.file} ${sheet.name}`}>
          <DateOrderQuestion sheet={sheet} index={index} correct={room.correct} />
          <CorrectSheet sheet={sheet} index={index} correct={room.correct} isWanted={register === null} />
        </div>
      ))}
      <Namesakes files={files} />
      <div id={takeOutId} tabIndex={-1}>
        <ButtonGroup>
          {files.length > 1 &&
            files.map((file) => (
              <Button key={file} look="secondary" onClick={() => room.remove(file)}>
                Take out {file}
              </Button>
            ))}
          <Button look="secondary" onClick={onForget}>
            Forget these files
          </Button>
        </ButtonGroup>
      </div>
    </>
  )
}

/** Files of one name may be months of one register, or one of them mended. */
function Namesakes({ files }: { files: readonly string[] }) {
  const again = files.filter((file) => files.some((other) => file.startsWith(`${other} (`)))
  if (again.length === 0) return null
  return (
    <p className="govuk-body">
      {again.join(', ')}: another file has this name, and both are read. If it is to replace the other, take
      the other out.
    </p>
  )
}

/** Takes the focus when a drop was read; a correction leaves it where it is. */
function FocusedHeading() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h3 className="govuk-heading-s" tabIndex={-1} ref={heading}>
      {title}
    </h3>
  )
}

function sheetRow({ file, name, rows, why, layout }: SheetReading): SummaryRow {
  return {
    key: name === null ? file : `${file}, sheet ${name}`,
    value:
      why === null && layout
        ? `${shapeWords[layout.shape]}: ${counted(rows, 'row')}`
        : `Left out. ${why ?? ''}`,
  }
}

function rowsOf(register: Understood): SummaryRow[] {
  const { pupils, marks, blanks, identifierColumns, firstDay, lastDay, leftOut } = register
  const days = firstDay && lastDay ? `${longDate(firstDay)} to ${longDate(lastDay)}` : 'None'
  return [
    { key: 'Pupils', value: `${thousands(pupils)}, told apart by ${identifierColumns.join(', ')}` },
    { key: 'Dates', value: days },
    {
      key: 'Marks',
      value: `${thousands(marks)}${blanks > 0 ? `; ${counted(blanks, 'session')} without a mark count as nothing` : ''}`,
    },
    ...(leftOut.length > 0
      ? [
          {
            key: 'Left out',
            value: (
              <ul className="govuk-list govuk-!-margin-bottom-0">
                {leftOut.map(({ why, rows, where }) => (
                  <li key={`${why} ${where}`}>
                    {counted(rows, 'row')}: {why} (first in {where})
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ]
}
