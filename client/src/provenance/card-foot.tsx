import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Link } from '../ui/link.tsx'

/** The same on paper, and for a program. */
export function CardFoot({ json }: { json: string }) {
  return (
    <ButtonGroup>
      <Button look="secondary" onClick={() => window.print()}>
        Print this page
      </Button>
      <Link href={json}>This page as JSON</Link>
    </ButtonGroup>
  )
}
