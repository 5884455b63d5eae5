import type { Locator } from '@inclusion/shared/locators'
import { provenancePaths } from '../../routing/provenance-paths.ts'
import { Link } from '../../ui/link.tsx'
import { useGrid } from './grid-context.ts'

/** The way to what is on record of a figure. */
export function SourceLink({ locator, about }: { locator: Locator; about: string }) {
  const { returnId } = useGrid()
  return (
    <p className="app-grid__small">
      <Link href={provenancePaths.figure(returnId, locator)} about={about}>
        Where it comes from
      </Link>
    </p>
  )
}
