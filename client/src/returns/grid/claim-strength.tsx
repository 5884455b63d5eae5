import { claimStrengths } from '@inclusion/shared/framework/indicators'
import type { Locator } from '@inclusion/shared/locators'
import type { Finding } from '@inclusion/shared/standards/finding'
import { Select } from '../../ui/select.tsx'
import { figureAt } from '../entry/edits.ts'
import { fieldId } from '../field-ids.ts'
import { useGrid } from './grid-context.ts'

/** Of clause 8, Evidenced, only a claim without a comparison stands at a text or a note. */
const speaksOfClaim = ({ clause, part, locator }: Finding, at: Locator): boolean =>
  clause === '8' && locator === at && (part === 'text' || part === 'note')

const options = [
  { value: '', label: 'Not said' },
  ...Object.entries(claimStrengths).map(([value, label]) => ({ value, label })),
]

/** How strong a claim is: offered where a text names a cause, and kept in sight once it is answered. */
export function ClaimStrength({ locator }: { locator: Locator }) {
  const { entry, isOpen } = useGrid()
  const given = figureAt(entry.input, locator).evidence?.claimStrength ?? ''
  const isAsked = entry.findings.some((finding) => speaksOfClaim(finding, locator))
  if (!isOpen(locator) || (given === '' && !isAsked)) return null
  return (
    <Select
      id={fieldId(locator, 'claimStrength')}
      label="How strong is this claim?"
      hint="Say what it rests on. The label goes with the text wherever it is read."
      value={given}
      options={options}
      onChange={(claimStrength) => {
        entry.change(locator, { evidence: { claimStrength } })
        entry.saver.flush()
      }}
    />
  )
}

/** The label beside a text that is only read. */
export function ReadClaim({ strength }: { strength: string | undefined }) {
  const label = Object.entries(claimStrengths).find(([value]) => value === strength)?.[1]
  return label ? <p className="govuk-hint">How strong this claim is: {label.toLowerCase()}.</p> : null
}
