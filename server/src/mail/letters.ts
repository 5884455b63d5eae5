/** What each letter says, by the event it tells of. Text only, plain English, no figures and no names of pupils. */
import { londonDate, londonTime, longDate, type Instant, type LocalDate } from '@inclusion/shared/time'

export type Written = { subject: string; text: string }

/** `returnLabel`: "Camden, AP/PRU Mentoring, October to December 2025". `url`: where the return opens. */
export type AboutReturn = { returnLabel: string; url: string }

const signature = 'Inclusion Returns, London Violence Reduction Unit'

export const letter = (subject: string, ...paragraphs: string[]): Written => ({
  subject: oneLine(subject),
  text: `${[...paragraphs, signature].join('\n\n')}\n`,
})

/** A subject is a header of the mail: never more than one line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 200)

export const codeSubject = 'Your code to sign in'

export const oneTimeCode = ({ code, minutes }: { code: string; minutes: number }): Written =>
  letter(
    codeSubject,
    `Your code to sign in to Inclusion Returns is ${code}`,
    `It works once, for ${minutes} minutes. Never tell it to anybody: we shall not ask you for it.`,
    'If you did not ask for a code, you need do nothing.',
  )

export const windowOpened = (about: AboutReturn & { dueOn: LocalDate; isLate: boolean }): Written =>
  letter(
    `Return open: ${about.returnLabel}`,
    `The return for ${about.returnLabel} can now be filled in. It ${about.isLate ? 'was' : 'is'} due by the end of ${longDate(about.dueOn)}.`,
    about.url,
  )

export const sentForSignOff = (about: AboutReturn & { sender: string }): Written =>
  letter(
    `For your sign-off: ${about.returnLabel}`,
    `${oneLine(about.sender)} has sent you the return for ${about.returnLabel}. Please check it, then sign it or send it back with a reason.`,
    about.url,
  )

export const declined = (about: AboutReturn & { certifier: string; reason: string }): Written =>
  letter(
    `Sent back: ${about.returnLabel}`,
    `${oneLine(about.certifier)} has sent the return for ${about.returnLabel} back to you:`,
    about.reason,
    about.url,
  )

/** Whoever filed it, others of the borough, or those who review it. */
export type ReaderOfReceipt = 'filer' | 'borough' | 'RMEL'

/** Proof of what was filed, kept outside of this service: to whoever filed it as well. */
export const submitted = (
  about: AboutReturn & { certifier: string; reader: ReaderOfReceipt; receipt: FiledReceipt },
): Written => {
  const who = about.reader === 'filer' ? 'You have' : `${oneLine(about.certifier)} has`
  const next =
    about.reader === 'RMEL'
      ? 'It waits for review.'
      : 'Please keep this letter: it is proof of what was filed, and when.'
  const { reference, sha256, submittedAt, version, checkUrl } = about.receipt
  return letter(
    `Submitted: ${about.returnLabel}`,
    `${who} submitted the return for ${about.returnLabel} to RMEL. ${next}`,
    [
      `Receipt: ${reference}`,
      `Submitted: ${longDate(londonDate(submittedAt))}, ${londonTime(submittedAt)}`,
      `Version: ${version}`,
      `SHA-256 of the return as filed: ${sha256}`,
    ].join('\n'),
    `Anybody can check the receipt, or a file of the return, without signing in:\n${checkUrl}`,
    `The return itself:\n${about.url}`,
  )
}

/** `checkUrl`: where anybody sees that it is genuine. */
export type FiledReceipt = {
  reference: string
  sha256: string
  submittedAt: Instant
  version: number
  checkUrl: string
}

export const changesRequested = (about: AboutReturn & { evaluator: string; figures: number }): Written =>
  letter(
    `Changes requested: ${about.returnLabel}`,
    `${oneLine(about.evaluator)} asks about ${counted(about.figures)} in the return for ${about.returnLabel}. Only what is asked about is open for changes.`,
    about.url,
  )

