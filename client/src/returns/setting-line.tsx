import { useMemo } from 'react'
import type { ReportLine, ReturnView } from '@inclusion/server/returns/view'
import type { Finding } from '@inclusion/shared/standards/finding'
import { explanationReasons, type ExplanationReason } from '@inclusion/shared/standards/finding'
import { paths } from '../routing/paths.ts'
import { formerlyWords } from '../settings/formerly-words.ts'
import { Link } from '../ui/link.tsx'
import { answersOf } from './answers.ts'
import { FindingList } from './grid/finding-notes.tsx'
import { MissingReport } from './missing-report.tsx'
import { RemindHead } from './remind-heads.tsx'
import { ReportFigures } from './report-figures.tsx'
import { whoAndWhen } from './return-words.ts'
import { settingOfFinding } from './sections.ts'
import { SettingQuestions } from './setting-questions.tsx'
import { StandingTag } from './settings-standing.tsx'
import { useExplain } from './use-explain.ts'

type SettingLineProps = { view: ReturnView; report: ReportLine; me: string }

/** One setting: where its report stands, its figures and what is asked of them, and what the borough lead can do. */
export function SettingLine({ view, report, me }: SettingLineProps) {
  const { urn, name, status, hasHead } = report
  const findings = useMemo(
    () => view.findings.filter((finding) => settingOfFinding(finding) === urn && finding.severity !== 'note'),
    [view.findings, urn],
  )
  const signed = status === 'signed-off'
  return (
    <section className="app-setting" aria-labelledby={`setting-${urn}`}>
      <h2 className="govuk-heading-m" id={`setting-${urn}`}>
        {name} <StandingTag report={report} />
      </h2>
      <p className="govuk-body">
        {stateWords(report)}{' '}
        <Link href={paths.settingReport(view.id, urn)} about={`of ${name}`}>
          {!hasHead && view.mayEdit && !signed ? 'Enter the report' : 'See the report'}
        </Link>
      </p>
      {formerlyWords(report.formerly).map((words) => (
        <p key={words} className="govuk-hint">
          {words}
        </p>
      ))}
      <RemindHead view={view} report={report} me={me} />
      {signed && <ReportFigures view={view} report={report} me={me} />}
      <SettingQuestions view={view} urn={urn} />
      {findings.length > 0 && <SettingFindings view={view} findings={findings} />}
      {!signed && view.mayEdit && <MissingReport view={view} report={report} />}
    </section>
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
  const explain = useExplain(view.id)
  return (
    <FindingList findings={findings} answers={answersOf(view)} explain={view.mayEdit ? explain : undefined} />
  )
}
