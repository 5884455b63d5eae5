import { Outlet, useLocation } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../shell/session.ts'
import { Shell } from '../shell/shell.tsx'

/** The frame of every page, with the page of the address inside. */
export function Root() {
  const { pathname } = useLocation()
  const { data: session = null } = useQuery(sessionQuery)
  return (
    <Shell session={session} path={pathname}>
      <Outlet />
    </Shell>
  )
}
