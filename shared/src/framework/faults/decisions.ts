/** What is wrong with the published decisions that an amendment records, and with what rests on them. */
import { showNumber } from '../../figures.ts'
import type { AmendmentContent, AmendmentFault, DraftDecision } from '../amendment.ts'
import type { DecidedMoney, Ground } from '../ground.ts'
import { error, isBlank, repeats, warning, when } from './say.ts'

export function decisionFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  const { decisions } = content
  return [
    ...decisions.flatMap((decision, at) => ofDecision(decision, `decisions.${at}`, { content, ground })),
    ...repeats(decisions, ({ reference }) => reference).map((at) =>
      error(`decisions.${at}.reference`, `${decisions[at]!.reference} is here twice. Keep one.`),
    ),
    ...overspent(content, ground),
  ]
}

type Held = { content: AmendmentContent; ground: Ground }

function ofDecision(
  { reference, title, lines }: DraftDecision,
  at: string,
  { content, ground }: Held,
): AmendmentFault[] {
  if (isBlank(reference))
    return [error(`${at}.reference`, 'Give the reference of the decision, for example PCD 1769.')]
  return [
    ...when(
      [
        ground.decisions.includes(reference),
        error(
          `${at}.reference`,
          `${reference} is on record already: take it out, and choose it on the page of amounts.`,
        ),
      ],
      [isBlank(title), error(`${at}.title`, `Say what ${reference} is called.`)],
      [
        content.awards.every(({ decision }) => decision !== reference),
        warning(`${at}.reference`, `No amount rests on ${reference} yet. Choose it on the page of amounts.`),
      ],
      [lines.length === 0, warning(`${at}.lines`, `Nothing says yet how much ${reference} gives, and when.`)],
    ),
    ...lines.flatMap(({ financialYear }, index) => {
      const [first, second] = financialYear.split('-').map(Number) as [number, number]
      return when([
        second !== (first + 1) % 100,
        error(`${at}.lines.${index}.financialYear`, 'The two years must follow each other, like 2026-27.'),
      ])
    }),
    ...repeats(lines, ({ financialYear }) => financialYear).map((index) =>
      error(
        `${at}.lines.${index}.financialYear`,
        `${reference} gives two amounts for ${lines[index]!.financialYear} here.`,
      ),
    ),
  ]
}

const keyOf = ({ decision, financialYear }: { decision: string | null; financialYear: string }): string =>
  `${decision} ${financialYear}`

/** Amounts that come to more than the decision they rest on gives this programme in a year. */
function overspent({ decisions, awards }: AmendmentContent, { funding, awarded }: Ground): AmendmentFault[] {
  const drafted = decisions.flatMap(({ reference, lines }) =>
    lines.map((line) => ({ ...line, decision: reference })),
  )
  const given = sums([...funding, ...drafted])
  const used = sums([
    ...awarded,
    ...awards.flatMap(({ decision, financialYear, pence }) =>
      decision === null || pence === null ? [] : [{ decision, financialYear, pence }],
    ),
  ])
  const seen = new Set<string>()
  return awards.flatMap((award, at) => {
    const key = keyOf(award)
    const [gives, takes] = [given.get(key), used.get(key) ?? 0]
    if (seen.has(key) || gives === undefined || takes <= gives) return []
    seen.add(key)
    return [
      warning(
        `awards.${at}.pence`,
        `The amounts for ${award.financialYear} that rest on ${award.decision} come to ${showNumber(takes, 'money')}, and it gives ${showNumber(gives, 'money')}.`,
      ),
    ]
  })
}

function sums(money: readonly DecidedMoney[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const line of money) sum.set(keyOf(line), (sum.get(keyOf(line)) ?? 0) + line.pence)
  return sum
}
