/**
 * The catalogue of refusals: status and wording together (RFC 9457). The client switches on `type`;
 * every title is a sentence that a borough officer can read.
 */
import { refusals } from './refusals.ts'

export const problems = {
  ...refusals,
  'invalid-request': { status: 400, title: 'Some of what was sent cannot be used.' },
  'malformed-json': { status: 400, title: 'What was sent is not well-formed JSON.' },
  'too-deep': { status: 400, title: 'What was sent is nested too deeply.' },
  'not-signed-in': { status: 401, title: 'Sign in to continue.' },
  'another-person': {
    status: 403,
    title: 'Somebody else is signed in on this computer now. Sign in yourself to send what you changed.',
  },
  'wrong-code': { status: 401, title: 'That code is not right, or it has expired. Ask for a new one.' },
  'cross-site': { status: 403, title: 'This request did not come from the service’s own pages.' },
  'not-found': { status: 404, title: 'There is nothing at this address that you can see.' },
  'figure-locked': { status: 409, title: 'Only the figures that RMEL opened can be changed.' },
  'return-changed': { status: 409, title: 'This return changed since you opened this page.' },
  'figure-changed': { status: 409, title: 'Somebody else changed this figure since you opened it.' },
  'personal-data': {
    status: 422,
    title: 'This was not sent or kept: it looks like it identifies a person.',
  },
  'file-refused': { status: 422, title: 'This file cannot be read. Nothing was saved.' },
  'figure-not-asked': { status: 422, title: 'This return does not ask for that figure.' },
  'figure-is-derived': { status: 422, title: 'The service works this figure out; it cannot be typed.' },
  'setting-has-no-head': {
    status: 409,
    title: 'This setting has no head in this service to ask. You enter its figures.',
  },
  'nobody-to-remind': { status: 409, title: 'There is nobody to remind.' },
  'reminded-today': { status: 409, title: 'The head was reminded today already.' },
  'setting-changed': {
    status: 409,
    title: 'Somebody else changed what is recorded of this setting since you opened it.',
  },
  'setting-recorded': { status: 409, title: 'A setting with this URN is recorded already.' },
  'findings-outstanding': { status: 422, title: 'Some findings must be dealt with first.' },
  'nothing-to-explain': { status: 409, title: 'There is no finding here that asks for an explanation.' },
  'decision-changed': {
    status: 409,
    title: 'Another decision was made on this figure since you opened this page.',
  },
  'figures-undecided': {
    status: 422,
    title: 'Some figures have to be decided on before this return can be accepted.',
  },
  'needs-thought': {
    status: 409,
    title: 'This return needs thought, so it is not accepted together with others. Open it to decide.',
  },
  'version-superseded': {
    status: 409,
    title: 'Another version of this return was filed since you chose it. Open it to see what changed.',
  },
  'nothing-requested': { status: 422, title: 'Ask for a change on at least one figure first.' },
  'reopening-own-request': {
    status: 403,
    title: 'You asked for this yourself, so another person must decide on it.',
  },
  'holder-cannot-review': {
    status: 422,
    title: 'That person cannot review this return: choose another evaluator.',
  },
  'edition-published': {
    status: 409,
    title: 'A published edition never changes. Write a new one that is based on it.',
  },
  'edition-proposed': {
    status: 409,
    title: 'This edition is proposed, so it cannot be changed. It has to be taken back or refused first.',
  },
  'edition-not-proposed': { status: 409, title: 'This edition has not been proposed.' },
  'edition-changed': { status: 409, title: 'Somebody else changed this draft since you opened it.' },
  'edition-number-taken': {
    status: 409,
    title: 'A check of this edition has the number of another kind of check in a published edition.',
  },
  'edition-not-back-tested': {
    status: 409,
    title: 'Run a back-test of this draft as it stands before you propose it.',
  },
  'edition-period-open': {
    status: 409,
    title: 'Returns are already open for that period, so this edition has to begin later.',
  },
  'edition-approver-is-proposer': {
    status: 403,
    title: 'You proposed this edition, so another evaluator must decide on it.',
  },
  'edition-of-another-proposer': {
    status: 403,
    title: 'Only the person who proposed this edition can take it back.',
  },
  'check-is-of-the-ground': {
    status: 409,
    title: 'This check comes from the edition before. Switch it off in each tier instead.',
  },
  'amendment-published': {
    status: 409,
    title: 'An amendment that is published stays as it is. Begin another one.',
  },
  'amendment-discarded': { status: 409, title: 'This amendment was discarded.' },
  'amendment-proposed': {
    status: 409,
    title:
      'This amendment is proposed, so nothing in it can be altered. It has to be taken back or refused first.',
  },
  'amendment-not-proposed': { status: 409, title: 'This amendment has not been proposed.' },
  'amendment-changed': {
    status: 409,
    title: 'Somebody else has worked on this amendment since you opened it.',
  },
  'amendment-faulty': {
    status: 422,
    title: 'Some of this amendment has to be put right before boroughs can be asked for it.',
  },
  'amendment-publisher-is-proposer': {
    status: 403,
    title: 'You proposed this amendment, so another evaluator must decide on it.',
  },
  'amendment-of-another-proposer': {
    status: 403,
    title: 'Only the person who proposed this amendment can take it back.',
  },
  'waiver-not-open': { status: 409, title: 'This waiver is not open for that any more.' },
  'waiver-needs-another': {
    status: 403,
    title: 'You asked for this waiver, so another person must decide on it.',
  },
  'window-changed': { status: 409, title: 'Somebody else moved this window since you opened it.' },
  'window-closed': {
    status: 409,
    title: 'This window is closed: its due day is past and every return of it is in.',
  },
  'return-was-filed': {
    status: 409,
    title: 'This return was submitted already, so another due day would change nothing.',
  },
  'extension-ended': { status: 409, title: 'This extension does not count any more.' },
  'last-administrator': {
    status: 409,
    title: 'This is the last administrator. Make another person administrator first.',
  },
  'roles-conflict': { status: 409, title: 'These roles check each other. Confirm that you know this.' },
  'leaving-warned': {
    status: 409,
    title: 'A role would be left without anybody. Confirm that you know this.',
  },
  'leaving-recorded': {
    status: 409,
    title: 'It is recorded already that this person leaves. Take that back first.',
  },
  'own-invitation': { status: 403, title: 'You cannot invite yourself. Another person has to.' },
  'letter-settled': {
    status: 409,
    title: 'This letter was sent meanwhile, or somebody else has dealt with it.',
  },
  'code-ran-out': {
    status: 409,
    title: 'A code to sign in has run out by now. The person asks for another one where they sign in.',
  },
  'own-access': { status: 403, title: 'Another person has to confirm your access.' },
  'too-many-events': { status: 422, title: 'One file holds at most 100,000 events. Search for fewer.' },
  'key-used-before': { status: 422, title: 'This Idempotency-Key was used before for something else.' },
  'too-large': { status: 413, title: 'What was sent is too large.' },
  'unsupported-type': { status: 415, title: 'Send JSON, with the content type application/json.' },
  'files-waiting': {
    status: 503,
    title: 'Many files are being read just now. Nothing was saved; send yours again in a minute.',
  },
  'too-many-requests': { status: 429, title: 'Too many attempts. Wait a few minutes and try again.' },
  'no-space': { status: 507, title: 'The service has run out of room and saved nothing. Tell the VRU team.' },
  unavailable: {
    status: 503,
    title: 'The service cannot save just now. Nothing was changed; try again shortly.',
  },
  unexpected: {
    status: 500,
    title: 'Something went wrong on our side. Nothing was saved; quote the reference to the VRU team.',
  },
} as const

export type ProblemType = keyof typeof problems

/** One thing to mend: `field` is the path in what was sent, or a locator. */
export type ProblemItem = { field: string; message: string }

/** A refusal as it is sent: RFC 9457, with the items to mend and, for a conflict, both values. */
export type ProblemBody = {
  type: ProblemType
  title: string
  status: number
  detail?: string
  reference?: string
  errors?: ProblemItem[]
  [member: string]: unknown
}

/** Thrown anywhere; one place makes it a response. `members` become members of the body. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly members: { detail?: string; errors?: ProblemItem[] } & Record<string, unknown>

  constructor(type: ProblemType, members: Problem['members'] = {}) {
    super(members.detail ?? problems[type].title)
    this.name = 'Problem'
    this.type = type
    this.members = members
  }
}
