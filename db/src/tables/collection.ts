/** When returns are collected, and who is reminded of them. */

export interface WindowChangeRow {
  id: string
  programme: string
  periodId: string
  opensOn: string
  dueOn: string
  opensOnBefore: string
  dueOnBefore: string
  reason: string
  changedBy: string
  changedAt: string
}

export interface ExtensionRow {
  id: string
  returnId: string
  /** The last day of the extension. */
  dueOn: string
  /** The due day that it took the place of. */
  dueOnBefore: string
  reason: string
  approvedBy: string
  approvedAt: string
  endedBy: string | null
  endedAt: string | null
  /** Null while it counts, and where another extension took its place. */
  endReason: string | null
}

export interface ReminderDayRow {
  /** Working days after the due day; before it if negative. */
  workingDays: number
}

export interface ReminderRow {
  personId: string
  /** The London day: a person gets one reminder a day. */
  remindedOn: string
  /** Null where the service sent it by itself. */
  sentBy: string | null
  sentAt: string
}

export interface RemindedReturnRow {
  returnId: string
  personId: string
  remindedOn: string
}
