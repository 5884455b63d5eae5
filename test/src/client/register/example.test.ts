/** The register that the README invites to drop on a head's page: it is read whole, and it is no pretence. */
import { readFileSync } from 'node:fs'
import { countRegister } from '@inclusion/client/register/count/count-register'
import { toChanges } from '@inclusion/client/register/count/to-changes'
import { decodeFile } from '@inclusion/client/register/decode/decode-file'
import { readRegister } from '@inclusion/client/register/read/read-register'
import { recognise } from '@inclusion/client/register/recognise/recognise'
import { periodOf } from '@inclusion/shared/periods'
import { expect, it } from 'vitest'

const path = new URL('../../../../docs/examples/register.csv', import.meta.url)
const quarter = periodOf('FY2025-26-Q3')

it('the example register is read without a question, and counts what a line by line count does', async () => {
  const bytes = readFileSync(path)
  const [sheet] = await decodeFile({ name: 'register.csv', bytes })
  const recognised = recognise(sheet!)
  if (!recognised.isRegister) throw new Error(recognised.why)
  expect(recognised.layout).toMatchObject({ shape: 'pupil-a-row', isOrderCertain: true })
  const register = readRegister([{ sheet: sheet!, layout: recognised.layout }])
  expect(register).toMatchObject({ leftOut: [] })
  const { whole, tally } = countRegister(register, {
    period: quarter,
    meanings: {},
    duplicates: null,
    members: null,
    baseline: { kind: 'one-window', window: periodOf('FY2025-26-Q2') },
  })
  expect(tally.conflicts).toEqual([])

  const lines = bytes.toString().split('\r\n').slice(3)
  const days = lines[0]!.split(',').slice(4)
  const cells = lines
    .slice(1)
    .filter(Boolean)
    .flatMap((line) =>
      line
        .split(',')
        .slice(4)
        .filter((_, at) => /\/1[012]\/2025$/.test(days[at]!)),
    )
  const marks = cells.join('').split('')
  const ofThose = (codes: string) => marks.filter((mark) => codes.includes(mark)).length
  expect(toChanges('100006', { whole, mentored: null, baseline: null, startLater: 0, tally })).toMatchObject({
    'attendance@100006:whole': { counted: { enrolments: 20 } },
    'attendance@100006:whole:2025-26': {
      counted: {
        possible: marks.length - ofThose('D'),
        attended: ofThose('/\\LB'),
        authorised: ofThose('IM'),
        unauthorised: ofThose('ONU'),
      },
    },
  })
})
