/** Properties: a valid identifier is found whatever it is written in; a figure in a numeric field never is one. */
import { upnCheckLetter } from '@inclusion/shared/privacy/checksums'
import { findIdentifiers, type IdentifierKind } from '@inclusion/shared/privacy/find-identifiers'
import { fingerprint } from '@inclusion/shared/privacy/fingerprint'
import { identifiersIn, refusalOf } from '@inclusion/shared/privacy/refuse-body'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''))

const weighted = (text: string) =>
  Array.from(text).reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0)

const upn = fc
  .tuple(
    fc.constantFrom('202', '213', '301', '320', '801', '873', '926', '940'),
    digits(8),
    fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUVWXYZ')),
  )
  .map(([authority, rest, last]) => {
    const all = `${authority}${rest}${last}`
    return `${upnCheckLetter(all)}${all}`
  })

const nhs = digits(9)
  .map((nine) => `${nine}${(11 - (weighted(nine) % 11)) % 11}`)
  .filter((text) => text.length === 10 && !/^(\d)\1+$/.test(text))

const uln = digits(9)
  .filter((nine) => !nine.startsWith('0') && weighted(nine) % 11 !== 0)
  .map((nine) => `${nine}${10 - (weighted(nine) % 11)}`)

const insurance = fc
  .tuple(
    fc.constantFrom(...Array.from('ABCEGHJKLMNPRSTWXYZ')),
    fc.constantFrom(...Array.from('ABCEGHJKLMNPRSTWXYZ')),
    digits(6),
    fc.constantFrom(...Array.from('ABCD')),
  )
  .filter(([first, second]) => !/^(BG|GB|KN|NK|NT|TN|ZZ)$/.test(first + second))
  .map((parts) => parts.join(''))

const groupsOf: Record<string, number[][]> = {
  upn: [[13], [1, 3, 4, 5], [1, 3, 4, 2, 3], [4, 4, 5], [7, 6], Array<number>(13).fill(1)],
  ten: [[10], [3, 3, 4], [4, 3, 3], [3, 4, 3], [6, 4], Array<number>(10).fill(1)],
  ni: [[9], [2, 2, 2, 2, 1], [4, 5], [2, 6, 1]],
}

/** Another dress for the same characters: groups, what stands between them, and what the characters are written in. */
const disguise = (grouped: string) =>
  fc.record({
    groups: fc.constantFrom(...groupsOf[grouped]!),
    between: fc.constantFrom(' ', '-', '\n', '\u00A0', '\u2009', '–', ' - '),
    width: fc.constantFrom('plain', 'full', 'small', 'mathematical'),
    invisible: fc.constantFrom('', '\u200B', '\u00AD', '\u2060', '\uFEFF', '\u200D'),
    around: fc.constantFrom(
      ...([
        ['', ''],
        ['Pupil ', ' returned.'],
        ['(', ')'],
        ['number: ', ', as before'],
        ['“', '”'],
        ['weeks 1 to 12.\n', '\nThe rest is fine.'],
      ] as const),
    ),
  })

type Dress = {
  groups: number[]
  between: string
  width: string
  invisible: string
  around: readonly [string, string]
}

function dressed(text: string, { groups, between, width, invisible, around }: Dress): string {
  let at = 0
  const parts = groups.map((size) => text.slice(at, (at += size)))
  // Two numbers that follow each other on a dash are a range, so a number parted once is parted by a space.
  const sign =
    groups.length === 2 && between.includes('-')
      ? ' '
      : between === '–' && groups.length === 2
        ? ' '
        : between
  const written = Array.from(parts.join(sign))
    .map((character) => inWidth(character, width))
    .join(invisible)
  return `${around[0]}${written}${around[1]}`
}

function inWidth(character: string, width: string): string {
  if (width === 'small' && /[A-Z]/.test(character)) return character.toLowerCase()
  const code = character.codePointAt(0)!
  if (width === 'full' && code > 0x20 && code < 0x7f) return String.fromCodePoint(code + 0xfee0)
  if (width === 'mathematical' && /\d/.test(character))
    return String.fromCodePoint(0x1d7ce + Number(character))
  return character
}

const found = (text: string): IdentifierKind[] => findIdentifiers(text).map(({ kind }) => kind)

