import type { ReturnView } from '@inclusion/server/returns/view'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'

/** The way to the pages that take a spreadsheet, for whoever may fill the return in now. */
export function UploadLink({ view }: { view: Pick<ReturnView, 'id' | 'mayEdit'> }) {
  if (!view.mayEdit) return null
  return (
    <p className="govuk-body">
      <Link href={paths.uploads(view.id)}>Fill it in with Excel: download the template, upload it back</Link>
    </p>
  )
}
