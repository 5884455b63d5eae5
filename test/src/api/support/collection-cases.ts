/** The routes of due days, windows and reminders, as every write is tried: trail, scope, bad input, personal data. */
import type { Service } from '../../support/service.ts'

const begun = 'APM-E09000010-FY2025-26-Q3'
const lewisham = 'APM-E09000023-FY2025-26-Q3'
const nowhere = 'APM-E09000010-FY2019-20-Q3'
const words = 'A sentence that says why.'
const extension = 'extension-of-enfield'
const route = '/api/collection'
const window = '/windows/APM/FY2025-26-Q4'
const endOf = (returnId: string) => `/returns/${returnId}/extensions/${extension}/end`

/** An extension with a name that can be told beforehand, and a period of which a return is overdue. */
export async function addDueDays({ context }: Pick<Service, 'context'>): Promise<void> {
  await context.db
    .insertInto('extensions')
    .values({
      ...{ id: extension, returnId: begun, dueOn: '2026-02-28', dueOnBefore: '2026-01-31', reason: words },
      ...{ approvedBy: 'sam-whitfield', approvedAt: context.now() },
    })
    .execute()
  await context.db
    .updateTable('collection_windows')
    .set({ dueOn: '2026-01-10' })
    .where('programme', '=', 'CPD')
    .where('periodId', '=', 'FY2025-26-Q3')
    .execute()
}

/** Each write with a text of one's own, where it has one. */
const writes = (reason: string) => [
  {
    route: `PUT ${route}/windows/:programme/:periodId`,
    path: route + window,
    body: { revision: 1, opensOn: '2026-04-01', dueOn: '2026-05-15', reason },
    ...{ action: 'window.change', subject: 'window:APM-FY2025-26-Q4' },
  },
  {
    route: `PUT ${route}/reminder-days`,
    path: `${route}/reminder-days`,
    body: { days: [-3, 1] },
    ...{ action: 'reminder.set-days', subject: 'reminder-days' },
  },
  {
    route: `POST ${route}/reminders`,
    path: `${route}/reminders`,
    body: { programme: 'CPD', periodId: 'FY2025-26-Q3' },
    ...{ action: 'reminder.send', subject: 'window:CPD-FY2025-26-Q3' },
  },
  {
    route: `POST ${route}/returns/:returnId/extensions`,
    path: `${route}/returns/${lewisham}/extensions`,
    body: { dueOn: '2026-02-20', reason },
    ...{ action: 'return.extend', subject: lewisham },
  },
  {
    route: `POST ${route}/returns/:returnId/extensions/:extensionId/end`,
    path: route + endOf(begun),
    body: { reason },
    ...{ action: 'return.end-extension', subject: begun },
  },
]

const who = 'leila-haddad'

export const collectionSteps = (typed: string) => writes(typed).map((write) => ({ ...write, who }))
export const collectionWrites = writes(words).map(({ route, path, body }) => ({ route, path, body, who }))

const evaluator = { insider: who, outsiders: ['marcus-lee', 'ruth-okafor'] }

/** Marcus Lee is an evaluator of the training programme alone. */
export const collectionScopes = [
  {
    ...{ route: `PUT ${route}/windows/:programme/:periodId`, ...evaluator },
    ...{ path: route + window, missing: `${route}/windows/ZZZ/FY2025-26-Q4` },
    body: { revision: 99, opensOn: '2026-04-01', dueOn: '2026-05-15', reason: words },
  },
  {
    ...{ route: `GET ${route}/returns/:returnId`, ...evaluator },
    ...{ path: `${route}/returns/${begun}`, missing: `${route}/returns/${nowhere}` },
  },
  {
    ...{ route: `POST ${route}/returns/:returnId/extensions`, ...evaluator },
    ...{
      path: `${route}/returns/${begun}/extensions`,
      missing: `${route}/returns/${nowhere}/extensions`,
    },
    body: { dueOn: '2026-02-20', reason: words },
  },
  {
    ...{ route: `POST ${route}/returns/:returnId/extensions/:extensionId/end`, ...evaluator },
    ...{ path: route + endOf(begun), missing: route + endOf(nowhere), body: { reason: words } },
  },
]

/** Lists, judged by the programme asked for, in collection.test.ts; and rows that are the same for everybody. */
export const collectionLists = [`GET ${route}`, `GET ${route}/windows`]
export const collectionByBody = [`POST ${route}/reminders`, `PUT ${route}/reminder-days`]

type Body = (text: string) => unknown

/** Where a text may stand in each, for the guard that reads it. */
export const collectionTexts: Record<string, { who: string; path: string; bodies: Body[] }> =
  Object.fromEntries(
    collectionWrites.map(({ route: of, path, body }) => [
      of,
      {
        ...{ who, path },
        bodies: [
          (text: string) =>
            'reason' in body ? { ...body, reason: text } : { ...body, programme: text, days: [text] },
        ],
      },
    ]),
  )
