import { queryOptions } from '@tanstack/react-query'

/** Who is signed in, as every page needs it; null for somebody who is not. */
export type Session = {
  name: string
  /** The job in words: "Borough lead, Camden". */
  job: string
  /** Whether this is the demonstration. */
  demonstration: boolean
  /** Pages this person has, in the order of the menu. */
  menu: readonly { href: string; words: string }[]
}

/** Asks who is signed in. The server has no such route yet: nobody is. */
export const sessionQuery = queryOptions<Session | null>({
  queryKey: ['session'],
  queryFn: () => null,
  staleTime: 60_000,
})