/** A question while RMEL keeps the return: nothing opens with it. */
export const asked = (
  about: AboutReturn & { evaluator: string; figures: number; figure: string },
): Written => {
  const what = about.figures === 1 ? `"${oneLine(about.figure)}"` : counted(about.figures)
  return letter(
    `A question from RMEL: ${about.returnLabel}`,
    `${oneLine(about.evaluator)} asks about ${what} in the return for ${about.returnLabel}. Please answer beside the figure. The return stays with RMEL meanwhile: nothing has to be sent again.`,
    about.url,
  )
}

/** To the heads of a setting that has not reported yet. */
export const reminder = (
  about: AboutReturn & { setting: string; sender: string; dueOn: LocalDate; isLate: boolean },
): Written =>
  letter(
    `Your report: ${about.setting}, ${about.returnLabel}`,
    `${oneLine(about.sender)} asks for the report of ${oneLine(about.setting)} for ${about.returnLabel}. The borough’s return ${about.isLate ? 'was' : 'is'} due by the end of ${longDate(about.dueOn)}.`,
    'Drop your register export on the page, or type the counts. The register is counted in your browser and never leaves your computer.',
    about.url,
  )

/** To the heads of a setting: the borough asks about one of its figures. */
export const settingAsked = (about: AboutReturn & { lead: string; figure: string }): Written =>
  letter(
    `A question from your borough: ${about.returnLabel}`,
    `${oneLine(about.lead)} asks about "${oneLine(about.figure)}" in your report for ${about.returnLabel}. Please answer beside the figure. Only you can change it.`,
    about.url,
  )

/** A further question, or the answer to one. */
export const answer = (about: AboutReturn & { writer: string; figure: string }): Written =>
  letter(
    `New message: ${about.returnLabel}`,
    `${oneLine(about.writer)} has written about "${oneLine(about.figure)}" in the return for ${about.returnLabel}.`,
    about.url,
  )

export const accepted = (about: AboutReturn): Written =>
  letter(
    `Accepted: ${about.returnLabel}`,
    `RMEL has accepted the return for ${about.returnLabel}. There is nothing more for you to do.`,
    about.url,
  )

/** To whoever held a review, and to whoever holds it now; `holder` is null where it waits in the queue again. */
export const handedOver = (
  about: AboutReturn & { by: string; holder: string | null; reason: string },
): Written =>
  letter(
    `Review handed over: ${about.returnLabel}`,
    `${oneLine(about.by)} has handed over the review of the return for ${about.returnLabel}. ${about.holder === null ? 'It waits in the queue again, and any evaluator may take it.' : `${oneLine(about.holder)} holds it now.`} What was decided and asked so far stays with it.`,
    ...(about.reason === '' ? [] : [about.reason]),
    about.url,
  )

/** A lead's wish, to RMEL. */
export const reopenAsked = (about: AboutReturn & { lead: string; reason: string }): Written =>
  letter(
    `Asked to reopen: ${about.returnLabel}`,
    `${oneLine(about.lead)} asks you to reopen the return for ${about.returnLabel}:`,
    about.reason,
    about.url,
  )

/** To the leads: the return stays as it was accepted. */
export const reopeningDeclined = (about: AboutReturn & { evaluator: string; reason: string }): Written =>
  letter(
    `Not reopened: ${about.returnLabel}`,
    `${oneLine(about.evaluator)} does not reopen the return for ${about.returnLabel}. It stands as it was accepted:`,
    about.reason,
    about.url,
  )

export const reopened = (about: AboutReturn & { figures: number; reason: string }): Written =>
  letter(
    `Reopened: ${about.returnLabel}`,
    `RMEL has reopened ${counted(about.figures)} in the return for ${about.returnLabel}:`,
    about.reason,
    about.url,
  )

