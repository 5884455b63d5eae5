/** The OpenAPI 3.1 document, read from the routes themselves and the schemas they validate with. */
import type { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { Context } from '../context.ts'
import type { HttpEnvironment } from './environment.ts'
import { permissions } from './permissions.ts'

type Operation = { responses?: Record<string, unknown>; security?: unknown[]; summary?: string }

/** Every route of the API with its parameters, bodies and refusals. */
export async function describeApi(app: Hono<HttpEnvironment>, context: Context): Promise<object> {
  const document = await generateSpecs(app, {
    documentation: {
      openapi: '3.1.0',
      info: {
        title: 'Inclusion Returns',
        version: context.version,
        description: 'Quarterly returns of the London Violence Reduction Unit’s education programmes.',
      },
      servers: [{ url: context.environment.origin }],
      components: {
        schemas: { Problem: problemSchema },
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
      },
    },
    exclude: /^(?!\/api\/)/,
    includeEmptyPaths: true,
    // Else a path with a point in it, as this document's own, counts as a file.
    excludeStaticFile: false,
  })
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(item ?? {}))
      describe(path, method, operation as Operation)
  }
  return document
}

const problemSchema = {
  type: 'object' as const,
  description: 'A refusal (RFC 9457).',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' as const },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const },
    reference: { type: 'string' as const },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        properties: { field: { type: 'string' as const }, message: { type: 'string' as const } },
      },
    },
  },
}

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** Adds who may call it and how it refuses; the validator's own 400 gives way to the problem. */
function describe(path: string, method: string, operation: Operation): void {
  const template = path.replace(/\{(\w+)\}/g, ':$1')
  const permission = permissions.find((row) => row.method === method.toUpperCase() && row.path === template)
  const open = permission?.who === 'anyone'
  operation.security = open ? [] : [{ session: [] }]
  operation.responses = {
    ...operation.responses,
    '200': { description: 'Done.', content: { 'application/json': {} } },
    '400': refusal('What was sent cannot be used.'),
    ...(open
      ? {}
      : { '401': refusal('Nobody is signed in.'), '403': refusal('The role does not allow it.') }),
    '404': refusal('There is nothing here that the caller can see.'),
  }
}
