import type { Severity } from '@inclusion/shared/standards/check'
import type { Tier } from '@inclusion/shared/framework/tiers'

/** Severities in words, as their tags have them. */
export const severityNames: Record<Severity, string> = {
  block: 'To fix',
  explain: 'To explain',
  note: 'To note',
  off: 'Not checked',
}

export const severityOptions = (Object.keys(severityNames) as Severity[]).map((value) => ({
  value,
  label: severityNames[value],
}))

export const tierLabels: Record<Tier, string> = {
  light: 'Light tier',
  standard: 'Standard tier',
  enhanced: 'Enhanced tier',
}

/** The tiers from the smallest grants to the largest. */
export const tiersInOrder = ['light', 'standard', 'enhanced'] as const satisfies readonly Tier[]
