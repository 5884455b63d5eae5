/**
 * The queue of one page. Each page has a journal of its own, and a lock that it holds while it lives: so a journal
 * whose lock can be had is one whose page has ended, however it did, and exactly one other page takes it over.
 */
import { isEmpty, type Journal, type Queue } from './journal.ts'
import { readJournals, writeJournal, type Owner, type Row } from './journals.ts'

const lockOf = (id: string): string => `inclusion-returns journal ${id}`

export function openQueue(owner: Owner): Queue {
  const id = crypto.randomUUID()
  /** Journals of others that are waited for, or were taken over: what ends the lock on each. */
  const locks = new Map<string, () => void>()
  let turn: number | null = null

  async function keep(journal: Journal, inPlaceOf: readonly string[]): Promise<void> {
    turn ??= await begin(id)
    const row = { ...owner, id, turn, journal }
    await writeJournal(id, isEmpty(journal) ? null : row, inPlaceOf)
    for (const other of inPlaceOf) locks.get(other)?.()
  }

  async function inherit(take: (id: string, journal: Journal) => void): Promise<void> {
    for (const row of (await readJournals()).filter((each) => isOf(each, owner))) {
      if (row.id === id || locks.has(row.id)) continue
      locks.set(row.id, () => {})
      // Asked for in order, and granted as their pages end.
      const handOver = async () => {
        const left = (await readJournals()).find((each) => each.id === row.id)
        if (!left) return
        const released = new Promise<void>((resolve) => locks.set(row.id, resolve))
        take(row.id, left.journal)
        await released
      }
      navigator.locks.request(lockOf(row.id), handOver).catch(() => locks.delete(row.id))
    }
  }

  return { keep, inherit }
}

/** Takes the lock on a new journal, for as long as the page lives, and answers its turn. */
async function begin(id: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const live = () => {
      resolve()
      return new Promise<never>(() => {})
    }
    navigator.locks.request(lockOf(id), live).catch(reject)
  })
  const rows = await readJournals()
  return (rows.at(-1)?.turn ?? 0) + 1
}

const isOf = (row: Row, { personId, returnId, urn }: Owner): boolean =>
  row.personId === personId && row.returnId === returnId && row.urn === urn

/** What waits on this computer for a return: of whom and of which setting's report, and how many figures. */
export async function findLeft(returnId: string): Promise<(Omit<Owner, 'returnId'> & { figures: number })[]> {
  const rows = (await readJournals()).filter((row) => row.returnId === returnId)
  return rows.map(({ personId, urn, journal: { batches, waiting } }) => {
    const changes = [...batches.flatMap((batch) => batch.changes), ...waiting]
    return { personId, urn, figures: new Set(changes.map(({ locator }) => locator)).size }
  })
}

/** The returns and reports that somebody has work on here that was not sent, each once. */
export async function findLeftBy(personId: string): Promise<Omit<Owner, 'personId'>[]> {
  const rows = (await readJournals()).filter((row) => row.personId === personId && !isEmpty(row.journal))
  const places = rows.map(({ returnId, urn }) => [`${returnId} ${urn}`, { returnId, urn }] as const)
  return [...new Map(places).values()]
}
