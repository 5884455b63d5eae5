/** Clause 8, Evidenced: what stands behind an outcome. Claims in texts: `claims.ts`. */
import { readEntry } from '../../figures.ts'
import { isNumbered, isWholeCount } from '../prepared-input.ts'
import type { Cell, Fault, PreparedInput } from '../prepared-input.ts'
import { cellName, countWords, evidenceNames, inSentence, listWords } from '../words.ts'
import type { RuleOf } from './rule-of.ts'

const isGiven = ({ definition, figure }: Cell): boolean =>
  figure.missing === null && isNumbered(definition, figure)

/** Figures given with numbers, whose totals stand behind their categories. */
const totals = (prepared: PreparedInput): Cell[] =>
  prepared.cells().filter((cell) => cell.dimension === null && isGiven(cell))

/** 8.1: an outcome lacks evidence that its definition asks for. A register is the source of what is derived. */
export function evidenceMissing(prepared: PreparedInput, { fields }: RuleOf<'evidence-missing'>): Fault[] {
  return totals(prepared).flatMap((cell) => {
    const { definition, figure, locator, isDerived } = cell
    if (definition.kind !== 'outcome' || isDerived) return []
    const blank = fields.filter(
      (field) => definition.evidenceAsked.includes(field) && !figure.evidence?.[field]?.trim(),
    )
    if (blank.length === 0) return []
    const names = listWords(blank.map((field) => inSentence(evidenceNames[field])))
    return [
      {
        locator,
        part: blank[0]!,
        inputs: blank.map((field) => ({ locator, part: field, label: evidenceNames[field], value: null })),
        message: `${cellName(prepared, cell)} is given without its ${names}.`,
        fix: 'Say in a few words beside the figure where it comes from: a register, a survey, case records.',
      },
    ]
  })
}

/** 8.2: few of those asked answered, or few answered at all. */
export function surveyThin(prepared: PreparedInput, { rate, answers }: RuleOf<'survey-thin'>): Fault[] {
  return totals(prepared).flatMap((cell) => {
    const { locator, figure, definition } = cell
    const asked = countIn(figure.evidence?.asked)
    // Where answers are asked for and not counted apart, those the figure is out of are the answers.
    const isSurvey = definition.evidenceAsked.includes('answered')
    const answered = countIn(figure.evidence?.answered) ?? (isSurvey ? figure.denominator : null)
    if (answered === null) return []
    const share = asked !== null && asked >= answered && asked > 0 ? answered / asked : null
    const faults = [
      ...(answered < answers ? [`fewer than ${countWords(answers)} answers`] : []),
      ...(share !== null && share < rate ? [`fewer than ${Math.round(rate * 100)}% of those asked`] : []),
    ]
    if (faults.length === 0) return []
    const of = asked === null ? '' : ` from ${countWords(asked)} people asked`
    return [
      {
        locator,
        part: 'answered',
        inputs: [
          { locator, part: 'asked', label: evidenceNames.asked, value: asked },
          { locator, part: 'answered', label: evidenceNames.answered, value: answered },
        ],
        message: `${cellName(prepared, cell)} rests on ${countWords(answered)} ${answered === 1 ? 'answer' : 'answers'}${of}: ${listWords(faults)}.`,
        fix: 'Check both counts, or say how far those who answered speak for the others.',
      },
    ]
  })
}

/** The first whole number of what was typed: "400", "400 staff", "1,200 of all"; null without one. */
function countIn(text: string | undefined): number | null {
  const first = /\d{1,3}(?:,\d{3})+|\d+/.exec(text ?? '')?.[0]
  const entry = readEntry(first ?? '', 'count')
  return entry.kind === 'number' && isWholeCount(entry.number) ? entry.number : null
}

/** 8.3: people were asked again sooner after the activity than a change of practice needs. */
export function followUpSoon(prepared: PreparedInput, { weeks }: RuleOf<'follow-up-soon'>): Fault[] {
  return totals(prepared).flatMap((cell) => {
    const { locator, figure } = cell
    const given = weeksIn(figure.evidence?.followUpWeeks)
    if (given === null || given >= weeks) return []
    return [
      {
        locator,
        part: 'followUpWeeks',
        inputs: [{ locator, part: 'followUpWeeks', label: evidenceNames.followUpWeeks, value: given }],
        message: `${cellName(prepared, cell)} was asked about ${countWords(given)} ${given === 1 ? 'week' : 'weeks'} after the activity, sooner than ${countWords(weeks)} weeks.`,
        fix: 'Check the weeks, or say why people were asked so soon and when they are asked again.',
      },
    ]
  })
}

/** The weeks as typed: "8", "8 weeks"; of "6 to 8 weeks" the first. Null for anything else. */
function weeksIn(text: string | undefined): number | null {
  const match = /^(\d+(?:\.\d+)?)(?: ?(?:-|–|to) ?\d+(?:\.\d+)?)? ?(?:weeks?|wks?)?$/i.exec(
    text?.trim() ?? '',
  )
  return match ? Number(match[1]) : null
}
