/** Somebody who types into a return: the page's own saver, on a computer and a connection that tests can end. */
import { NotConnected, ProblemError } from '@inclusion/client/api'
import { Saver } from '@inclusion/client/returns/entry/saver'
import type { Send } from '@inclusion/client/returns/entry/saver-state'
import type { ReturnView } from '@inclusion/server/returns/view'
import type { ProblemBody } from '@inclusion/shared/problems'
import { openDisk } from '../../client/support/computer.ts'
import type { Client } from '../../support/service.ts'

/** `up`: all arrives. `cut`: no request does. `deaf`: requests do, but no answer comes back. */
export type Network = 'up' | 'cut' | 'deaf'

export type Editor = {
  name: string
  network: Network
  saver: () => Saver
  /** The revision of each figure that was shown to this person. */
  seen: Map<string, number>
  /** Fetches the figures, as the page does when it heard that somebody changed one. */
  refetch: () => Promise<void>
  /** Ends the page at once, and opens another. */
  reload: () => Promise<void>
  /** Resolves when no request of this person is under way. */
  quiet: () => Promise<void>
  /** What is kept on the computer. */
  kept: () => number
}

type Person = { name: string; personId: string; client: Client; returnId: string }

export async function openEditor({ name, personId, client, returnId }: Person): Promise<Editor> {
  const disk = openDisk()
  const underWay = new Set<Promise<unknown>>()
  let page: { saver: Saver; end: () => void } | undefined
  const editor: Editor = {
    name,
    network: 'up',
    saver: () => page!.saver,
    seen: new Map(),
    async refetch() {
      const { marks } = await see()
      page!.saver.rebase(marks)
    },
    async reload() {
      page!.end()
      page = await open()
    },
    async quiet() {
      while (underWay.size > 0) await Promise.allSettled([...underWay])
    },
    kept: () => disk.journals.size,
  }

  async function see(): Promise<ReturnView> {
    const { body } = await client.get<ReturnView>(`/api/returns/${returnId}`)
    // Under what is being typed, nobody sees what came.
    const kept = [...disk.journals.values()].flatMap(({ batches, waiting }) => [
      ...batches.flatMap(({ changes }) => changes),
      ...waiting,
    ])
    const hidden = new Set([...kept.map(({ locator }) => locator), ...(page?.saver.state().unsent ?? [])])
    for (const [locator, { revision }] of Object.entries(body.marks))
      if (!hidden.has(locator)) editor.seen.set(locator, revision)
    return body
  }

  async function open() {
    const { queue, end } = disk.openPage()
    let isOpen = true
    const send: Send = (changes, key, provenance) => {
      // A page that has ended hears no answer.
      const answer = put(changes, key, provenance).then((body) =>
        isOpen ? body : new Promise<never>(() => {}),
      )
      const settled = answer.catch(() => {})
      const told = Promise.race([settled, ended])
      underWay.add(told)
      void told.then(() => underWay.delete(told))
      return answer
    }
    let finish = () => {}
    const ended = new Promise<void>((resolve) => {
      finish = resolve
    })
    const saver = new Saver(send, (await see()).marks, queue)
    await saver.inherit()
    return {
      saver,
      end() {
        isOpen = false
        finish()
        end()
      },
    }
  }

  const put: Send = async (changes, key, provenance) => {
    const { network } = editor
    if (network === 'cut') throw new NotConnected()
    const headers = { 'idempotency-key': key, author: personId }
    const answer = await client.put<Awaited<ReturnType<Send>>>(
      `/api/returns/${returnId}/figures`,
      { changes, provenance },
      headers,
    )
    if (network === 'deaf') throw new NotConnected()
    if (answer.status !== 200) throw new ProblemError(answer.body as unknown as ProblemBody)
    return answer.body
  }

  page = await open()
  return editor
}
