import { useSuspenseQuery } from '@tanstack/react-query'
import type { ServiceLevelLine } from '@inclusion/server/reviews/queue/level-routes'
import { shortDate } from '@inclusion/shared/time'
import { hasErrors, OutcomeNotice, useOutcome } from '../../outcome.tsx'
import { paths } from '../../routing/paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { Page } from '../../ui/page.tsx'
import { Table, type Column } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { LevelForm, levelField } from './level-form.tsx'
import { levelsQuery } from './queries.ts'
import { workingDays } from './words.ts'

const stands = {
  'in-force': <Tag colour="green">In force</Tag>,
  'to-come': <Tag colour="blue">To come</Tag>,
  over: <Tag colour="grey">Replaced</Tag>,
}

const columns: Column<ServiceLevelLine>[] = [
  { header: 'Programme', cell: ({ name }) => name ?? 'All without one of their own' },
  { header: 'Reviewed within', cell: ({ workingDays: days }) => workingDays(days) },
  { header: 'Submitted from', cell: ({ startsOn }) => beginning(startsOn) },
  { header: 'Stands', cell: (line) => stands[line.stands] },
]

/** The level of the first installation has always been there. */
const beginning = (day: string): string => (day <= '2000-01-01' ? 'The beginning' : shortDate(day))

/** Within how many working days RMEL reviews: what counts, what counted, what will, and a new one. */
export function LevelsPage() {
  const { data } = useSuspenseQuery(levelsQuery)
  const { outcome, ...told } = useOutcome()
  return (
    <Page
      title="Service levels"
      before={<BackLink href={paths.reviews()}>Review queue</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice {...outcome} fieldId={levelField} />
      <p className="govuk-body govuk-!-width-two-thirds">
        RMEL reviews a return within so many working days of its submission. A return keeps the level of the
        day on which it was submitted, whatever is set later.
      </p>
      <Table
        stacks
        caption="Working days by programme"
        columns={columns}
        rows={data.levels}
        rowKey={({ programme, startsOn }) => `${programme} ${startsOn}`}
        empty="No service level is set."
      />
      {data.maySet.length > 0 && <LevelForm maySet={data.maySet} outcome={outcome} {...told} />}
    </Page>
  )
}
