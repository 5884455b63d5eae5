/** Identifiers: all with a checksum are found in every disguise, and no narrative is refused. */
import {
  findIdentifiers,
  identifierKinds,
  kindsIn,
  withoutIdentifiers,
  type IdentifierKind,
} from '@inclusion/shared/privacy/find-identifiers'
import { isNationalInsurance, isNhsNumber, isUln, isUpn } from '@inclusion/shared/privacy/checksums'
import { describe, expect, it } from 'vitest'
import { identifierCorpus } from './corpus-identifiers.ts'
import { nearMisses } from './corpus-near-misses.ts'
import { narrativesWithNames, narrativesWithout } from './corpus-names.ts'
import { singledOutTexts, notSingledOutTexts } from './corpus-singled-out.ts'

const withChecksum: IdentifierKind[] = ['upn', 'nhs', 'uln']

describe('the arithmetic', () => {
  it('agrees with the published numbers', () => {
    expect(['B801200005001', 'P207000016049', 'A801200005001', 'Q207000016049'].map(isUpn)).toEqual([
      ...[true, true, false, false],
    ])
    expect(['9434765919', '9434765918', '9276308686', '0000000000'].map(isNhsNumber)).toEqual([
      ...[true, false, false, false],
    ])
    expect(['9276308686', '9276308687', '9434765919'].map(isUln)).toEqual([true, false, false])
    // HMRC's own sample has a prefix that is never given out.
    expect(['AB123456C', 'QQ123456A', 'BG123456A', 'AO123456A'].map(isNationalInsurance)).toEqual([
      ...[true, false, false, false],
    ])
  })

  it('takes no UPN whose authority there is not', () => {
    expect(isUpn('B801200005001')).toBe(true)
    // The right check letter over authority 999.
    expect(findIdentifiers('K999200005001 X999200005001 A999200005001')).toEqual([])
  })
})

describe('the corpus of identifiers', () => {
  it.each(identifierCorpus.map(({ text, kinds }) => [JSON.stringify(text), text, kinds] as const))(
    '%s',
    (_, text, kinds) => {
      expect(kindsIn(text).toSorted()).toEqual(kinds.toSorted())
    },
  )

  it('is at least 400 texts with its near-misses, names and texts that single out', () => {
    const all = [
      ...identifierCorpus.map(({ text }) => text),
      ...[...nearMisses, ...narrativesWithNames, ...narrativesWithout],
      ...[...singledOutTexts, ...notSingledOutTexts],
    ]
    expect(new Set(all).size).toBeGreaterThanOrEqual(400)
  })

  it('finds every identifier with a checksum, and prints precision and recall by kind', () => {
    const innocent = [...nearMisses, ...narrativesWithNames, ...narrativesWithout]
    const rows = identifierKinds.map((kind) => {
      const labelled = identifierCorpus.filter(({ kinds }) => kinds.includes(kind))
      const found = labelled.filter(({ text }) => kindsIn(text).includes(kind)).length
      const wrong = [
        ...innocent,
        ...identifierCorpus.filter(({ kinds }) => !kinds.includes(kind)).map(({ text }) => text),
      ].filter((text) => kindsIn(text).includes(kind)).length
      return {
        kind,
        texts: labelled.length,
        recall: found / labelled.length,
        precision: found / (found + wrong),
      }
    })
    console.table(rows)
    expect(rows.filter(({ precision }) => precision < 1)).toEqual([])
    expect(rows.filter(({ kind, recall }) => withChecksum.includes(kind) && recall < 1)).toEqual([])
  })
})

describe('near-misses', () => {
  it.each(nearMisses.map((text) => [JSON.stringify(text), text] as const))('%s', (_, text) => {
    expect(findIdentifiers(text)).toEqual([])
  })

  it.each([...narrativesWithNames, ...narrativesWithout, ...singledOutTexts, ...notSingledOutTexts])(
    '%s',
    (text) => {
      expect(findIdentifiers(text)).toEqual([])
    },
  )
})

describe('spans', () => {
  it('are of the text as it was given, whatever it was written in', () => {
    const text = 'See ９４３\u200B ４７６ ５９１９, then B801\u00AD200005001.'
    const found = findIdentifiers(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])
    expect(found).toEqual([
      ['nhs', '９４３\u200B ４７６ ５９１９'],
      ['upn', 'B801\u00AD200005001'],
    ])
  })

  it('are taken out of what is logged', () => {
    expect(withoutIdentifiers('Key (B801200005001) of amy@school.org exists')).toBe(
      'Key ([upn]) of [email] exists',
    )
  })

  it('take no time, whatever the text', () => {
    for (const piece of [
      'a',
      '1 ',
      'a@',
      'a at ',
      '-at-',
      'A1',
      'dob ',
      '(0',
      'a dot ',
      '1 January ',
      '+44',
    ]) {
      // Of the processor, not of the clock: others may be at work on this machine.
      const start = process.cpuUsage()
      findIdentifiers(piece.repeat(100_000 / piece.length))
      expect([piece, process.cpuUsage(start).user < 2_000_000]).toEqual([piece, true])
    }
  })
})
