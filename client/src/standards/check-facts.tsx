import type { Check, Standard } from '@inclusion/shared/standards/check'
import { SummaryList } from '../ui/summary-list.tsx'
import { looksBackWords, looksForWords } from './kind-words.ts'
import { ruleWords } from './rule-words.ts'
import { SeverityWords } from './severity-words.tsx'
import { tierLabels, tiersInOrder } from './severity-names.ts'

/** What a check looks for, when, with what thresholds, and what it asks in each tier. */
export function CheckFacts({ standard, check }: { standard: Standard; check: Check }) {
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
