/** What loading a return asks of the database: nothing twice, and nothing that its programme has not. */
import { loadReturn } from '@inclusion/server/returns/load'
import { today } from '@inclusion/server/context'
import type { Db } from '@inclusion/db/open'
import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { engines, openService, type Service } from '../support/service.ts'
import { camden, croydonTraining } from './support/filing.ts'

/** Notes the first table of every query of a connection. */
function noting(db: Db): { db: Db; tables: string[] } {
  const tables: string[] = []
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      const [from] = node.kind === 'SelectQueryNode' ? (node.from?.froms ?? []) : []
      if (from?.kind === 'TableNode') tables.push((from as TableNode).table.identifier.name)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { db: db.withPlugin(plugin), tables }
}

type TableNode = { kind: 'TableNode'; table: { identifier: { name: string } } }

describe.each(engines())('loading a return on %s', (engine) => {
  let service: Service
  beforeEach(async () => {
    service = await openService(engine)
  })
  afterEach(() => service.close())

  async function askedFor(returnId: string): Promise<string[]> {
    const { db, tables } = noting(service.context.db)
    await loadReturn(db, returnId, today(service.context))
    return tables
  }
  const times = (tables: string[], table: string) => tables.filter((each) => each === table).length

  it('asks once for settings that have a successor, where settings report', async () => {
    const tables = await askedFor(camden)
    expect([times(tables, 'settings'), times(tables, 'setting_reports')]).toEqual([1, 1])
    // The one of its programme finds the latest year of the official figures.
    expect([times(tables, 'grants'), times(tables, 'programmes')]).toEqual([0, 1])
  })

  it('asks for no setting and no official figure, where the programme has none', async () => {
    const tables = await askedFor(croydonTraining)
    for (const table of [
      'settings',
      'setting_reports',
      'attendance_counts',
      'grants',
      'programmes',
      'comparators',
    ])
      expect([table, times(tables, table)]).toEqual([table, 0])
    expect(times(tables, 'returns')).toBeGreaterThan(0)
  })
})
