import { staffPaths } from '../routing/staff-paths.ts'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Link } from '../ui/link.tsx'

type SaveButtonsProps = { amendmentId: string; busy: boolean; words?: string; back?: string }

/** Saves what is typed, or goes back: what is not saved is kept on this computer. */
export function SaveButtons({ amendmentId, busy, words = 'Save and continue', back }: SaveButtonsProps) {
  return (
    <ButtonGroup>
      <Button busy={busy}>{words}</Button>
      <Link href={back ?? staffPaths.amendment(amendmentId)}>Back without saving</Link>
    </ButtonGroup>
  )
}
