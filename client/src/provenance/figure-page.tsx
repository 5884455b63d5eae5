import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { FigureProvenance } from '@inclusion/server/provenance/figure-provenance'
import { smallCohortWords } from '@inclusion/shared/attendance/small-cohort'
import { settingOf } from '@inclusion/shared/locators'
import { shortMoment } from '@inclusion/shared/time'
import { ReturnTrail } from '../returns/return-header.tsx'
import { returnCaption } from '../returns/return-words.ts'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { sessionQuery } from '../shell/session.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx'
import { CardFoot } from './card-foot.tsx'
import { CategoriesTable } from './categories-table.tsx'
import { ChangesTable } from './changes-table.tsx'
import { FindingsSaid } from './findings-said.tsx'
import { MadeOf } from './made-of.tsx'
import { figureQuery } from './queries.ts'
import { fileWords, saidWords, sourceWords } from './source-words.ts'
import { VersionsTimeline } from './versions-timeline.tsx'

/** Where one figure comes from, and what became of it: its provenance card. */
export function FigurePage() {
  const { data: figure } = useSuspenseQuery(figureQuery(useRouteParam('returnId'), useRouteParam('locator')))
  return (
    <Page title={figure.name} caption={returnCaption(figure)} before={<Trail figure={figure} />}>
      <SummaryList rows={rowsOf(figure)} />
      <MadeOf source={figure.source} returnId={figure.returnId} />
      <CategoriesTable figure={figure} />
      <FindingsSaid figure={figure} />
      <VersionsTimeline versions={figure.versions} />
      <ChangesTable figure={figure} />
      <CardFoot json={`/api/returns/${figure.returnId}/figures/${figure.locator}/provenance`} />
    </Page>
  )
}

/** A head has no page of the whole return: the way back leads to the setting's report. */
function Trail({ figure }: { figure: FigureProvenance }) {
  const { data: session } = useQuery(sessionQuery)
  const urn = settingOf(figure.locator)
  const seesReturn = session?.capabilities.includes('return.see') ?? true
  const reviews = session?.capabilities.includes('return.review') ?? false
  if (seesReturn || urn === null)
    return <ReturnTrail view={{ ...figure, id: figure.returnId }} below={reviews ? reviewOf(figure) : []} />
  return <BackLink href={paths.settingReport(figure.returnId, urn)}>Back to the report</BackLink>
}

/** Whoever reviews the return comes from there, and goes back. */
const reviewOf = ({ returnId }: FigureProvenance) => [{ href: paths.review(returnId), words: 'Its review' }]

function rowsOf(figure: FigureProvenance): SummaryRow[] {
  const { source, note, definition, standard, status, releases, questions } = figure
  return [
    { key: 'Figure', value: <Shown figure={figure} /> },
    { key: 'Where it comes from', value: sourceWords(source) },
    ...(source?.file ? [{ key: 'In the file', value: fileWords(source.file) }] : []),
    ...(source?.report ? [{ key: 'Reported by', value: <Report figure={figure} /> }] : []),
    ...(note === null ? [] : [{ key: 'Note', value: note }]),
    ...(definition
      ? [{ key: 'What it counts', value: <Definition {...definition} /> }]
      : [{ key: 'What it counts', value: 'Sessions and pupils by the attendance codes of the DfE' }]),
    {
      key: 'Checked against',
      value: <Link href={paths.standards(standard.id)}>{standard.name}</Link>,
    },
    { key: 'Its return', value: <StatusTag status={status} /> },
    ...(questions.length === 0 ? [] : [{ key: 'Questions', value: questionWords(questions) }]),
    { key: 'Accepted', value: <Accepted figure={figure} /> },
    {
      key: 'Releases',
      value: releases.length === 0 ? unreleased : releases.map(({ title }) => title).join(', '),
    },
  ]
}

export const unreleased = 'It stands in no release: nothing has been published yet.'

function Shown({ figure: { shown, drafts, isSmallCohort, source } }: { figure: FigureProvenance }) {
  return (
    <>
      <strong className="app-prose">{saidWords(shown, drafts)}</strong>
      {shown !== null && source === null && ' (not on record who gave it)'}
      {isSmallCohort && <div className="app-reason">{smallCohortWords}.</div>}
    </>
  )
}

function Report({ figure: { source, returnId } }: { figure: FigureProvenance }) {
  if (!source?.report) return null
  const { urn, setting, signedOff } = source.report
  return (
    <>
      <Link href={paths.settingReport(returnId, urn)}>{setting}</Link>
      {signedOff
        ? `, signed off by ${signedOff.by}${signedOff.onBehalf ? ' in its place' : ''}, ${shortMoment(signedOff.at)}`
        : ', not signed off'}
    </>
  )
}

function Definition({
  indicator,
  label,
  edition,
  effectiveFrom,
}: NonNullable<FigureProvenance['definition']>) {
  return (
    <>
      <Link href={paths.indicator(indicator)}>{label}</Link>, {indicator}, edition {edition} of its
      definition, in force from {effectiveFrom}
    </>
  )
}

function Accepted({ figure: { versions } }: { figure: FigureProvenance }) {
  const accepted = versions.find(({ isAccepted }) => isAccepted)
  if (!accepted) return <>Not accepted: it stands in no total yet.</>
  return (
    <>
      {accepted.shown ?? 'Blank'}, in version {accepted.version}: what totals and charts read.{' '}
      <Link href={paths.receipt(accepted.reference)} about={`of version ${accepted.version}`}>
        Receipt {accepted.reference}
      </Link>
    </>
  )
}

function questionWords(questions: FigureProvenance['questions']): string {
  const words = { open: 'waits for an answer', answered: 'answered', closed: 'closed' }
  return questions
    .map(({ askedOf, status, openedAt }) => {
      const of = askedOf === 'borough' ? 'RMEL asked the borough' : 'The borough asked the setting'
      return `${of}, ${shortMoment(openedAt)}: ${words[status]}`
    })
    .join('; ')
}
