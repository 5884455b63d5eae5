import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { Locator } from '@inclusion/shared/locators'
import { ReferenceSheet } from '../../framework/reference-sheet.tsx'
import { provenancePaths } from '../../routing/provenance-paths.ts'
import { Link } from '../../ui/link.tsx'
import { useGrid } from './grid-context.ts'

type AboutFigureProps = { definition: IndicatorDefinition; locator: Locator }

/** What a figure counts, and the way to where it comes from. */
export function AboutFigure({ definition, locator }: AboutFigureProps) {
  const { returnId } = useGrid()
  return (
    <>
      <ReferenceSheet definition={definition} />
      <p className="app-grid__small">
        <Link href={provenancePaths.figure(returnId, locator)} about={definition.label}>
          Where it comes from
        </Link>
      </p>
    </>
  )
}
