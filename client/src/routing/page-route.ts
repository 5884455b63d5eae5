import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query'
import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { NotConnected } from '../api.ts'
import { cache } from '../cache.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { Root } from './root.tsx'

/** What every page stands in. */
export const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage })

export type Params = Record<string, string>

/** One page: its address, the file that is fetched when somebody goes there, and what it is loaded with. */
export function page<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
  query?: (params: Params) => Promise<unknown>,
) {
  return createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load, name),
    ...(query && { loader: ({ params }: { params: Params }) => query(params) }),
  })
}

/** Fetched before the page is shown, unless it was fetched a moment ago, or nothing can be fetched just now. */
export async function fetched<T, Key extends QueryKey>(
  options: FetchQueryOptions<T, Error, T, Key>,
): Promise<T> {
  try {
    return await cache.fetchQuery(options)
  } catch (error) {
    const before = cache.getQueryData<T>(options.queryKey)
    if (error instanceof NotConnected && before !== undefined) return before
    throw error
  }
}
