/** 6.4, Measured: what was measured before and after was measured in the same way. */
import type { EvidenceField } from '../../framework/indicators.ts'
import { figureLocator } from '../../locators.ts'
import type { Fault, PreparedInput } from '../prepared-input.ts'
import { evidenceNames, inSentence, listWords, settingName } from '../words.ts'
import { brokenRule, inForce } from './identities.ts'
import type { RuleOf } from './rule-of.ts'

/**
 * Identities of kind *before-after*, in the authority and in each setting: evidence given on both sides that
 * differs, but for case and spaces. What is given on one side only is for 8.1 to ask for.
 */
export function beforeAfterDiffers(
  prepared: PreparedInput,
  { fields }: RuleOf<'before-after-differs'>,
): Fault[] {
  const urns = [null, ...prepared.input.settings.map(({ urn }) => urn)]
  const found = new Map<string, Fault>()
  for (const { left, right, statement, fix } of inForce(prepared, 'before-after')) {
    for (const urn of urns) {
      const before = figureLocator(left[0]!.indicator, { urn })
      const after = figureLocator(right[0]!.indicator, { urn })
      const different = fields.flatMap((field) => difference(prepared, field, before, after))
      // Two identities may end in one figure: it has one finding.
      if (different.length === 0 || found.has(after)) continue
      const at = urn === null ? '' : ` at ${settingName(prepared, urn)}`
      found.set(after, {
        locator: after,
        part: different[0]!.field,
        inputs: different.flatMap(({ inputs }) => inputs),
        message: `${brokenRule(statement)} ${nameOf(prepared, right[0]!.indicator)}${at} differs: ${listWords(different.map(({ words }) => words))}.`,
        fix,
      })
    }
  }
  return [...found.values()]
}

const nameOf = (prepared: PreparedInput, indicator: string): string =>
  prepared.definitions().get(indicator)?.label ?? indicator

function difference(prepared: PreparedInput, field: EvidenceField, before: string, after: string) {
  const [was, is] = [before, after].map(
    (locator) => prepared.figures()[locator]?.evidence?.[field]?.trim() ?? '',
  ) as [string, string]
  if (was === '' || is === '' || alike(was) === alike(is)) return []
  const label = evidenceNames[field]
  return [
    {
      field,
      words: `${inSentence(label)} was "${was}" before and "${is}" after`,
      inputs: [
        { locator: before, part: field, label: `${label}, before`, value: was },
        { locator: after, part: field, label: `${label}, after`, value: is },
      ],
    },
  ]
}

const alike = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ')
