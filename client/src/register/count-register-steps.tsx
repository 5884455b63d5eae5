import { useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { useGrid } from '../returns/grid/grid-context.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { focusField } from '../ui/focus-field.ts'
import { AnswerSteps } from './answer-steps.tsx'
import { filesNotRead } from './files-not-read.ts'
import type { Reading } from './protocol.ts'
import { ReadingProgress } from './reading-progress.tsx'
import { UnderstoodStep } from './understood-step.tsx'
import { askedBaseline, useAnswers } from './use-answers.ts'
import type { RegisterRoom } from './use-register.ts'

type CountRegisterProps = { view: ReportView; register: RegisterRoom }

/** From the dropped files to the counts, step by step: what was understood, what is asked, what was counted. */
export function CountRegisterSteps({ view, register }: CountRegisterProps) {
  const grid = useGrid()
  const baseline = askedBaseline(grid)
  const answering = useAnswers(view, baseline)
  const stop = () => {
    register.stop('Nothing of these files is kept now. Drop them again to count them.')
    answering.forget()
    // The button that was pressed is gone.
    focusField('register-files')
  }
  const { reading, progress, trouble } = register
  return (
    <>
      <ReadingProgress progress={progress} onStop={stop} />
      {trouble && (
        <p className="govuk-error-message" role="alert">
          {trouble}
        </p>
      )}
      {reading && (
        <>
          <ReadingFaults key={register.drops} reading={reading} />
          <UnderstoodStep room={register} reading={reading} onForget={stop} />
          {reading.register && <AnswerSteps {...{ view, reading, answering, baseline }} room={register} />}
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

/** Files of which nothing could be read; and where no file was, why each sheet is no register. */
function faultsOf(reading: Reading) {
  const { unread, sheets, register } = reading
  if (register) return filesNotRead(reading)
  const files = unread.map(({ why }) => ({ field: 'register-files', message: why }))
  const why = sheets.map(({ file, name, why }, index) => ({
    field: `sheet-${index}-summary`,
    message: `${name ?? file}: ${why ?? ''}`,
  }))
  return [...files, ...why]
}
