import type { AmendmentView } from '@inclusion/server/amendments/view'
import type { FrameworkView } from '@inclusion/server/framework/view'
import type { DraftDefinition } from '@inclusion/shared/framework/amendment'
import { needsBaseline } from '@inclusion/shared/framework/faults/baselines'
import { staffPaths } from '../routing/staff-paths.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { Table, type Column } from '../ui/table.tsx'
import { AmendmentClosed } from './amendment-frame.tsx'
import { figuresAfter } from './figures-after.ts'
import { useAmendment, useGround } from './use-amendment.ts'

const title = 'Profiles and baselines'

/** Every figure that can be planned, with how far its profile and its baseline are. */
export function PlansPage() {
  const amendment = useAmendment()
  const framework = useGround(amendment)
  const { id, name, actions, content } = amendment
  if (actions.edit !== null) return <AmendmentClosed title={title} amendment={amendment} />
  const lines = figuresAfter(amendment, framework)
    .filter(({ measure }) => measure !== 'text')
    .map((definition) => lineOf(definition, { id, content, framework }))
  return (
    <Page title={title} caption={name} before={<BackLink href={staffPaths.amendment(id)}>{name}</BackLink>}>
      <p className="govuk-body govuk-!-width-two-thirds">
        A profile is what a borough plans to have reached by the end of a period: it stands beside the figure
        in the return, and the figure is rated against it. A baseline is what was there before the grant
        began.
      </p>
      {lines.length === 0 ? (
        <p className="govuk-body">
          <Link href={staffPaths.amendmentFigures(id)}>Add figures first</Link>: then they can be planned.
        </p>
      ) : (
        <Table caption="Figures" captionSize="m" columns={columns} rows={lines} rowKey={({ code }) => code} />
      )}
      <p className="govuk-body">
        <Link href={staffPaths.amendment(id)}>Back to {name}</Link>
      </p>
    </Page>
  )
}

type PlanLine = { code: string; label: string; href: string; profile: string; baseline: string }

const columns: readonly Column<PlanLine>[] = [
  {
    header: 'Figure',
    cell: ({ code, label, href }) => (
      <>
        <Link href={href}>{label}</Link>
        <span className="app-grid__small">{code}</span>
      </>
    ),
  },
  { header: 'Profile', cell: ({ profile }) => profile },
  { header: 'Baseline', cell: ({ baseline }) => baseline },
]

type Around = Pick<AmendmentView, 'id' | 'content'> & { framework: FrameworkView | null }

function lineOf(definition: DraftDefinition, { id, content, framework }: Around): PlanLine {
  const { indicator: code, label } = definition
  const count = (list: readonly { indicator: string }[] = []) =>
    list.filter(({ indicator }) => indicator === code).length
  return {
    code,
    label,
    href: staffPaths.amendmentPlan(id, code),
    profile: given(count(content.profiles), count(framework?.profiles)),
    baseline: baselineOf(definition) ?? given(count(content.baselines), count(framework?.baselines)),
  }
}

/** "8 given here, 64 on record" */
function given(here: number, onRecord: number): string {
  const words = [
    ...(here > 0 ? [`${here} given here`] : []),
    ...(onRecord > 0 ? [`${onRecord} on record`] : []),
  ]
  return words.join(', ') || 'None yet'
}

/** Why no baseline is given here; null where one is. */
function baselineOf(definition: DraftDefinition): string | null {
  if (needsBaseline(definition)) return null
  if (definition.baseline === 'required') return 'Comes with the reports of settings'
  return definition.baseline === 'inside' ? 'Within the figure: before and after' : 'Not asked'
}
