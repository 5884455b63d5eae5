import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SettingLine, SettingsView } from '@inclusion/server/settings/view'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { Details } from '../ui/details.tsx'
import { InsetText } from '../ui/inset-text.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Radios } from '../ui/radios.tsx'
import { Select } from '../ui/select.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { matching, type Wanted } from './matching.ts'
import { newSetting, NewSettingForm } from './new-setting-form.tsx'
import { settingsQuery } from './queries.ts'
import { settingField } from './setting-form.tsx'
import { stateWords } from './words.ts'

/** From so many on, a list is looked through rather than read. */
const many = 5

export function SettingsPage() {
  const { data } = useSuspenseQuery(settingsQuery)
  const { outcome, ...told } = useOutcome()
  const [wanted, setWanted] = useState<Wanted>({ words: '', gssCode: '', state: 'open' })
  const isMany = data.settings.length > many
  const found = isMany ? matching(data.settings, wanted, data.today) : data.settings
  return (
    <Page title="Settings" hasErrors={hasErrors(outcome)}>
      <OutcomeNotice {...outcome} fieldId={(field) => settingField(newSetting, field)} />
      <p className="govuk-body govuk-!-width-two-thirds">
        Those who report to boroughs, the boroughs they serve, and what became of them. A setting that changes
        its URN keeps one history.
      </p>
      <Unserved unserved={data.unserved} />
      {data.mayManage && (
        <Details summary="Record a setting">
          <NewSettingForm authorities={data.authorities} outcome={outcome} told={told} />
        </Details>
      )}
      {isMany && (
        <Filter
          {...{ wanted, settings: data.settings }}
          onChange={(part) => setWanted({ ...wanted, ...part })}
        />
      )}
      <output className="govuk-visually-hidden">{found.length} settings</output>
      <Table
        caption={`${found.length} of ${data.settings.length} settings`}
        columns={columnsOn(data.today)}
        rows={found}
        rowKey={({ urn }) => urn}
        empty="No setting is like that."
      />
    </Page>
  )
}

const columnsOn = (today: string): Column<SettingLine>[] => [
  { header: 'Setting', cell: ({ urn, name }) => <Link href={paths.setting(urn)}>{name}</Link> },
  { header: 'URN', cell: ({ urn }) => urn },
  { header: 'Authority', cell: ({ authority }) => authority },
  { header: 'Serves', cell: ({ serves }) => (serves.length === 0 ? 'No borough' : serves.join(', ')) },
  {
    header: 'Now',
    cell: ({ successor, ...line }) =>
      successor ? (
        <>
          {stateWords(line, today)}, then <Link href={paths.setting(successor.urn)}>{successor.name}</Link>
        </>
      ) : (
        stateWords(line, today)
      ),
  },
]

function Unserved({ unserved }: Pick<SettingsView, 'unserved'>) {
  if (unserved.length === 0) return null
  const names = unserved.map(({ name }) => name).join(', ')
  return (
    <InsetText>
      No setting serves {names}. The attendance of young people in the programme is asked of the borough
      itself there.
    </InsetText>
  )
}

type FilterProps = {
  wanted: Wanted
  settings: readonly SettingLine[]
  onChange: (part: Partial<Wanted>) => void
}

function Filter({ wanted, settings, onChange }: FilterProps) {
  const authorities = [...new Map(settings.map(({ gssCode, authority }) => [gssCode, authority]))]
  const options = authorities
    .toSorted(([, left], [, right]) => left.localeCompare(right))
    .map(([value, label]) => ({ value, label }))
  return (
    <search>
      <TextInput
        id="find-setting"
        label="Find a setting by name, number or borough"
        width={20}
        value={wanted.words}
        onChange={(words) => onChange({ words })}
      />
      {options.length > 1 && (
        <Select
          id="find-authority"
          label="Authority"
          value={wanted.gssCode}
          options={[{ value: '', label: 'All authorities' }, ...options]}
          onChange={(gssCode) => onChange({ gssCode })}
        />
      )}
      <Radios<Wanted['state']>
        id="find-state"
        label="Which settings"
        look="inline"
        value={wanted.state}
        choices={[
          { value: 'open', label: 'Open' },
          { value: 'closed', label: 'Closed' },
          { value: 'all', label: 'All' },
        ]}
        onChange={(state) => onChange({ state })}
      />
    </search>
  )
}
