/**
 * Every kind of check in plain words: what it looks for, what its parameters mean and how they are typed,
 * and what a new check of it starts with. Data: the editor's form and the page of a check read it.
 */
import type { CheckKind } from '../check.ts'
import { completeAndValid } from './catalogue/complete-and-valid.ts'
import { consistentKinds } from './catalogue/consistent.ts'
import type { Catalogue, Parameter } from './catalogue/entry.ts'
import { measuredKinds } from './catalogue/measured.ts'
import { peopleAndMoney } from './catalogue/people-and-money.ts'
import { plausibleKinds } from './catalogue/plausible.ts'

/** One entry for each kind, in the order of the clauses. */
export const catalogue: Catalogue = {
  ...completeAndValid,
  ...consistentKinds,
  ...plausibleKinds,
  ...measuredKinds,
  ...peopleAndMoney,
}

/** The parameters of a kind with their names in its rule, in the order of the form. */
export function parametersOf(kind: CheckKind): [name: string, parameter: Parameter][] {
  return Object.entries<Parameter>(catalogue[kind].parameters)
}
