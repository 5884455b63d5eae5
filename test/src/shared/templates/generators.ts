/** Random figures for a template, and random things to type in its cells. */
import { emptyFigure, numberParts, readEntry, type Figures, type NumberPart } from '@inclusion/shared/figures'
import { claimStrengths, type EvidenceField } from '@inclusion/shared/framework/indicators'
import {
  isEvidencePart,
  isRemark,
  lineName,
  type Template,
  type TemplateLine,
  type TemplatePart,
} from '@inclusion/shared/templates/template'
import * as fc from 'fast-check'

const count = fc.nat(1_000_000)
const decimal = fc.integer({ min: -999_999, max: 999_999_999 }).map((thousandths) => thousandths / 1000)

/** What people write, with what is hard on files: lines, quotes, marks of XML, and what begins like a formula. */
export const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    '+44 20 7946 0018',
    '-5 fewer than planned',
    "'=quoted",
    "''",
    'first\nsecond\n\nlast',
    'comma, "quote" and <b>&amp;</b>',
    'n/a',
    'z',
    '-',
    'é 🙂 ﷽',
  ),
)

/** Texts a file can hold: XML has no control characters, and `_x000A_` stands for one of them in a workbook. */
export const storable = words.filter(
  (text) => text.isWellFormed() && !/(?!\n)\p{Cc}|[\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/u.test(text),
)

/** Figures for every line that is typed: numbers, a reason, words, or nothing. */
export function figuresOf(template: Template): fc.Arbitrary<Figures> {
  const typed = template.lines.filter(({ locked }) => locked === null)
  const each = typed.map((line) => figureOf(line).map((figure) => [line.locator, figure] as const))
  return fc.tuple(...each).map((pairs) => Object.fromEntries(pairs))
}

function figureOf({ cells, measure }: TemplateLine): fc.Arbitrary<typeof emptyFigure> {
  const has = (part: TemplatePart) => cells.some((cell) => cell.part === part)
  const number = measure === 'money' || measure === 'count' ? count : fc.oneof(count, decimal)
  const numbers = fc
    .record(
      Object.fromEntries(
        numberParts.map((part) => [part, has(part) ? fc.option(number) : fc.constant(null)]),
      ) as Record<(typeof numberParts)[number], fc.Arbitrary<number | null>>,
    )
    .map((parts) => ({ ...emptyFigure, ...parts }))
  const said = storable.map((text) => ({ ...emptyFigure, text }))
  const missing = fc
    .constantFrom('z' as const, 'x' as const)
    .map((reason) => ({ ...emptyFigure, missing: reason }))
  const note = has('note') ? fc.option(storable) : fc.constant(null)
  const answer = has('text') ? said : numbers
  const evidence = fc.option(evidenceOf(cells.map(({ part }) => part)))
  return fc
    .tuple(fc.oneof({ weight: 4, arbitrary: answer }, missing, fc.constant(emptyFigure)), note, evidence)
    .map(([figure, words, given]) => ({ ...figure, note: words, evidence: given }))
}

const strengths = Object.keys(claimStrengths)

/** Some of the evidence that a line asks for. */
const evidenceOf = (parts: readonly TemplatePart[]): fc.Arbitrary<Partial<Record<EvidenceField, string>>> =>
  fc.record(
    Object.fromEntries(
      parts
        .filter(isEvidencePart)
        .map((part) => [part, part === 'claimStrength' ? fc.constantFrom(...strengths) : storable]),
    ),
    { requiredKeys: [] },
  )

export type Typed = { line: TemplateLine; part: TemplatePart; text: string }

const numberText = fc.oneof(
  fc.nat(99_999).map(String),
  fc.integer({ min: 1, max: 999_999 }).map((pence) => (pence / 100).toFixed(2)),
  fc.constantFrom('12a', '12.5%', '1,234', 'about 10', '=1+1', '-5', '3.5.1'),
)

/** Things typed in some cells: in each line a figure, or a reason where there is nothing else. */
export function typedIn(template: Template): fc.Arbitrary<Typed[]> {
  const open = template.lines.filter(({ locked }) => locked === null)
  return fc
    .subarray(open, { minLength: 1, maxLength: 12 })
    .chain((lines) => fc.tuple(...lines.flatMap((line) => [entriesOf(line), evidenceTyped(line)])))
    .map((entries) => entries.flat())
}

/** Evidence in a line, whatever else is typed there: any words, also those that are reasons elsewhere. */
function evidenceTyped(line: TemplateLine): fc.Arbitrary<Typed[]> {
  const each = line.cells.flatMap(({ part, given }) => {
    if (!isEvidencePart(part)) return []
    const words = part === 'claimStrength' ? fc.constantFrom(...Object.values(claimStrengths)) : storable
    const isNew = (text: string) => plain(text) !== plain(given) && !/^[-‐-―−\s]*$/.test(plain(text))
    return [words.filter(isNew).map((text): Typed => ({ line, part, text }))]
  })
  return fc.subarray(each).chain((some) => fc.tuple(...some))
}

function entriesOf(line: TemplateLine): fc.Arbitrary<Typed[]> {
  const numbers = numberParts.filter((part) => line.cells.some((cell) => cell.part === part))
  const given = (part: TemplatePart) => line.cells.find((cell) => cell.part === part)?.given ?? ''
  const isBlank = line.cells.every((cell) => cell.given === '' || isRemark(cell.part))
  const asText = storable
    .filter(
      (text) => plain(text) !== plain(given('text')) && !/^(\[?[zx]\]?|n\/a|[-‐-―−\s]*)$/i.test(plain(text)),
    )
    .map((text) => [{ line, part: 'text' as const, text }])
  const asReason = fc
    .constantFrom('z', 'x', 'n/a', 'Not available')
    .map((text) => [{ line, part: 'missing' as const, text }])
  const answer = numbers.length === 0 ? asText : numbersTyped(line, numbers)
  return isBlank ? fc.oneof({ weight: 3, arbitrary: answer }, asReason) : answer
}

const numbersTyped = (line: TemplateLine, numbers: NumberPart[]): fc.Arbitrary<Typed[]> =>
  fc
    .subarray(numbers, { minLength: 1 })
    .chain((parts) => fc.tuple(...parts.map((part) => numberTyped(line, part))))

function numberTyped(line: TemplateLine, part: NumberPart): fc.Arbitrary<Typed> {
  const given = line.cells.find((cell) => cell.part === part)?.given ?? ''
  return numberText.filter((text) => !saysTheSame(line, text, given)).map((text) => ({ line, part, text }))
}

const plain = (text: string): string => text.replaceAll(/[\s\u200B-\u200F\u2060\uFEFF\u00AD]+/g, ' ').trim()

function saysTheSame({ measure }: TemplateLine, left: string, right: string): boolean {
  const [one, other] = [readEntry(left, measure), readEntry(right, measure)]
  return (
    plain(left) === plain(right) ||
    (one.kind === 'number' && other.kind === 'number' && one.number === other.number)
  )
}

export const nameOf = ({ line, part, text }: Typed): string =>
  `${lineName(line)} ${part} ${JSON.stringify(text)}`
