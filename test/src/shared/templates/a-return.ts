/** Returns to make templates of: the invented programme's, with whatever figures a test gives it. */
import { fullReturn } from '../standards/full-return.ts'
import type { Figures } from '@inclusion/shared/figures'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import type { TemplateSource } from '@inclusion/shared/templates/source'
import type { Template } from '@inclusion/shared/templates/template'
import { templateOf } from '@inclusion/shared/templates/template-of'

export const returnId = 'XYZ-E09000007-FY2025-26-Q3'

export type Given = Partial<Omit<TemplateSource, 'checkInput'>> & { input?: Partial<CheckInput> }

/** The template of the full return, of the enhanced tier, with what is given in the place of its own. */
export function aTemplate({ input = {}, ...given }: Given = {}): Template {
  const marks = Object.fromEntries(
    Object.keys(input.figures ?? fullReturn.figures).map((locator, at) => [
      locator,
      { revision: (at % 7) + 1 },
    ]),
  )
  return templateOf({
    id: returnId,
    authority: { gssCode: 'E09000007', name: 'Camden' },
    programme: { code: 'XYZ', name: 'Youth & arts' },
    period: { id: 'FY2025-26-Q3', label: 'October to December 2025 (2025-26 Q3)' },
    checkInput: { ...fullReturn, tier: 'enhanced', ...input },
    marks,
    reports: fullReturn.settings.map((report) => ({ ...report, signedOffBy: null, onBehalf: false })),
    baselines: fullReturn.baselines,
    profile: fullReturn.profiles['FY2025-26-Q3'] ?? {},
    whyClosed: () => null,
    ...given,
  })
}

/** Everything that can be typed, blank. */
export const blankFigures: Figures = {}
