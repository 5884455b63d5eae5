/** /uploads: the pages by which a return is filled in with a spreadsheet, for everybody, with or without script. */
import { Hono, type Context as HonoContext } from 'hono'
import { Problem, type ProblemType } from '@inclusion/shared/problems'
import type { Context } from '../context.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { noStore } from '../http/security.ts'
import { valid } from '../http/valid.ts'
import type { Html } from '../pages/layout.ts'
import { seeReturn } from '../returns/access.ts'
import { Key } from '../returns/requests.ts'
import { refuse } from '../returns/transition.ts'
import { lineOf } from '../returns/view.ts'
import type { FileReader } from './file-reader.ts'
import { frameOf } from './pages/frame.ts'
import { returnsPage } from './pages/returns-page.ts'
import { sendPage } from './pages/upload-page.ts'
import { formOf, UploadKeys } from './forms.ts'
import { openReturnsOf } from './open-returns.ts'
import { decide, showUpload, whatToFix } from './one-upload.ts'
import { latestUpload } from './store.ts'
import { keepUpload } from './upload.ts'

export const uploadPageRoutes = (context: Context, reader: FileReader) =>
  new Hono<HttpEnvironment>()
    .use('/uploads/*', noStore)
    .get('/uploads', async (c) => {
      const actor = actorOf(c)
      return c.html(returnsPage(frameOf(context, actor), await openReturnsOf(context, actor)))
    })
    .get('/uploads/:returnId', valid('param', Key), async (c) =>
      c.html(await sendForm(context, c, c.req.valid('param').returnId)),
    )
    .post('/uploads/:returnId', valid('param', Key), async (c) => {
      const { returnId } = c.req.valid('param')
      const sent = await formOf(c)
      if (sent === null) return c.html(await sendForm(context, c, returnId, ['Choose a file']), 422)
      try {
        const id = await keepUpload({ context, reader }, actorOf(c), { returnId, ...sent })
        return c.redirect(`/uploads/${returnId}/${id}`, 303)
      } catch (error) {
        return c.html(await sendForm(context, c, returnId, refusedWords(error)), 422)
      }
    })
    .get('/uploads/:returnId/:uploadId', valid('param', UploadKeys), async (c) =>
      showUpload(context, c, c.req.valid('param')),
    )
    .post('/uploads/:returnId/:uploadId', valid('param', UploadKeys), async (c) =>
      decide(context, c, c.req.valid('param')),
    )
    .get('/uploads/:returnId/:uploadId/what-to-fix', valid('param', UploadKeys), async (c) =>
      whatToFix(context, c, c.req.valid('param')),
    )

async function sendForm(
  context: Context,
  c: HonoContext<HttpEnvironment>,
  returnId: string,
  errors: readonly string[] = [],
): Promise<Html> {
  const actor = actorOf(c)
  const head = await seeReturn(context, actor, returnId)
  const latest = await latestUpload(context.db, { returnId, personId: actor.personId })
  const closed = whyClosed(() => refuse('edit', head, actor))
  return sendPage(frameOf(context, actor), { line: lineOf(head, context), closed, latest, errors })
}

function whyClosed(judge: () => void): string | null {
  try {
    judge()
    return null
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

/** What the form says again beside its field. Anything else that fails is no answer to a file. */
const said: ReadonlySet<ProblemType> = new Set([
  'file-refused',
  'personal-data',
  'files-waiting',
  'return-not-open',
])

function refusedWords(error: unknown): string[] {
  if (!(error instanceof Problem) || !said.has(error.type)) throw error
  const { errors = [] } = error.members
  return errors.length === 0 ? [error.message] : errors.map(({ field, message }) => `${field}: ${message}`)
}
