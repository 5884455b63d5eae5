/** What is known beside a worked example's return: its plans, peers, grant and people, in words. */
import type { PreparedInput } from '@inclusion/shared/standards/prepared-input'
import { placeName } from '@inclusion/shared/standards/words'
import { shortDate } from '@inclusion/shared/time'
import type { Fact } from './example-facts.ts'
import { grantFacts, learningFacts, signingFacts } from './example-grant.ts'
import { planFacts } from './example-plans.ts'

/** In the order in which a reader asks for them; nothing for what was not loaded or is not there. */
export const knownFacts = (prepared: PreparedInput): Fact[] => [
  ...planFacts(prepared),
  ...grantFacts(prepared.input),
  ...learningFacts(prepared.input),
  ...prepared.input.explanations.map(({ check, locator, text }) => ({
    key: `Explanation of check ${check}, ${placeName(prepared, locator)}`,
    value: `“${text}”`,
  })),
  ...prepared.input.waivers.map(({ check, until, reason }) => ({
    key: `Waiver of check ${check}`,
    value: `Until ${shortDate(until)}: “${reason}”`,
  })),
  ...signingFacts(prepared.input),
]
