/** /api/returns/:returnId/template: the return as a file to fill in. A plain link works, without script. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { Context } from '../context.ts'
import { actorOf } from '../http/allow.ts'
import type { HttpEnvironment } from '../http/environment.ts'
import { valid } from '../http/valid.ts'
import { Key } from '../returns/requests.ts'
import { buildTemplate, contentDisposition, fileName, mediaTypes } from './file.ts'
import { findTemplate } from './of-return.ts'

const Wanted = z
  .object({
    format: z.enum(['xlsx', 'ods', 'csv']).default('xlsx').meta({
      description: 'Excel checks while you type; OpenDocument and CSV hold the same values.',
    }),
  })
  .strict()

export const templateRoutes = (context: Context) =>
  new Hono<HttpEnvironment>().get(
    '/:returnId/template',
    valid('param', Key),
    valid('query', Wanted),
    async (c) => {
      const { format } = c.req.valid('query')
      const template = await findTemplate(context, c.req.valid('param').returnId, actorOf(c))
      const file = await buildTemplate(template, format)
      return c.body(new Uint8Array(file), 200, {
        'content-type': mediaTypes[format],
        'content-disposition': contentDisposition(fileName(template, format)),
      })
    },
  )

export type TemplateRoutes = ReturnType<typeof templateRoutes>
