/**
 * The worker of the head's own browser that holds the register. Whatever fails in it becomes a sentence of
 * ours before it leaves: the error itself may hold words of the file.
 */
import type { Progress, Report, Request } from './protocol.ts'
import { Reader } from './reader.ts'

let current = 0
const post = (report: Report) => globalThis.postMessage(report, {})
const tell = (progress: Progress) => post({ id: current, kind: 'progress', progress })
const reader = new Reader(tell)

const failures: Record<Request['act'], string> = {
  read: 'These files could not be read. Save each as CSV or XLSX and drop it again, or type the counts.',
  correct: 'It cannot be read that way. Change it back, or drop the files again.',
  remove: 'The file could not be taken out. Start again with the files you want.',
  count: 'The register could not be counted. Drop the files again, or type the counts.',
  find: 'The pupils could not be searched. Paste their identifiers instead.',
}

function answer(request: Request) {
  switch (request.act) {
    case 'read':
      return reader.read(request.asked)
    case 'correct':
      return reader.correct(request.asked.sheet, request.asked.correction)
    case 'remove':
      return reader.remove(request.asked)
    case 'count':
      return reader.count(request.asked)
    case 'find':
      return reader.find(request.asked)
  }
}

globalThis.addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  current = data.id
  try {
    post({ id: data.id, kind: 'told', told: await answer(data) })
  } catch {
    post({ id: data.id, kind: 'failed', why: failures[data.act] })
  }
})
