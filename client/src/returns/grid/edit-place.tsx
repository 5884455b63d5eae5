import { Suspense } from 'react'
import { afterPage } from './after-page.ts'

// It comes after the page, into room that is kept for it.
const EditBar = afterPage(async () => (await import('./edit-bar.tsx')).EditBar)

export function EditPlace() {
  return (
    <div className="app-edit-bar">
      <p className="govuk-body">
        Arrow keys and Enter move as in Excel, and a block copied from a spreadsheet can be pasted into any
        field.
      </p>
      <div className="app-edit-bar__room">
        <Suspense fallback={null}>
          <EditBar />
        </Suspense>
      </div>
    </div>
  )
}
