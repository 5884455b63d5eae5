/** Beside a setting's figure stands who counted, typed or entered it, and when. */
import { isOfFew, lastChange, sourceLines, sourceWords } from '@inclusion/client/returns/figure-source'
import type { Mark, ReturnView } from '@inclusion/server/returns/view'
import { mentoringDefinitions } from '@inclusion/db/reference/framework/mentoring'
import { smallCohortWords } from '@inclusion/shared/attendance/small-cohort'
import { emptyFigure } from '@inclusion/shared/figures'
import { describe, expect, it } from 'vitest'

const definition = (code: string) => mentoringDefinitions.find(({ indicator }) => indicator === code)!
const attendance = definition('APM-OC1')
const incidents = definition('APM-OC4')

const mark = (over: Partial<Mark> = {}): Mark => ({
  ...{ revision: 1, by: 'Helen Achebe', at: '2026-01-12T11:33:00.000Z', provenance: 'register' },
  ...{ onBehalf: false, ...over },
})
const report = (urn: string, name: string, onBehalf = false) => ({ urn, name, onBehalf })
const viewOf = (
  marks: Record<string, Mark>,
  {
    figures = {},
    reports = [report('100006', 'Primary')],
  }: {
    figures?: ReturnView['checkInput']['figures']
    reports?: { urn: string; name: string; onBehalf: boolean }[]
  } = {},
) => ({ marks, reports, checkInput: { figures } as ReturnView['checkInput'] })

const sessions = 'attendance@100006:mentored:2025-26'
const pupils = 'attendance@100006:mentored'

describe('where a figure comes from', () => {
  it('is its counts, where the service works it out', () => {
    const counted = viewOf({ [sessions]: mark(), [pupils]: mark({ at: '2026-01-13T09:00:00.000Z' }) })
    expect(sourceWords(counted, attendance, '100006')).toBe(
      'Counted from the register by Helen Achebe, 12 January 2026',
    )
    const mended = viewOf({
      [sessions]: mark(),
      'attendance@100006:mentored:2026-27': mark({ provenance: 'typed', at: '2026-01-14T00:30:00.000Z' }),
      'attendance@100006:whole:2025-26': mark({ by: 'Somebody Else', at: '2026-02-01T00:00:00.000Z' }),
    })
    expect(sourceWords(mended, attendance, '100006')).toBe('Typed by Helen Achebe, 14 January 2026')
    expect(sourceWords(counted, attendance, '134643')).toBeNull()
  })

  it('is the borough’s own entry where it was entered in the setting’s place', () => {
    const entered = { 'APM-OC4@100006': mark({ by: 'Ruth Okafor', provenance: 'typed', onBehalf: true }) }
    const words = 'Entered by Ruth Okafor on behalf of the setting, 12 January 2026'
    expect(sourceWords(viewOf(entered), incidents, '100006')).toBe(words)
    expect(sourceWords(viewOf(entered), incidents, '100006', 'Ruth Okafor')).toBe(
      'Entered by you on behalf of the setting, 12 January 2026',
    )
    // Counts keep no such mark: the report says it of all that is in it.
    const ofCounts = viewOf(
      { [sessions]: mark({ by: 'Ruth Okafor', provenance: 'typed' }) },
      { reports: [report('100006', 'Primary', true)] },
    )
    expect(sourceWords(ofCounts, attendance, '100006')).toBe(words)
  })

  it('names the settings where they differ, and those of few pupils', () => {
    const of = (denominator: number) => ({ ...emptyFigure, numerator: 1, denominator })
    const reports = [report('100006', 'Primary'), report('134643', 'Key Stage 3'), report('134635', 'Third')]
    const figures = { 'APM-OC4@100006': of(5), 'APM-OC4@134643': of(6) }
    const typed = mark({ provenance: 'typed' })
    const marks = { 'APM-OC4@100006': typed, 'APM-OC4@134643': typed }
    expect(sourceLines(viewOf(marks, { figures, reports }), incidents)).toEqual([
      'Typed by Helen Achebe, 12 January 2026.',
      `Primary: s${smallCohortWords.slice(1)}.`,
    ])
    const pasted = mark({ provenance: 'pasted' })
    const bothPasted = { 'APM-OC4@100006': pasted, 'APM-OC4@134643': pasted }
    expect(sourceLines(viewOf(bothPasted, { figures, reports }), incidents)[0]).toBe(
      'Pasted by Helen Achebe, 12 January 2026.',
    )
    const others = { ...marks, 'APM-OC4@134643': mark({ provenance: 'typed', by: 'Amir Khan' }) }
    expect(sourceLines(viewOf(others, { figures, reports }), incidents).slice(0, 2)).toEqual([
      'Typed by Helen Achebe, 12 January 2026 (Primary).',
      'Typed by Amir Khan, 12 January 2026 (Key Stage 3).',
    ])
    expect(sourceLines(viewOf(marks, { figures, reports }), definition('APM-OP1'))).toEqual([])
  })

  it.each([
    [0, false],
    [1, true],
    [5, true],
    [6, false],
  ])('of %i pupils is of few: %s', (people, few) => {
    const figures = { 'APM-OC1@100006': { ...emptyFigure, numerator: 1, denominator: 100, people } }
    expect(isOfFew(viewOf({}, { figures }), attendance, '100006')).toBe(few)
  })

  it('the last change of a report is the latest of its figures and counts', () => {
    const marks = { [sessions]: mark(), 'APM-OC4@100006': mark({ at: '2026-01-15T10:00:00.000Z', by: 'B' }) }
    expect(lastChange({ marks: { ...marks, 'APM-OP1': mark({ at: '2027', by: 'C' }) } }, '100006')?.by).toBe(
      'B',
    )
    expect(lastChange({ marks }, '134643')).toBeUndefined()
  })
})
