import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '../shell/session.ts'

/** Who types here, and under which name. A session that ended meanwhile changes nothing of that; another's does. */
export function useAuthor(): { personId: string | null; name: string | null } {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [author, setAuthor] = useState(session)
  if (session && session.personId !== author?.personId) setAuthor(session)
  return { personId: author?.personId ?? null, name: author?.name ?? null }
}
