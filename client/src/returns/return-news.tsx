import type { ReturnView } from '@inclusion/server/returns/view'
import type { QueryView } from '@inclusion/server/reviews/queries'
import { sectionsOf } from './sections.ts'
import { placeName } from '@inclusion/shared/standards/words'
import { prepareInput } from '@inclusion/shared/standards/prepared-input'
import { readLocator, type Locator } from '@inclusion/shared/locators'
import { paths } from '../routing/paths.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { NotificationBanner } from '../ui/notification-banner.tsx'
import { reopeningAskedWords } from './closed-words.ts'
import { figureAddress } from './folding.ts'
import { openQuestions } from './report-line.ts'

/** What others have said of the return: a reason for sending it back, questions, a request to open it again. */
export function ReturnNews({ view }: { view: ReturnView }) {
  const { declineReason, reopenRequest, standing, status } = view
  const declined = declineReason !== null && ['in-progress', 'changes-requested'].includes(status)
  return (
    <>
      {declined && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">Your certifier sent this return back.</p>
          <p>{declineReason}</p>
        </NotificationBanner>
      )}
      {standing !== null && (
        <InsetText>
          This return was opened again. The figures that were accepted in version {standing} still stand until
          the new version is accepted.
        </InsetText>
      )}
      <Questions view={view} />
      <OpenQuestions view={view} />
      {reopenRequest !== null && status === 'accepted' && (
        <InsetText>
          <p>{reopeningAskedWords(view.reopening)}</p>
          <p>{reopenRequest}</p>
        </InsetText>
      )}
      <Declined view={view} />
    </>
  )
}

/** RMEL's reason for leaving the return as it was accepted. */
function Declined({ view: { reopening, status } }: { view: ReturnView }) {
  if (reopening?.outcome !== 'declined' || status !== 'accepted') return null
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">RMEL did not open this return again.</p>
      <p>
        {reopening.answered?.by}: {reopening.answer}
      </p>
    </NotificationBanner>
  )
}

/** What the borough asked its settings and has no answer to: it stops nothing, and is good to know before signing. */
export function OpenQuestions({ view }: { view: ReturnView }) {
  const words = openQuestions(view)
  if (words === null) return null
  return (
    <InsetText>
      {words}. <Link href={paths.returnSettings(view.id)}>See the reports of your settings</Link>
    </InsetText>
  )
}

function Questions({ view }: { view: ReturnView }) {
  const asked = view.queries.filter(({ askedOf, status }) => askedOf === 'borough' && status !== 'closed')
  if (asked.length === 0) return null
  const waiting = asked.filter(({ status }) => status === 'open').length
  const prepared = prepareInput(view.checkInput)
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        {askedWords(asked)}
        {waiting < asked.length && `; ${asked.length - waiting} answered`}.
      </p>
      <ul className="govuk-list">
        {asked.map(({ id, locator, messages }) => (
          <li key={id}>
            <Link href={addressOf(view, locator)}>{placeName(prepared, locator)}</Link>: {messages[0]?.text}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  )
}

const counted = (count: number): string => (count === 1 ? 'one figure' : `${count} figures`)

/** "RMEL asked for a change of 2 figures and asked about one figure" */
export function askedWords(asked: readonly Pick<QueryView, 'wants'>[]): string {
  const changes = asked.filter(({ wants }) => wants === 'change').length
  const about = [
    ...(changes > 0 ? [`asked for a change of ${counted(changes)}`] : []),
    ...(changes < asked.length ? [`asked about ${counted(asked.length - changes)}`] : []),
  ]
  return `RMEL ${about.join(' and ')}`
}

/** Where a figure is filled in: its section, or its setting's report. */
export function addressOf(
  { id, checkInput }: ReturnView,
  locator: Locator,
  part: string | null = null,
): string {
  const place = readLocator(locator)
  if (place.urn !== null) return paths.settingReport(id, place.urn)
  if (place.kind === 'attendance') return paths.returnSettings(id)
  const section = sectionsOf(checkInput.asked).find(({ definitions }) =>
    definitions.some(({ indicator }) => indicator === place.indicator),
  )
  return section ? figureAddress(id, section.slug, { locator, part }) : paths.return(id)
}
