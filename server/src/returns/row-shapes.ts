/** The columns a save writes, and the revision that guards each row. */
import type { RowShape } from '@inclusion/db/insert-rows'

const mark = { revision: 'number', changedBy: 'text', changedAt: 'text' } as const

/** Where a figure stands, and what it says: the same of a figure being filled in and of an accepted one. */
const figure = {
  returnId: 'text',
  locator: 'text',
  indicator: 'text',
  urn: 'text',
  category: 'text',
  value: 'number',
  numerator: 'number',
  denominator: 'number',
  people: 'number',
  text: 'text',
  missing: 'text',
} as const

export const acceptedShape: RowShape = {
  columns: { ...figure, version: 'number' },
  key: ['returnId', 'locator'],
}

export const pointShape: RowShape = {
  columns: {
    ...figure,
    note: 'text',
    evidence: 'text',
    provenance: 'text',
    onBehalf: 'number',
    ...mark,
  },
  key: ['returnId', 'locator'],
  byRevision: true,
}

export const sessionShape: RowShape = {
  columns: {
    returnId: 'text',
    urn: 'text',
    cohort: 'text',
    academicYear: 'text',
    possible: 'number',
    attended: 'number',
    authorised: 'number',
    unauthorised: 'number',
    byCode: 'text',
    source: 'text',
    provenance: 'text',
    onBehalf: 'number',
    ...mark,
  },
  key: ['returnId', 'urn', 'cohort', 'academicYear'],
  byRevision: true,
}

export const pupilShape: RowShape = {
  columns: {
    returnId: 'text',
    urn: 'text',
    cohort: 'text',
    enrolments: 'number',
    persistent: 'number',
    severe: 'number',
    dispersion: 'number',
    windowStartsOn: 'text',
    windowEndsBefore: 'text',
    windowKind: 'text',
    source: 'text',
    provenance: 'text',
    onBehalf: 'number',
    ...mark,
  },
  key: ['returnId', 'urn', 'cohort'],
  byRevision: true,
}
