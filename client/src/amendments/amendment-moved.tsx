import { useQuery } from '@tanstack/react-query'
import { shortMoment } from '@inclusion/shared/time'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { amendmentQuery } from './queries.ts'
import type { Saving } from './use-saving.ts'

type AmendmentMovedProps = { saving: Saving; onTakeOver: () => void }

/** The way on after somebody else changed the draft: who and when, and what becomes of what was typed. */
export function AmendmentMoved({ saving: { ground, moved }, onTakeOver }: AmendmentMovedProps) {
  const { data: now } = useQuery({ ...amendmentQuery(ground.id), enabled: moved !== null, staleTime: 0 })
  if (!moved) return null
  const takeOver = async () => {
    await moved.theirs()
    moved.drop()
    onTakeOver()
  }
  const { by, at } = (now ?? ground).changed
  return (
    <div className="app-card">
      <p className="govuk-body">
        {by} saved this draft on {shortMoment(at)}. Nothing of yours was saved, and it is still here. Saving
        yours too changes only what this page is about.
      </p>
      <ButtonGroup>
        <Button onClick={() => void moved.both()}>Save mine too</Button>
        <Button look="secondary" onClick={() => void takeOver()}>
          Show the draft as it is now
        </Button>
      </ButtonGroup>
    </div>
  )
}
