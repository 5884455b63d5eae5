import { useEffect, useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { useGrid } from '../returns/grid/grid-context.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { AnswerSteps } from './answer-steps.tsx'
import type { Reading } from './protocol.ts'
import { ReadingProgress } from './reading-progress.tsx'
import { UnderstoodStep } from './understood-step.tsx'
import { askedBaseline, useAnswers } from './use-answers.ts'
import { useRegister } from './use-register.ts'

type CountRegisterProps = { view: ReportView; dropped: readonly File[] }

/** From the dropped files to the counts, step by step: what was understood, what is asked, what was counted. */
export function CountRegisterSteps({ view, dropped }: CountRegisterProps) {
  const grid = useGrid()
  const baseline = askedBaseline(grid)
  const answering = useAnswers(view, baseline)
  const register = useRegister()
  const stop = () => {
    register.stop()
    answering.give({ pasted: '' })
  }
  const room = { ...register, stop }
  const { reading, progress, trouble, read } = room
  useEffect(() => read(dropped), [read, dropped])
  return (
    <>
      <ReadingProgress progress={progress} onStop={room.stop} />
      {trouble && (
        <p className="govuk-error-message" role="alert">
          {trouble}
        </p>
      )}
      {reading && (
        <>
          <ReadingFaults key={room.drops} reading={reading} />
          <UnderstoodStep room={room} reading={reading} />
          {reading.register && <AnswerSteps {...{ view, room, reading, answering, baseline }} />}
        </>
      )}
    </>
  )
}

/** What a drop did not give. What a correction takes away is said in its row, and moves no focus. */
function ReadingFaults({ reading }: { reading: Reading }) {
  const errors = faultsOf(reading)
  const [wasFaulty] = useState(errors.length > 0)
  if (!wasFaulty || errors.length === 0) return null
  const title = reading.register ? 'Some of it could not be read' : 'No register was found'
  return <ErrorSummary title={title} errors={errors} />
}

/** Files that could not be read; and where nothing was, why each sheet is no register. */
function faultsOf({ unread, sheets, register }: Reading) {
  const files = unread.map(({ why }) => ({ field: 'register-files', message: why }))
  if (register) return files
  const why = sheets.map(({ file, name, why }, index) => ({
    field: `sheet-${index}-summary`,
    message: `${name ?? file}: ${why ?? ''}`,
  }))
  return [...files, ...why]
}
