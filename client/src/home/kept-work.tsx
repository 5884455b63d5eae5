import { useQuery } from '@tanstack/react-query'
import type { HomeView } from '@inclusion/server/home/routes'
import { useAuthor } from '../drafts/use-author.ts'
import { findLeftBy } from '../returns/entry/queue.ts'
import { paths } from '../routing/paths.ts'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'

type KeptWorkProps = Pick<HomeView, 'returns' | 'reports'>

/** What this person typed here and the service does not have yet: each leads to the page that sends it. */
export function KeptWork(lines: KeptWorkProps) {
  const { personId } = useAuthor()
  const { data: left = [] } = useQuery({
    queryKey: ['kept-by', personId],
    queryFn: () => findLeftBy(personId ?? '').catch(() => []),
    networkMode: 'always',
    staleTime: 0,
    refetchInterval: 5_000,
  })
  return left.map(({ returnId, urn }) => (
    <InsetText key={`${returnId} ${urn}`}>
      Changes to {nameOf(lines, returnId, urn)} are kept on this computer and not saved yet.{' '}
      <Link href={urn === null ? paths.return(returnId) : paths.settingReport(returnId, urn)}>
        Open it to send them
      </Link>
    </InsetText>
  ))
}

/** As the lists below name it; a return that is closed to this person by now is in none of them. */
function nameOf({ returns, reports }: KeptWorkProps, returnId: string, urn: string | null): string {
  const report = reports.find((each) => each.returnId === returnId && each.urn === urn)
  if (report) return `the report of ${report.setting}, ${report.period},`
  const line = returns.find(({ id }) => id === returnId)
  if (!line || urn !== null) return urn === null ? 'a return' : 'a setting’s report'
  return `${line.programme.name}, ${line.authority.name}, ${line.period.label},`
}
