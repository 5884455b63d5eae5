import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { QueueView } from '@inclusion/server/reviews/queue/view'
import type { QueueSort } from '@inclusion/shared/queue-filter-rules'
import type { QueueFilter, QueueHolder } from '@inclusion/shared/review-queue'
import { Button } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/checkboxes.tsx'
import { Details } from '../../ui/details.tsx'
import { Select } from '../../ui/select.tsx'
import { addressWith } from './address.ts'

type Chosen = Partial<Record<keyof QueueFilter, string>>
type Option = { value: string; label: string }

const holderNames: Record<QueueHolder, string> = {
  untaken: 'RMEL, nobody yet',
  borough: 'Borough lead',
  certifier: 'Certifier',
  nobody: 'Nobody: accepted',
}

const sortNames: Record<QueueSort, string> = {
  thought: 'What needs thought first, the oldest before',
  oldest: 'The oldest first',
  score: 'Lowest standards score first',
  size: 'Largest change first',
  borough: 'By borough',
}

/** Chooses what the queue shows. The address carries all of it, so that it can be kept, sent and gone back to. */
export function QueueFilters({ view, filter }: { view: QueueView; filter: QueueFilter }) {
  const navigate = useNavigate()
  const [changed, setChanged] = useState<Chosen>({})
  const count = countSet(filter)
  const wanted: Chosen = { ...stringsOf(filter), ...changed }
  const set = (name: keyof QueueFilter) => (value: string) => setChanged({ ...changed, [name]: value })
  return (
    <Details
      summary={count === 0 ? 'Filter or sort' : `Filter or sort: ${count} set`}
      open={isFiltered(filter)}
    >
      <form
        className="app-queue-filters"
        onSubmit={(event) => {
          event.preventDefault()
          setChanged({})
          void navigate({ href: addressWith(filter, wanted) })
        }}
      >
        {selectsOf(view).map(({ name, label, options }) => (
          <Select
            key={name}
            id={`queue-${name}`}
            label={label}
            value={wanted[name] ?? ''}
            options={options}
            onChange={set(name)}
          />
        ))}
        <Only counts={view.counts} wanted={wanted} onChange={(only) => setChanged({ ...changed, ...only })} />
        <div className="app-queue-filters__act">
          <Button look="secondary">Show</Button>
        </div>
      </form>
    </Details>
  )
}

/** Whether anything is set that the views above do not show: then the form is open. */
const isFiltered = ({ programme, period, borough, holder, sort }: QueueFilter): boolean =>
  [programme, period, borough, holder, sort].some((each) => each !== undefined)

/** How many are set: the page is none of them. */
const countSet = ({ page: _, ...filter }: QueueFilter): number => Object.keys(filter).length

type OnlyProps = { counts: QueueView['counts']; wanted: Chosen; onChange: (only: Chosen) => void }

function Only({ counts, wanted, onChange }: OnlyProps) {
  return (
    <Checkboxes
      id="queue-only"
      label="Only"
      look="small"
      values={(['mine', 'over'] as const).filter((name) => wanted[name] === 'true')}
      onChange={(names) =>
        onChange({
          mine: names.includes('mine') ? 'true' : '',
          over: names.includes('over') ? 'true' : '',
        })
      }
      choices={[
        { value: 'mine', label: `Mine (${counts.mine})` },
        { value: 'over', label: `Over the service level (${counts.over})` },
      ]}
    />
  )
}

const stringsOf = (filter: QueueFilter): Chosen =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]))

function selectsOf(view: QueueView): { name: keyof QueueFilter; label: string; options: Option[] }[] {
  const { counts, programmes, periods, boroughs } = view
  return [
    {
      name: 'review',
      label: 'What it needs',
      options: [
        { value: '', label: `Any (${counts.all})` },
        { value: 'thought', label: `Needs thought (${counts.thought})` },
        { value: 'clean', label: `Clean (${counts.clean})` },
      ],
    },
    { name: 'holder', label: 'Held by', options: [{ value: '', label: 'Anybody' }, ...holdersOf(view)] },
    {
      name: 'period',
      label: 'Period',
      options: [
        { value: '', label: 'Now, and still open from before' },
        ...periods.map(({ id, label }) => ({ value: id, label })),
        { value: 'all', label: 'All periods' },
      ],
    },
    {
      name: 'programme',
      label: 'Programme',
      options: [
        { value: '', label: 'All' },
        ...programmes.map(({ code, name }) => ({ value: code, label: name })),
      ],
    },
    {
      name: 'borough',
      label: 'Borough',
      options: [
        { value: '', label: 'All' },
        ...boroughs.map(({ gssCode, name }) => ({ value: gssCode, label: name })),
      ],
    },
    {
      name: 'sort',
      label: 'Order',
      options: Object.entries(sortNames).map(([value, label]) => ({
        value: value === 'thought' ? '' : value,
        label,
      })),
    },
  ]
}

/** Whose move it is, with how many: those of nobody are left out, unless one of them is chosen. */
function holdersOf({ counts, evaluators }: QueueView): Option[] {
  const names = new Map([
    ...Object.entries(holderNames),
    ...evaluators.map(({ id, name }) => [id, name] as const),
  ])
  return Object.entries(counts.holders).map(([value, count]) => ({
    value,
    label: `${names.get(value) ?? value} (${count})`,
  }))
}
