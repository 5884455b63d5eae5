import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import type { ScoresView } from '@inclusion/server/standards/scores'
import { paths } from '../routing/paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { scoresQuery } from './record-queries.ts'
import { ScoreCellWords } from './score-cell.tsx'
import { ScoreFilter } from './score-filter.tsx'
import { tierNames } from './score-words.ts'

type Borough = ScoresView['boroughs'][number]

export function ScoresPage() {
  const { programme, clause }: { programme?: string; clause?: string } = useSearch({ strict: false })
  // The programme before stays on the page, and the focus where it is, until the next one has come.
  const { data } = useSuspenseQuery(scoresQuery(useDeferredValue(programme)))
  const chosen = data.clauses.find(({ number }) => number === String(clause))
  const caption = chosen ? `${chosen.number}. ${chosen.name}` : 'Clauses met, of those asked'
  return (
    <Page
      title="Standards scores"
      caption={data.programme.name}
      before={<BackLink href={paths.standards()}>The standard</BackLink>}
    >
      <p className="govuk-body govuk-!-width-two-thirds">
        How many clauses each return met as it was filed last, of those that its tier asks. A return is filed
        only when everything is fixed, explained or waived: what tells returns apart is how much had to be
        explained. Boroughs are in the order of their names. This is no ranking: their grants, settings and
        young people differ.
      </p>
      <ScoreFilter view={data} clause={chosen?.number ?? ''} />
      <Table
        caption={caption}
        captionSize="m"
        columns={columnsOf(data, chosen?.number ?? null)}
        rows={data.boroughs}
        rowKey={({ gssCode }) => gssCode}
        empty="No return of this programme has been filed yet."
      />
    </Page>
  )
}

function columnsOf({ periods, boroughs }: ScoresView, clause: string | null): Column<Borough>[] {
  const editions = new Set(boroughs.flatMap(({ scores }) => scores.map(({ edition }) => edition)))
  return [
    {
      header: 'Borough',
      cell: ({ name, scores }) => (
        <>
          {name}
          <p className="app-reason">{tiersOf(scores)}</p>
        </>
      ),
    },
    ...periods.map(({ id, label }): Column<Borough> => ({
      header: label,
      cell: ({ name, scores, unfiled }) => {
        const score = scores.find(({ periodId }) => periodId === id)
        const about = `${name}, ${label}`
        return score ? (
          <ScoreCellWords score={score} clause={clause} about={about} sayEdition={editions.size > 1} />
        ) : (
          <span className="app-reason">
            {unfiled.some(({ periodId }) => periodId === id) ? 'Not filed yet' : 'No return asked'}
          </span>
        )
      },
    })),
  ]
}

const tiersOf = (scores: Borough['scores']): string =>
  [...new Set(scores.map(({ tier }) => tierNames[tier]))].join(', then ')
