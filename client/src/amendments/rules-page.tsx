import type { AmendmentView } from '@inclusion/server/amendments/view'
import { useOutcome } from '../outcome.tsx'
import { staffPaths } from '../routing/staff-paths.ts'
import { Link } from '../ui/link.tsx'
import { AmendmentClosed, AmendmentFrame } from './amendment-frame.tsx'
import { AddRule } from './add-rule.tsx'
import { figuresAfter } from './figures-after.ts'
import { datesOf, firstPeriod } from './periods-of.ts'
import { RuleRows } from './rule-rows.tsx'
import { useAmendment, useGround } from './use-amendment.ts'
import { useSaving } from './use-saving.ts'

const title = 'What must hold between figures'

/** The rules between figures: those there are, those that end, and those that the amendment adds. */
export function RulesPage() {
  const amendment = useAmendment()
  if (amendment.actions.edit !== null) return <AmendmentClosed title={title} amendment={amendment} />
  return <Rules opened={amendment} />
}

function Rules({ opened }: { opened: AmendmentView }) {
  const { outcome, ...told } = useOutcome()
  const saving = useSaving(opened, told)
  const framework = useGround(opened)
  const from = firstPeriod(datesOf(saving.ground, framework), framework)
  const figures = figuresAfter(saving.ground, framework)
  return (
    <AmendmentFrame title={title} {...{ saving, outcome }} width="two-thirds">
      <p className="govuk-body">
        Each rule is checked in every return while it is filled in. A borough mends what does not hold, or
        explains it. That a part is at most its whole is checked by itself.
      </p>
      <RuleRows {...{ saving, framework, from }} />
      {from === null || figures.length === 0 ? (
        <p className="govuk-body">
          <Link href={staffPaths.amendmentFigures(opened.id)}>Add figures first</Link>: then you can say what
          must hold between them.
        </p>
      ) : (
        <AddRule {...{ saving, outcome, told, figures, from, framework }} />
      )}
      <p className="govuk-body">
        <Link href={staffPaths.amendment(opened.id)}>Back to {opened.name}</Link>
      </p>
    </AmendmentFrame>
  )
}
