import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { AuditChoices, AuditLine, AuditPage as AuditEvents } from '@inclusion/server/trust/view'
import { shortDate, shortMoment } from '@inclusion/shared/time'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { isDate } from '../ui/typed-date.ts'
import { actWords } from './act-words.ts'
import { auditChoicesQuery, auditQuery, exportAddress, searchOf, type AuditPlace } from './queries.ts'
import { faultsIn } from './search-faults.ts'
import { SearchForm } from './search-form.tsx'
import { figureName, returnName, subjectName } from './subject-name.ts'

const columnsOf = (choices: AuditChoices): Column<AuditLine>[] => [
  {
    header: 'Number',
    cell: ({ position }) => (
      <Link href={staffPaths.auditEvent(position)} about="in full">
        {position.toLocaleString('en-GB')}
      </Link>
    ),
  },
  { header: 'When', cell: ({ at }) => <time dateTime={at}>{shortMoment(at)}</time> },
  { header: 'Who', cell: ({ by }) => by ?? 'The service' },
  { header: 'Did what', cell: ({ action }) => actWords(action) },
  {
    header: 'To what',
    cell: ({ subject }) => (
      <Link href={paths.audit({ subject })}>
        <span className="app-break">{subjectName(subject, choices)}</span>
      </Link>
    ),
  },
  { header: 'Seal', cell: ({ hash }) => <code title={hash}>{hash.slice(0, 8)}</code> },
]

/** The trail, searched. What cannot be asked for is said; nothing is listed then as if it were the answer. */
export function AuditPage() {
  // The events before stay on the page, and the focus where it is, until the next ones have come.
  const place: AuditPlace = useDeferredValue(useSearch({ strict: false }))
  const { data: choices } = useSuspenseQuery(auditChoicesQuery)
  const { outcome: typed, onFaults } = useOutcome()
  // What was wrong with one search says nothing of another.
  const here = JSON.stringify(searchOf(place))
  const [faultyAt, setFaultyAt] = useState(here)
  // An address that somebody wrote by hand is a search too.
  const faults = typed.faults.length > 0 && faultyAt === here ? typed.faults : faultsIn(searchOf(place))
  const outcome = { ...typed, faults }
  return (
    <Page title="Audit trail" hasErrors={hasErrors(outcome)}>
      <OutcomeNotice {...outcome} />
      <p className="govuk-body govuk-!-width-two-thirds">
        Every change to the service, latest first. Events are only ever added. The seal of each is worked out
        from the event and the seal before it, so nothing can be changed or taken out without a trace.{' '}
        <Link href={staffPaths.auditCheck()}>Check that the trail is whole</Link>
      </p>
      <SearchForm
        {...{ place, choices, outcome }}
        onFaults={(found) => {
          setFaultyAt(here)
          onFaults(found)
        }}
      />
      {faults.length === 0 && <Found place={place} choices={choices} />}
    </Page>
  )
}

function Found({ place, choices }: { place: AuditPlace; choices: AuditChoices }) {
  const { data } = useSuspenseQuery(auditQuery(place))
  const caption = captionOf(place, choices)
  const isNarrowed = Object.keys(searchOf(place)).length > 0
  return (
    <>
      <output className="govuk-visually-hidden">
        {caption}: {countWords(data)}
      </output>
      <Table
        caption={caption}
        stacks
        columns={columnsOf(choices)}
        rows={data.events}
        rowKey={({ position }) => String(position)}
        empty={isNarrowed ? 'No event on record is like this.' : 'Nothing is on record yet.'}
      />
      <AuditPaging {...place} older={data.before} />
      {data.events.length > 0 && <Exports place={place} />}
    </>
  )
}

/** A page of a long trail is not all of it. */
function countWords({ events: { length }, before }: AuditEvents): string {
  if (before !== null) return `${length} events on this page, and older ones`
  return length === 1 ? '1 event' : `${length} events`
}

const day = (text: string): string => (isDate(text) ? shortDate(text) : text)

/** What is asked for, in words: "What Ruth Okafor did or had done to APM-OP1, from 1 January 2026". */
function captionOf(place: AuditPlace, choices: AuditChoices): string {
  const { people } = choices
  const asked = searchOf(place)
  const name = people.find(({ personId }) => personId === asked['person'])?.name ?? asked['person']
  const parts = [
    asked['action'] && actWords(asked['action']),
    name && `by or about ${name}`,
    asked['indicator'] && `figure ${figureName(asked['indicator'], choices)}`,
    asked['figure'] && `figure ${asked['figure']}`,
    asked['return'] && `of ${returnName(asked['return'], choices)}`,
    asked['subject'] && `done to ${subjectName(asked['subject'], choices)}`,
    asked['from'] && `from ${day(asked['from'])}`,
    asked['to'] && `until ${day(asked['to'])}`,
  ].filter(Boolean)
  return parts.length === 0 ? 'What was done' : `What was done: ${parts.join(', ')}`
}

function AuditPaging({ before, older, ...place }: AuditPlace & { older: number | null }) {
  if (!before && older === null) return null
  return (
    <nav className="govuk-button-group" aria-label="Pages of the trail">
      {older !== null && <Link href={paths.audit({ ...searchOf(place), before: older })}>Older events</Link>}
      {before && <Link href={paths.audit(searchOf(place))}>Back to the latest events</Link>}
    </nav>
  )
}

function Exports({ place }: { place: AuditPlace }) {
  return (
    <p className="govuk-body">
      Take out all that was found, at most 100,000 events:{' '}
      <Link href={exportAddress(place, 'csv')} about="of these events">
        CSV for a spreadsheet
      </Link>
      , or{' '}
      <Link href={exportAddress(place, 'jsonl')} about="of these events">
        JSON lines
      </Link>
      , with which others can verify the seals.
    </p>
  )
}
