import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import type { VerifiedReceipt } from '@inclusion/server/receipts/routes'
import { londonDate, londonTime, longDate } from '@inclusion/shared/time'
import { NotConnected } from '../api.ts'
import { paths } from '../routing/paths.ts'
import { useRouteParam } from '../routing/use-route-param.ts'
import { Link } from '../ui/link.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { verifiedReceiptQuery } from './queries.ts'

export function VerifiedReceiptPage() {
  const code = useRouteParam('code')
  const asked = useAsked(code)
  const { data: receipt, error } = useQuery(verifiedReceiptQuery(code))
  if (error instanceof NotConnected) throw error
  if (error) return <NotFiled code={code} asked={asked} />
  return receipt ? <Filed receipt={receipt} asked={asked} /> : <Loading what="the receipt" />
}

type Asked = 'file' | 'digest' | 'receipt'

/** What was looked up. A digest says of a file only that one like it was filed, unless the file was read here. */
function useAsked(code: string): Asked {
  const { isFileRead } = useLocation().state
  if (code.length !== 64) return 'receipt'
  return isFileRead ? 'file' : 'digest'
}

const filedWords: Record<Asked, string> = {
  file: 'The file is exactly what was filed, to the last digit. ',
  digest: 'A return with this SHA-256 was filed. ',
  receipt: '',
}

function Filed({ receipt, asked }: { receipt: VerifiedReceipt; asked: Asked }) {
  const { submittedAt, version, isLatest } = receipt
  return (
    <Page title="This return was filed" caption={receipt.reference} width="two-thirds">
      <p className="govuk-body">
        {filedWords[asked]}
        {isLatest ? 'It is the latest version.' : 'A later version of this return was filed since.'}
      </p>
      <SummaryList
        rows={[
          { key: 'Programme', value: receipt.programme },
          { key: 'Borough', value: receipt.authority },
          { key: 'Period', value: receipt.period },
          { key: 'Submitted', value: `${longDate(londonDate(submittedAt))}, ${londonTime(submittedAt)}` },
          { key: 'Version', value: `${version}` },
          { key: 'Checked against', value: `VRU Monitoring Minimum Standards, ${receipt.standard}` },
          { key: 'Receipt', value: receipt.reference },
          { key: 'SHA-256', value: <code className="app-break">{receipt.sha256}</code> },
        ]}
      />
      <CheckAnother />
    </Page>
  )
}

const notFiledWords: Record<Asked, (code: string) => string> = {
  file: () => 'The file is not one that was filed, or it was changed since: a single character is enough.',
  digest: (code) =>
    `No return with this SHA-256 was filed. Check that ${code} is typed as it stands on the receipt.`,
  receipt: (code) => `Check that ${code} is typed as it stands on the receipt.`,
}

function NotFiled({ code, asked }: { code: string; asked: Asked }) {
  return (
    <Page title="No return was filed with this receipt" width="two-thirds">
      <p className="govuk-body app-break">{notFiledWords[asked](code)}</p>
      <CheckAnother />
    </Page>
  )
}

function CheckAnother() {
  return (
    <p className="govuk-body">
      <Link href={paths.receiptCheck()}>Check another receipt</Link>
    </p>
  )
}
