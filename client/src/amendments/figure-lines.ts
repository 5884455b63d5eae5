/** The figures of a programme as an amendment leaves them: one line each, in the order of the return. Pure. */
import type { FrameworkView } from '@inclusion/server/framework/view'
import type { AmendmentContent } from '@inclusion/shared/framework/amendment'
import { periodLabel } from '@inclusion/shared/periods'

export type FigureLine = {
  code: string
  label: string
  section: string
  what: 'new' | 'changed' | 'ended' | 'same'
  /** What becomes of it. */
  words: string
}

export const isChangedFigure = ({ what }: FigureLine): boolean => what === 'changed'

/** New figures stand where they will be asked. Without the programme as it is only what changes is listed. */
export function figureLines(content: AmendmentContent, ground: FrameworkView | null): FigureLine[] {
  const known = ground?.definitions ?? []
  const lines = known.map(({ indicator, label, section }): FigureLine => ({
    code: indicator,
    ...becoming(content, indicator, { label, section }),
  }))
  const codes = new Set(known.map(({ indicator }) => indicator))
  const others = [
    ...content.changed.map(({ indicator, label, section }) => ({ indicator, label, section })),
    ...content.ended.map(({ indicator }) => ({ indicator, label: indicator, section: '' })),
  ].filter(({ indicator }) => !codes.has(indicator))
  for (const { indicator, ...head } of others)
    lines.push({ code: indicator, ...becoming(content, indicator, head) })
  for (const { definition, after } of content.indicators) {
    const line: FigureLine = {
      code: definition.indicator,
      label: definition.label,
      section: definition.section,
      what: 'new',
      words: `From ${periodLabel(definition.effectiveFrom)}`,
    }
    const at = after === null ? -1 : lines.findIndex(({ code }) => code === after)
    if (at === -1) lines.push(line)
    else lines.splice(at + 1, 0, line)
  }
  return lines
}

function becoming(
  { changed, ended }: AmendmentContent,
  code: string,
  head: Pick<FigureLine, 'label' | 'section'>,
): Omit<FigureLine, 'code'> {
  const next = changed.find(({ indicator }) => indicator === code)
  if (next)
    return {
      label: next.label,
      section: next.section,
      what: 'changed',
      words: `A ${next.changeClass} change, from ${periodLabel(next.effectiveFrom)}`,
    }
  const end = ended.find(({ indicator }) => indicator === code)
  if (end) return { ...head, what: 'ended', words: `From ${periodLabel(end.from)}` }
  return { ...head, what: 'same', words: '' }
}
