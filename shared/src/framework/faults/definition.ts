/** What is wrong within one definition: parts that do not fit each other, names that are missing. */
import { figureParts, type Term } from '../identities.ts'
import { isPair, type IndicatorDefinition, type Measure } from '../indicators.ts'
import type { AmendmentFault, DraftDefinition, DraftProgramme } from '../amendment.ts'
import { error, isBlank, repeats, warning, when } from './say.ts'

/** `at`: the path of the definition. `codes`: every indicator there will be. */
export type Within = { at: string; programme: DraftProgramme; codes: ReadonlySet<string> }

export function definitionFaults(definition: DraftDefinition, within: Within): AmendmentFault[] {
  return [
    ...wordFaults(definition, within),
    ...rollUpFaults(definition, within),
    ...shapeFaults(definition, within),
    ...sourceFaults(definition, within),
    ...definition.disaggregations.flatMap((_, index) => breakdownFaults(definition, index, within)),
    ...repeats(definition.disaggregations, ({ dimension }) => dimension).map((index) =>
      error(`${within.at}.disaggregations.${index}.dimension`, 'This breakdown is here twice.'),
    ),
  ]
}

function wordFaults(
  { label, section, measure, parts, referenceSheet, indicator }: DraftDefinition,
  { at }: Within,
) {
  const named = isPair(measure)
    ? (['numerator', 'denominator'] as const)
    : measure === 'text'
      ? []
      : (['value'] as const)
  return [
    ...when(
      [isBlank(label), error(`${at}.label`, `Give ${indicator} a name.`)],
      [isBlank(section), error(`${at}.section`, `Say in which section of the return ${indicator} stands.`)],
      [
        isBlank(referenceSheet.counts),
        error(`${at}.referenceSheet.counts`, `Say in the reference sheet what ${indicator} counts.`),
      ],
      [
        isBlank(referenceSheet.purpose) || isBlank(referenceSheet.source),
        warning(
          `${at}.referenceSheet`,
          `The reference sheet of ${indicator} lacks its purpose or its source.`,
        ),
      ],
    ),
    ...named
      .filter((part) => isBlank(parts[part]))
      .map((part) => error(`${at}.parts.${part}`, `Say what the ${part} of ${indicator} is called.`)),
  ]
}

const placeRule = (measure: Measure): IndicatorDefinition['overPlace'][] =>
  measure === 'text' ? ['none'] : isPair(measure) ? ['ratio', 'none'] : ['sum', 'none']

const timeRule = (measure: Measure): IndicatorDefinition['overTime'][] => {
  if (measure === 'text') return ['none']
  return isPair(measure)
    ? ['ratio', 'last', 'first', 'distinct', 'rate', 'none']
    : ['sum', 'last', 'first', 'distinct', 'none']
}

function rollUpFaults(definition: DraftDefinition, { at }: Within): AmendmentFault[] {
  const { indicator, measure, overTime, overPlace, distinctWindow } = definition
  return when(
    [
      !placeRule(measure).includes(overPlace),
      error(`${at}.overPlace`, `A ${measure} does not add up over places like that (${indicator}).`),
    ],
    [
      !timeRule(measure).includes(overTime),
      error(`${at}.overTime`, `A ${measure} does not add up over time like that (${indicator}).`),
    ],
    [
      overTime === 'distinct' ? distinctWindow === null : overTime !== 'rate' && distinctWindow !== null,
      error(
        `${at}.distinctWindow`,
        `Say since when people are counted once, or that they are not (${indicator}).`,
      ),
    ],
  )
}

