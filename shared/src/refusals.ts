/**
 * The refusals that a borough's pages tell before anything is sent: part of the catalogue of problems, in a file of its
 * own so that those pages fetch no other.
 */
export const refusals = {
  'not-yours-to-do': { status: 403, title: 'Your role does not allow this.' },
  'return-not-open': { status: 409, title: 'This return is not open for that just now.' },
  'setting-has-a-head': {
    status: 403,
    title: 'The head of this setting reports these figures. You can see them, and question them.',
  },
  'report-signed-off': {
    status: 409,
    title: 'This report is signed off. Withdraw the sign-off before changing a figure.',
  },
  'report-frozen': { status: 409, title: 'The return is with RMEL, so its settings’ reports are closed.' },
  'certifier-is-the-sender': {
    status: 403,
    title: 'You sent this return for sign-off, so another person must sign it.',
  },
  'reviewer-filed-it': { status: 403, title: 'You helped to file this return, so you cannot review it.' },
  'review-not-taken': {
    status: 409,
    title: 'You do not hold this return: take it first, or ask whoever holds it.',
  },
  'review-taken': { status: 409, title: 'An evaluator has already taken this return.' },
  'review-held-by-nobody': { status: 409, title: 'No evaluator has taken this return, so it can be taken.' },
  'reopening-asked-before': {
    status: 409,
    title: 'RMEL has been asked to open this return again, and has not answered yet.',
  },
  'reopening-not-asked': { status: 409, title: 'Nobody asks to have this return opened again.' },
  'light-tier-has-no-sign-off': {
    status: 409,
    title: 'A light-tier return needs no sign-off: make the declaration and submit it.',
  },
} as const
