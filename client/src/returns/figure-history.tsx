import { useSuspenseQuery } from '@tanstack/react-query'
import type { FigureEvent, FigureFiling } from '@inclusion/server/returns/figure-history'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import type { PreparedInput } from '@inclusion/shared/standards/prepared-input'
import { londonDate, shortDate, shortMoment } from '@inclusion/shared/time'
import { paths } from '../routing/paths.ts'
import { provenancePaths } from '../routing/provenance-paths.ts'
import { Link } from '../ui/link.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { changeOf, heldWords, howWords } from './figure-history-words.ts'
import { nameInHistory } from './history-words.ts'
import { figureHistoryQuery } from './queries.ts'

type FigureHistoryProps = { returnId: string; locator: Locator; prepared: PreparedInput }
type Change = { event: FigureEvent; definition: IndicatorDefinition | undefined }

const columns: Column<Change>[] = [
  { header: 'When', cell: ({ event: { at } }) => <time dateTime={at}>{shortMoment(at)}</time> },
  { header: 'Who', cell: ({ event: { by } }) => by ?? 'The service' },
  { header: 'Change', cell: ({ event, definition }) => changeOf(event, definition) },
  { header: 'How it came in', cell: ({ event }) => howWords(event) },
]

/** One figure over time: each change from what to what, and what each version that was filed holds. */
export function FigureHistory({ returnId, locator, prepared }: FigureHistoryProps) {
  const { data } = useSuspenseQuery(figureHistoryQuery(returnId, locator))
  const place = readLocator(locator)
  const definition = place.kind === 'figure' ? prepared.definitions().get(place.indicator) : undefined
  return (
    <>
      <h2 className="govuk-heading-m">{nameInHistory(prepared, locator)}</h2>
      <p className="govuk-body">
        <Link href={provenancePaths.figure(returnId, locator)}>Where this figure comes from</Link>
      </p>
      {data.workedOutFrom.length > 0 && (
        <p className="govuk-body">
          The service works this out from the setting’s counts:{' '}
          {data.workedOutFrom.map((source, index) => (
            <span key={source}>
              {index > 0 && '; '}
              <Link href={historyOf(returnId, source)}>{nameInHistory(prepared, source)}</Link>
            </span>
          ))}
          .
        </p>
      )}
      <Table
        caption="Changes, latest first"
        columns={columns}
        rows={data.changes.map((event) => ({ event, definition }))}
        rowKey={({ event: { position, revision } }) => `${position} ${revision}`}
        empty="Nobody has changed this figure."
      />
      <Filings filings={data.filings} definition={definition} />
    </>
  )
}

export const historyOf = (returnId: string, figure: Locator): string =>
  `${paths.returnHistory(returnId)}?figure=${encodeURIComponent(figure)}`

type FilingsProps = { filings: readonly FigureFiling[]; definition: IndicatorDefinition | undefined }

function Filings({ filings, definition }: FilingsProps) {
  if (filings.length === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s">As it was filed</h3>
      <ul className="govuk-list govuk-list--bullet">
        {filings.map(({ version, submittedAt, certifiedBy, held }) => (
          <li key={version}>
            Version {version}, {shortDate(londonDate(submittedAt))}
            {certifiedBy && `, signed by ${certifiedBy}`}: {filedWords(held, definition)}
          </li>
        ))}
      </ul>
    </>
  )
}

function filedWords(held: FigureFiling['held'], definition: FilingsProps['definition']): string {
  if (held === null) return 'blank'
  return definition?.measure === 'text' && !held.missing ? 'in words' : heldWords(held, definition)
}
