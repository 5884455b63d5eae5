/** What a draft would have fired on beside what each return's own edition fired on: by check, authority, return. */
import type { Standard } from '@inclusion/shared/standards/check'
import type { Fired, Result } from './back-test-store.ts'

/** In how many returns something was found: by the present edition, by the draft, newly, no more, more or less severely. */
export type Counts = { present: number; draft: number; added: number; gone: number; moved: number }

export type CheckComparison = Counts & { code: string; title: string }
export type AuthorityComparison = Counts & { gssCode: string; name: string; returns: number }

export type Comparison = {
  returns: number
  checks: CheckComparison[]
  authorities: AuthorityComparison[]
}

/** One finding in a return that differs, or is the same, between the editions. */
export type Change = {
  check: string
  locator: string
  what: 'added' | 'gone' | 'moved' | 'same'
  /** Severities, where each edition has the finding. */
  present: string | null
  draft: string | null
  message: string
}

/** Compares both editions over all results. Findings are the same where check and place are. */
export function compare(results: readonly Result[], draft: Standard): Comparison {
  const changes = results.map((result) => ({ result, changes: changesOf(result) }))
  const codes = new Set(changes.flatMap((each) => each.changes.map(({ check }) => check)))
  const titles = new Map(draft.checks.map(({ code, title }) => [code, title]))
  const known = [...draft.checks.map(({ code }) => code), ...codes]
  const authorities = Map.groupBy(changes, ({ result }) => result.authority.gssCode)
  return {
    returns: results.length,
    checks: [...new Set(known)].map((code) => ({
      code,
      title: titles.get(code) ?? 'Not in this draft',
      ...countReturns(changes.map((each) => each.changes.filter(({ check }) => check === code))),
    })),
    authorities: [...authorities.values()]
      .map((group) => ({
        ...group[0]!.result.authority,
        returns: group.length,
        ...countReturns(group.map((each) => each.changes)),
      }))
      .toSorted((left, right) => left.name.localeCompare(right.name, 'en')),
  }
}

function countReturns(returns: readonly (readonly Change[])[]): Counts {
  const having = (meant: (change: Change) => boolean) =>
    returns.filter((changes) => changes.some(meant)).length
  return {
    present: having(({ present }) => present !== null),
    draft: having(({ draft }) => draft !== null),
    added: having(({ what }) => what === 'added'),
    gone: having(({ what }) => what === 'gone'),
    moved: having(({ what }) => what === 'moved'),
  }
}

/** The findings of one return in both editions, in the order of the draft's, then what is gone. */
export function changesOf({ present, draft }: Pick<Result, 'present' | 'draft'>): Change[] {
  const before = new Map(present.map((fired) => [placeOf(fired), fired]))
  const after = new Set(draft.map(placeOf))
  const now = draft.map((fired): Change => {
    const [check, locator, severity, message] = fired
    const was = before.get(placeOf(fired))?.[2] ?? null
    const what = was === null ? 'added' : was === severity ? 'same' : 'moved'
    return { check, locator, what, present: was, draft: severity, message }
  })
  const gone = present
    .filter((fired) => !after.has(placeOf(fired)))
    .map(([check, locator, severity, message]): Change => ({
      check,
      locator,
      what: 'gone',
      present: severity,
      draft: null,
      message,
    }))
  return [...now, ...gone]
}

const placeOf = ([check, locator]: Fired): string => `${check} ${locator}`
