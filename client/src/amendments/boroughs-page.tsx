import { AmendmentClosed } from './amendment-frame.tsx'
import { BoroughsForm } from './boroughs-form.tsx'
import { useAmendment, useGround } from './use-amendment.ts'

/** Which boroughs get a grant by the amendment, and whose grant ends. */
export function BoroughsPage() {
  const amendment = useAmendment()
  const framework = useGround(amendment)
  if (amendment.actions.edit !== null) return <AmendmentClosed title="Boroughs" amendment={amendment} />
  return <BoroughsForm opened={amendment} framework={framework} />
}
