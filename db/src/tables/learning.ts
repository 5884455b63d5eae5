/** Meetings with local authorities, and what was learned there. */

/** A null authority means all of the programme's. */
export interface MeetingRow {
  id: string
  programme: string
  gssCode: string | null
  heldOn: string
  title: string
  note: string
  recordedBy: string
  recordedAt: string
}
