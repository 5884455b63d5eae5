/** Probable names and texts that single a child out: measured on invented narratives, with floors that hold. */
import { findNames } from '@inclusion/shared/privacy/find-names'
import { hintOf } from '@inclusion/shared/privacy/hint-of'
import { findSingledOut } from '@inclusion/shared/privacy/singled-out'
import { settings } from '@inclusion/db/reference/settings'
import { describe, expect, it } from 'vitest'
import { heldOutWithNames, heldOutWithout } from './corpus-held-out.ts'
import { nearMisses } from './corpus-near-misses.ts'
import { namesKnownToBeMissed, narrativesWithNames, narrativesWithout } from './corpus-names.ts'
import { notSingledOutTexts, singledOutTexts } from './corpus-singled-out.ts'

type Find = (text: string) => unknown[]

function measured(find: Find, positive: readonly string[], negative: readonly string[]) {
  const missed = positive.filter((text) => find(text).length === 0)
  const wrong = negative.filter((text) => find(text).length > 0)
  const found = positive.length - missed.length
  return {
    texts: positive.length + negative.length,
    recall: found / positive.length,
    precision: found / (found + wrong.length),
    missed,
    wrong,
  }
}

describe('names', () => {
  const innocent = [...narrativesWithout, ...nearMisses, ...notSingledOutTexts]
  const names = measured(findNames, [...narrativesWithNames, ...namesKnownToBeMissed], innocent)
  const known = measured(findNames, narrativesWithNames, innocent)

  it('are found as often, and as rightly, as docs/checks.md says', () => {
    const { missed, wrong, ...numbers } = names
    console.table([{ what: 'names', ...numbers }])
    if (missed.length + wrong.length > 0) console.log({ missed, wrong })
    expect(names.precision).toBeGreaterThanOrEqual(0.95)
    expect(names.recall).toBeGreaterThanOrEqual(0.85)
    expect(known.recall).toBeGreaterThanOrEqual(0.97)
  })

  it('are found in texts that the detector was not written beside', () => {
    const { missed, wrong, ...numbers } = measured(findNames, heldOutWithNames, heldOutWithout)
    console.table([{ what: 'names, held out', ...numbers }])
    console.log({ missed, wrong })
    expect(numbers.recall).toBeGreaterThanOrEqual(0.65)
    expect(numbers.precision).toBeGreaterThanOrEqual(0.95)
  })

  it('are not seen in the names of London’s settings', () => {
    const seen = settings
      .map(({ name }) => name)
      .filter((name) => findNames(`We visited ${name}.`).length > 0)
    expect(seen).toEqual([])
  })

  it('are told whole, and where they stand', () => {
    const text = 'The head, Helen Achebe, and Mr Okafor met Zoë’s mum.'
    expect(findNames(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      ...['Helen Achebe', 'Mr Okafor', 'Zoë'],
    ])
  })
})

describe('texts that single a child out', () => {
  const singled = measured(findSingledOut, singledOutTexts, [
    ...notSingledOutTexts,
    ...narrativesWithout,
    ...nearMisses,
  ])

  it('are found as often, and as rightly, as docs/checks.md says', () => {
    const { missed, wrong, ...numbers } = singled
    console.table([{ what: 'singled out', ...numbers }])
    if (missed.length + wrong.length > 0) console.log({ missed, wrong })
    expect(singled.precision).toBeGreaterThanOrEqual(0.95)
    expect(singled.recall).toBeGreaterThanOrEqual(0.95)
  })
})

describe('the hint under a text that is being written', () => {
  it('says one thing, and repeats no identifier', () => {
    expect(hintOf('B801200005001 is Jayden')).toBe(
      "This looks like a pupil's UPN. Take it out: it cannot be sent.",
    )
    expect(hintOf('Jayden said so.')).toBe(
      'This may name a person: “Jayden”. Everyone who reads this return would see it.',
    )
    expect(hintOf('The only girl left.')).toContain('This may single out a child: “The only girl”.')
    expect(hintOf('Six pupils left.')).toBeNull()
  })
})
