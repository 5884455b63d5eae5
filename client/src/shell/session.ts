import { queryOptions } from '@tanstack/react-query'
import type { MeView } from '@inclusion/server/home/routes'
import { api, call, ProblemError } from '../api.ts'
import { paths } from '../routing/paths.ts'

/** Who is signed in, as every page needs it; null for somebody who is not. */
export type Session = Pick<MeView, 'personId' | 'name' | 'job' | 'capabilities' | 'demonstration'> & {
  /** Pages this person has, in the order of the menu. */
  menu: readonly { href: string; words: string }[]
}

/** Asks who is signed in. The pages that anybody may see are also seen by nobody in particular. */
export const sessionQuery = queryOptions<Session | null>({
  queryKey: ['session'],
  queryFn: async () => {
    const me: MeView | null = await call(api.me.index.$get()).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.type === 'not-signed-in') return null
      throw error
    })
    return me && { ...me, menu: menuOf(me.capabilities) }
  },
  staleTime: 60_000,
})

/** The menu by what a person may do: the work first, then what is there to look up. */
export function menuOf(capabilities: MeView['capabilities']): Session['menu'] {
  const may = (...any: MeView['capabilities']) => any.some((capability) => capabilities.includes(capability))
  const items = [
    { href: paths.home(), words: 'Your work', shown: true },
    { href: paths.reviews(), words: 'Review', shown: may('return.review') },
    { href: paths.collection(), words: 'Collection', shown: may('collection.see') },
    { href: paths.returns(), words: 'Returns', shown: may('return.see') },
    { href: paths.settingReports(), words: 'Reports', shown: may('report.edit') },
    { href: paths.settings(), words: 'Settings', shown: may('settings.see') && may('return.see') },
    { href: paths.programmes(), words: 'Programmes', shown: may('evidence.see') },
    { href: paths.standards(), words: 'Standards', shown: true },
    { href: paths.people(), words: 'People', shown: may('people.invite', 'people.administer') },
    { href: paths.audit(), words: 'Audit', shown: may('audit.see') },
  ]
  return items.filter(({ shown }) => shown).map(({ href, words }) => ({ href, words }))
}
