/** A computer's disk as pages see it: each has a journal, and what ended pages left is taken over by one that lives. */
import type { Journal, Queue } from '@inclusion/client/returns/entry/journal'

export type Disk = {
  /** What is kept, oldest first. */
  journals: Map<string, Journal>
  /** The queue of a new page, and what ends that page at once. */
  openPage: () => { queue: Queue; end: () => void }
}

export function openDisk(): Disk {
  const journals = new Map<string, Journal>()
  const live = new Set<string>()
  let pages = 0
  const openPage = () => {
    pages += 1
    const own = `page-${pages}`
    live.add(own)
    const taken = new Set<string>()
    let isOpen = true
    const queue: Queue = {
      async keep(journal, inPlaceOf) {
        // A page that has ended does nothing more.
        if (!isOpen) return new Promise(() => {})
        const isEmpty = journal.batches.length + journal.waiting.length === 0
        if (isEmpty) journals.delete(own)
        else journals.set(own, structuredClone(journal))
        for (const id of inPlaceOf) journals.delete(id)
      },
      async inherit(take) {
        for (const [id, journal] of [...journals]) {
          if (live.has(id) || taken.has(id)) continue
          // The lock on it is held from now on.
          live.add(id)
          taken.add(id)
          take(id, structuredClone(journal))
        }
      },
    }
    const end = () => {
      isOpen = false
      live.delete(own)
      for (const id of taken) live.delete(id)
    }
    return { queue, end }
  }
  return { journals, openPage }
}
