/** What leads of the demonstration say to a finding, by its check. */
import type { ExplanationReason } from '@inclusion/shared/standards/finding'

type Given = { reason: ExplanationReason; text: string }

const given: Record<string, Given> = {
  '2.2': {
    reason: 'correction',
    text: 'The partner found three families that were left out of its list, and sent a corrected count.',
  },
  '6.1': {
    reason: 'late-data',
    text: 'The settings kept no count of suspensions before mentoring began. We are asking schools for theirs.',
  },
  '6.2': {
    reason: 'other',
    text: 'We have not agreed with the VRU how many parents and carers to plan for; it is on the next agenda.',
  },
  '6.3': {
    reason: 'staffing',
    text: 'A mentor left and the post was empty for some weeks. The new one has begun, and we expect to catch up.',
  },
  '7.2': {
    reason: 'method-changed',
    text: 'Referrals came by telephone while the form was being changed. The new form asks for all of it.',
  },
  '8.2': {
    reason: 'other',
    text: 'The first survey went out in the last week of term. The next one is handed out at the end of sessions.',
  },
  '8.3': {
    reason: 'other',
    text: 'Staff were asked at the end of term, before the half-year break. They are asked again in spring.',
  },
  '12.2': {
    reason: 'late-data',
    text: 'The trainers sent their invoices after the quarter. They are paid in January and fall into the next one.',
  },
}

const usual: Given = {
  reason: 'real-change',
  text: 'We checked the figure with the setting and it is right: few young people make it go up and down.',
}

/** The reason and the sentence that a lead gives. */
export const explanationOf = (check: string): Given => given[check] ?? usual
