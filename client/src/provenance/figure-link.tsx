import { provenancePaths } from '../routing/provenance-paths.ts'
import { Link } from '../ui/link.tsx'

type FigureLinkProps = {
  returnId: string
  locator: string
  /** The figure's name, for those who hear a number out of its place. */
  name: string
  /** What the figure says, or words of the page. */
  children: React.ReactNode
}

/** A figure that leads to where it comes from. */
export function FigureLink({ returnId, locator, name, children }: FigureLinkProps) {
  return (
    <Link href={provenancePaths.figure(returnId, locator)} about={`${name}: where it comes from`}>
      {children}
    </Link>
  )
}
