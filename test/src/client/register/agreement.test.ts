/**
 * Agreement with the Department for Education: registers are rebuilt from the code-level counts it publishes
 * for 2025/26, counted, and held against its own totals and rates.
 *
 * England has thousands of millions of sessions. Rows of up to 500,000 are rebuilt and counted mark by mark, in
 * registers of up to 250,000. All 643 rows are rebuilt from blocks: 8,000 sessions of one code are a register
 * that is counted once and added as often as it stands in the row; what is left over is a register of the row's
 * own. `AGREEMENT=london` counts the authorities of London mark by mark too (minutes), `AGREEMENT=all` every row
 * (half an hour).
 */
import { countRegister } from '@inclusion/client/register/count/count-register'
import { classTotals } from '@inclusion/shared/attendance/classify'
import { attendanceCodes, type AttendanceCode } from '@inclusion/shared/attendance/codes'
import { describe, expect, test } from 'vitest'
import { mostMarks, publishedRows, registerWith, type Codes, type PublishedRow } from './agreement-data.ts'
import { request } from './build-register.ts'

const period = { startsOn: '2025-09-01', endsBefore: '2026-08-01' }
const rows = publishedRows()

/** What the counter makes of a register with these codes. */
function counted(codes: Codes): Codes {
  const { whole } = countRegister(registerWith(codes), { ...request, period })
  return whole!.sessions[0]!.byCode
}

function plus(sums: Codes, added: Codes, times = 1): void {
  for (const [code, count] of Object.entries(added) as [AttendanceCode, number][])
    sums[code] = (sums[code] ?? 0) + count * times
}

/** Every session of a row, mark by mark, in as many registers as it takes. */
function countMarkByMark({ codes }: PublishedRow): Codes {
  const sums: Codes = {}
  let [register, free]: [Codes, number] = [{}, mostMarks]
  for (const code of attendanceCodes) {
    for (let left = codes[code] ?? 0; left > 0;) {
      const taken = Math.min(left, free)
      register[code] = taken
      left -= taken
      free -= taken
      if (free > 0) continue
      plus(sums, counted(register))
      ;[register, free] = [{}, mostMarks]
    }
  }
  if (free < mostMarks) plus(sums, counted(register))
  return sums
}

const block = 8_000
const blocks = new Map<AttendanceCode, Codes>()

function countInBlocks({ codes }: PublishedRow): Codes {
  const sums: Codes = {}
  const rest: Codes = {}
  for (const [code, count] of Object.entries(codes) as [AttendanceCode, number][]) {
    const like = blocks.get(code) ?? counted({ [code]: block })
    blocks.set(code, like)
    plus(sums, like, Math.floor(count / block))
    rest[code] = count % block
  }
  plus(sums, counted(rest))
  return sums
}

/**
 * In 51 rows DfE's reasons for authorised absence come to less than its total: sessions without a code. No
 * register can hold a mark for them, so that they are missing from what is counted, and are put beside it.
 */
const shortfallOf = ({ codes, authorised }: PublishedRow): number =>
  authorised - classTotals(codes).authorised

/** Holds what was counted against what is published: to the session, and rates to 5 decimals of a percent. */
function disagreements(row: PublishedRow, byCode: Codes): string[] {
  const short = shortfallOf(row)
  const ours = classTotals(byCode)
  const [possible, authorised] = [ours.possible + short, ours.authorised + short]
  const absence = authorised + ours.unauthorised
  const sessions: [string, number, number][] = [
    ['possible', possible, row.possible],
    ['attended', ours.attended, row.attended],
    ['present', ours.present, row.present],
    ['approved activity', ours.approvedActivity, row.approvedActivity],
    ['absence', absence, row.absence],
    ['authorised', authorised, row.authorised],
    ['unauthorised', ours.unauthorised, row.unauthorised],
    ['late', (byCode.L ?? 0) + (byCode.U ?? 0), row.late],
    ['not possible', ours.notPossible + ours.notCollected, 0],
  ]
  const rates: [string, number, number][] = [
    ['attendance', ours.attended, row.rates.attendance],
    ['absence', absence, row.rates.absence],
    ['authorised', authorised, row.rates.authorised],
    ['unauthorised', ours.unauthorised, row.rates.unauthorised],
  ]
  return [
    ...sessions
      .filter(([, count, published]) => count !== published)
      .map(([name, count, published]) => `${row.name}: ${name} ${count}, published ${published}`),
    ...rates
      .filter(([, count, published]) => !(Math.abs((count / possible) * 100 - published) < 0.5e-5))
      .map(([name, count, published]) => `${row.name}: ${name} ${count / possible}, published ${published}%`),
  ]
}

test('the file has 643 rows, 128 of them of London’s authorities', () => {
  expect(rows).toHaveLength(643)
  // Primary, secondary, special and all, of 32 boroughs.
  const london = rows.filter(({ region, authority }) => region === 'London' && authority !== '')
  expect(london).toHaveLength(128)
  expect(rows.filter(({ possible }) => !(possible > 0))).toEqual([])
})

describe('agreement with DfE, to the session and to 5 decimals', () => {
  test('all rows, in like blocks', { timeout: 120_000 }, () => {
    expect(rows.flatMap((row) => disagreements(row, countInBlocks(row)))).toEqual([])
  })

  const isWhole = ({ possible, region, authority }: PublishedRow): boolean => {
    const wanted = process.env['AGREEMENT']
    const isLondon = region === 'London' && authority !== ''
    return possible <= 500_000 || wanted === 'all' || (wanted === 'london' && isLondon)
  }

  test('rows up to 500,000 sessions, mark by mark', { timeout: 3_600_000 }, () => {
    const whole = rows.filter(isWhole)
    expect(whole.length).toBeGreaterThanOrEqual(123)
    expect(whole.flatMap((row) => disagreements(row, countMarkByMark(row)))).toEqual([])
    const sessions = whole.reduce((sum, { possible }) => sum + possible, 0)
    console.log(`Counted mark by mark: ${whole.length} rows, ${sessions.toLocaleString('en-GB')} sessions`)
  })

  test('both ways count the same', () => {
    const row = rows.find(({ possible }) => possible > 300_000 && possible <= 500_000)!
    const marked = (codes: Codes) => Object.entries(codes).filter(([, count]) => count > 0)
    expect(new Map(marked(countMarkByMark(row)))).toEqual(new Map(marked(countInBlocks(row))))
  })

  test('51 rows have 1 to 106 authorised sessions without a reason: 592 rows agree with nothing put beside', () => {
    const short = rows.map(shortfallOf).filter((sessions) => sessions !== 0)
    const total = short.reduce((sum, sessions) => sum + sessions, 0)
    console.log(`Without a reason in DfE's own file: ${total} sessions in ${short.length} rows`)
    expect(rows.length - short.length).toBe(592)
    expect([Math.min(...short), Math.max(...short), total]).toEqual([1, 106, 636])
  })
})
