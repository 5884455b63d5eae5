/** Editions of the Monitoring Minimum Standards and their checks. */

export interface StandardRow {
  id: string
  name: string
  status: 'draft' | 'published'
  effectiveFrom: string
  clauses: string
  publishedAt: string | null
}

export interface CheckRow {
  standardId: string
  code: string
  position: number
  body: string
}
