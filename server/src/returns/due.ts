/**
 * When a return is due: the one place that says so. A return that was filed keeps the due day it was first filed
 * under. Before that, the extension in force counts where it is later than the window's own day.
 */
import type { Db, Trx } from '@inclusion/db/open'

/** To be joined by `returnId`: `dueOn` counts, `windowDueOn` is the window's, `extendedTo` an extension's in force. */
export const dueDays = (db: Db | Trx) =>
  db
    .selectFrom('returns')
    .leftJoin('extensions', (join) =>
      join.onRef('extensions.returnId', '=', 'returns.id').on('extensions.endedAt', 'is', null),
    )
    // Last, and no outer join: SQLite would read the due days of all returns to find one.
    .innerJoin('grants', 'grants.id', 'returns.grantId')
    .innerJoin('collection_windows', (join) =>
      join
        .onRef('collection_windows.programme', '=', 'grants.programme')
        .onRef('collection_windows.periodId', '=', 'returns.periodId'),
    )
    .select(['returns.id as returnId', 'collection_windows.dueOn as windowDueOn'])
    .select('extensions.dueOn as extendedTo')
    .select((eb) =>
      eb.fn
        .coalesce(
          'returns.dueWhenFiled',
          eb
            .case()
            .when('extensions.dueOn', '>', eb.ref('collection_windows.dueOn'))
            .then(eb.ref('extensions.dueOn'))
            .else(eb.ref('collection_windows.dueOn'))
            .end(),
        )
        .$notNull()
        .as('dueOn'),
    )

export type DueDays = { dueOn: string; windowDueOn: string; extendedTo: string | null }

/**
 * The due day that a return was extended from; null where its day is not an extension's. One that was filed keeps
 * its day, which a window that moved sooner makes no extension.
 */
export const extendedFrom = ({ dueOn, windowDueOn, extendedTo }: DueDays): string | null =>
  extendedTo === dueOn && dueOn > windowDueOn ? windowDueOn : null
