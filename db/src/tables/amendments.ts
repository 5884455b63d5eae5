/** Amendments to the framework: drafts, and what became of them. */
import type { Generated } from 'kysely'

export interface AmendmentRow {
  id: string
  /** The code of the programme, which may not be there yet. */
  programme: string
  name: string
  /** What it holds, as JSON. */
  content: string
  status: 'draft' | 'proposed' | 'published' | 'discarded'
  /** Moves with every change: the lock on a draft. */
  revision: Generated<number>
  createdBy: string
  createdAt: string
  changedBy: string
  changedAt: string
  proposedBy: string | null
  proposedAt: string | null
  publishedBy: string | null
  publishedAt: string | null
  refusedBy: string | null
  refusal: string | null
}
