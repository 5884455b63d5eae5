/** Figures of another programme as new ones of this: the same questions, under codes of its own. Pure. */
import type { AmendmentContent, DraftDefinition } from '@inclusion/shared/framework/amendment'
import type { IndicatorDefinition } from '@inclusion/shared/framework/indicators'
import type { PeriodId } from '@inclusion/shared/periods'
import { putNew, type ContentChange } from './content-changes.ts'
import { nextCode } from './next-code.ts'

export type CopyInto = { programme: string; from: PeriodId; content: AmendmentContent }

/** A definition as a draft holds it: its edition is given when it is published. */
export function asDraft({ edition: _, bridges: __, ...definition }: IndicatorDefinition): DraftDefinition {
  return definition
}

/**
 * A figure keeps what follows its programme's letters where that is free, and else gets the next code of its kind.
 * What is worked out from a figure that is not there is typed.
 */
export function copiesOf(
  picked: readonly IndicatorDefinition[],
  { programme, from }: CopyInto,
): ContentChange {
  return (content) => {
    const codes = new Map<string, string>()
    const taken = content.indicators.map(({ definition }) => definition.indicator)
    for (const { indicator, kind } of picked) {
      const same = indicator.replace(/^[A-Z]+/, programme)
      const code = taken.includes(same) ? nextCode(programme, kind, taken) : same
      codes.set(indicator, code)
      taken.push(code)
    }
    return picked
      .map((definition) => copyOf(definition, codes, from))
      .reduce((so, copy) => putNew(copy, null)(so), content)
  }
}

function copyOf(
  definition: IndicatorDefinition,
  codes: ReadonlyMap<string, string>,
  from: PeriodId,
): DraftDefinition {
  const copy = { ...asDraft(definition), effectiveFrom: from, changeClass: 'major' as const }
  const derivation = derivationOf(definition, codes)
  return {
    ...copy,
    indicator: codes.get(definition.indicator)!,
    derivation,
    collectedFrom:
      definition.collectedFrom === 'derived' && derivation === null ? 'authority' : definition.collectedFrom,
  }
}

function derivationOf({ derivation }: IndicatorDefinition, codes: ReadonlyMap<string, string>) {
  if (derivation === null || derivation.kind === 'attendance') return derivation
  if (derivation.kind === 'carried') {
    const from = codes.get(derivation.from)
    return from ? { ...derivation, from } : null
  }
  const of = codes.get(derivation.of)
  return of ? { ...derivation, of } : null
}
