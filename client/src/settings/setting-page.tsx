import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SettingView } from '@inclusion/server/settings/view'
import { laestabWords, settingTypeName } from '@inclusion/shared/settings/types'
import { shortDate } from '@inclusion/shared/time'
import { hasErrors, OutcomeNotice, useOutcome } from '../outcome.tsx'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx'
import { Heads } from './heads.tsx'
import { PartsTable } from './parts-table.tsx'
import { settingQuery } from './queries.ts'
import { settingField } from './setting-form.tsx'
import { SettingForms } from './setting-forms.tsx'
import { stateWords } from './words.ts'

export function SettingPage() {
  const urn = useRouteParam('urn')
  const { data: view } = useSuspenseQuery(settingQuery(urn))
  return <OneSetting key={urn} view={view} />
}

function OneSetting({ view }: { view: SettingView }) {
  const { outcome, ...told } = useOutcome()
  // Several forms stand here: a refusal is about the one that was sent.
  const [acting, setActing] = useState('')
  return (
    <Page
      title={view.name}
      caption={view.authority}
      before={<BackLink href={paths.settings()}>All settings</BackLink>}
      hasErrors={hasErrors(outcome)}
    >
      <OutcomeNotice
        {...outcome}
        fieldId={(field) => (field === 'revision' ? undefined : settingField(acting, field))}
      />
      <SummaryList rows={rowsOf(view)} />
      <PartsTable view={view} />
      <Heads view={view} />
      {view.mayManage && <SettingForms {...{ view, outcome, told, acting }} onActing={setActing} />}
      <p className="govuk-hint">{view.source}.</p>
    </Page>
  )
}

function rowsOf(view: SettingView): SummaryRow[] {
  const { urn, laestab, type, openedOn, predecessors, successor, today } = view
  const came = predecessors.map(({ urn: of, name, on }) => (
    <p key={of} className="govuk-body">
      <Link href={paths.setting(of)}>{name}</Link> ({of}), which it succeeded from {shortDate(on)}
    </p>
  ))
  return [
    { key: 'URN', value: urn },
    { key: 'DfE number (LAESTAB)', value: laestabWords(laestab) },
    { key: 'Type', value: settingTypeName(type) ?? 'Not known' },
    { key: 'Opened', value: openedOn === null ? 'Not known' : shortDate(openedOn) },
    { key: 'Now', value: stateWords(view, today) },
    ...(came.length > 0 ? [{ key: 'Came from', value: came }] : []),
    ...(successor
      ? [
          {
            key: 'Succeeded by',
            value: (
              <>
                <Link href={paths.setting(successor.urn)}>{successor.name}</Link> ({successor.urn}), from{' '}
                {shortDate(successor.on)}. Its past stands as the past of that setting.
              </>
            ),
          },
        ]
      : []),
  ]
}
