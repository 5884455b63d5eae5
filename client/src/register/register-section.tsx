import { lazy, Suspense, useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { FileDrop } from './file-drop.tsx'

// Who types the counts never fetches what reads a register.
const CountRegister = lazy(async () => {
  const counting = await import('./count-register-steps.tsx')
  return { default: counting.CountRegisterSteps }
})

/** Counts a report from the register that she drops: read and counted in this browser, where it stays. */
export function RegisterSection({ view }: { view: ReportView }) {
  const [dropped, setDropped] = useState<File[] | null>(null)
  if (!view.mayEdit) return null
  return (
    <section className="app-register" aria-labelledby="count-register">
      <h2 className="govuk-heading-m" id="count-register">
        Count from your register
      </h2>
      <p className="govuk-body">
        Your register stays on this computer: it is counted here, and only the counts are sent.
      </p>
      <FileDrop
        id="register-files"
        label="Drop your register here, or choose its files"
        hint="CSV or XLSX, as your school’s system exports it. Several files make one register, for example one for each month."
        accept=".csv,.tsv,.txt,.xlsx"
        onFiles={setDropped}
      />
      {dropped === null ? (
        <p className="govuk-body">Or type the counts below.</p>
      ) : (
        <Suspense fallback={<output className="govuk-body app-register__progress">Reading…</output>}>
          <CountRegister view={view} dropped={dropped} />
        </Suspense>
      )}
    </section>
  )
}