/** To those who can put it right: a check blocks a return and cannot be made. */
export const checkFailed = (
  about: AboutReturn & { standard: string; checks: readonly string[] },
): Written => {
  const which = about.checks.length === 1 ? `Check ${about.checks[0]}` : `Checks ${about.checks.join(', ')}`
  return letter(
    `A check could not be made: ${about.returnLabel}`,
    `${which} of ${oneLine(about.standard)} could not be made on the return for ${about.returnLabel}. The borough cannot file it until this is put right. The log of the service says why.`,
    'You are told once of each check, however many returns it concerns. Your work lists them all.',
    about.url,
  )
}

/** `from`: the period an edition of the standard begins with, in words. */
export type AboutEdition = { name: string; from: string; url: string }

export const editionProposed = (about: AboutEdition & { proposer: string }): Written =>
  letter(
    `For your decision: ${about.name}`,
    `${oneLine(about.proposer)} proposes ${oneLine(about.name)} of the Monitoring Minimum Standards, for returns from ${about.from} on. It was back-tested. Please read what it changes, then approve it or refuse it with a reason.`,
    about.url,
  )

export const editionRefused = (about: AboutEdition & { by: string; reason: string }): Written =>
  letter(
    `Not approved: ${about.name}`,
    `${oneLine(about.by)} did not approve ${oneLine(about.name)} of the Monitoring Minimum Standards. It is a draft again:`,
    about.reason,
    about.url,
  )

export const editionPublished = (about: AboutEdition): Written =>
  letter(
    `Published: ${about.name}`,
    `${oneLine(about.name)} of the Monitoring Minimum Standards is published. Returns are judged by it from ${about.from} on; earlier returns keep the edition they were filed under.`,
    about.url,
  )

export type AboutAmendment = { name: string; url: string }

export const amendmentProposed = (about: AboutAmendment & { proposer: string }): Written =>
  letter(
    `For your decision: ${about.name}`,
    `${oneLine(about.proposer)} proposes an amendment to the framework: ${oneLine(about.name)}. Please read what boroughs will see of it, then publish it or send it back with a reason.`,
    about.url,
  )

export const amendmentRefused = (about: AboutAmendment & { by: string; reason: string }): Written =>
  letter(
    `Not published: ${about.name}`,
    `${oneLine(about.by)} sent back ${oneLine(about.name)}. It is a draft again:`,
    about.reason,
    about.url,
  )

export const amendmentPublished = (about: AboutAmendment): Written =>
  letter(
    `Published: ${about.name}`,
    `${oneLine(about.name)} is published. Returns that open from now on ask for what it says; those that are open stay as they are. Leads are written to when their windows open.`,
    about.url,
  )

type AboutWaiver = { check: string; place: string; until: LocalDate; url: string }

/** To those who may grant it. */
export const waiverRequested = (about: AboutWaiver & { requester: string }): Written =>
  letter(
    `A waiver is asked for: check ${about.check}`,
    `${oneLine(about.requester)} asks that check ${about.check} need not be met until ${longDate(about.until)}, for ${oneLine(about.place)}. Another person has to decide: please read the reason, then approve or refuse it.`,
    about.url,
  )

const decidedWords = { approve: 'approved', refuse: 'refused', end: 'ended' }

/** To the person who asked. */
export const waiverDecided = (
  about: AboutWaiver & { act: keyof typeof decidedWords; decider: string; reason: string },
): Written =>
  letter(
    `Waiver ${decidedWords[about.act]}: check ${about.check}`,
    `${oneLine(about.decider)} has ${decidedWords[about.act]} the waiver of check ${about.check} for ${oneLine(about.place)}${about.act === 'approve' ? `. It counts until the end of ${longDate(about.until)}` : ''}.`,
    ...(about.reason === '' ? [] : [about.reason]),
    about.url,
  )

const counted = (figures: number): string => (figures === 1 ? 'one figure' : `${figures} figures`)
