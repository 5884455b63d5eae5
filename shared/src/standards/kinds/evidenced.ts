/** Clause 8, Evidenced: what stands behind an outcome. Claims in texts: `claims.ts`. */
import { readEntry } from '../../figures.ts'
import type { FindingInput } from '../finding.ts'
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

/** 8.2: counts of a survey that are none, more answers than people asked, or few answers. */
export function surveyThin(prepared: PreparedInput, rule: RuleOf<'survey-thin'>): Fault[] {
  return totals(prepared).flatMap((cell) => {
    const wrong = notCounts(cell) ?? poorlyAnswered(cell, rule)
    if (wrong === null) return []
    const { locator } = cell
    const { part, asked, answered } = wrong
    return [
      {
        locator,
        part,
        inputs: [
          { locator, part: 'asked', label: evidenceNames.asked, value: asked },
          { locator, part: 'answered', label: evidenceNames.answered, value: answered },
        ],
        message: `${cellName(prepared, cell)} ${wrong.words}.`,
        fix: wrong.fix,
      },
    ]
  })
}

const surveyParts = ['asked', 'answered'] as const
type Wrong = { part: (typeof surveyParts)[number]; words: string; fix: string } & Record<
  (typeof surveyParts)[number],
  FindingInput['value']
>

/** What was typed where a count is wanted, and is no whole number: nothing can be reckoned with it. */
function notCounts({ figure }: Cell): Wrong | null {
  const typed = (part: (typeof surveyParts)[number]) => figure.evidence?.[part]?.trim() ?? ''
  const unread = surveyParts.filter((part) => typed(part) !== '' && countIn(typed(part)) === null)
  if (unread.length === 0) return null
  const given = listWords(unread.map((part) => `"${typed(part)}" for ${inSentence(evidenceNames[part])}`))
  return {
    part: unread[0]!,
    asked: countIn(typed('asked')) ?? (typed('asked') || null),
    answered: countIn(typed('answered')) ?? (typed('answered') || null),
    words: `has ${given}, which ${unread.length === 1 ? 'is no whole number' : 'are no whole numbers'}`,
    fix: 'Give how many people as a whole number, for example 40.',
  }
}

function poorlyAnswered(
  { figure, definition }: Cell,
  { rate, answers }: RuleOf<'survey-thin'>,
): Wrong | null {
  const asked = countIn(figure.evidence?.asked)
  // Where answers are asked for and not counted apart, those the figure is out of are the answers.
  const isSurvey = definition.evidenceAsked.includes('answered')
  const answered = countIn(figure.evidence?.answered) ?? (isSurvey ? figure.denominator : null)
  if (answered === null) return null
  const isOver = asked !== null && answered > asked
  const faults = [
    ...(isOver ? ['more answers than people asked'] : []),
    ...(answered < answers ? [`fewer than ${countWords(answers)} answers`] : []),
    ...(asked !== null && asked > 0 && answered / asked < rate
      ? [`fewer than ${Math.round(rate * 100)}% of those asked`]
      : []),
  ]
  if (faults.length === 0) return null
  const of = asked === null ? '' : ` from ${countWords(asked)} ${asked === 1 ? 'person' : 'people'} asked`
  return {
    part: 'answered',
    asked,
    answered,
    words: `rests on ${countWords(answered)} ${answered === 1 ? 'answer' : 'answers'}${of}: ${listWords(faults)}`,
    fix: isOver
      ? 'Check both counts: no more people can answer than were asked.'
      : 'Check both counts, or say how far those who answered speak for the others.',
  }
}

/** A whole number as typed: "400", "1,200"; null for anything else. */
function countIn(text: string | undefined): number | null {
  const entry = readEntry(text ?? '', 'count')
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
