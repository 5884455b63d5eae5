import { lazy, Suspense, useState } from 'react'
import type { ReportView } from '@inclusion/server/setting-reports/view'
import { FileDrop } from './file-drop.tsx'
import { useRegister } from './use-register.ts'

// Who types the counts never fetches what reads a register.
const CountRegister = lazy(async () => {
  const counting = await import('./count-register-steps.tsx')
  return { default: counting.CountRegisterSteps }
})

/** Counts a report from the register that she drops: read and counted in this browser, where it stays. */
export function RegisterSection({ view }: { view: ReportView }) {
  const [hasDropped, setHasDropped] = useState(false)
  const register = useRegister()
  if (!view.mayEdit) return null
  return (
    // A browser that translates the page would send the names on it away.
    <section className="app-register" aria-labelledby="count-register" translate="no">
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
        onFiles={(files) => {
          // The reading does not wait for what shows it.
          register.read(files)
          setHasDropped(true)
        }}
      />
      {hasDropped ? (
        <Suspense fallback={<output className="govuk-body app-register__progress">Reading…</output>}>
          <CountRegister view={view} register={register} />
        </Suspense>
      ) : (
        <p className="govuk-body">Or type the counts below.</p>
      )}
    </section>
  )
}
