/** Clause 9, Private: what a text must not hold. What each kind found is named; an identifier is never repeated. */
import { findIdentifiers, kindWords } from '../../privacy/find-identifiers.ts'
import { findNames } from '../../privacy/find-names.ts'
import { fingerprint } from '../../privacy/fingerprint.ts'
import type { Span } from '../../privacy/normalise.ts'
import { findSingledOut } from '../../privacy/singled-out.ts'
import { explanationsOf, textsOf, type PlacedText } from '../../privacy/texts-of.ts'
import { settingOfPlace } from '../finding.ts'
import type { Fault, PreparedInput } from '../prepared-input.ts'
import { listWords, placeName, settingName } from '../words.ts'

type Words = { says: (text: string) => string | null; fix: string }

/** 9.1: an identifier. The service refuses it before it is stored, so this speaks while it is typed. */
export function personalIdentifier(prepared: PreparedInput): Fault[] {
  return faultsOf(prepared, {
    says: saysIdentifier,
    fix: 'Take it out: describe what happened without saying who.',
  })
}

/** 9.2: a probable name. */
export function probableName(prepared: PreparedInput): Fault[] {
  return faultsOf(prepared, {
    says: saysName,
    fix: 'Take the name out. If it names nobody (a school or a street may carry it too), explain that.',
  })
}

/** 9.3: one child among few. */
export function singledOut(prepared: PreparedInput): Fault[] {
  return faultsOf(prepared, {
    says: saysSingledOut,
    fix: 'Write of a group, or leave out what sets the child apart.',
  })
}

const mostRemembered = 300

/** Texts of a return are read again at every key, and all but one are as they were: the last are remembered. */
function remembering(says: Words['says']): Words['says'] {
  const said = new Map<string, string | null>()
  return function sayAgain(text) {
    const known = said.get(text)
    if (known !== undefined) return known
    if (said.size >= mostRemembered) said.clear()
    const found = says(text)
    said.set(text, found)
    return found
  }
}

const saysIdentifier = remembering((text) => {
  const kinds = new Set(findIdentifiers(text).map(({ kind }) => kindWords[kind]))
  return kinds.size === 0 ? null : `holds what looks like ${listWords([...kinds])}`
})
const saysName = remembering((text) => quoting('may name a person', text, findNames(text)))
const saysSingledOut = remembering((text) => quoting('may single out a child', text, findSingledOut(text)))

const mostQuoted = 3

function quoting(says: string, text: string, spans: readonly Span[]): string | null {
  if (spans.length === 0) return null
  const quotes = new Set(spans.map(({ start, end }) => `“${text.slice(start, end).replaceAll(/\s+/g, ' ')}”`))
  const shown = [...quotes].slice(0, mostQuoted)
  if (quotes.size > mostQuoted) shown.push(`${quotes.size - mostQuoted} more`)
  return `${says} (${listWords(shown)})`
}

/** One fault at a place, whatever its texts hold. It remembers the texts at fault by fingerprint only. */
function faultsOf(prepared: PreparedInput, { says, fix }: Words): Fault[] {
  const found = [...textsOf(prepared.input), ...explanationsOf(prepared.input)].flatMap((placed) => {
    const said = says(placed.text)
    return said === null ? [] : [{ placed, said }]
  })
  const places = Map.groupBy(found, ({ placed }) => placed.locator)
  return [...places].map(([locator, faults]) => ({
    locator,
    part: locator === null ? null : faults[0]!.placed.part,
    inputs: faults.map(({ placed }) => seenText(prepared, placed)),
    message: `${nameOfPlace(prepared, locator)}: ${listWords(faults.map(({ placed, said }) => `${placed.name} ${said}`))}.`,
    fix,
  }))
}

const seenText = (prepared: PreparedInput, { locator, part, name, text }: PlacedText) => ({
  locator: locator ?? '',
  part,
  label: `${nameOfPlace(prepared, locator)}: ${name}`,
  value: fingerprint(text),
})

function nameOfPlace(prepared: PreparedInput, locator: string | null): string {
  if (locator === null) return 'This return'
  const urn = settingOfPlace(locator)
  return urn === null ? placeName(prepared, locator) : settingName(prepared, urn)
}
