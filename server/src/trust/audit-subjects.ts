/**
 * What an event is about, beside its own subject: whose return, which figures, which people. Kept in `audit_subjects`
 * so that a search finds it at once; the event, and its hash, are as they would be without.
 */
import { upsertRows } from '@inclusion/db/insert-rows'
import type { Trx } from '@inclusion/db/open'
import type { AuditEntry } from './audit.ts'

/** A key of `audit_subjects`. */
export type AuditKey = `return:${string}` | `figure:${string}` | `indicator:${string}` | `person:${string}`

const returnId = /[A-Z]{2,5}-E\d{8}-(?:FY\d{4}-\d{2}-Q[1-4]|AY\d{4}-\d{2}-(?:autumn|spring|summer))/g

/** The returns, figures and people of an event; the person who acts is one of them. */
export function keysOf({ personId, subject, detail }: AuditEntry): AuditKey[] {
  const returns = [subject, detail['return'], ...listed(detail['returns'])].flatMap((text) =>
    typeof text === 'string' ? (text.match(returnId) ?? []) : [],
  )
  const people = [
    personId,
    subject.startsWith('person:') ? subject.slice('person:'.length) : null,
    detail['personId'],
    ...listed(detail['people']),
  ]
  const figures = [
    ...listed(detail['figures']).map(partOf(0)),
    ...listed(detail['explained']).map(partOf(1)),
    ...listed(detail['decisions']).map(partOf(0)),
    detail['locator'],
    ...listed(detail['locators']),
  ]
  return [
    ...new Set<AuditKey>([
      ...returns.map((id) => `return:${id}` as const),
      ...people.filter(isText).map((id) => `person:${id}` as const),
      ...figures.filter(isText).flatMap(keysOfFigure),
    ]),
  ]
}

/** A figure, and the indicator that it is a part of: all of its settings and categories are found by that. */
function keysOfFigure(locator: string): AuditKey[] {
  const own = `figure:${locator}` as const
  return locator.startsWith('attendance@') ? [own] : [own, `indicator:${locator.split(/[@:]/)[0]}`]
}

/** Writes what an event is about, in the event's own transaction. */
export async function writeKeys(trx: Trx, entry: AuditEntry, position: number): Promise<void> {
  const rows = keysOf(entry).map((key) => ({ key, position }))
  await upsertRows(trx, 'audit_subjects', rows, {
    columns: { key: 'text', position: 'number' },
    key: ['key', 'position'],
  })
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const partOf = (index: number) => (line: unknown) => listed(line)[index]
