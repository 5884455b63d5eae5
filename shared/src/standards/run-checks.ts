/**
 * The engine of checks: one function for typing, paste, file and API, in the browser and on the server.
 * Pure: the same standard and input give the same findings in the same order.
 */
import { readLocator } from '../locators.ts'
import { Check, type CheckWords, type Standard } from './check.ts'
import type { CheckInput, WaiverInForce } from './check-input.ts'
import { seenInputs, settingOfPlace, type Finding } from './finding.ts'
import { findFaults } from './kinds/kinds.ts'
import { oneCauseEach } from './kinds/one-cause.ts'
import { once, prepareInput, type Fault, type PreparedInput } from './prepared-input.ts'
import { placeName, settingName } from './words.ts'

/**
 * Every finding of a standard on a return, by asked order, then locator, then check. Every check runs
 * every time. One that cannot be evaluated fails closed: a single blocking finding in its name.
 * Signing checks run only when the input says who signs. Severities are those of the input's tier.
 * `onFailure` hears why a check could not be evaluated: the finding does not say.
 */
export function runChecks(standard: Standard, input: CheckInput, onFailure?: OnFailure): Finding[] {
  const prepared = prepareInput(input)
  const explained = once(() => explanations(input))
  const spoken = standard.checks.flatMap((check) =>
    runCheck(standard, check, { prepared, explained, onFailure }).map((finding) => ({
      // A broken check may have no rule at all: it still fails closed.
      kind: attempt(() => check.rule.kind),
      finding,
    })),
  )
  return inOrder(prepared, oneCauseEach(spoken))
}

export type OnFailure = (check: string, error: unknown) => void

type Run = {
  prepared: PreparedInput
  explained: () => ReadonlyMap<string, Finding['explanation']>
  onFailure: OnFailure | undefined
}

function runCheck({ id }: Standard, check: Check, { prepared, explained, onFailure }: Run): Finding[] {
  try {
    if (check.stage === 'signing' && prepared.input.signing === null) return []
    if (check.severity[prepared.input.tier] === 'off') return []
    const { code, clause, stage, rule, severity: byTier, words } = parsed(check)
    const severity = byTier[prepared.input.tier]
    if (severity === 'off') return []
    return findFaults(rule, prepared).map((fault) => ({
      check: code,
      clause,
      edition: id,
      stage,
      severity,
      ...inWords(words, fault, prepared),
      failedClosed: false,
      explanation: explained().get(explanationKey(code, fault)) ?? null,
      waiver: waiverFor(prepared, code, fault.locator),
    }))
  } catch (error) {
    onFailure?.(check.code, error)
    return [{ ...couldNotCheck(id, check), waiver: waiverFor(prepared, check.code, null) }]
  }
}

/** Checks are parsed once: an object that was found sound stays so. */
const sound = new WeakMap<Check, Check>()

function parsed(check: Check): Check {
  const known = sound.get(check)
  if (known) return known
  const found = Check.parse(check)
  sound.set(check, found)
  return found
}

/** The fault in the check's own words, where it has any over those of its kind. */
function inWords({ message, fix }: CheckWords, fault: Fault, prepared: PreparedInput): Fault {
  if (message === null && fix === null) return fault
  const figure = fault.locator === null ? 'This return' : placeWordsOf(prepared, fault.locator)
  const said = (message ?? '{said}').replaceAll('{figure}', figure).replaceAll('{said}', fault.message)
  return { ...fault, message: said, fix: fix ?? fault.fix }
}

function placeWordsOf(prepared: PreparedInput, locator: string): string {
  const urn = settingOfPlace(locator)
  return urn === null ? placeName(prepared, locator) : settingName(prepared, urn)
}

/**
 * The waiver that covers a check at a place; one for no indicator and no setting covers every place. Waivers
 * that cannot be read waive nothing.
 */
function waiverFor({ input }: PreparedInput, code: string, locator: string | null): Finding['waiver'] {
  const place = locator === null ? null : attempt(() => readLocator(locator))
  const indicator = place?.kind === 'figure' ? place.indicator : null
  const urn = place?.urn ?? (locator === null ? null : settingOfPlace(locator))
  const waivers = attempt((): readonly WaiverInForce[] => input.waivers)
  const found = waivers?.find(
    (waiver) =>
      waiver.check === code &&
      (waiver.indicator === null || waiver.indicator === indicator) &&
      (waiver.urn === null || waiver.urn === urn),
  )
  return found ? { reason: found.reason, until: found.until } : null
}

function couldNotCheck(edition: string, { code, clause, stage, title }: Check): Omit<Finding, 'waiver'> {
  return {
    check: code,
    clause,
    edition,
    stage,
    severity: 'block',
    locator: null,
    part: null,
    inputs: [],
    message: `We could not check this: ${title} (check ${code}).`,
    fix: 'This is a fault in the service, not in your figures. The VRU has to put it right before you can file.',
    failedClosed: true,
    explanation: null,
  }
}

/** The same check, at the same place, on the same inputs: an explanation lapses when its figures change. */
const explanationKey = (code: string, { locator, inputs }: Pick<Fault, 'locator' | 'inputs'>): string =>
  JSON.stringify([code, locator ?? '', seenInputs(inputs)])

function explanations({ explanations: kept }: CheckInput): ReadonlyMap<string, Finding['explanation']> {
  return new Map(
    kept.map(({ check, locator, reason, text, inputs }) => [
      JSON.stringify([check, locator, inputs]),
      { reason, text },
    ]),
  )
}

function inOrder(prepared: PreparedInput, findings: Finding[]): Finding[] {
  const ranks = attempt(
    () => new Map([...prepared.definitions().keys()].map((indicator, at) => [indicator, at])),
  )
  const keyed = findings.map((finding) => ({ finding, rank: rankOf(finding.locator, ranks ?? new Map()) }))
  return keyed
    .toSorted(
      (left, right) =>
        left.rank - right.rank ||
        compareText(left.finding.locator ?? '', right.finding.locator ?? '') ||
        compareCodes(left.finding.check, right.finding.check) ||
        compareText(left.finding.part ?? '', right.finding.part ?? ''),
    )
    .map(({ finding }) => finding)
}

/** Figures in asked order, then settings' reports and attendance, then the return as a whole. */
function rankOf(locator: string | null, ranks: ReadonlyMap<string, number>): number {
  if (locator === null) return ranks.size + 1
  const place = settingOfPlace(locator) === null ? attempt(() => readLocator(locator)) : null
  return place?.kind === 'figure' ? (ranks.get(place.indicator) ?? ranks.size) : ranks.size
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

function compareCodes(left: string, right: string): number {
  const [clause = 0, check = 0] = left.split('.').map(Number)
  const [otherClause = 0, otherCheck = 0] = right.split('.').map(Number)
  return clause - otherClause || check - otherCheck
}
