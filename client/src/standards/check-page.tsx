import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { EditionView } from '@inclusion/server/standards/view'
import type { Check } from '@inclusion/shared/standards/check'
import { NotFoundPage } from '../routing/not-found-page.tsx'
import { paths } from '../routing/paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { CheckHistory } from './check-history.tsx'
import { KindExamples } from './kind-examples.tsx'
import { looksForWords, looksBackWords } from './kind-words.ts'
import { editionQuery, inForce } from './queries.ts'
import { ruleWords } from './rule-words.ts'
import { SeverityWords } from './severity-words.tsx'
import { tierLabels, tiersInOrder } from './severity-names.ts'
import { TrackRecord } from './track-record.tsx'

export function CheckPage() {
  const { code = '' } = useParams({ strict: false })
  const { edition }: { edition?: string } = useSearch({ strict: false })
  const { data: standard } = useSuspenseQuery(editionQuery(String(edition ?? inForce)))
  const check = standard.checks.find((each) => each.code === code)
  if (!check) return <NotFoundPage />
  const list = standard.status === 'published' ? paths.standards(edition) : paths.edition(standard.id)
  return (
    <Page
      title={check.title}
      caption={`Check ${code}, ${standard.name}`}
      before={<BackLink href={list}>All checks</BackLink>}
      width="two-thirds"
    >
      {check.rationale && <p className="govuk-body-l">{check.rationale}</p>}
      <CheckFacts standard={standard} check={check} />
      {standard.status === 'draft' && standard.actions.edit === null && (
        <p className="govuk-body">
          <Link href={paths.editCheck(standard.id, code)}>Change this check in the draft</Link>
        </p>
      )}
      {standard.status === 'published' && <TrackRecord standardId={standard.id} check={code} />}
      <CheckHistory code={code} shown={standard.id} />
      <KindExamples standard={standard} of={{ code, kind: check.rule.kind }} />
    </Page>
  )
}

function CheckFacts({ standard, check }: { standard: EditionView; check: Check }) {
  const clause = standard.clauses.find(({ number }) => number === check.clause)
  const { message, fix } = check.words
  const stage =
    check.stage === 'filing'
      ? 'As figures are typed, and again when the return is sent for sign-off'
      : 'When the return is signed and submitted'
  return (
    <SummaryList
      rows={[
        { key: 'Looks for', value: looksForWords(check) },
        { key: 'Clause', value: `${check.clause}. ${clause?.name ?? ''}` },
        { key: 'When', value: stage },
        ...(looksBackWords(check) ? [{ key: 'Needs a past', value: looksBackWords(check) }] : []),
        ...ruleWords(check.rule).map(({ label, value }) => ({ key: label, value })),
        ...tiersInOrder.map((tier) => ({
          key: tierLabels[tier],
          value: <SeverityWords severity={check.severity[tier]} />,
        })),
        ...(message ? [{ key: 'Its own message', value: message }] : []),
        ...(fix ? [{ key: 'What it says to do', value: fix }] : []),
      ]}
    />
  )
}
