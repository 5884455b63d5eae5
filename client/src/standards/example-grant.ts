/** The grant, the learning and the people of a worked example, in words. */
import { showNumber } from '@inclusion/shared/figures'
import type { CheckInput } from '@inclusion/shared/standards/check-input'
import { shortDate } from '@inclusion/shared/time'
import type { Fact } from './example-facts.ts'

export function grantFacts({ grant }: CheckInput): Fact[] {
  if (grant === null) return []
  const { startsOn, processesPersonalData, dpiaOn, awards } = grant
  const assessed = dpiaOn === null ? 'none on record' : `on record since ${shortDate(dpiaOn)}`
  return [
    { key: 'Grant begun', value: shortDate(startsOn) },
    ...awards.map(({ financialYear, pence }) => ({
      key: `Award for ${financialYear}`,
      value: pence === null ? 'Not known' : showNumber(pence, 'money'),
    })),
    {
      key: 'Personal data',
      value: processesPersonalData ? `Processed; impact assessment ${assessed}` : 'None is processed',
    },
  ]
}

export function learningFacts({ learning }: CheckInput): Fact[] {
  if (learning === null) return []
  if (!learning.isTrial) return [{ key: 'Programme', value: 'Not a trial' }]
  const { lastOn } = learning
  return [
    { key: 'Programme', value: 'A trial' },
    { key: 'Last meeting or note', value: lastOn === null ? 'None on record' : shortDate(lastOn) },
  ]
}

export function signingFacts({ signing }: CheckInput): Fact[] {
  if (signing === null) return []
  return [
    { key: 'Sent by', value: named(signing.sentBy) },
    { key: 'Certified by', value: named(signing.certifier) },
    { key: 'Declaration', value: signing.declared ? 'Made' : 'Not made' },
    { key: 'Submitted', value: shortDate(signing.submittedOn) },
    { key: 'Due', value: shortDate(signing.dueOn) },
    ...(signing.changedSinceSent.length === 0
      ? []
      : [{ key: 'Changed since it was sent', value: signing.changedSinceSent.join(', ') }]),
  ]
}

const named = (person: string | null) =>
  person === null ? 'Nobody' : person.charAt(0).toUpperCase() + person.slice(1)
