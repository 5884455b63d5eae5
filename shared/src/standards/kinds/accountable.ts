/** Clause 10, Accountable: who signs, what they declare, and that it is what was sent to them. */
import { settingPlace } from '../finding.ts'
import type { Fault, PreparedInput } from '../prepared-input.ts'
import { placeName, settingName } from '../words.ts'

const ofWhole = { locator: null, part: null }

/** 10.1: nobody certified the return, or the person who sent it did. */
export function certifierIsSender({ input: { signing } }: PreparedInput): Fault[] {
  if (!signing || (signing.certifier !== null && signing.certifier !== signing.sentBy)) return []
  const isNobody = signing.certifier === null
  return [
    {
      ...ofWhole,
      inputs: [{ locator: '', part: 'certifier', label: 'Certifier', value: signing.certifier }],
      message: isNobody
        ? 'Nobody has certified this return.'
        : 'The person who certifies this return is the person who sent it for sign-off.',
      fix: 'Ask another person who may certify for your authority to sign it.',
    },
  ]
}

/** 10.2: the declaration is not made. */
export function declarationMissing({ input: { signing } }: PreparedInput): Fault[] {
  if (!signing || signing.declared) return []
  return [
    {
      ...ofWhole,
      inputs: [{ locator: '', part: 'declared', label: 'Declaration', value: 'not made' }],
      message: 'The declaration has not been made.',
      fix: 'Read the declaration and confirm it before you submit.',
    },
  ]
}

/** 10.3: figures, or a setting's report, changed after they were sent for sign-off. */
export function changedSinceSent(prepared: PreparedInput): Fault[] {
  const changed = prepared.input.signing?.changedSinceSent ?? []
  return [...new Set(changed)].map((place) => {
    const isSetting = /^\d{6}$/.test(place)
    const name = isSetting ? `The report of ${settingName(prepared, place)}` : placeName(prepared, place)
    const locator = isSetting ? settingPlace(place) : place
    return {
      locator,
      part: null,
      inputs: [{ locator, part: 'changed', label: name, value: 'changed' }],
      message: `${name} changed after the return was sent for sign-off.`,
      fix: 'Send the return back, so that it is checked and sent for sign-off again.',
    }
  })
}
