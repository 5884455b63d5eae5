import { decisions, fundingLines } from '@inclusion/db/reference/decisions'
import { gssCodeOf } from '@inclusion/db/reference/authorities'
import { grantSettings } from '@inclusion/db/reference/grants/grant-settings'
import { mentoringAwardLines, mentoringGrants } from '@inclusion/db/reference/grants/mentoring'
import {
  trainingAwardLines,
  trainingGrants,
  trainingInstalments,
} from '@inclusion/db/reference/grants/training'
import { programmes, tierThresholds } from '@inclusion/db/reference/programmes'
import { tierOf } from '@inclusion/shared/framework/tiers'
import { describe, expect, it } from 'vitest'

const pounds = (rows: { pence: number | null }[]): number =>
  rows.reduce((sum, { pence }) => sum + (pence ?? 0), 0) / 100
const in2024 = ({ financialYear }: { financialYear: string }): boolean => financialYear === '2024-25'
const in2025 = ({ financialYear }: { financialYear: string }): boolean => financialYear === '2025-26'
const cohort = (year: string) =>
  new Set(mentoringGrants.filter((one) => one.cohort === year).map(({ id }) => id))

describe('PCD 1610', () => {
  const lines = fundingLines.filter(({ decision }) => decision === 'PCD 1610')

  it('adds up to £1,604,600, whatever its text prints', () => {
    expect(pounds(lines.filter(in2024))).toBe(354_600)
    expect(pounds(lines.filter(in2025))).toBe(1_250_000)
    expect(pounds(lines)).toBe(1_604_600)
    // A transposition of two digits: the difference divides by nine.
    expect((1_640_600 - pounds(lines)) % 9).toBe(0)
    for (const { source } of lines) expect(source).toContain('£1,640,600')
  })

  it('funds 22 and 10 boroughs at £33,500, and 32 with equal shares', () => {
    const lines2024 = mentoringAwardLines.filter(in2024)
    const old = lines2024.filter(({ grantId }) => cohort('2022').has(grantId))
    const added = lines2024.filter(({ grantId }) => cohort('2024').has(grantId))
    expect([old.length, pounds(old)]).toEqual([22, 737_000])
    expect([added.length, pounds(added)]).toEqual([10, 335_000])
    expect(pounds(lines2024)).toBe(1_072_000)
    expect(pounds(fundingLines.filter((line) => line.programme === 'APM' && in2024(line)))).toBe(1_072_000)
    const lines2025 = mentoringAwardLines.filter(in2025)
    expect(lines2025).toHaveLength(32)
    expect(pounds(lines2025)).toBe(1_250_000)
    for (const line of lines2025) {
      expect(line.pence).toBe(3_906_250)
      expect(line.assumption).toContain('does not promise')
    }
  })

  it('leaves earlier years unknown, and only for the first 22', () => {
    const unknown = mentoringAwardLines.filter(({ pence }) => pence === null)
    expect(unknown).toHaveLength(44)
    for (const { grantId, financialYear } of unknown) {
      expect(cohort('2022')).toContain(grantId)
      expect(['2022-23', '2023-24']).toContain(financialYear)
    }
  })

  it('names only Camden among the first 22: every other grant is labelled invented', () => {
    const named = mentoringGrants.filter(({ invented }) => invented === 0)
    expect(named.map(({ gssCode }) => gssCode)).toEqual([gssCodeOf('Camden')])
    expect(named[0]?.id).toBe('APM-E09000007')
    expect(named[0]?.cohort).toBe('2022')
    for (const { note } of mentoringGrants) expect(note).toContain('invented')
  })

  it('gives every borough a setting or, for Richmond upon Thames, one that it shares', () => {
    const served = new Set(grantSettings.map(({ grantId }) => grantId))
    expect(served.size).toBe(32)
    for (const { grantId, startsOn } of grantSettings) {
      expect(startsOn).toBe(mentoringGrants.find(({ id }) => id === grantId)?.cohortStartOn)
    }
  })
})

describe('PCD 1769', () => {
  const lines = fundingLines.filter(({ decision }) => decision === 'PCD 1769')

  it('comes to £175,000 in two halves', () => {
    expect(lines.filter(in2024).map(({ pence }) => pence)).toEqual([4_000_000, 4_750_000])
    expect(pounds(lines.filter(in2024))).toBe(87_500)
    expect(pounds(lines.filter(in2025))).toBe(87_500)
  })

  it('gives seven authorities £25,000 each in two instalments, as assumed', () => {
    expect(trainingGrants).toHaveLength(7)
    for (const { id, processesPersonalData, dpiaOn, invented } of trainingGrants) {
      const instalments = trainingInstalments.filter(({ grantId }) => grantId === id)
      expect(instalments.map(({ pence }) => pence)).toEqual([1_250_000, 1_250_000])
      expect(pounds(trainingAwardLines.filter(({ grantId }) => grantId === id))).toBe(25_000)
      expect([processesPersonalData, dpiaOn, invented]).toEqual([0, null, 1])
    }
    expect(pounds(trainingInstalments.filter(in2024))).toBe(87_500)
  })
})

describe('every grant', () => {
  it('has a tier by its award lines: mentoring standard, training light', () => {
    const lines = [...mentoringAwardLines, ...trainingAwardLines]
    for (const { id, programme } of [...mentoringGrants, ...trainingGrants]) {
      const tier = tierOf(
        tierThresholds,
        lines.filter(({ grantId }) => grantId === id),
      )
      expect([id, tier]).toEqual([id, programme === 'APM' ? 'standard' : 'light'])
    }
  })

  it('has a DPIA on record where it processes personal data', () => {
    for (const { processesPersonalData, dpiaOn } of mentoringGrants) {
      expect([processesPersonalData, dpiaOn === null]).toEqual([1, false])
    }
  })

  it('belongs to a programme, and its money to a decision', () => {
    const codes = programmes.map(({ code }) => code)
    const references = decisions.map(({ reference }) => reference)
    for (const { programme } of [...mentoringGrants, ...trainingGrants]) expect(codes).toContain(programme)
    for (const { decision } of [...mentoringAwardLines, ...trainingAwardLines])
      expect(references).toContain(decision)
  })
})
