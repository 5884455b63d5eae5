/** How the URN of one setting succeeds another's, so that both keep one history. Pure; days are London dates. */
import { addDays, shortDate, type LocalDate } from '../time.ts'

/** A setting as far as time goes. `closedOn` is its last day; from `succeededOn` on its successor stands for it. */
export type Place = {
  urn: string
  name: string
  openedOn: LocalDate | null
  closedOn: LocalDate | null
  successorUrn: string | null
  succeededOn: LocalDate | null
}

export type Places = ReadonlyMap<string, Place>

export const placesByUrn = (places: readonly Place[]): Places =>
  new Map(places.map((place) => [place.urn, place]))

/** One thing that cannot be recorded: the field that says it, and a sentence to mend it by. */
export type Fault = { field: string; message: string }

/**
 * The URN that stands for a setting on a day: itself, or the last of its successors up to then. A URN that
 * `stays` ends the search.
 */
export function standsFor(
  places: Places,
  { urn, on }: { urn: string; on: LocalDate },
  stays: (urn: string) => boolean = () => false,
): string {
  const seen = new Set<string>()
  let at = urn
  for (let next = successorOn(places, at, on); next !== null && !stays(at) && !seen.has(next);) {
    seen.add(at)
    at = next
    next = successorOn(places, at, on)
  }
  return at
}

function successorOn(places: Places, urn: string, on: LocalDate): string | null {
  const place = places.get(urn)
  return place?.succeededOn && place.succeededOn <= on ? place.successorUrn : null
}

/** The settings that a setting has directly succeeded, first to last. */
export const predecessorsOf = (places: Places, urn: string): Place[] =>
  [...places.values()]
    .filter(({ successorUrn }) => successorUrn === urn)
    .toSorted((left, right) => (left.succeededOn ?? '').localeCompare(right.succeededOn ?? ''))

const fault = (field: string, message: string): Fault => ({ field, message })

type Succession = { urn: string; successorUrn: string; succeededOn: LocalDate }

/** Why one setting cannot succeed another from a day; null when it can. */
export function wrongSuccession(
  places: Places,
  { urn, successorUrn, succeededOn }: Succession,
): Fault | null {
  const old = places.get(urn)
  const successor = places.get(successorUrn)
  if (!old || !successor) {
    return { field: 'successorUrn', message: 'Record the setting with that URN first, then choose it here.' }
  }
  if (old.successorUrn !== null) {
    return { field: 'successorUrn', message: `${old.name} already has a successor.` }
  }
  if (urn === successorUrn || leadsTo(places, successorUrn, urn)) {
    return {
      field: 'successorUrn',
      message: `${old.name} itself came after ${successor.name}. Choose another.`,
    }
  }
  return wrongDay(places, { old, successor, succeededOn })
}

/** Whether a chain of successors comes from one URN to another, whatever the days. */
function leadsTo(places: Places, from: string, to: string): boolean {
  const seen = new Set<string>()
  let at: string | null = from
  while (at !== null && !seen.has(at)) {
    if (at === to) return true
    seen.add(at)
    at = places.get(at)?.successorUrn ?? null
  }
  return false
}

function wrongDay(
  places: Places,
  { old, successor, succeededOn }: { old: Place; successor: Place; succeededOn: LocalDate },
): Fault | null {
  const after = [old.openedOn, ...predecessorsOf(places, old.urn).map((each) => each.succeededOn)]
  const tooEarly = after.find((day) => day !== null && succeededOn <= day)
  if (tooEarly) {
    return fault(
      'succeededOn',
      `Give a day after ${shortDate(tooEarly)}, on which ${old.name} began in this record.`,
    )
  }
  if (old.closedOn !== null && succeededOn <= old.closedOn) {
    return fault('succeededOn', `Give a day after ${shortDate(old.closedOn)}, the last day of ${old.name}.`)
  }
  if (successor.openedOn !== null && succeededOn < successor.openedOn) {
    return fault(
      'succeededOn',
      `${successor.name} opened on ${shortDate(successor.openedOn)}. Give that day or a later one.`,
    )
  }
  const ended = [successor.closedOn, successor.succeededOn].find((day) => day !== null && day <= succeededOn)
  return ended
    ? fault('succeededOn', `${successor.name} ended on ${shortDate(ended)}. Give an earlier day.`)
    : null
}

/** Why a succession cannot be taken back from its setting; null when it can as far as the settings go. */
export function wrongTakingBack(places: Places, urn: string): Fault | null {
  const place = places.get(urn)
  const successor = places.get(place?.successorUrn ?? '')
  if (!place || !successor) return fault('revision', 'Nothing is recorded as its successor.')
  if (successor.successorUrn === null) return null
  return fault('revision', `${successor.name} has a successor itself. Take that back first.`)
}

/** Why a setting cannot have had its last day then; null when it can. A null day opens it again. */
export function wrongClosure(places: Places, urn: string, closedOn: LocalDate | null): Fault | null {
  const place = places.get(urn)
  if (!place) return null
  const { openedOn, succeededOn, name } = place
  if (succeededOn !== null && (closedOn === null || closedOn >= succeededOn)) {
    const last = shortDate(addDays(succeededOn, -1))
    return fault(
      'closedOn',
      `${name} was succeeded from ${shortDate(succeededOn)}. Give ${last} or an earlier day, or take the succession back.`,
    )
  }
  if (closedOn === null) return null
  const began = [openedOn, ...predecessorsOf(places, urn).map((each) => each.succeededOn)]
  const later = began.find((day) => day !== null && closedOn < day)
  return later
    ? fault('closedOn', `${name} began on ${shortDate(later)}. Give that day or a later one.`)
    : null
}