function shapeFaults(definition: DraftDefinition, { at, programme }: Within): AmendmentFault[] {
  const { indicator, measure, kind, people, bounds } = definition
  const { minimumPeople, askedInOrdinals, disaggregations } = definition
  const perYear = programme.calendar === 'financial-quarters' ? 4 : 3
  const { minimum, maximum } = bounds
  return when(
    [
      (kind === 'text') !== (measure === 'text'),
      error(`${at}.kind`, `Words are of the kind text, and nothing else is (${indicator}).`),
    ],
    [
      (kind === 'finance') !== (measure === 'money'),
      error(`${at}.kind`, `Money is of the kind finance, and nothing else is (${indicator}).`),
    ],
    [
      people === 'denominator' && !isPair(measure),
      error(`${at}.people`, `${indicator} has no denominator in which people are counted.`),
    ],
    [
      people === 'value' && isPair(measure),
      error(`${at}.people`, `${indicator} has no value in which people are counted.`),
    ],
    [
      people === 'none' && minimumPeople > 0,
      error(`${at}.minimumPeople`, `${indicator} counts no people, so it needs no fewest.`),
    ],
    [
      minimum !== null && maximum !== null && minimum > maximum,
      error(`${at}.bounds.maximum`, `The highest figure of ${indicator} is below the lowest.`),
    ],
    [
      askedInOrdinals?.length === 0,
      error(
        `${at}.askedInOrdinals`,
        `Say when ${indicator} is asked; to end it, add it to what is no longer asked.`,
      ),
    ],
    [
      askedInOrdinals?.some((ordinal) => ordinal > perYear),
      error(`${at}.askedInOrdinals`, `This programme has ${perYear} periods a year (${indicator}).`),
    ],
    [
      measure === 'text' && disaggregations.length > 0,
      error(`${at}.disaggregations`, `Words have no breakdown (${indicator}).`),
    ],
  )
}

function sourceFaults(definition: DraftDefinition, { at, programme, codes }: Within): AmendmentFault[] {
  const { indicator, collectedFrom, alsoFromAuthority, derivation, baseline, overPlace } = definition
  const of =
    derivation && 'from' in derivation
      ? derivation.from
      : derivation && 'of' in derivation
        ? derivation.of
        : null
  return when(
    [
      collectedFrom === 'setting' && !programme.settingsReport,
      error(
        `${at}.collectedFrom`,
        `Settings do not report to this programme, so ${indicator} cannot come from them.`,
      ),
    ],
    [
      alsoFromAuthority && collectedFrom !== 'setting',
      error(
        `${at}.alsoFromAuthority`,
        `Only what settings give can come from the authority too (${indicator}).`,
      ),
    ],
    [
      collectedFrom === 'derived' && derivation === null,
      error(`${at}.derivation`, `Say how ${indicator} is worked out.`),
    ],
    [
      of !== null && !codes.has(of),
      error(`${at}.derivation`, `${indicator} is worked out from ${of}, which is not there.`),
    ],
    [
      derivation?.kind === 'attendance' && collectedFrom !== 'setting',
      error(`${at}.collectedFrom`, `Attendance comes from settings (${indicator}).`),
    ],
    [
      baseline === 'required' && overPlace === 'none',
      error(`${at}.baseline`, `${indicator} adds up over no places, so it has no baseline.`),
    ],
  )
}

function breakdownFaults(
  { indicator, disaggregations }: DraftDefinition,
  index: number,
  { at }: Within,
): AmendmentFault[] {
  const { dimension, label, categories } = disaggregations[index]!
  const field = `${at}.disaggregations.${index}`
  const code = /^[a-z0-9-]+$/
  return [
    ...when(
      [
        !code.test(dimension),
        error(
          `${field}.dimension`,
          `Give the breakdown of ${indicator} a code of small letters, like age-band.`,
        ),
      ],
      [isBlank(label), error(`${field}.label`, `Give the breakdown of ${indicator} a name.`)],
      [
        categories.length < 2,
        error(`${field}.categories`, `A breakdown needs two categories or more (${indicator}).`),
      ],
    ),
    ...categories.flatMap((category, nth) =>
      when(
        [
          !code.test(category.code),
          error(
            `${field}.categories.${nth}.code`,
            `Give the category a code of small letters, like not-known (${indicator}).`,
          ),
        ],
        [
          isBlank(category.label),
          error(`${field}.categories.${nth}.label`, `Give the category a name (${indicator}).`),
        ],
        [
          category.code === 'total',
          error(`${field}.categories.${nth}.code`, `The total is never a category (${indicator}).`),
        ],
      ),
    ),
    ...repeats(categories, (category) => category.code).map((nth) =>
      error(`${field}.categories.${nth}.code`, `This category is here twice (${indicator}).`),
    ),
  ]
}

/** Whether a figure of a definition has a part. */
export const hasPart = ({ measure, people }: DraftDefinition, part: Term['part']): boolean => {
  if (part === 'people') return people === 'beside'
  return (part === 'value') !== isPair(measure) && measure !== 'text' && figureParts.includes(part)
}
