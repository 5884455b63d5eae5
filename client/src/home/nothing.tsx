import { useQuery } from '@tanstack/react-query'
import type { HomeView } from '@inclusion/server/home/routes'
import { shortDate } from '@inclusion/shared/time'
import { sessionQuery } from '../shell/session.ts'
import { InsetText } from '../ui/inset-text.tsx'

/** Why nothing is listed. Who was invited and came too late is told who can help; readers have no work here. */
export function Nothing({ runOut }: Pick<HomeView, 'runOut'>) {
  const { data: session } = useQuery(sessionQuery)
  const reads = session?.capabilities.length === 0
  return (
    <InsetText>
      {runOut.map((invitation) => (
        <p key={invitation.role}>{runOutWords(invitation)}</p>
      ))}
      {runOut.length === 0 &&
        (reads
          ? 'Nothing is published yet. What is published will be listed here.'
          : 'Nothing waits for you just now.')}
    </InsetText>
  )
}

function runOutWords({ role, on, invitedBy }: HomeView['runOut'][number]): string {
  const whom = invitedBy === null ? 'an administrator of this service' : `${invitedBy}, who invited you,`
  return `Your invitation to be ${role} ran out on ${shortDate(on)}. Ask ${whom} to send it again.`
}
