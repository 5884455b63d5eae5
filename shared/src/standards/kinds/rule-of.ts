/** The rule of one kind of check. */
import type { CheckKind, CheckRule } from '../check.ts'

/** The rule of one kind, with its parameters. */
export type RuleOf<Kind extends CheckKind> = Extract<CheckRule, { kind: Kind }>
