/** Published decisions as typed, with what they give in pounds, and what is saved of them in pence. Pure. */
import type { AmendmentContent, DraftDecision } from '@inclusion/shared/framework/amendment'
import { entryText } from '@inclusion/shared/figures'
import { readPounds } from './drafted-amounts.ts'
import { decisionField } from './fault-places.ts'

export type DraftedDecision = {
  reference: string
  title: string
  summary: string
  /** As typed, by financial year. */
  pounds: Readonly<Record<string, string>>
}

export const blankDecision: DraftedDecision = { reference: '', title: '', summary: '', pounds: {} }

/** As they are saved; one to be written where there is none. */
export const draftDecisions = ({ decisions }: AmendmentContent): DraftedDecision[] =>
  decisions.length === 0
    ? [blankDecision]
    : decisions.map(({ lines, ...words }) => ({
        ...words,
        pounds: Object.fromEntries(
          lines.map(({ financialYear, pence }) => [financialYear, entryText(pence, 'money')]),
        ),
      }))

const isBlank = ({ reference, title, summary, pounds }: DraftedDecision): boolean =>
  [reference, title, summary, ...Object.values(pounds)].every((text) => text.trim() === '')

/** One that nothing was typed of is none. */
export const readDecisions = (drafted: readonly DraftedDecision[]): DraftDecision[] =>
  drafted
    .filter((decision) => !isBlank(decision))
    .map(({ reference, title, summary, pounds }) => ({
      reference: reference.trim().replaceAll(/\s+/g, ' '),
      title: title.trim(),
      summary: summary.trim(),
      lines: Object.entries(pounds)
        .toSorted(([left], [right]) => left.localeCompare(right))
        .flatMap(([financialYear, text]) => {
          const pence = readPounds(text)
          return pence == null ? [] : [{ financialYear, pence }]
        }),
    }))

/** What has to be mended before they can be saved. */
export const decisionFaults = (
  drafted: readonly DraftedDecision[],
  onRecord: readonly string[],
): { field: string; message: string }[] =>
  drafted.flatMap((decision, at) => (isBlank(decision) ? [] : ofDecision(decision, at, onRecord)))

function ofDecision({ reference, title, pounds }: DraftedDecision, at: number, onRecord: readonly string[]) {
  const name = reference.trim().replaceAll(/\s+/g, ' ')
  const fault = (part: string, message: string) => ({ field: decisionField(at, part), message })
  return [
    ...(name === '' ? [fault('reference', 'Give the reference of the decision, for example PCD 1769')] : []),
    ...(onRecord.includes(name)
      ? [fault('reference', `${name} is on record already: take it out here, and choose it under “Amounts”`)]
      : []),
    ...(title.trim() === '' ? [fault('title', `Say what ${name || 'the decision'} is called`)] : []),
    ...Object.entries(pounds).flatMap(([year, text]) =>
      readPounds(text) === undefined
        ? [fault(year, `Give what ${name || 'it'} gives in ${year} as pounds, for example 175,000`)]
        : [],
    ),
  ]
}
