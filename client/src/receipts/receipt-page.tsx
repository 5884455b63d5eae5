import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReceiptLine } from '@inclusion/server/returns/receipt'
import { lateFrom, londonDate, londonTime, longDate, shortDate } from '@inclusion/shared/time'
import { returnReceiptQuery } from '../returns/queries.ts'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { ScoreList } from '../standards/score-list.tsx'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { ButtonGroup } from '../ui/button-group.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { Table, type Column } from '../ui/table.tsx'

const versionColumns: Column<ReceiptLine>[] = [
  { header: 'Version', cell: ({ version }) => version },
  { header: 'Receipt', cell: ({ reference }) => <Link href={paths.receipt(reference)}>{reference}</Link> },
  { header: 'Submitted', cell: ({ submittedAt }) => momentWords(submittedAt) },
  { header: 'Certified by', cell: ({ certifiedBy }) => certifiedBy },
]

export function ReceiptPage() {
  const returnId = useRouteParam('returnId')
  const { data: receipt } = useSuspenseQuery(returnReceiptQuery(returnId))
  const { latest, versions, programme, authority, period } = receipt
  // A return is late by when it first came: what RMEL asked to be changed comes after the due date by rights.
  const inTime = versions[0]!.submittedAt >= lateFrom(receipt.dueOn) ? 'late' : 'on time'
  const isLater = latest.version > 1
  return (
    <Page
      title="Receipt"
      caption={`${authority}, ${programme}, ${period}`}
      before={<BackLink href={paths.return(returnId)}>Back to the return</BackLink>}
    >
      <div className="app-receipt">
        <Panel title={panelTitle(latest.version, inTime)}>{latest.reference}</Panel>
        <SummaryList
          rows={[
            { key: 'Submitted', value: momentWords(latest.submittedAt) },
            {
              key: 'Due',
              value: `${longDate(receipt.dueOn)}${isLater ? `: version 1 was submitted ${inTime}` : ''}`,
            },
            { key: 'The return today', value: <StatusTag status={receipt.status} /> },
            { key: 'Return', value: <span className="app-break">{returnId}</span> },
            { key: 'Version', value: `${latest.version}` },
            ...(latest.sentBy && latest.sentBy !== latest.certifiedBy
              ? [{ key: 'Sent by', value: latest.sentBy }]
              : []),
            { key: 'Certified by', value: latest.certifiedBy },
            { key: 'Checked against', value: `VRU Monitoring Minimum Standards, ${receipt.standard}` },
            { key: 'SHA-256', value: <code className="app-break">{latest.sha256}</code> },
          ]}
        />
        <Downloads returnId={returnId} canonical={receipt.canonical} reference={latest.reference} />
        <ScoreList returnId={returnId} filed />
        <Versions versions={versions} />
        <p className="govuk-body">
          Anybody can check this receipt at {window.location.host}
          {paths.receiptCheck()}: they see when it was filed, but no figures and no names.
        </p>
      </div>
    </Page>
  )
}

function Versions({ versions }: { versions: readonly ReceiptLine[] }) {
  if (versions.length === 1) return null
  return (
    <Table
      caption="Every version that was submitted"
      captionSize="m"
      columns={versionColumns}
      rows={versions.toReversed()}
      rowKey={({ reference }) => reference}
    />
  )
}

/** Of a later version only that it came: whether the return was in time is a matter of its first. */
const panelTitle = (version: number, inTime: string): string =>
  version > 1 ? `Version ${version} submitted` : `Submitted ${inTime}`

const momentWords = (at: string): string => `${shortDate(londonDate(at))}, ${londonTime(at)}`

type DownloadsProps = { returnId: string; canonical: string; reference: string }

/** Paper, and the file that the digest is of. */
function Downloads({ returnId, canonical, reference }: DownloadsProps) {
  const [file] = useState(() => URL.createObjectURL(new Blob([canonical], { type: 'application/json' })))
  return (
    <ButtonGroup>
      <Button look="secondary" onClick={() => window.print()}>
        Print this receipt
      </Button>
      <a className="govuk-link" href={file} download={`${returnId} ${reference}.json`}>
        Download the return as filed (JSON)
      </a>
    </ButtonGroup>
  )
}
