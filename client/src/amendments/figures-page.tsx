import { useState } from 'react'
import { periodLabel, type PeriodId } from '@inclusion/shared/periods'
import type { AmendmentView } from '@inclusion/server/amendments/view'
import { useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { ButtonGroup } from '../ui/button-group.tsx'
import { ButtonLink } from '../ui/button-link.tsx'
import { Link } from '../ui/link.tsx'
import { Select } from '../ui/select.tsx'
import { AmendmentClosed, AmendmentFrame } from './amendment-frame.tsx'
import { CopyFigures } from './copy-figures.tsx'
import { newFigure } from './figure-address.ts'
import { figureLines } from './figure-lines.ts'
import { FigureRows } from './figure-rows.tsx'
import { datesOf, firstPeriod, periodsFrom } from './periods-of.ts'
import { useAmendment, useGround } from './use-amendment.ts'
import { useSaving } from './use-saving.ts'

const title = 'Figures'

/** What boroughs are asked: the figures as the amendment leaves them, in the order of the return. */
export function FiguresPage() {
  const amendment = useAmendment()
  if (amendment.actions.edit !== null) return <AmendmentClosed title={title} amendment={amendment} />
  return <Figures opened={amendment} />
}

function Figures({ opened }: { opened: AmendmentView }) {
  const { outcome, ...told } = useOutcome()
  const saving = useSaving(opened, told)
  const [stopFrom, setStopFrom] = useState<PeriodId | null>(null)
  const framework = useGround(opened)
  const { id, content, programme } = saving.ground
  const from = firstPeriod(datesOf(saving.ground, framework), framework)
  const lines = figureLines(content, framework)
  if (from === null)
    return (
      <AmendmentFrame title={title} {...{ saving, outcome }} width="two-thirds">
        <p className="govuk-body">
          <Link href={staffPaths.amendmentProgramme(id)}>Say first when the programme begins and ends</Link>:
          its figures are asked from its first period on.
        </p>
      </AmendmentFrame>
    )
  return (
    <AmendmentFrame title={title} {...{ saving, outcome }}>
      <p className="govuk-body govuk-!-width-two-thirds">
        {framework
          ? 'Follow a figure to change its definition. What nobody touches stays as it is.'
          : 'Add what boroughs are asked, one figure at a time, or copy what another programme asks.'}
      </p>
      <ButtonGroup>
        <ButtonLink href={staffPaths.amendmentFigure(id, newFigure)}>Add a figure</ButtonLink>
        <Link href={staffPaths.amendment(id)}>Back to {opened.name}</Link>
      </ButtonGroup>
      {framework && (
        <Select
          id="stop-from"
          label="A figure that you stop asking is last asked before"
          value={stopFrom ?? from}
          options={periodsFrom(from).map((id) => ({ value: id, label: periodLabel(id) }))}
          onChange={setStopFrom}
        />
      )}
      <FigureRows {...{ lines, saving }} from={stopFrom ?? from} />
      <CopyFigures programme={programme.code} {...{ saving, from }} />
    </AmendmentFrame>
  )
}
