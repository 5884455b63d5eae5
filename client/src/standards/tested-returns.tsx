import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BackTestView, TestedReturn } from '@inclusion/server/standards/back-test-view'
import type { EditionView } from '@inclusion/server/standards/view'
import { paths } from '../routing/paths.ts'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { Select } from '../ui/select.tsx'
import { testedReturnsQuery } from './queries.ts'
import { severityNames } from './severity-names.ts'

type Of = { check?: string; authority?: string }
type TestedReturnsProps = { edition: EditionView; backTest: BackTestView; of: Of }

/** The returns behind the numbers, with what was said in each: of one check, one authority, or what differs. */
export function TestedReturns({ edition, backTest, of }: TestedReturnsProps) {
  const { data } = useQuery(testedReturnsQuery(backTest.id, of))
  return (
    <section id="returns">
      <h2 className="govuk-heading-m">Returns</h2>
      <Filter edition={edition} backTest={backTest} of={of} />
      <output className="app-progress">
        <p className="govuk-body">{data ? countWords(data, of) : 'Looking…'}</p>
      </output>
      {data?.returns.map((tested) => (
        <TestedReturnCard key={tested.returnId} tested={tested} />
      ))}
    </section>
  )
}

function countWords({ returns, more }: { returns: readonly unknown[]; more: number }, { check }: Of): string {
  const count = returns.length + more
  const what = check ? `in which check ${check} fires in either edition` : 'in which the editions differ'
  const shown = more > 0 ? ` The latest ${returns.length} are shown.` : ''
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'return' : 'returns'} ${what}.${shown}`
}

/** The address carries what is chosen, so that it can be kept and sent. */
function Filter({ edition, backTest, of }: TestedReturnsProps) {
  const navigate = useNavigate()
  const key = `${of.check} ${of.authority}`
  const [chosen, setChosen] = useState<{ key: string } & Of>({ key, ...of })
  const wanted = chosen.key === key ? chosen : { key, ...of }
  const { checks = [], authorities = [] } = backTest.comparison ?? {}
  return (
    <form
      className="app-inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        const { check, authority } = wanted
        void navigate({
          href: paths.backTest(edition.id, { ...(check && { check }), ...(authority && { authority }) }),
        })
      }}
    >
      <Select
        id="tested-check"
        label="Check"
        value={wanted.check ?? ''}
        options={[
          { value: '', label: 'Where the editions differ' },
          ...checks
            .filter(({ present, draft }) => present + draft > 0)
            .map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
        ]}
        onChange={(check) => setChosen({ ...wanted, key, check })}
      />
      <Select
        id="tested-authority"
        label="Authority"
        value={wanted.authority ?? ''}
        options={[
          { value: '', label: 'All' },
          ...authorities.map(({ gssCode, name }) => ({ value: gssCode, label: name })),
        ]}
        onChange={(authority) => setChosen({ ...wanted, key, authority })}
      />
      <Button look="secondary">Show</Button>
    </form>
  )
}

const whatWords = { added: 'Newly', gone: 'No more', moved: 'Other severity', same: 'As before' }

function TestedReturnCard({ tested }: { tested: TestedReturn }) {
  const { returnId, label, period, tier, changes } = tested
  return (
    <div className="app-card">
      <h3 className="govuk-heading-s">
        <Link href={paths.review(returnId)}>
          {label}, {period}
        </Link>
      </h3>
      <p className="govuk-body-s">In the {tier} tier</p>
      <ul className="govuk-list">
        {changes.map(({ check, locator, what, present, draft, message }) => (
          <li key={`${check} ${locator} ${what}`}>
            <strong>{whatWords[what]}</strong>: {check} {severityWords(present, draft)}. {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

const nameOf = (severity: string): string =>
  (severityNames[severity as keyof typeof severityNames] ?? severity).toLowerCase()

function severityWords(present: string | null, draft: string | null): string {
  if (present !== null && draft !== null && present !== draft)
    return `${nameOf(draft)}, was ${nameOf(present)}`
  return nameOf(draft ?? present ?? '')
}
