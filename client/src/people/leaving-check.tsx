import { useEffect, useRef } from 'react'
import type { LeavingView } from '@inclusion/server/departures/leaving'
import { shortDate } from '@inclusion/shared/time'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { dateOf } from '../ui/typed-date.ts'
import { WarningText } from '../ui/warning-text.tsx'
import { passingLines, type DraftedLeaving } from './drafted-leaving.ts'

type LeavingCheckProps = {
  view: LeavingView
  draft: DraftedLeaving
  busy: boolean
  onConfirm: () => void
  onBack: () => void
}

/** What will happen, once more, before it does. */
export function LeavingCheck({ view, draft, busy, onConfirm, onBack }: LeavingCheckProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { person, warnings } = view
  return (
    <section aria-labelledby="leaving-check">
      <h2 className="govuk-heading-m" id="leaving-check" tabIndex={-1} ref={heading}>
        Check before it is recorded
      </h2>
      <SummaryList
        rows={[
          {
            key: 'When',
            value:
              draft.when === 'now'
                ? `${person.name} is signed out now, and cannot sign in again with these roles`
                : `At the end of ${shortDate(dateOf(draft))}, by itself`,
          },
          ...passingLines(view, draft),
        ]}
      />
      {warnings.map(({ text }) => (
        <WarningText key={text}>{text}</WarningText>
      ))}
      <ButtonGroup>
        <Button look="warning" busy={busy} onClick={onConfirm}>
          Yes, record that {person.name} leaves
        </Button>
        <Button look="secondary" onClick={onBack}>
          Change something
        </Button>
      </ButtonGroup>
    </section>
  )
}
