import { NotFoundPage } from '../routing/not-found-page.tsx'
import { useRouteParam } from '../routing/use-route-param.ts'
import { AmendmentClosed } from './amendment-frame.tsx'
import { PlanForm } from './plan-form.tsx'
import { planOf } from './plan-of.ts'
import { useAmendment, useGround, useReference } from './use-amendment.ts'

/** The profile and the baseline of one figure. */
export function PlanPage() {
  const amendment = useAmendment()
  const framework = useGround(amendment)
  const reference = useReference()
  const code = useRouteParam('code')
  if (amendment.actions.edit !== null)
    return <AmendmentClosed title="Profile of a figure" amendment={amendment} />
  const plan = planOf(code, { amendment, framework }, reference)
  if (plan === null) return <NotFoundPage />
  return <PlanForm key={code} opened={amendment} plan={plan} />
}
