/**
 * One saver for each person and return (or setting's report) in this window: it outlives the page that it was
 * begun on, so that what waits is sent from whichever page comes next.
 */
import type { ClientRequestOptions } from 'hono/client'
import type { FigureChange } from '@inclusion/shared/figures'
import { paths } from '../../routing/paths.ts'
import type { Provenance, Queue } from './journal.ts'
import type { Owner } from './journals.ts'
import { Saver } from './saver.ts'
import type { Send } from './saver-state.ts'
import type { Marks } from './unsent.ts'

/** Sends changes with the headers that make them count once, and in whose name they are. */
export type Sender = (
  changes: FigureChange[],
  provenance: Provenance,
  options: ClientRequestOptions,
) => ReturnType<Send>

type Saving = {
  /** Null where it is not known who is signed in: nothing is kept then. */
  author: string | null
  returnId: string
  urn: string | null
  send: Sender
  marks: Marks
}

/** A request that has not been answered by then never will be. */
const patience = 30_000

const savers = new Map<string, Saver>()

export function saverOf({ author, returnId, urn, send, marks }: Saving): Saver {
  const name = JSON.stringify([author, returnId, urn])
  const known = savers.get(name)
  if (known) return known
  if (savers.size === 0) listen()
  const queue = author === null ? null : queueOf({ personId: author, returnId, urn })
  const sendOnce: Send = (changes, key, provenance) => send(changes, provenance, optionsOf(key, author))
  const saver = new Saver(sendOnce, marks, queue)
  savers.set(name, saver)
  inherit(saver)
  return saver
}

export const loadQueue = () => import('./queue.ts')

/** The queue comes after the page: it is wanted at the first key. */
function queueOf(owner: Owner): Queue {
  const opened = async () => {
    const { openQueue } = await loadQueue()
    return openQueue(owner)
  }
  let queue: Promise<Queue> | null = null
  const open = async () => {
    queue ??= opened()
    try {
      return await queue
    } catch (error) {
      // Without a connection it cannot come; the next key asks again.
      queue = null
      throw error
    }
  }
  return {
    keep: async (...kept) => (await open()).keep(...kept),
    inherit: async (take) => (await open()).inherit(take),
  }
}

const optionsOf = (key: string, author: string | null): ClientRequestOptions => ({
  headers: { 'Idempotency-Key': key, ...(author !== null && { Author: author }) },
  init: { signal: AbortSignal.timeout(patience) },
})

/** A browser that keeps nothing has nothing to inherit; one that is only slow has it a moment later. */
function inherit(saver: Saver, left = 3): void {
  saver.inherit().catch(() => {
    if (left > 0) setTimeout(() => inherit(saver, left - 1), 2_000)
  })
}

function listen(): void {
  window.addEventListener('online', tryAgain)
  // Somebody who signed in again in another window comes back to this one.
  window.addEventListener('focus', tryAgain)
  document.addEventListener('submit', askBeforeSigningOut)
}

function tryAgain(): void {
  for (const saver of savers.values()) {
    inherit(saver)
    if (saver.state().unsent.size > 0) saver.retry()
  }
}

const countUnsent = (): number =>
  [...savers.values()].reduce((sum, saver) => sum + saver.state().unsent.size, 0)

function askBeforeSigningOut(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || new URL(form.action).pathname !== paths.signOut()) return
  if (countUnsent() === 0) return
  event.preventDefault()
  void signOut(form)
}

/** What cannot be sent now stays here until the same person comes back: they are told before they go. */
async function signOut(form: HTMLFormElement): Promise<void> {
  await Promise.all([...savers.values()].map((saver) => saver.settled()))
  const unsent = countUnsent()
  if (unsent === 0 || window.confirm(signOutWords(unsent))) form.submit()
}

const signOutWords = (figures: number): string =>
  `${figures === 1 ? 'One change has' : `${figures} changes have`} not been saved. What could be kept stays on this computer, and is sent when you sign in here again and open the return. Sign out now?`
