import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import type { Finding } from '@inclusion/shared/standards/finding'
import { explanationReasons, type ExplanationReason } from '@inclusion/shared/standards/finding'
import { api, call } from '../api.ts'
import { paths } from '../routing/paths.ts'
import { Link } from '../ui/link.tsx'
import { SeverityTag } from '../ui/severity-tag.tsx'
import { Tag } from '../ui/tag.tsx'
import { ExplainForm } from './grid/explain-form.tsx'
import { ExplanationWords } from './grid/finding-notes.tsx'
import type { Explanation } from './grid/grid-context.ts'
import { MissingReport } from './missing-report.tsx'
import { whoAndWhen } from './return-page.tsx'
import { settingOfFinding } from './sections.ts'

/** One setting: where its report stands, what the checks say of it, and what the borough lead can do. */
export function SettingLine({ view, report }: { view: ReturnView; report: ReportLine }) {
  const { urn, name, status, hasHead } = report
  const findings = useMemo(
    () => view.findings.filter((finding) => settingOfFinding(finding) === urn && finding.severity !== 'note'),
    [view.findings, urn],
  )
  const signed = status === 'signed-off'
  return (
    <section className="app-setting" aria-labelledby={`setting-${urn}`}>
      <h2 className="govuk-heading-m" id={`setting-${urn}`}>
        {name} <ReportTag report={report} />
      </h2>
      <p className="govuk-body">
        {stateWords(report)}{' '}
        <Link href={paths.settingReport(view.id, urn)} about={`of ${name}`}>
          {!hasHead && view.mayEdit && !signed ? 'Enter the report' : 'See the report'}
        </Link>
      </p>
      {findings.length > 0 && <SettingFindings view={view} findings={findings} />}
      {!signed && view.mayEdit && <MissingReport view={view} report={report} />}
    </section>
  )
}

function ReportTag({ report: { status, missingReason } }: { report: ReportLine }) {
  if (status === 'signed-off') return <Tag colour="green">Signed off</Tag>
  if (missingReason !== null) return <Tag colour="grey">No report, with a reason</Tag>
  return status === 'in-progress' ? (
    <Tag colour="blue">In progress</Tag>
  ) : (
    <Tag colour="yellow">Not started</Tag>
  )
}

function stateWords({
  status,
  signedOffBy,
  signedOffAt,
  onBehalf,
  hasHead,
  missingReason,
  missingText,
}: ReportLine): string {
  if (status === 'signed-off' && signedOffBy && signedOffAt)
    return `Signed off by ${whoAndWhen({ by: signedOffBy, at: signedOffAt })}${onBehalf ? ', on behalf of the setting' : ''}.`
  const why = missingReason
    ? `${explanationReasons[missingReason as ExplanationReason] ?? missingReason}. ${missingText ?? ''} `
    : ''
  return `${why}${hasHead ? 'Its head reports it.' : 'It has no head in this service, so you enter its report.'}`
}

function SettingFindings({ view, findings }: { view: ReturnView; findings: readonly Finding[] }) {
  const queries = useQueryClient()
  const explain = async ({ check, locator }: Finding, { reason, text }: Explanation) => {
    const explanations = [{ check, locator: locator ?? '', reason, text }]
    await call(
      api.returns[':returnId'].explanations.$put({ param: { returnId: view.id }, json: { explanations } }),
    )
    await queries.invalidateQueries({ queryKey: ['return', view.id] })
  }
  return (
    <ul className="app-findings">
      {findings.map((finding) => (
        <li
          key={`${finding.check} ${finding.locator} ${finding.part}`}
          className={`app-finding app-finding--${finding.severity}`}
        >
          <p className="app-finding__words">
            {finding.explanation === null && <SeverityTag severity={finding.severity} />} {finding.message}{' '}
            {finding.explanation === null && finding.fix}
          </p>
          {finding.explanation && <ExplanationWords {...finding.explanation} />}
          {finding.severity === 'explain' && view.mayEdit && (
            <ExplainForm finding={finding} onExplain={(given) => explain(finding, given)} />
          )}
        </li>
      ))}
    </ul>
  )
}
