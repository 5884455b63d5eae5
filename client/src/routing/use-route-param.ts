import { useParams } from '@tanstack/react-router'

/** A part of the page's address. Throws a RangeError for one that its route does not have. */
export function useRouteParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new RangeError(`The address of this page has no ${name}`)
  return value
}
