/**
 * Access reviews: what a role lets a person see and do, in words, and how long a confirmation counts. Every half year
 * somebody else confirms that each role is still right.
 */
import type { Role } from './roles.ts'
import { addDays, type LocalDate } from './time.ts'

/** What each role sees and does, after the place it is over: "Camden: fills in and sends its returns". */
export const accessWords: Record<Role, string> = {
  lead: 'sees all of its returns and its settings’ reports, fills in and sends the returns, invites its people',
  certifier: 'sees all of its returns and its settings’ reports, signs the returns or sends them back',
  head: 'sees and fills in the reports of this setting alone, and signs them off',
  evaluator:
    'sees every return, decides on them, writes the standard, approves waivers, reads the audit trail',
  'programme-manager': 'sees every return, manages settings, asks for waivers, reads the audit trail',
  approver: 'sees every return, approves waivers, reads the audit trail',
  administrator: 'sees every return, manages people and settings, reads the audit trail',
  reader: 'sees nothing before it is published',
}

/** What keeps a collection going: windows, extensions and reminders. */
const collecting = [
  'window.change',
  'return.extend',
  'return.end-extension',
  'reminder.',
  'service-level.set',
]

/** What keeps people in order; that somebody accepts an invitation uses no role yet. */
const managing = [
  'invitation.send',
  'invitation.send-again',
  'invitation.withdraw',
  'membership.end',
  'person.leave',
  'person.stay',
  'person.confirm-access',
]

/** The acts by which a role shows that it is used, as the audit trail names them; `x.` is every act on x. */
export const roleActs: Record<Role, readonly string[]> = {
  lead: [
    'return.save-figures',
    'return.explain',
    'return.send-for-sign-off',
    'return.submit',
    'return.withdraw',
    'return.ask-to-reopen',
    'return.ask-setting',
    'return.close-query',
    'return.answer-query',
    'return.remind',
    'setting-report.remind',
    'setting-report.record-missing',
    'setting-report.save-figures',
    'setting-report.sign-off',
    'setting-report.withdraw',
    'upload.',
    'waiver.request',
    'waiver.withdraw',
    ...managing,
  ],
  certifier: ['return.submit', 'return.decline'],
  head: [
    'setting-report.save-figures',
    'setting-report.sign-off',
    'setting-report.withdraw',
    'return.answer-query',
  ],
  evaluator: [
    'return.take',
    'return.request-changes',
    'return.accept',
    'return.reopen',
    'return.decline-reopening',
    'return.hand-over',
    'return.decide-figures',
    'return.settle-query',
    'return.answer-query',
    ...collecting,
    'standard.',
    'amendment.',
    'waiver.approve',
    'waiver.refuse',
    'waiver.end',
    'learning.record',
  ],
  'programme-manager': [
    ...collecting,
    'amendment.',
    'learning.record',
    'setting.',
    'waiver.request',
    'waiver.withdraw',
  ],
  approver: ['waiver.approve', 'waiver.refuse', 'waiver.end'],
  administrator: [...managing, 'person.suspend', 'person.restore', 'letter.', 'setting.', 'return.hand-over'],
  reader: [],
}

/** Whether an act is one by which this role is used. */
export const showsUse = (role: Role, action: string): boolean =>
  roleActs[role].some((act) => (act.endsWith('.') ? action.startsWith(act) : action === act))

export const daysBetweenReviews = 182
/** From this many days before its end, a role is said to end soon. */
export const daysOfEndingSoon = 30

type Reviewed = { startsOn: LocalDate; reviewedOn: LocalDate | null }

/** The day from which a confirmation of a role is overdue: half a year after the last, or after it began. */
export const reviewDueOn = ({ startsOn, reviewedOn }: Reviewed): LocalDate =>
  addDays(reviewedOn ?? startsOn, daysBetweenReviews)