describe('a valid identifier is found in every dress', () => {
  it('UPN', () => {
    fc.assert(
      fc.property(upn, disguise('upn'), (text, dress) => {
        expect(found(dressed(text, dress))).toContain('upn')
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['nhs', nhs],
    ['uln', uln],
  ] as const)('%s', (kind, numbers) => {
    const yearly = /^(?:19|20)\d\d|(?:19|20)\d\d$/
    fc.assert(
      fc.property(numbers, disguise('ten'), (text, dress) => {
        // Parted once, a number that begins or ends like a year may be one beside another figure.
        fc.pre(dress.groups.length !== 2 || !yearly.test(text))
        const kinds = found(dressed(text, dress))
        // A number that begins with 0 may read as a telephone number first; it is refused all the same.
        expect(kinds.some((each) => each === kind || each === 'phone')).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('National Insurance', () => {
    fc.assert(
      fc.property(insurance, disguise('ni'), (text, dress) => {
        // In small letters with room around the digits it reads as words: "by 120000 a".
        fc.pre(dress.groups.length !== 3 || dress.width === 'plain' || dress.width === 'mathematical')
        fc.pre(!/^(AM|AN|AS|AT|BE|BY|HE|ME|MY|UP|US|WE)/.test(text) || dress.groups.length !== 3)
        expect(found(dressed(text, dress))).toContain('ni')
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a figure is never an identifier', () => {
  const parts = fc.constantFrom('value', 'numerator', 'denominator', 'people', 'possible', 'attended')
  const typed = fc.oneof(
    fc.integer({ min: 0, max: 999_999_999_999 }).map(String),
    fc.integer({ min: 0, max: 999_999_999_999 }).map((number) => number.toLocaleString('en-GB')),
    fc.float({ min: 0, max: 100_000, noNaN: true }).map((number) => number.toFixed(2)),
    nhs,
    uln,
    digits(11).map((rest) => `0${rest}`),
  )

  it('in a numeric field, whatever its digits', () => {
    fc.assert(
      fc.property(parts, typed, (part, entered) => {
        const body = { changes: [{ locator: 'XYZ-OP1', revision: 0, entries: { [part]: entered } }] }
        expect(identifiersIn('PUT /api/returns/:returnId/figures', body)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it('but what cannot be read as one is a text, and is refused', () => {
    const change = { locator: 'XYZ-OP1', revision: 0, entries: { value: '943 476 5919' } }
    expect(refusalOf('PUT /api/returns/:returnId/figures', { changes: [change] })?.errors).toEqual([
      {
        field: 'XYZ-OP1',
        message: 'This looks like an NHS number. Take it out: describe what happened without saying who.',
      },
    ])
  })
})

describe('a body', () => {
  const held = (route: string, body: unknown) =>
    identifiersIn(route, body).map(({ path, kinds }) => `${path.join('.')}: ${kinds.join()}`)

  it('is walked to its last text, names of fields included', () => {
    const body = {
      a: [{ b: 'x' }, { c: ['amy@school.org', 'B801200005001'] }],
      'amy@school.org': { d: 'NW1 7BT' },
    }
    expect(held('POST /x', body)).toEqual([
      ...['a.1.c.0: email', 'a.1.c.1: upn', '?: email', '?.d: postcode'],
    ])
  })

  it('of an invitation may hold an address to send it to, and nothing else may', () => {
    const body = {
      email: 'amy@school.org',
      name: 'Amy NW1 7BT',
      gssCode: 'B801200005001',
      nested: { email: 'a@b.uk' },
    }
    expect(held('POST /api/invitations', body)).toEqual([
      ...['name: postcode', 'gssCode: upn', 'nested.email: email'],
    ])
    expect(held('POST /api/invitations/1/withdraw', { email: 'amy@school.org' })).toEqual(['email: email'])
  })

  it('of an invitation holds no identifier in the name, nor one beside or inside the address', () => {
    const name = 'Amy B801200005001, NHS 943 476 5919, DOB 12/03/2010, 07700 900123'
    expect(held('POST /api/invitations', { email: 'amy@school.org', name })).toEqual([
      'name: upn,nhs,birth-date,phone',
    ])
    for (const email of ['amy@school.org 07700 900123', '07700900123@school.org']) {
      expect(held('POST /api/invitations', { email, name: 'Amy' })).toEqual(['email: phone'])
    }
    const ofPupil = { email: 'b801200005001@school.org', name: 'amy@school.org' }
    expect(held('POST /api/invitations', ofPupil)).toEqual(['email: upn', 'name: email'])
    expect(held('POST /api/demo/sign-in', { personId: '07700 900123' })).toEqual(['personId: phone'])
  })

  it('names each figure once, though two of its texts are at fault', () => {
    const change = { locator: 'XYZ-TX1', revision: 0, text: 'B801200005001', note: 'amy@school.org' }
    const problem = refusalOf('PUT /x', { changes: [{ locator: 'XYZ-OP1', revision: 0 }, change] })
    expect(problem?.errors?.map(({ field }) => field)).toEqual(['XYZ-TX1'])
    expect(problem?.errors?.[0]?.message).toContain("a pupil's UPN and an email address")
    expect(JSON.stringify(problem)).not.toMatch(/B801|amy/)
  })
})

describe('a fingerprint', () => {
  it('tells texts apart, and says nothing of them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(fingerprint(left) === fingerprint(right)).toBe(left === right)
        expect(fingerprint(left)).toMatch(/^print:[0-9a-z]{11}$/)
      }),
    )
  })
})

describe('what the writer of an explanation saw', () => {
  const about = (inputs: string) =>
    identifiersIn('PUT /api/returns/x/explanations', { explanations: [{ inputs }] })

  it('may hold any figure: numbers and places are no identifiers', () => {
    fc.assert(
      fc.property(
        nhs,
        fc.constantFrom('attendance@134643:possible:2025-10', 'APM-OP6', ''),
        (digitsOf, locator) => {
          expect(
            about(
              JSON.stringify([
                [locator, 'value', Number(digitsOf)],
                [locator, 'text', null],
              ]),
            ),
          ).toEqual([])
        },
      ),
    )
  })

  it('is read as any text is, word by word or whole', () => {
    for (const text of ['amy@school.org', '[["", "text", "amy@school.org"]]', '{"text": "amy@school.org"}'])
      expect(about(text).map(({ kinds }) => kinds)).toEqual([['email']])
  })
})
