import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { cache } from './cache.ts'
import { followLinks } from './routing/follow-links.ts'
import { router } from './routing/router.tsx'

// Unless it is told not to, zod tries `new Function`, which the service's CSP refuses and reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const root = document.getElementById('root')
if (!root) throw new Error('The page has no element with the id root')

followLinks((href) => void router.navigate({ href }))

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
