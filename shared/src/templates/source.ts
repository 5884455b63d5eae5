/** What a template is made from: a return as its page sees it. */
import type { BaselineOnRecord, CheckInput } from '../standards/check-input.ts'
import type { Locator } from '../locators.ts'
import { isUnlocked, type ReturnStatus } from '../returns.ts'
import { unlockedWords } from '../unlocked-words.ts'
import type { Template } from './template.ts'

export type TemplateSource = Pick<Template, 'authority' | 'programme' | 'period'> & {
  id: string
  checkInput: CheckInput
  marks: Readonly<Record<Locator, { revision: number }>>
  baselines: readonly BaselineOnRecord[]
  /** Profiles of the period, by indicator. */
  profile: Readonly<Record<string, number>>
  /** The settings' reports: who signed each, and whether the borough gave it in the setting's place. */
  reports: readonly SourceReport[]
  /** Why a figure cannot be typed now, in words; null where it can. */
  whyClosed: (locator: Locator) => string | null
}

export type SourceReport = {
  urn: string
  name: string
  status: 'not-started' | 'in-progress' | 'signed-off'
  signedOffBy: string | null
  onBehalf: boolean
  missingReason: string | null
}

type Closing = {
  mayEdit: boolean
  status: ReturnStatus
  unlocked: readonly Locator[]
  checkInput: Pick<CheckInput, 'asked'>
}

/** Why each figure of a return is closed to its reader. `unlocked`: what is open while changes are requested. */
export function whyClosedIn({ mayEdit, status, unlocked, checkInput }: Closing): TemplateSource['whyClosed'] {
  if (!mayEdit) return () => 'This return cannot be changed just now.'
  const open = unlockedWords(checkInput.asked, unlocked)
  return (locator) => (isUnlocked(status, unlocked, locator) ? null : `Closed. ${open}`)
}
