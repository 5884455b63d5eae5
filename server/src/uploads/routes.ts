/** /api/returns/:returnId/uploads: a spreadsheet as the body, that fills in a return. */
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { storableText } from '@inclusion/shared/text'
import type { Context } from '../context.ts'
import { actOf } from '../http/acts.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { fileTypes } from '../http/files.ts'
import { valid } from '../http/valid.ts'
import { DryRun, isDryRun, Key } from '../returns/requests.ts'
import type { FileReader } from './file-reader.ts'
import { saveUpload } from './save-upload.ts'

const Query = DryRun.extend({
  name: storableText(200)
    .min(1)
    .optional()
    .meta({ description: 'What the file is called: it is kept beside the figures that came from it.' }),
}).strict()

const binary = { schema: { type: 'string' as const, format: 'binary' } }

const described = describeRoute({
  summary: 'Fills a return in from its template: XLSX, ODS or CSV.',
  description:
    'The file is the body. All that it changes is saved, or nothing. The answer is that of a save, with what was read and what was left out.',
  requestBody: {
    required: true,
    content: Object.fromEntries(Object.values(fileTypes).map((type) => [type, binary])),
  },
})

export const uploadRoutes = (context: Context, reader: FileReader) =>
  new Hono<HttpEnvironment>().post(
    '/:returnId/uploads',
    described,
    valid('param', Key),
    valid('query', Query),
    async (c) => {
      const { returnId } = c.req.valid('param')
      const query = c.req.valid('query')
      const act = await actOf(c, 'return.save-figures', returnId)
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const file = { returnId, name: query.name ?? 'Sent to the API', bytes }
      const dryRun = isDryRun(query)
      return c.json(await saveUpload({ context, reader }, { actor: actorOf(c), act, file, dryRun }))
    },
  )

export type UploadRoutes = ReturnType<typeof uploadRoutes>
