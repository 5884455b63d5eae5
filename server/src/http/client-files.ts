/**
 * The built client: hashed assets for ever, everything else asked for again and sent only when it changed; any
 * page gets the shell. Files were packed when they were built.
 */
import { readFile } from 'node:fs/promises'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { Problem } from '@inclusion/shared/problems'
import type { HttpEnvironment } from './environment.ts'

const oneYear = 'public, max-age=31536000, immutable'

/** `folder` is the absolute path of the client's build. */
export function clientFiles(folder: string) {
  return new Hono<HttpEnvironment>()
    .use(
      '/assets/*',
      serveStatic({
        root: folder,
        precompressed: true,
        onFound: (_path, c) => c.header('cache-control', oneYear),
      }),
    )
    .get('/assets/*', () => {
      throw new Problem('not-found')
    })
    .get(
      '/service.css',
      etag(),
      serveStatic({
        root: folder,
        precompressed: true,
        onFound: (_path, c) => c.header('cache-control', 'no-cache'),
      }),
    )
    .get('/favicon.svg', etag(), serveStatic({ root: folder, precompressed: true }))
    .get('/*', async (c) => {
      if (c.req.path.startsWith('/api/')) throw new Problem('not-found')
      const shell = await readFile(`${folder}/index.html`, 'utf8').catch(() => null)
      if (shell === null)
        throw new Problem('not-found', { detail: 'The pages are not built yet: run `pnpm build`.' })
      return c.html(shell, 200, { 'cache-control': 'no-cache' })
    })
}
