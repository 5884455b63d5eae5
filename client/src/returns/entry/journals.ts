/** The journals in this browser's IndexedDB: what people typed here and the service does not have yet. */
import type { Journal } from './journal.ts'

/** Whose work it is, and on what: another person's is neither sent nor shown. */
export type Owner = { personId: string; returnId: string; urn: string | null }

export type Row = Owner & {
  id: string
  /** Counted up as journals are begun: what was typed first is sent first. */
  turn: number
  journal: Journal
}

const store = 'journals'

let opened: Promise<IDBDatabase> | null = null

/** Opened once; anew where that failed, or where the browser has closed it. */
async function open(): Promise<IDBDatabase> {
  opened ??= begin()
  try {
    return await opened
  } catch (error) {
    forget()
    throw error
  }
}

const forget = (): void => {
  opened = null
}

async function begin(): Promise<IDBDatabase> {
  const request = indexedDB.open('inclusion-returns', 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store, { keyPath: 'id' }))
  const database = await answered(request)
  database.addEventListener('close', forget)
  // A later version of the pages wants to change it.
  database.addEventListener('versionchange', () => {
    database.close()
    forget()
  })
  return database
}

/** Every journal, in the order in which they were begun. */
export async function readJournals(): Promise<Row[]> {
  const database = await open()
  const rows = await answered<Row[]>(database.transaction(store).objectStore(store).getAll())
  return rows.toSorted((left, right) => left.turn - right.turn)
}

/** In one step: the row is put or, where it holds nothing any more, removed; the others are removed. */
export async function writeJournal(id: string, row: Row | null, remove: readonly string[]): Promise<void> {
  const database = await open()
  // On the disk when it says so: a battery may be empty the moment after.
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' })
  const journals = transaction.objectStore(store)
  if (row) journals.put(row)
  else journals.delete(id)
  for (const other of remove) journals.delete(other)
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('Nothing was kept'))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('error', fail)
    transaction.addEventListener('abort', fail)
  })
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('Nothing was read')))
  })
}
